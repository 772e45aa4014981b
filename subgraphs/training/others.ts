import {
  asId,
  departmentCode,
  listOf,
  maybe,
  printedCode,
  regionCode,
  stub,
  text,
  undashedCode,
  uscc,
} from '../kernel';

export const LegalRule = stub('LegalRule', { version: asId(text(200)) }, { from: 'registry' });
export const Enterprise = stub(
  'Enterprise',
  { uscc },
  { from: 'registry', term: { zh: '市场主体', en: 'enterprise' } },
);
export const Region = stub('Region', { code: regionCode }, { from: 'registry' });
export const Department = stub('Department', { code: departmentCode }, { from: 'registry' });
export const EquipmentKind = stub('EquipmentKind', { code: asId(undashedCode(4)) }, { from: 'equipment' });
/** What training needs of a device: its kind says which certificate its operator needs, its user who employs the operator, its division where. */
export const Equipment = stub(
  'Equipment',
  { code: asId(undashedCode(20)) },
  {
    from: 'equipment',
    needs: {
      kind: maybe(() => EquipmentKind),
      user: maybe(() => Enterprise, 'UNCONDITIONAL'),
      region: maybe(() => Region),
    },
  },
);
/** What training needs of a matter's scope: whose operators and whose principals it counts. */
export const MatterScope = stub(
  'MatterScope',
  {},
  { needs: { equipmentKinds: listOf(text(20)), industries: listOf(text(4)) } },
);
export const Matter = stub(
  'Matter',
  { code: asId(printedCode(40)) },
  { from: 'matters', needs: { scope: maybe(() => MatterScope) } },
);
export const MatterOverview = stub(
  'MatterOverview',
  { matterCode: asId(printedCode(40)), regionCode },
  { from: 'matters', needs: { scope: () => MatterScope } },
);

export type Enterprise = InstanceType<typeof Enterprise>;
export type Equipment = InstanceType<typeof Equipment>;
export type MatterOverview = InstanceType<typeof MatterOverview>;
