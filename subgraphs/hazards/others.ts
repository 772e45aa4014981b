import {
  EnterpriseRole,
  HazardDomain,
  asId,
  departmentCode,
  id,
  issueNumber,
  listOf,
  maybe,
  oneOf,
  paperNumber,
  printedCode,
  regionCode,
  stub,
  text,
  undashedCode,
  uscc,
} from '../kernel';

/** What hazards needs of a matter's scope: what its hazards are about. */
export const MatterScope = stub(
  'MatterScope',
  {},
  {
    needs: {
      equipmentKinds: listOf(undashedCode(4)),
      hazardDomains: listOf(oneOf(HazardDomain)),
      roles: listOf(oneOf(EnterpriseRole, 24)),
    },
  },
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
export const LegalRule = stub('LegalRule', { version: asId(text(200)) }, { from: 'registry' });
export const Enterprise = stub(
  'Enterprise',
  { uscc },
  { from: 'registry', term: { zh: '市场主体', en: 'enterprise' } },
);
export const Equipment = stub(
  'Equipment',
  { code: asId(undashedCode(20)) },
  { from: 'equipment', term: { zh: '特种设备', en: 'device' } },
);
export const Inspection = stub(
  'Inspection',
  { id: id(150) },
  { from: 'equipment', level: 'UNCONDITIONAL', term: { zh: '特种设备检验', en: 'inspection' } },
);
export const EquipmentOrder = stub(
  'EquipmentOrder',
  { number: asId(paperNumber(64)) },
  { from: 'equipment', level: 'UNCONDITIONAL', term: { zh: '特种设备安全监察指令书', en: 'order' } },
);
export const Region = stub('Region', { code: regionCode }, { from: 'registry' });
export const Department = stub('Department', { code: departmentCode }, { from: 'registry' });

export const PenaltyDecision = stub(
  'PenaltyDecision',
  { documentNumber: asId(issueNumber) },
  { from: 'enforcement', term: { zh: '处罚决定', en: 'penalty' } },
);

export type Matter = InstanceType<typeof Matter>;
export type MatterOverview = InstanceType<typeof MatterOverview>;
export type Enterprise = InstanceType<typeof Enterprise>;
export type Equipment = InstanceType<typeof Equipment>;
export type Region = InstanceType<typeof Region>;
