import { ObjectType } from 'type-graphql';
import { Served, count, ratio } from '../../kernel';

const always = true;

@ObjectType({ description: '电梯故障率（按月）. How often lifts failed in a month.', simpleResolvers: true })
export class LiftFaultRate {
  @Served('PUBLIC', () => String, '月份 YYYY-MM. The month that is counted, as YYYY-MM.', { always })
  month: string;

  @Served('PUBLIC', count, '故障数. The number of faults in the month.', { always })
  faults: number;

  @Served('PUBLIC', count, '其中困人数. The number of them that trapped people.', { always })
  trappings: number;

  @Served('PUBLIC', ratio, '每百台电梯故障数. The faults of a hundred lifts; null without lifts.', {
    optional: true,
  })
  perHundred: number | null;
}

@ObjectType({
  description: '电梯安全状况. What share of the lifts has what the campaigns ask for.',
  simpleResolvers: true,
})
export class LiftFigures {
  @Served('PUBLIC', count, '电梯数. The number of lifts, without those scrapped or cancelled.', { always })
  lifts: number;

  @Served('PUBLIC', count, '接入物联网数. The number of them that report their state by themselves.', {
    always,
  })
  connected: number;

  @Served('PUBLIC', count, '在保数. The number of them that are insured today.', { always })
  insured: number;

  @Served(
    'PUBLIC',
    count,
    '住宅老旧电梯数（使用满十五年）. The number of lifts that serve dwellings and have been used for fifteen years or more.',
    { always },
  )
  old: number;

  @Served(
    'PUBLIC',
    count,
    '其中已更新改造数. The number of those old ones that were renewed after fifteen years.',
    { always },
  )
  renewed: number;
}
