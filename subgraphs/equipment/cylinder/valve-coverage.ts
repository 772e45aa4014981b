import { ObjectType } from 'type-graphql';
import { Served, count, date, flag, ratio } from '../../kernel';

/** 2026年底前,实现新生产和在用的工业氧气瓶采用保压阀. */
export const VALVE_DEADLINE = '2026-12-31';

const always = true;

@ObjectType({
  description: '保压阀覆盖率. The share of oxygen cylinders in use that have a residual pressure valve.',
  simpleResolvers: true,
})
export class ValveCoverage {
  @Served('PUBLIC', count, '在用氧气瓶数. The number of oxygen cylinders that are in use.', { always })
  total: number;
  @Served('PUBLIC', count, '已采用保压阀数. The number of them that have such a valve.', { always })
  fitted: number;
  @Served('PUBLIC', ratio, '覆盖率（%）. Their share in percent; null without cylinders.', { optional: true })
  rate: number | null;
  @Served('PUBLIC', date, '完成期限. The last day for fitting all.', { always }) deadline: string;
  @Served('PUBLIC', flag, '是否逾期未完成. Whether that day is past and some have none.', { always })
  overdue: boolean;
}
