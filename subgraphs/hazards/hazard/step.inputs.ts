import { ID, InputType } from 'type-graphql';
import {
  Asked,
  DateOnly,
  HazardDomain,
  RegionCode,
  Uscc,
  Yuan,
  date,
  industry,
  listOf,
  oneOf,
  regionCode,
  text,
  uscc,
  yuan,
  type HazardDomain as Domain,
} from '../../kernel';
import {
  DiscoveryMode,
  Escalation,
  HazardChannel,
  HazardGrade,
  HazardOrigin,
  Recipient,
  type DiscoveryMode as Mode,
  type Escalation as Level,
  type HazardChannel as Channel,
  type HazardGrade as Grade,
  type HazardOrigin as Origin,
  type Recipient as OneRecipient,
} from './hazard.terms';

const OPTIONAL = { optional: true } as const;

@InputType({ description: '上报隐患. A hazard as it is reported, to be verified.' })
export class ReportHazardInput {
  @Asked(() => HazardGrade, oneOf(HazardGrade), '初判等级，默认重大. The grade at first sight; by default major.', OPTIONAL)
  grade: Grade | null;

  @Asked(() => HazardDomain, oneOf(HazardDomain), '隐患领域. The field that it belongs to.')
  domain: Domain;

  @Asked(() => ID, text(40), '判定条款代码，见 hazardCriteria. The code of a criterion.', OPTIONAL)
  criterionCode: string | null;

  @Asked(() => HazardChannel, oneOf(HazardChannel), '发现渠道. How it came to be known.')
  channel: Channel;

  @Asked(() => DiscoveryMode, oneOf(DiscoveryMode), '三查一曝光方式. By which of the campaign’s means.', OPTIONAL)
  mode: Mode | null;

  @Asked(() => HazardOrigin, oneOf(HazardOrigin), '线索来源. The kind of record that it goes back to.', OPTIONAL)
  origin: Origin | null;

  @Asked(() => String, text(100), '线索编号（举报、检查、抽查）. The number of the tip, inspection or spot check.', OPTIONAL)
  originReference: string | null;

  @Asked(() => Uscc, uscc, '单位的统一社会信用代码. The enterprise.', OPTIONAL)
  uscc: string | null;

  @Asked(() => ID, text(20), '设备代码. The device.', OPTIONAL)
  equipmentCode: string | null;

  @Asked(() => RegionCode, regionCode, '隐患所在地区划代码. The division of the place.')
  regionCode: string;

  @Asked(() => String, industry, '行业代码 (GB/T 4754-2017). The industry.', OPTIONAL)
  industryCode: string | null;

  @Asked(() => [ID], listOf(text(40)), '涉及的一件事代码. Codes of the matters that it belongs to.', OPTIONAL)
  matterCodes: string[] | null;

  @Asked(() => String, text(1000), '隐患描述. What is wrong.')
  description: string;

  @Asked(() => DateOnly, date, '发现日期，默认当日. When it was found; by default today.', OPTIONAL)
  foundOn: string | null;

  @Asked(() => String, text(500), '依据材料. The evidence.', OPTIONAL)
  evidence: string | null;
}

/** What every step is told. */
@InputType({ description: '办理步骤. Which hazard, why, on what evidence.' })
export class HazardStepInput {
  @Asked(() => ID, text(64), '隐患编号. The hazard.')
  number: string;

  @Asked(() => String, text(500), '理由. Why.', OPTIONAL)
  reason: string | null;

  @Asked(() => String, text(500), '依据材料（文书号、附件编号）. The evidence: documents or files by their numbers.', OPTIONAL)
  evidence: string | null;
}

/** A step that must be justified. */
@InputType({ description: '须说明理由的办理步骤. Which hazard, and why.' })
export class ReasonedStepInput {
  @Asked(() => ID, text(64), '隐患编号. The hazard.')
  number: string;

  @Asked(() => String, text(500), '理由. Why.')
  reason: string;

  @Asked(() => String, text(500), '依据材料（文书号、附件编号）. The evidence: documents or files by their numbers.', OPTIONAL)
  evidence: string | null;
}

