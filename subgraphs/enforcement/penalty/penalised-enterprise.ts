import { ObjectType } from 'type-graphql';
import { Served, date, listOf } from '../../kernel';

@ObjectType({
  description: '受安全生产法处罚的单位. An enterprise that was penalised under the work safety law.',
  simpleResolvers: true,
})
export class PenalisedEnterprise {
  uscc: string;

  @Served(
    'UNCONDITIONAL',
    listOf(date),
    '历次决定日期，先后为序. The days of the decisions, the earliest first.',
    { always: true },
  )
  decidedOn: string[];
}
