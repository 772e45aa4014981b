import { id, listOf, maybe, regionCode, stub, text, uscc } from '../kernel';

/** What enforcement needs of a matter's scope: the industries whose cases and fines it counts. */
export const MatterScope = stub('MatterScope', {}, { industries: listOf(text(4)) });
export const Matter = stub('Matter', { code: id(40) }, { scope: maybe(() => MatterScope) });
export const MatterOverview = stub(
  'MatterOverview',
  { matterCode: id(40), regionCode },
  { scope: () => MatterScope },
);
export const Enterprise = stub('Enterprise', { uscc });
export const Region = stub('Region', { code: regionCode });
export const Department = stub('Department', { code: id(40) });
/** The penalties of an enterprise that are public count in its credit file. */
export const CreditFile = stub('CreditFile', { uscc });

export type MatterOverview = InstanceType<typeof MatterOverview>;
