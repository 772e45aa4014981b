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
  Submitted,
  date,
  inputOf,
  oneOf,
  printedCode,
  ratio,
  regionCode,
  text,
  uscc,
  vocabulary,
  whole,
} from '../../kernel';
import { Enterprise } from '../others';

/** The six of 建安区提醒函 (安责险全覆盖 by the end of 2024), and what follows by the end of 2025. */
export const InsuranceField = vocabulary(
  'InsuranceField',
  '安责险行业领域. The fields that must hold work safety liability insurance.',
  {
    COAL_MINE: '煤矿. Coal mines.',
    NON_COAL_MINE: '非煤矿山. Other mines.',
    HAZARDOUS_CHEMICALS: '危险化学品. Hazardous chemicals.',
    TRANSPORT: '交通运输. Transport.',
    CONSTRUCTION: '建筑施工. Construction.',
    CIVIL_EXPLOSIVES: '民用爆炸物品. Civil explosives.',
    OTHER_HIGH_RISK: '其他具有较高生产安全风险的行业领域. Other fields of higher risk.',
  },
);
export type InsuranceField = keyof typeof InsuranceField;

/** An enterprise that must be insured, with its policy; without one it counts as not covered. */
@Noun('安全生产责任保险. The work safety liability insurance of an enterprise.', {
  key: false,
  term: { zh: '安全生产责任保险', en: 'insurance policy' },
})
@Index('safety_insurance_by_enterprise', ['uscc', 'validUntil'])
@Index('safety_insurance_by_region', ['regionCode', 'field', 'uscc'])
export class SafetyInsurance extends Submitted {
  @Id(null, '编号. The id of the record.') id: string;

  @RefersTo(() => Enterprise, uscc, 'UNCONDITIONAL', '单位. The enterprise that must be insured.', {
    as: 'enterprise',
    index: 'safety_insurance_of_enterprise',
    stated: '单位的统一社会信用代码. The code of the enterprise.',
    unknown: 'flag',
    back: {
      name: 'safetyInsurances',
      level: 'UNCONDITIONAL',
      says: '安责险，按行业领域；期间按保险期间止筛选. Its work safety liability insurance by field; a period is one of the last day insured.',
      order: ['field', 'id'],
      period: 'validUntil',
      term: { from: 'validFrom', until: ['validUntil'] },
    },
  })
  uscc: string;

  @Kept(regionCode, '单位所在区划代码. The division of the enterprise.')
  regionCode: string;

  @Fact(
    'UNCONDITIONAL',
    oneOf(InsuranceField, 20),
    '行业领域. The field for which the enterprise must be insured.',
  )
  field: InsuranceField;

  @Fact('UNCONDITIONAL', text(100), '承保机构. The insurer; none if it should be insured and is not.', {
    optional: true,
  })
  insurer: string | null;

  @Fact('UNCONDITIONAL', printedCode(64), '保单号. The number of the policy.', { optional: true })
  policyNumber: string | null;

  @Fact('UNCONDITIONAL', date, '保险期间起. The first day that is insured.', { optional: true })
  validFrom: string | null;

  @Fact('UNCONDITIONAL', date, '保险期间止. The last day that is insured.', { optional: true })
  validUntil: string | null;

  @Fact(
    'UNCONDITIONAL',
    whole(0, 10_000),
    '保险机构事故预防服务次数. The number of times that the insurer has helped to prevent accidents.',
  )
  preventionServices: number;

  @DuplicateOf(null, ['uscc', 'field', 'validFrom', 'policyNumber']) duplicateOf: string | null;
}

export const SafetyInsuranceInput = inputOf(
  SafetyInsurance,
  '安责险报送；应投保未投保的也报送，保单各项不填. An enterprise that must be insured; one that is not leaves its policy out.',
  ['uscc', 'regionCode', 'field', 'insurer', 'policyNumber', 'validFrom', 'validUntil', 'preventionServices'],
  { defaults: { preventionServices: 0 } },
);
export type SafetyInsuranceInput = InstanceType<typeof SafetyInsuranceInput>;

const enterprises = whole(0, 1_000_000_000);

@ObjectType({
  description: '安责险覆盖率. The share of enterprises of a field that are insured on a day.',
  simpleResolvers: true,
})
export class InsuranceCoverage {
  @Served('PUBLIC', regionCode, '区划代码. The division, with its subtree.', { always: true })
  regionCode: string;
  @Served('PUBLIC', oneOf(InsuranceField), '行业领域. The field that is counted.', { always: true })
  field: InsuranceField;
  @Served('PUBLIC', date, '全覆盖期限. The day by which all of the field must be insured.', { always: true })
  dueOn: string;
  @Served('PUBLIC', enterprises, '应投保单位数. The number of enterprises that must be insured.', {
    always: true,
  })
  obliged: number;
  @Served('PUBLIC', enterprises, '已投保单位数. The number of enterprises that are insured on that day.', {
    always: true,
  })
  insured: number;
  @Served(
    'PUBLIC',
    ratio,
    '覆盖率，0 至 1；没有应投保单位时为空. The share, 0 to 1; null if none must be insured.',
    { optional: true },
  )
  rate: number | null;
}
