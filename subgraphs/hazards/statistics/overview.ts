import sql from 'sql-template-tag';
import { aboutMatter, figuresOf, matterList, oneOf } from '../../kernel';
import { Hazard } from '../hazard/hazard';
import { visible } from '../hazard/hazard.lists';
import { Matter, MatterOverview } from '../others';
import { CountedHazards, MAJOR, counted, inSet } from './overview.lists';

const SCOPE = 'scope { equipmentKinds hazardDomains roles }';

/** The hazards of a matter, by what they are about. */
export const hazardsOfMatter = matterList(Matter, Hazard, {
  name: 'hazards',
  level: 'PUBLIC',
  says: '范围内的隐患；公众仅见曝光的. The hazards that belong to it, by what they are about; the public sees those exposed.',
  requires: SCOPE,
  order: ['regionCode', 'number'],
  of: ({ code, scope }, context) =>
    sql`${visible(context)} AND about && ${aboutMatter(code, scope ?? {})}::varchar[]`,
  set: oneOf(CountedHazards),
  counted: (set, today) => sql`${MAJOR} AND ${inSet(set, today)}`,
});

const listed = (set: CountedHazards) => [{ list: 'hazards', counted: set, item: 'number' }];
const inScope = ({ scope }: MatterOverview) => scope.equipmentKinds.length + scope.hazardDomains.length > 0;

export const overviewFields = figuresOf(MatterOverview, 'hazards', SCOPE, {
  openMajorHazards: { find: counted('open'), inScope, records: listed('OPEN') },
  overdueHazards: { find: counted('overdue'), inScope, records: listed('OVERDUE') },
  onTimeRate: {
    as: 'share',
    find: counted('onTime', 'fallenDue'),
    inScope,
    records: listed('ON_TIME'),
    of: listed('FALLEN_DUE'),
  },
});
