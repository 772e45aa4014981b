import { ObjectType } from 'type-graphql';
import { Index } from 'typeorm';
import {
  DuplicateOf,
  Fact,
  Id,
  Kept,
  Noun,
  RefersTo,
  Served,
  DecidedOnSubject,
  date,
  documentNumber,
  id,
  inputOf,
  oneOf,
  regionCode,
  text,
  uscc,
  vocabulary,
} from '../../kernel';
import incentives from '../official/incentives.json';
import { Enterprise } from '../others';

export const StandardLevel = vocabulary(
  'StandardLevel',
  '安全生产标准化等级. The level of work safety standardisation.',
  {
    LEVEL_1: '一级. The first, highest level.',
    LEVEL_2: '二级. The second level.',
    LEVEL_3: '三级. The third level.',
  },
);
export type StandardLevel = keyof typeof StandardLevel;

@Noun('安全生产标准化达标. That an enterprise meets a level of work safety standardisation.', {
  key: false,
  term: { zh: '安全生产标准化达标', en: 'safety standard rating' },
})
@Index('safety_standard_by_enterprise', ['uscc', 'level'])
export class SafetyStandard extends DecidedOnSubject {
  @Id(null, '编号. The id of the record.') id: string;

  @RefersTo(() => Enterprise, uscc, 'PUBLIC', '单位. The enterprise that meets it.', {
    as: 'enterprise',
    index: 'safety_standard_of_enterprise',
    stated: '单位的统一社会信用代码. The code of the enterprise.',
    unknown: 'flag',
    subject: true,
    back: {
      name: 'safetyStandards',
      level: 'PUBLIC',
      says: '安全生产标准化达标，新的在前；期间按达标日期筛选. The levels of standardisation that it has met, the latest first; a period is one of the day of the award.',
      order: ['awardedOn', 'id'],
      descending: true,
      period: 'awardedOn',
      state: 'level',
      term: { from: 'awardedOn', until: ['validUntil'] },
    },
  })
  uscc: string;

  @Kept(regionCode, '单位所在区划代码. The division of the enterprise.')
  regionCode: string;

  @Fact('PUBLIC', oneOf(StandardLevel, 8), '等级. The level that the enterprise meets.')
  level: StandardLevel;

  @Fact('PUBLIC', documentNumber(64), '证书或公告编号. The number of the certificate or notice.')
  certificateNumber: string;

  @Fact('PUBLIC', date, '达标日期. The first day on which the level holds.')
  awardedOn: string;

  @Fact('PUBLIC', date, '有效期止. The last day on which the level holds.')
  validUntil: string;

  @DuplicateOf(null, ['uscc', 'awardedOn', 'certificateNumber']) duplicateOf: string | null;
}

export const SafetyStandardInput = inputOf(
  SafetyStandard,
  '安全生产标准化达标报送. A level of standardisation as it is submitted.',
  ['uscc', 'regionCode', 'level', 'certificateNumber', 'awardedOn', 'validUntil'],
);

@ObjectType({
  description: '达标激励政策. A benefit that an enterprise which meets the standard is entitled to.',
  simpleResolvers: true,
})
export class Incentive {
  @Served('PUBLIC', id(40), '代码. The code of the incentive.', { always: true }) code: string;
  @Served('PUBLIC', text(100), '名称. The incentive in a few words.', { always: true }) name: string;
  @Served('PUBLIC', text(200), '来源文件. The document that it rests on.', { always: true }) source: string;
}

export const INCENTIVES: readonly Incentive[] = incentives;
