import {
  EnterpriseRole,
  asId,
  code,
  listOf,
  maybe,
  oneOf,
  printedCode,
  regionCode,
  stub,
  undashedCode,
} from '../kernel';

/** What the registry needs of a matter's scope: the industries and roles of its enterprises. */
export const MatterScope = stub(
  'MatterScope',
  {},
  { needs: { industries: listOf(code(40)), roles: listOf(oneOf(EnterpriseRole, 24)) } },
);
export const Matter = stub(
  'Matter',
  { code: asId(printedCode(40)) },
  { from: 'matters', needs: { scope: maybe(() => MatterScope) } },
);

/** A division, as fire and rescue keeps its key units. */
export const FireDivision = stub('Region', { code: regionCode }, { from: 'hazards' });

/** The holder of a licence, as credit knows it. */
export const Holder = stub('Enterprise', { uscc: undashedCode(18) }, { from: 'credit' });

export type MatterScope = InstanceType<typeof MatterScope>;
