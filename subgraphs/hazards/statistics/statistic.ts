import { Field, Float, Int, ObjectType } from 'type-graphql';
import { HazardDomain, Shared, vocabulary } from '../../kernel';
import { Region } from '../others';

export const HazardGrouping = vocabulary('HazardGrouping', '统计分组. What hazards are counted by.', {
  REGION: '按下一级区划. By the divisions one level below.',
  INDUSTRY: '按行业大类. By industry, two digits.',
  YEAR: '按发现年份. By the year in which they were found.',
  DOMAIN: '按领域. By field.',
  TOTAL: '合计. All in one.',
});
export type HazardGrouping = keyof typeof HazardGrouping;

@ObjectType({ description: '打通消防“生命通道”四项. What was cleared for fire rescue.', simpleResolvers: true })
export class LifelineCounters {
  @Shared('PUBLIC')
  @Field(() => Int, { description: '拆除门窗障碍物. Obstacles on doors and windows removed.' })
  obstaclesRemoved: number;

  @Shared('PUBLIC')
  @Field(() => Int, { description: '清理消防车登高操作场地. Sites for aerial ladders cleared.' })
  ladderSitesCleared: number;

  @Shared('PUBLIC')
  @Field(() => Int, { description: '督改疏散通道和安全出口. Evacuation ways and exits cleared.' })
  exitsCleared: number;

  @Shared('PUBLIC')
  @Field(() => Int, { description: '督改消防车道. Fire lanes cleared.' })
  fireLanesCleared: number;
}

@ObjectType({ description: '隐患统计. Figures of verified hazards; rates are shares from 0 to 1.', simpleResolvers: true })
export class HazardStatistic {
  @Shared('PUBLIC')
  @Field(() => String, { description: '分组值；无值的为 NONE. What the group is: a division, an industry, a year, a field.' })
  key: string;

  @Shared('PUBLIC')
  @Field(() => Region, { nullable: true, description: '区划. The division; null when grouped otherwise.' })
  region: Region | null;

  @Shared('PUBLIC')
  @Field(() => String, { nullable: true, description: '行业大类. The industry; null when grouped otherwise.' })
  industryCode: string | null;

  @Shared('PUBLIC')
  @Field(() => Int, { nullable: true, description: '发现年份. The year; null when all years are counted together.' })
  year: number | null;

  @Shared('PUBLIC')
  @Field(() => HazardDomain, { nullable: true, description: '领域. The field; null when grouped otherwise.' })
  domain: HazardDomain | null;

  @Shared('PUBLIC')
  @Field(() => Int, { description: '发现数. How many were found.' })
  found: number;

  @Shared('PUBLIC')
  @Field(() => Int, { description: '未销号数. How many are open.' })
  open: number;

  @Shared('PUBLIC')
  @Field(() => Int, { description: '已销号数. How many are closed.' })
  closed: number;

  @Shared('PUBLIC')
  @Field(() => Int, { description: '逾期未销号数. How many are open after their deadline.' })
  overdue: number;

  @Shared('PUBLIC')
  @Field(() => Int, { description: '按期整改数（按原定期限）. How many were closed by their first deadline.' })
  closedOnTime: number;

  @Shared('PUBLIC')
  @Field(() => Int, { description: '应整改数（已销号或逾原定期限）. How many are closed or past their first deadline.' })
  fallenDue: number;

  @Shared('PUBLIC')
  @Field(() => Float, {
    nullable: true,
    description: '按期整改率（按原定期限）. Closed by the first deadline, of those closed or past it; null if none is.',
  })
  onTimeRate: number | null;

  @Shared('PUBLIC')
  @Field(() => Float, { nullable: true, description: '按期整改率（计延期）. The same by the deadline with its extensions.' })
  onTimeRateWithExtensions: number | null;

  @Shared('PUBLIC')
  @Field(() => Float, { nullable: true, description: '按期整改率目标. The target for hazards found in that year; null if none is set.' })
  onTimeTarget: number | null;

  @Shared('PUBLIC')
  @Field(() => Boolean, { nullable: true, description: '是否达标（按原定期限）. Whether the rate reaches the target.' })
  meetsTarget: boolean | null;

  @Shared('PUBLIC')
  @Field(() => Int, { description: '存量（2023年及以前发现、未销号）. Open ones that were found before 2024.' })
  stock: number;

  @Shared('PUBLIC')
  @Field(() => Int, { description: '增量（2024年以来发现）. Those found from 2024 on.' })
  increment: number;

  @Shared('PUBLIC')
  @Field(() => Int, { description: '企业自查上报数. How many enterprises reported themselves.' })
  selfReported: number;

  @Shared('PUBLIC')
  @Field(() => Float, { nullable: true, description: '企业自查自改率. The share that enterprises reported themselves.' })
  selfReportShare: number | null;

  @Shared('PUBLIC')
  @Field(() => Int, { nullable: true, description: '检查次数. Inspections made; null when they are not counted by this group.' })
  inspections: number | null;

  @Shared('PUBLIC')
  @Field(() => Float, { nullable: true, description: '每千次检查发现数. Found by inspection, per 1,000 inspections.' })
  majorPerThousandInspections: number | null;

  @Shared('PUBLIC')
  @Field(() => LifelineCounters, { nullable: true, description: '生命通道四项. The four counters; null when not counted by this group.' })
  lifelineCounters: LifelineCounters | null;
}
