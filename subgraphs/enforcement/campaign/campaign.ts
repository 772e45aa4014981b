import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { DateOnly, ReferenceUnknown, Shared } from '../../kernel';
import campaigns from '../reference/campaigns.json';

@ObjectType({ description: '专项行动. A campaign, as the documents name it.', simpleResolvers: true })
@Directive('@key(fields: "code")')
export class Campaign {
  @Shared('PUBLIC')
  @Field(() => ID, { description: '专项行动代码. Its code.' })
  code: string;

  @Shared('PUBLIC')
  @Field(() => String, { nullable: true, description: '名称. Its name.' })
  name: string;

  @Shared('PUBLIC')
  @Field(() => DateOnly, { nullable: true, description: '开始日期. Its first day.' })
  from: string;

  @Shared('PUBLIC')
  @Field(() => DateOnly, { nullable: true, description: '结束日期. Its last day.' })
  to: string | null;

  @Shared('PUBLIC')
  @Field(() => String, { nullable: true, description: '来源文件. The document that it is named in.' })
  source: string;

  @Shared('PUBLIC')
  @Field(() => String, { nullable: true, description: '重点. What it aims at, in the words of the document.' })
  target: string | null;
}

const byCode = new Map(campaigns.map((campaign): [string, Campaign] => [campaign.code, campaign]));

export const allCampaigns: readonly Campaign[] = [...byCode.values()];

export function campaignOf(code: string | null): Campaign | null {
  return code === null ? null : (byCode.get(code) ?? null);
}

/** @throws REFERENCE_UNKNOWN */
export function checkCampaign(code: string | null): string | null {
  if (code !== null && !byCode.has(code))
    throw ReferenceUnknown({ field: 'campaign', target: { zh: '专项行动', en: 'campaign' }, got: code });
  return code;
}
