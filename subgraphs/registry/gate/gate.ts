import { Field, InputType, ObjectType } from 'type-graphql';
import { DateOnly, DepartmentKind, Served, vocabulary } from '../../kernel';
import { code, date, flag, listOf, oneOf, text, whole } from '../../kernel';
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
    LICENCE_SUSPENDED: '前置许可在申请日被暂扣. The prior licence is suspended on the day of filing.',
    LICENCE_TO_BE_CONFIRMED:
      '前置许可未载明有效期且批准已逾九十日，须由审批机关确认. It states no end and was granted over 90 days ago: its authority must confirm it.',
    LICENCE_DEPENDS:
      '是否须前置许可取决于具体经营项目，须由登记机关核实. Whether the licence is needed depends on what exactly is done: the registrar must find out.',
    PRIOR_LICENCE_UNKNOWN:
      '所用目录不全，是否须前置许可未知. The list of licences is not complete: whether one is needed is not known.',
    NO_PRIOR_LICENCE_NEEDED: '无需前置许可. The industry needs no prior licence.',
    LICENCE_HELD: '已持有有效前置许可. The prior licence is held and valid.',
    AREA_NOT_STATED:
      '区划内某园区禁止或限制该产业，须写明是否在园区内. A park of the division forbids or restricts the industry: say whether it is there.',
    PRINCIPAL_BARRED:
      '主要负责人在申请日处于对该行业的任职限制期内. Whoever heads it is barred on that day from heading an enterprise of the industry.',
    PRINCIPAL_UNCHECKED:
      '主要负责人是否任职受限，由登记机关查询. Whether whoever heads it is barred was not asked: that is for the registrar, and for agencies to see.',
    ON_DISHONESTY_LIST:
      '列入失信名单，措施及依据另列，本身不妨碍登记. It is on a dishonesty list: its measures and their basis are told, and by itself it refuses nothing.',
    LISTING_UNCHECKED: '失信名单暂时无法查询. Whether it is on a dishonesty list could not be asked now.',
  },
);
export type GateReasonCode = keyof typeof GateReasonCode;

const ALWAYS = { always: true } as const;
const OPTIONAL = { optional: true } as const;

@ObjectType({ description: '准入判断理由. One reason for a yes or a no.', simpleResolvers: true })
export class GateReason {
  @Served('PUBLIC', oneOf(GateReasonCode), '理由代码. The reason as a code.', ALWAYS) code: GateReasonCode;
  @Served('PUBLIC', flag, '是否因此不予登记. Whether it stands against the registration.', ALWAYS)
  against: boolean;
  @Served('PUBLIC', text(500), '说明（中英文）. The reason in both languages.', ALWAYS) message: string;
}

/** A row of official/prior-licences.json, the catalogue of prior approvals as far as it was seen. */
@ObjectType({
  description: '前置许可要求（先证后照）. A licence that an industry needs before registration.',
  simpleResolvers: true,
})
export class LicenceRequirement {
  @Served('PUBLIC', whole(1, 999), '目录序号. Its number in the catalogue.', ALWAYS) number: number;
  @Served('PUBLIC', text(200), '审批事项名称. The name of the approval in the catalogue.', ALWAYS)
  item: string;
  @Served(
    'PUBLIC',
    listOf(code(4)),
    '行业代码前缀. The industries that need it, each with all below it.',
    ALWAYS,
  )
  industries: string[];
  @Served('PUBLIC', text(100), '许可名称. The name of the licence.', ALWAYS) licence: string;
  @Served(
    'PUBLIC',
    flag,
    '该行业是否一概需要；否则取决于具体经营项目. Whether all of the industry need it; otherwise it depends on what exactly is done.',
    ALWAYS,
  )
  everyone: boolean;
  @Served(
    'PUBLIC',
    oneOf(DepartmentKind),
    '许可机关类别；其他机关为空. The kind of department that grants it; null for others than are named here.',
    OPTIONAL,
  )
  authority: DepartmentKind | null;
  @Served('PUBLIC', text(100), '许可机关. The authority that grants it.', ALWAYS) authorityName: string;
  @Served('PUBLIC', text(300), '适用条件. The conditions that the catalogue states.', OPTIONAL)
  condition: string | null;
  @Served('PUBLIC', date, '失效日期. The last day on which it was needed; null while it is.', OPTIONAL)
  until: string | null;
  @Served('PUBLIC', text(300), '依据. The law that requires the licence.', ALWAYS) basis: string;
  @Served('PUBLIC', flag, '是否核实. Whether the text was seen.', ALWAYS) verified: boolean;
}

@ObjectType({
  description: '失信名单提示. A dishonesty list that an enterprise is on, as the gate tells of it.',
  simpleResolvers: true,
})
export class GateListing {
  @Served('PUBLIC', code(40), '名单，见 DishonestyList. The list, one of DishonestyList.', ALWAYS)
  list: string;
  @Served('PUBLIC', text(200), '列入依据文书. The document that it rests on.', ALWAYS) basisDocument: string;
  @Served(
    'PUBLIC',
    listOf(text(60)),
    '联合惩戒措施，依据见 jointMeasures. Its measures; their law is told by jointMeasures.',
    ALWAYS,
  )
  measures: string[];
  @Served('PUBLIC', date, '列入期限截止. The last day of its term.', OPTIONAL)
  expiresOn: string | null;
}

@ObjectType({
  description: '登记前置判断（先证后照）. Whether an enterprise may be registered, and why.',
  simpleResolvers: true,
})
export class RegistrationGate {
  @Served(
    'PUBLIC',
    flag,
    '是否可予登记；须核实后方能回答的为空，理由见 reasons. Whether it may be registered; null where something must be found out first, which the reasons say.',
    OPTIONAL,
  )
  allowed: boolean | null;
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

  @Served(
    'PUBLIC',
    () => [GateListing],
    '该主体当日所在的失信名单及其措施. The dishonesty lists that it is on that day, with their measures; null if they could not be asked.',
  )
  listings: readonly GateListing[] | null;
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
