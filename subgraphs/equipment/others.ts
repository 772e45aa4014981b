import { asId, listOf, maybe, printedCode, regionCode, stub, text, undashedCode, uscc } from '../kernel';

/** What equipment needs of a matter's scope: the kinds of equipment. */
export const MatterScope = stub('MatterScope', {}, { needs: { equipmentKinds: listOf(undashedCode(4)) } });
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

export type Enterprise = InstanceType<typeof Enterprise>;
export type Matter = InstanceType<typeof Matter>;
export type MatterOverview = InstanceType<typeof MatterOverview>;
