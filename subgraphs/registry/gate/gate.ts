import { Field, InputType, ObjectType } from 'type-graphql';
import { DateOnly, DepartmentKind, Served, vocabulary } from '../../kernel';
import { code, flag, listOf, oneOf, text } from '../../kernel';
import { IndustryRestriction } from './industry-restriction';

export const GateReasonCode = vocabulary(
  'GateReasonCode',
  '准入判断理由. The reasons why a registration may or may not go ahead.',
  {
    INDUSTRY_UNKNOWN: '行业代码有误. The industry code is none of GB/T 4754-2017.',
    PROHIBITED_INDUSTRY: '属当地禁止类产业. The place forbids the industry.',
    RESTRICTED_INDUSTRY:
      '属当地限制类产业，须符合条件. The place restricts the industry; its conditions must be met.',
    LICENCE_MISSING: '缺少前置许可. A prior licence is missing.',
    LICENCE_EXPIRED: '前置许可在申请日已过有效期. The prior licence has run out by the day of filing.',
    LICENCE_ENDED: '前置许可已被撤销、吊销或注销. The prior licence was withdrawn.',
    LICENCE_TO_BE_CONFIRMED:
      '前置许可未载明有效期且批准已逾九十日，须由审批机关确认. It states no end and was granted over 90 days ago: its authority must confirm it.',
    NO_PRIOR_LICENCE_NEEDED: '无需前置许可. The industry needs no prior licence.',
    LICENCE_HELD: '已持有有效前置许可. The prior licence is held and valid.',
  },
);
export type GateReasonCode = keyof typeof GateReasonCode;

const ALWAYS = { always: true } as const;

@ObjectType({ description: '准入判断理由. One reason for a yes or a no.', simpleResolvers: true })
export class GateReason {
  @Served('PUBLIC', oneOf(GateReasonCode), '理由代码. The reason as a code.', ALWAYS) code: GateReasonCode;
  @Served('PUBLIC', flag, '是否因此不予登记. Whether it stands against the registration.', ALWAYS)
  against: boolean;
  @Served('PUBLIC', text(500), '说明（中英文）. The reason in both languages.', ALWAYS) message: string;
}

/** A row of official/prior-licences.json. */
@ObjectType({
  description: '前置许可要求（先证后照）. A licence that an industry needs before registration.',
  simpleResolvers: true,
})
export class LicenceRequirement {
  @Served(
    'PUBLIC',
    listOf(code(4)),
    '行业代码前缀. The industries that need it, each with all below it.',
    ALWAYS,
  )
  industries: string[];
  @Served('PUBLIC', text(100), '许可名称. The name of the licence.', ALWAYS) licence: string;
  @Served('PUBLIC', oneOf(DepartmentKind), '许可机关类别. The kind of department that grants it.', ALWAYS)
  authority: DepartmentKind;
  @Served('PUBLIC', text(300), '依据. The law that requires the licence.', ALWAYS) basis: string;
  @Served('PUBLIC', flag, '是否核实. Whether the text was seen.', ALWAYS) verified: boolean;
}

@ObjectType({
  description: '登记前置判断（先证后照）. Whether an enterprise may be registered, and why.',
  simpleResolvers: true,
})
export class RegistrationGate {
  @Served('PUBLIC', flag, '是否可予登记. Whether it may be registered.', ALWAYS) allowed: boolean;
  @Served('PUBLIC', () => [GateReason], '理由. The reasons for the answer.', ALWAYS) reasons: GateReason[];

  @Served('PUBLIC', () => [LicenceRequirement], '所需前置许可. The prior licences that it needs.', ALWAYS)
  licencesNeeded: readonly LicenceRequirement[];

  @Served(
    'PUBLIC',
    () => [IndustryRestriction],
    '适用的禁止和限制类产业条目. The restrictions of the place that apply.',
    ALWAYS,
  )
  restrictions: readonly IndustryRestriction[];
}

@InputType({ description: '申请人提交的前置许可. A prior licence as the applicant shows it.' })
export class LicenceShown {
  @Field(() => String, { description: '许可名称. The name of the licence.' })
  name: string;

  @Field(() => DateOnly, { nullable: true, description: '批准日期. The day on which it was granted.' })
  grantedOn?: string | null;

  @Field(() => DateOnly, { nullable: true, description: '有效期至. The last day on which it holds.' })
  validUntil?: string | null;
}
