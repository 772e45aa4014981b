import { ObjectType } from 'type-graphql';
import { Served, count } from '../../kernel';

const ALWAYS = { always: true };

@ObjectType({
  description:
    '隐患状况（当日）. Where a device or a unit stands with its hazards today: those that are verified, whoever asks.',
  simpleResolvers: true,
})
export class HazardStanding {
  @Served(
    'UNCONDITIONAL',
    count,
    '责令停产停业或者停止使用且未恢复的隐患数. The number of hazards for which it is stopped by a decision that was not lifted.',
    ALWAYS,
  )
  halted: number;

  @Served(
    'UNCONDITIONAL',
    count,
    '按条款判定为重大或严重且未销号的隐患数. The number of hazards not closed that a criterion judges major or severe.',
    ALWAYS,
  )
  judged: number;

  @Served(
    'UNCONDITIONAL',
    count,
    '已核实未销号的隐患数. The number of hazards that are verified and not closed.',
    ALWAYS,
  )
  open: number;
}
