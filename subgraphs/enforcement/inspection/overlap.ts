import { Field, Int, ObjectType } from 'type-graphql';
import { DateOnly, Shared } from '../../kernel';

/** 避免重复检查: departments that came one after the other to the same enterprise. */
@ObjectType({ description: '重复检查提示. An enterprise that several departments have visited within a few days.', simpleResolvers: true })
export class OverlappingVisits {
  uscc: string;
  departmentCodes: string[];

  @Shared('UNCONDITIONAL')
  @Field(() => Int, { nullable: true, description: '重复的检查次数. How many visits have another department’s close to them.' })
  visits: number;

  @Shared('UNCONDITIONAL')
  @Field(() => DateOnly, { nullable: true, description: '首次. The first of them.' })
  firstOn: string;

  @Shared('UNCONDITIONAL')
  @Field(() => DateOnly, { nullable: true, description: '末次. The last of them.' })
  lastOn: string;
}
