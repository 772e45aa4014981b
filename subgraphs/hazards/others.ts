import {
  HazardDomain,
  asId,
  departmentCode,
  listOf,
  maybe,
  oneOf,
  printedCode,
  regionCode,
  stub,
  text,
  undashedCode,
  uscc,
} from '../kernel';

/** What hazards needs of a matter's scope: fields of hazards and industries. */
export const MatterScope = stub(
  'MatterScope',
  {},
  { industries: listOf(text(4)), hazardDomains: listOf(oneOf(HazardDomain)) },
);
export const Matter = stub('Matter', { code: asId(printedCode(40)) }, { scope: maybe(() => MatterScope) });
export const MatterOverview = stub(
  'MatterOverview',
  { matterCode: asId(printedCode(40)), regionCode },
  { scope: () => MatterScope },
);
export const Enterprise = stub('Enterprise', { uscc });
export const Equipment = stub('Equipment', { code: asId(undashedCode(20)) });
export const Region = stub('Region', { code: regionCode });
export const Department = stub('Department', { code: departmentCode });

export type Matter = InstanceType<typeof Matter>;
export type MatterOverview = InstanceType<typeof MatterOverview>;
export type Enterprise = InstanceType<typeof Enterprise>;
export type Equipment = InstanceType<typeof Equipment>;
export type Region = InstanceType<typeof Region>;
