import { Directive, ObjectType } from 'type-graphql';
import { ReferenceUnknown, Served, date, id, text } from '../../kernel';
import campaigns from '../official/campaigns.json';

@ObjectType({ description: '专项行动. A campaign, as the documents name it.', simpleResolvers: true })
@Directive('@key(fields: "code")')
export class Campaign {
  @Served('PUBLIC', id(40), '专项行动代码. The code by which cases and inspections name it.', {
    always: true,
  })
  code: string;

  @Served('PUBLIC', text(100), '名称. The name that the document gives it.')
  name: string;

  @Served('PUBLIC', date, '开始日期. The first day of the campaign.')
  from: string;

  @Served('PUBLIC', date, '结束日期. The last day of the campaign.', { optional: true })
  to: string | null;

  @Served('PUBLIC', text(200), '来源文件. The document that it is named in.')
  source: string;

  @Served('PUBLIC', text(200), '重点. The aim of the campaign, in the words of the document.', {
    optional: true,
  })
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