@InputType({ description: '核实隐患. What the verification has found.' })
export class VerifyHazardInput extends HazardStepInput {
  @Asked(() => HazardGrade, oneOf(HazardGrade), '认定等级，默认同初判. The grade; by default as reported.', OPTIONAL)
  grade: Grade | null;

  @Asked(() => ID, text(40), '判定条款代码，见 hazardCriteria. The criterion that it meets.', OPTIONAL)
  criterionCode: string | null;
}

@InputType({ description: '交办与双督办. Who leads and who supervises.' })
export class AssignHazardInput extends HazardStepInput {
  @Asked(() => ID, text(40), '牵头部门代码，如 430682-FIRE_RESCUE. The lead department.')
  leadDepartmentCode: string;

  @Asked(() => [ID], listOf(text(40)), '督办部门代码，重大隐患至少两个. The supervising departments, two at least for a major hazard.')
  supervisorCodes: string[];
}

@InputType({ description: '通知主要负责人和实际控制人. The notification and its deadline.' })
export class NotifyHazardInput extends HazardStepInput {
  @Asked(() => DateOnly, date, '整改期限. The deadline of rectification.')
  dueOn: string;

  @Asked(() => String, text(100), '主要负责人姓名. The principal.')
  principalName: string;

  @Asked(() => String, text(32), '主要负责人电话. The principal’s phone.', OPTIONAL)
  principalPhone: string | null;

  @Asked(() => String, text(100), '实际控制人姓名. The actual controller.')
  controllerName: string;

  @Asked(() => String, text(32), '实际控制人电话. The actual controller’s phone.', OPTIONAL)
  controllerPhone: string | null;
}

@InputType({ description: '签收通知. Who has acknowledged the notification.' })
export class AcknowledgeHazardInput extends HazardStepInput {
  @Asked(() => Recipient, oneOf(Recipient), '签收人. Who has acknowledged.')
  recipient: OneRecipient;
}

@InputType({ description: '整改方案（五落实）. The plan of rectification.' })
export class PlanRectificationInput extends HazardStepInput {
  @Asked(() => String, text(1000), '整改措施. What will be done.')
  measures: string;

  @Asked(() => Yuan, yuan, '整改资金. The money set aside.')
  funds: string;

  @Asked(() => String, text(100), '责任人姓名. Who answers for it.')
  responsibleName: string;

  @Asked(() => String, text(32), '责任人电话. Their phone.', OPTIONAL)
  responsiblePhone: string | null;

  @Asked(() => DateOnly, date, '整改时限，不晚于整改期限. When it will be done, within the deadline.')
  dueOn: string;

  @Asked(() => String, text(1000), '防范措施与预案. How people are kept safe meanwhile.')
  contingency: string;
}

@InputType({ description: '延长整改期限. The new deadline and why.' })
export class ExtendHazardInput extends ReasonedStepInput {
  @Asked(() => DateOnly, date, '新的期限. The new deadline.')
  dueOn: string;
}

@InputType({ description: '申请验收. What was rectified.' })
export class SubmitRectificationInput {
  @Asked(() => ID, text(64), '隐患编号. The hazard.')
  number: string;

  @Asked(() => String, text(500), '整改完成的证明材料. The evidence that it is rectified.')
  evidence: string;

  @Asked(() => String, text(500), '整改情况. What was done.', OPTIONAL)
  reason: string | null;
}

@InputType({ description: '审核把关销号. What the review has seen.' })
export class CloseHazardInput {
  @Asked(() => ID, text(64), '隐患编号. The hazard.')
  number: string;

  @Asked(() => String, text(500), '审核材料. The evidence of the review.')
  evidence: string;

  @Asked(() => String, text(500), '审核意见. The opinion.', OPTIONAL)
  reason: string | null;
}

@InputType({ description: '升级督办. How far, why, by which document.' })
export class EscalateHazardInput extends ReasonedStepInput {
  @Asked(() => Escalation, oneOf(Escalation), '升至. The next level.')
  to: Level;
}

@InputType({ description: '回头看重新整改. Why it is reopened, and until when.' })
export class ReopenHazardInput extends ReasonedStepInput {}
