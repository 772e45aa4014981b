import { id, listOf, regionCode, stub, text, uscc } from '../kernel';

export const Enterprise = stub('Enterprise', { uscc });
export const Region = stub('Region', { code: regionCode });
export const Department = stub('Department', { code: id(40) });
/** What credit needs of a matter's scope: the industries whose listed enterprises it counts. */
export const MatterScope = stub('MatterScope', {}, { industries: listOf(text(4)) });
export const MatterOverview = stub(
  'MatterOverview',
  { matterCode: id(40), regionCode },
  { scope: () => MatterScope },
);

export type MatterOverview = InstanceType<typeof MatterOverview>;
