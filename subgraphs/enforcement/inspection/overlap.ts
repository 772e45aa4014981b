import { ObjectType } from 'type-graphql';
import { Served, date, whole } from '../../kernel';

/** 避免重复检查: departments that came one after the other to the same enterprise. */
@ObjectType({
  description: '重复检查提示. An enterprise that several departments have visited within a few days.',
  simpleResolvers: true,
})
export class OverlappingVisits {
  uscc: string;
  departmentCodes: string[];

  @Served(
    'UNCONDITIONAL',
    whole(0, 1_000_000),
    '重复的检查次数. The number of visits that lie close to another department’s visit.',
  )
  visits: number;

  @Served('UNCONDITIONAL', date, '首次. The day of the first of them.')
  firstOn: string;

  @Served('UNCONDITIONAL', date, '末次. The day of the last of them.')
  lastOn: string;
}
