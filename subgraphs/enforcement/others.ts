import {
  EnterpriseRole,
  HazardDomain,
  asId,
  departmentCode,
  id,
  documentNumber,
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

/** What enforcement needs of a matter's scope: what its cases are about. */
export const MatterScope = stub(
  'MatterScope',
  {},
  {
    needs: {
      equipmentKinds: listOf(undashedCode(4)),
      productCategories: listOf(asId(printedCode(40))),
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
export const Enterprise = stub(
  'Enterprise',
  { uscc },
  { from: 'registry', term: { zh: '市场主体', en: 'enterprise' } },
);
export const Region = stub('Region', { code: regionCode }, { from: 'registry' });
export const LegalRule = stub('LegalRule', { version: asId(text(200)) }, { from: 'registry' });
export const Department = stub('Department', { code: departmentCode }, { from: 'registry' });
export const Hazard = stub(
  'Hazard',
  { number: asId(documentNumber(64)) },
  { from: 'hazards', term: { zh: '隐患', en: 'hazard' } },
);
export const Equipment = stub(
  'Equipment',
  { code: asId(undashedCode(20)) },
  { from: 'equipment', term: { zh: '特种设备', en: 'device' } },
);
export const SpotCheck = stub(
  'SpotCheck',
  { id: id(130) },
  { from: 'quality', term: { zh: '监督抽查', en: 'spot check' } },
);
export const Laboratory = stub(
  'Laboratory',
  { code: asId(printedCode(40)) },
  { from: 'quality', term: { zh: '实验室、检验检测人员或专家', en: 'laboratory, inspector or expert' } },
);
export const Inspector = stub('Inspector', { id: id(130) }, { from: 'equipment' });
export const Expert = stub('Expert', { id: id(130) }, { from: 'training' });
/** The penalties of an enterprise that are public count in its credit file. */
export const CreditFile = stub('CreditFile', { uscc }, { from: 'credit' });

export type MatterOverview = InstanceType<typeof MatterOverview>;
