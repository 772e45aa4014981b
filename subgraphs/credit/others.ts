import {
  asId,
  departmentCode,
  issueNumber,
  listOf,
  maybe,
  printedCode,
  regionCode,
  stub,
  text,
  uscc,
} from '../kernel';

export const Enterprise = stub(
  'Enterprise',
  { uscc },
  { from: 'registry', term: { zh: '市场主体', en: 'enterprise' } },
);
export const Region = stub('Region', { code: regionCode }, { from: 'registry' });
export const LegalRule = stub('LegalRule', { version: asId(text(200)) }, { from: 'registry' });
export const Department = stub('Department', { code: departmentCode }, { from: 'registry' });
export const PenaltyDecision = stub(
  'PenaltyDecision',
  { documentNumber: asId(issueNumber) },
  { from: 'enforcement', term: { zh: '行政处罚决定', en: 'penalty' } },
);
/** What credit needs of a matter's scope: the industries whose listed enterprises it counts. */
export const MatterScope = stub('MatterScope', {}, { needs: { industries: listOf(text(4)) } });
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

export type MatterOverview = InstanceType<typeof MatterOverview>;
