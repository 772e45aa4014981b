import { ObjectType } from 'type-graphql';
import { Served, asked, code, id, inputType, moment, text } from '../../kernel';

@ObjectType({
  description: '变动源用户. A consumer of the feed, by what it has acknowledged.',
  simpleResolvers: true,
})
export class FeedConsumer {
  @Served('UNCONDITIONAL', text(64), '名称. The name that the consumer gives itself.') name: string;
  @Served('UNCONDITIONAL', id(40), '所属部门代码. The code of the department that the consumer belongs to.')
  departmentCode: string;
  @Served('UNCONDITIONAL', code(20), '已确认序号. The last change that it has taken over.')
  acknowledged: string;
  @Served('UNCONDITIONAL', moment, '确认时间. The moment at which it said so.') acknowledgedAt: Date;
  @Served('UNCONDITIONAL', code(20), '滞后变动数. The number of changes that it is behind.') lag: string;
}

export const AcknowledgeInput = inputType(
  'AcknowledgeInput',
  '确认变动. What a consumer says it has taken over.',
  {
    cursor: asked(text(300), '已处理到的游标. The cursor up to which everything is taken over.'),
    name: asked(
      text(64),
      '名称，本令牌主体内唯一. The name of the consumer, among those of its token’s subject.',
    ),
  },
);
export type AcknowledgeInput = InstanceType<typeof AcknowledgeInput>;
