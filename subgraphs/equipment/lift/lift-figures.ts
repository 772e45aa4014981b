import { ObjectType } from 'type-graphql';
import { Served, count, ratio } from '../../kernel';

const always = true;

@ObjectType({ description: '电梯故障率（按月）. How often lifts failed in a month.', simpleResolvers: true })
export class LiftFaultRate {
  @Served('PUBLIC', () => String, '月份 YYYY-MM. The month, as YYYY-MM.', { always })
  month: string;

  @Served('PUBLIC', count, '故障数. How many faults there were.', { always })
  faults: number;

  @Served('PUBLIC', count, '其中困人数. How many of them trapped people.', { always })
  trappings: number;

  @Served('PUBLIC', ratio, '每百台电梯故障数. The faults of a hundred lifts; null without lifts.', { optional: true })
  perHundred: number | null;
}

@ObjectType({ description: '电梯安全状况. What share of the lifts has what the campaigns ask for.', simpleResolvers: true })
export class LiftFigures {
  @Served('PUBLIC', count, '电梯数. How many lifts there are, scrapped and cancelled ones apart.', { always })
  lifts: number;

  @Served('PUBLIC', count, '接入物联网数. How many of them report their state by themselves.', { always })
  connected: number;

  @Served('PUBLIC', count, '在保数. How many of them are insured today.', { always })
  insured: number;

  @Served('PUBLIC', count, '住宅老旧电梯数（使用满十五年）. How many serve dwellings and are of fifteen years or more.', { always })
  old: number;

  @Served('PUBLIC', count, '其中已更新改造数. How many of those old ones were renewed after fifteen years.', { always })
  renewed: number;
}
