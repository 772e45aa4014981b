import { ObjectType } from 'type-graphql';
import { HazardDomain, Served, code, count, flag, oneOf, ratio, text, vocabulary } from '../../kernel';
import { Region } from '../others';
import type { Visits } from './visits';

export const HazardGrouping = vocabulary(
  'HazardGrouping',
  '统计分组. The groupings by which hazards are counted.',
  {
    REGION: '按下一级区划. By the divisions one level below.',
    INDUSTRY: '按行业大类. By industry, two digits.',
    YEAR: '按发现年份. By the year in which they were found.',
    DOMAIN: '按领域. Counted by field of hazards.',
    TOTAL: '合计. All in one.',
  },
);
export type HazardGrouping = keyof typeof HazardGrouping;

const ALWAYS = { always: true };
const OPTIONAL = { optional: true } as const;

@ObjectType({
  description: '打通消防“生命通道”四项. What was cleared for fire rescue.',
  simpleResolvers: true,
})
export class LifelineCounters {
  @Served('PUBLIC', count, '拆除门窗障碍物. Obstacles on doors and windows that were removed.', ALWAYS)
  obstaclesRemoved: number;
  @Served('PUBLIC', count, '清理消防车登高操作场地. Sites for aerial ladders that were cleared.', ALWAYS)
  ladderSitesCleared: number;
  @Served('PUBLIC', count, '督改疏散通道和安全出口. Evacuation ways and exits that were cleared.', ALWAYS)
  exitsCleared: number;
  @Served('PUBLIC', count, '督改消防车道. Fire lanes that were cleared.', ALWAYS) fireLanesCleared: number;
}

@ObjectType({
  description: '隐患统计. Figures of verified hazards; rates are shares from 0 to 1.',
  simpleResolvers: true,
})
export class HazardStatistic {
  @Served(
    'PUBLIC',
    text(20),
    '分组值；无值的为 NONE. What the group is: a division, an industry, a year, a field.',
    ALWAYS,
  )
  key: string;

  @Served('PUBLIC', () => Region, '区划. The division; null when grouped otherwise.') region: Region | null;

  @Served('PUBLIC', code(4), '行业大类. The industry; null when grouped otherwise.', OPTIONAL) industryCode:
    string | null;

  @Served('PUBLIC', count, '发现年份. The year; null when all years are counted together.', OPTIONAL) year:
    number | null;

  @Served('PUBLIC', oneOf(HazardDomain), '领域. The field; null when grouped otherwise.', OPTIONAL)
  domain: HazardDomain | null;

  @Served('PUBLIC', count, '发现数. The number of hazards that were found.', ALWAYS) found: number;

  @Served('PUBLIC', count, '未销号数. The number of hazards that are open.', ALWAYS) open: number;

  @Served('PUBLIC', count, '已销号数. The number of hazards that are closed.', ALWAYS) closed: number;

  @Served('PUBLIC', count, '逾期未销号数. The number of hazards that are open after their deadline.', ALWAYS)
  overdue: number;

  @Served(
    'PUBLIC',
    count,
    '按期整改数（按原定期限）. The number of hazards that were closed by their first deadline.',
    ALWAYS,
  )
  closedOnTime: number;

  @Served(
    'PUBLIC',
    count,
    '应整改数（已销号或逾原定期限）. The number of hazards that are closed or past their first deadline.',
    ALWAYS,
  )
  fallenDue: number;

  @Served(
    'PUBLIC',
    ratio,
    '按期整改率（按原定期限）. Closed by the first deadline, of those closed or past it; null if none is.',
    OPTIONAL,
  )
  onTimeRate: number | null;

  @Served('PUBLIC', ratio, '按期整改率（计延期）. The same by the deadline with its extensions.', OPTIONAL)
  onTimeRateWithExtensions: number | null;

  @Served(
    'PUBLIC',
    ratio,
    '按期整改率目标. The target for hazards found in that year; null if none is set.',
    OPTIONAL,
  )
  onTimeTarget: number | null;

  @Served('PUBLIC', flag, '是否达标（按原定期限）. Whether the rate reaches the target.', OPTIONAL)
  meetsTarget: boolean | null;

  @Served('PUBLIC', count, '存量（2023年及以前发现、未销号）. Open ones that were found before 2024.', ALWAYS)
  stock: number;

  @Served('PUBLIC', count, '增量（2024年以来发现）. Those found from 2024 on.', ALWAYS) increment: number;

  @Served(
    'PUBLIC',
    count,
    '企业自查上报数. The number of hazards that enterprises reported themselves.',
    ALWAYS,
  )
  selfReported: number;

  @Served('PUBLIC', ratio, '企业自查自改率. The share that enterprises reported themselves.', OPTIONAL)
  selfReportShare: number | null;

  @Served(
    'PUBLIC',
    count,
    '填报的检查次数，与监督检查记录并列以供核对，不参与计算. Inspections as they were tallied by hand, beside those on record and never instead; null when they are not tallied by this group.',
    OPTIONAL,
  )
  talliedInspections: number | null;

  /** What `majorPerThousandInspections` counts. */
  inspected: number;
  /** Asked of enforcement when a field needs it; null where inspections are not counted by this group. */
  visits: Visits | null;

  @Served(
    'PUBLIC',
    () => LifelineCounters,
    '生命通道四项. The four counters; null when not counted by this group.',
  )
  lifelineCounters: LifelineCounters | null;
}
