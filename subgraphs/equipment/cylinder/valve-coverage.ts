import { Field, Float, Int, ObjectType } from 'type-graphql';
import { DateOnly, Shared } from '../../kernel';

/** 2026年底前,实现新生产和在用的工业氧气瓶采用保压阀. */
export const VALVE_DEADLINE = '2026-12-31';

@ObjectType({ description: '保压阀覆盖率. How many oxygen cylinders in use have a residual pressure valve.', simpleResolvers: true })
export class ValveCoverage {
  @Shared('PUBLIC')
  @Field(() => Int, { description: '在用氧气瓶数. The oxygen cylinders in use.' })
  total: number;

  @Shared('PUBLIC')
  @Field(() => Int, { description: '已采用保压阀数. Those with such a valve.' })
  fitted: number;

  @Shared('PUBLIC')
  @Field(() => Float, { nullable: true, description: '覆盖率（%）. The share; null without cylinders.' })
  rate: number | null;

  @Shared('PUBLIC')
  @Field(() => DateOnly, { description: '完成期限. The last day.' })
  deadline: string;

  @Shared('PUBLIC')
  @Field(() => Boolean, { description: '是否逾期未完成. Whether it is past and something is left.' })
  overdue: boolean;
}
