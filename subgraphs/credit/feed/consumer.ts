import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { Asked, DateTime, Shared, text } from '../../kernel';

@ObjectType({ description: '变动源用户. A consumer of the feed, by what it has acknowledged.', simpleResolvers: true })
export class FeedConsumer {
  @Shared('UNCONDITIONAL')
  @Field(() => String, { nullable: true, description: '名称. What it calls itself.' })
  name: string;

  @Shared('UNCONDITIONAL')
  @Field(() => ID, { nullable: true, description: '所属部门代码. Of which department.' })
  departmentCode: string;

  @Shared('UNCONDITIONAL')
  @Field(() => String, { nullable: true, description: '已确认序号. The last change that it has taken over.' })
  acknowledged: string;

  @Shared('UNCONDITIONAL')
  @Field(() => DateTime, { nullable: true, description: '确认时间. When it said so.' })
  acknowledgedAt: Date;

  @Shared('UNCONDITIONAL')
  @Field(() => String, { nullable: true, description: '滞后变动数. How many changes it is behind.' })
  lag: string;
}

@InputType({ description: '确认变动. What a consumer says it has taken over.' })
export class AcknowledgeInput {
  @Asked(() => String, text(300), '已处理到的游标. The cursor up to which everything is taken over.')
  cursor: string;

  @Asked(() => String, text(64), '名称，本令牌主体内唯一. The name of the consumer, among those of its token’s subject.')
  name: string;
}
