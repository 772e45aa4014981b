import { asId, departmentCode, listOf, maybe, printedCode, regionCode, stub, text, uscc } from '../kernel';

/** What quality needs of a matter's scope: the categories of the CCC catalogue. */
export const MatterScope = stub(
  'MatterScope',
  {},
  { needs: { productCategories: listOf(asId(printedCode(40))) } },
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
export const Region = stub('Region', { code: regionCode }, { from: 'registry' });
export const Department = stub('Department', { code: departmentCode }, { from: 'registry' });
/** What sampling has found of an enterprise goes into its credit file. */
export const CreditFile = stub('CreditFile', { uscc }, { from: 'credit' });

export type MatterOverview = InstanceType<typeof MatterOverview>;
