import { InputType } from 'type-graphql';
import { Sent, SubmittedInput, date, oneOf, regionCode, text, uscc, type Submission, checkDay } from '../../kernel';
import { SafetyStandard, StandardLevel } from './standard';

@InputType({ description: '安全生产标准化达标报送. A level of standardisation as it is submitted.' })
export class SafetyStandardInput extends SubmittedInput {
  @Sent(uscc, '单位的统一社会信用代码. The enterprise.')
  uscc: string;

  @Sent(regionCode, '单位所在区划代码. Its division.')
  regionCode: string;

  @Sent(oneOf(StandardLevel), '等级，见 StandardLevel. A value of StandardLevel.')
  level: StandardLevel;

  @Sent(text(64), '证书或公告编号. The number of the certificate or notice.')
  certificateNumber: string;

  @Sent(date, '达标日期. Since when.')
  awardedOn: string;

  @Sent(date, '有效期止. The last day.')
  validUntil: string;
}

export const standardSubmission: Submission<SafetyStandardInput, SafetyStandard, null> = {
  kind: 'safety-standards',
  term: { zh: '安全生产标准化达标', en: 'safety standard rating' },
  mutation: 'submitSafetyStandards',
  subgraph: 'credit',
  input: SafetyStandardInput,
  entity: SafetyStandard,
  key: 'id',
  prepare: async () => null,
  toRow({ sourceId, revision: _, ...record }, __, source) {
    const { awardedOn, validUntil } = record;
    checkDay('validUntil', validUntil, { from: awardedOn });
    return { ...record, id: `${source}/${sourceId}` };
  },
};
