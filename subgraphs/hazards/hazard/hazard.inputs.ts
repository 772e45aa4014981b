import {
  HazardDomain,
  asId,
  asked,
  asking,
  date,
  flag,
  industryPrefix,
  inputOf,
  inputType,
  listOf,
  oneOf,
  printedCode,
  prose,
  regionCode,
  text,
  undashedCode,
  uscc,
} from '../../kernel';
import { Hazard } from './hazard';
import { RectificationPlan } from './hazard-records';
import { hazardNumber } from './hazard.rules';
import {
  Escalation,
  HazardCaveat,
  HazardChannel,
  HazardGrade,
  HazardOrigin,
  HazardStatus,
  Recipient,
} from './hazard.terms';

const OPTIONAL = { optional: true } as const;
const EVIDENCE = '依据材料（文书号、附件编号）. The evidence: documents or files by their numbers.';
const evidence = asked(prose(500), EVIDENCE, OPTIONAL);
const number = asked(asId(hazardNumber), '隐患编号. The number of the hazard.');

export const HazardInput = inputOf(
  Hazard,
  '事故隐患报送. A hazard as an agency’s own system has it, at whatever step.',
  [
    'number',
    'grade',
    'domain',
    'criterionCode',
    'channel',
    'mode',
    'origin',
    'originReference',
    'uscc',
    'equipmentCode',
    'regionCode',
    'industryCode',
    'matterCodes?',
    'description',
    'foundOn',
    'originalDueOn',
    'dueOn',
    'status',
    'escalation',
    'leadDepartmentCode',
    'closedOn',
  ],
  { defaults: { status: 'REPORTED', escalation: 'NONE' } },
);
export type HazardInput = InstanceType<typeof HazardInput>;

export const ReportHazardInput = inputType(
  'ReportHazardInput',
  '上报隐患. A hazard as it is reported, to be verified.',
  {
    grade: asked(
      oneOf(HazardGrade),
      '初判等级，默认重大. The grade at first sight; by default major.',
      OPTIONAL,
    ),
    ...asking(Hazard, ['domain', 'criterionCode', 'channel', 'mode', 'origin', 'originReference', 'uscc']),
    equipmentCode: asked(
      asId(undashedCode(20)),
      '涉及的特种设备. The device that it is about, by its code.',
      OPTIONAL,
    ),
    ...asking(Hazard, ['regionCode', 'industryCode']),
    matterCodes: asked(
      listOf(asId(printedCode(40))),
      '涉及的一件事. The codes of the matters that it belongs to.',
      OPTIONAL,
    ),
    ...asking(Hazard, ['description']),
    foundOn: asked(date, '发现日期，默认当日. The day on which it was found; by default today.', OPTIONAL),
    evidence,
  },
);

/** What every step is told. */
const step = { number, reason: asked(prose(500), '理由. The reason for the step.', OPTIONAL), evidence };
/** What a step is told that must be justified. */
const reasoned = { ...step, reason: asked(prose(500), '理由. The reason for the step.') };

export const HazardStepInput = inputType(
  'HazardStepInput',
  '办理步骤. A step of a hazard, with its reason and evidence.',
  step,
);

export const ReasonedStepInput = inputType(
  'ReasonedStepInput',
  '须说明理由的办理步骤. A step of a hazard that must be justified.',
  reasoned,
);

export const VerifyHazardInput = inputType(
  'VerifyHazardInput',
  '核实隐患. What the verification has found.',
  {
    ...step,
    grade: asked(
      oneOf(HazardGrade),
      '认定等级，默认同初判. The grade that was found; by default as reported.',
      OPTIONAL,
    ),
    ...asking(Hazard, ['criterionCode']),
  },
);

export const AssignHazardInput = inputType(
  'AssignHazardInput',
  '交办与双督办. The departments that lead and supervise.',
  {
    ...step,
    ...asking(Hazard, ['leadDepartmentCode!', 'supervisorCodes']),
    leader: asked(
      text(100),
      '挂钩（包保）领导姓名；不填则不变. The leader who answers for its removal; left out, it stays who it was.',
      OPTIONAL,
    ),
  },
);

export const NotifyHazardInput = inputType(
  'NotifyHazardInput',
  '通知主要负责人和实际控制人. The notification and its deadline.',
  {
    ...step,
    dueOn: asked(date, '整改期限. The last day on which rectification is in time.'),
    principalName: asked(text(100), '主要负责人姓名. The name of the principal.'),
    principalPhone: asked(text(32), '主要负责人电话. The phone of the principal.', OPTIONAL),
    controllerName: asked(text(100), '实际控制人姓名. The name of the actual controller.'),
    controllerPhone: asked(text(32), '实际控制人电话. The phone of the actual controller.', OPTIONAL),
  },
);

export const AcknowledgeHazardInput = inputType(
  'AcknowledgeHazardInput',
  '签收通知. The acknowledgement of a notification.',
  {
    ...step,
    recipient: asked(oneOf(Recipient), '签收人. The recipient who has acknowledged it.'),
  },
);

export const PlanRectificationInput = inputType(
  'PlanRectificationInput',
  '整改方案（五落实）. The plan by which a hazard is rectified.',
  {
    ...step,
    ...asking(RectificationPlan, [
      'measures',
      'funds',
      'responsibleName',
      'responsiblePhone',
      'dueOn',
      'contingency',
    ]),
  },
);

export const ExtendHazardInput = inputType(
  'ExtendHazardInput',
  '延长整改期限. The new deadline, with the reason for it.',
  {
    ...reasoned,
    dueOn: asked(date, '新的期限，晚于现期限. The new deadline, after the present one.'),
  },
);

export const SubmitRectificationInput = inputType(
  'SubmitRectificationInput',
  '申请验收. The rectification that is to be reviewed.',
  {
    number,
    evidence: asked(prose(500), '整改完成的证明材料. The evidence that it is rectified.'),
    reason: asked(prose(500), '整改情况. An account of the rectification.', OPTIONAL),
  },
);

export const CloseHazardInput = inputType(
  'CloseHazardInput',
  '审核把关销号. The review by which a hazard is closed.',
  {
    number,
    evidence: asked(prose(500), '审核材料. The evidence of the review.'),
    reason: asked(prose(500), '审核意见. The opinion of the reviewer.', OPTIONAL),
  },
);

export const EscalateHazardInput = inputType(
  'EscalateHazardInput',
  '升级督办. The next level of supervision, with the reason for it.',
  {
    ...reasoned,
    to: asked(oneOf(Escalation), '升至. The level that supervision goes to.'),
  },
);

export const ReopenHazardInput = inputType(
  'ReopenHazardInput',
  '回头看重新整改. The reason why a hazard is reopened.',
  reasoned,
);

export const HazardFilter = inputType('HazardFilter', '隐患筛选. Narrows a list of hazards down.', {
  region: asked(regionCode, '区划及其下级. In the subtree of this division.', OPTIONAL),
  grade: asked(oneOf(HazardGrade), '隐患等级. Returns only those of this grade.', OPTIONAL),
  domain: asked(oneOf(HazardDomain), '隐患领域. Returns only those of this field.', OPTIONAL),
  status: asked(oneOf(HazardStatus), '隐患状态. Returns only those in this state.', OPTIONAL),
  overdue: asked(flag, '是否逾期. Returns only those that are overdue today, or only the others.', OPTIONAL),
  enterprise: asked(
    uscc,
    '单位的统一社会信用代码. The unified social credit code of the enterprise that was visited.',
    OPTIONAL,
  ),
  channel: asked(oneOf(HazardChannel), '发现渠道. That came to be known so.', OPTIONAL),
  foundFrom: asked(date, '发现日期不早于. Found on this day or later.', OPTIONAL),
  foundTo: asked(date, '发现日期不晚于. Found on this day or earlier.', OPTIONAL),
  firstDueTo: asked(
    date,
    '原定整改期限不晚于. Returns only those of which the first deadline is this day or an earlier one.',
    OPTIONAL,
  ),
  openOn: asked(
    date,
    '该日终了时已入库而未销号. In the database and not closed by the end of this day.',
    OPTIONAL,
  ),
  verified: asked(
    flag,
    '是否已核实入库. Returns only those that were verified, closed ones among them, or only the others.',
    OPTIONAL,
  ),
  closedOnTime: asked(
    flag,
    '是否在原定期限内销号. Returns only those closed by their first deadline, or only the others.',
    OPTIONAL,
  ),
  origin: asked(
    oneOf(HazardOrigin),
    '线索来源（仅部门）. Returns only those that go back to such a record; for agencies.',
    OPTIONAL,
  ),
  caveat: asked(
    oneOf(HazardCaveat),
    '与整改率一并看的情形（仅部门）. Returns only those of which this holds; for agencies.',
    OPTIONAL,
  ),
  escalation: asked(oneOf(Escalation), '督办层级. Returns only those at this level of escalation.', OPTIONAL),
  industryPrefix: asked(
    industryPrefix,
    '行业代码前缀 (GB/T 4754-2017). Of an industry that begins so.',
    OPTIONAL,
  ),
  matter: asked(asId(printedCode(40)), '一件事代码. Returns only those tagged with this matter.', OPTIONAL),
  listed: asked(flag, '仅挂牌督办的. Only those under listed supervision.', OPTIONAL),
  closingDown: asked(
    flag,
    '仅符合关闭条件单位的（安全生产法第一百一十三条）. Only open major ones of units that meet the closing-down rule of Art. 113.',
    OPTIONAL,
  ),
  principalCheckMissed: asked(
    flag,
    '仅主要负责人上一期未带队检查的. Only open major ones whose principal led no check in the last full period.',
    OPTIONAL,
  ),
});
export type HazardFilter = Partial<InstanceType<typeof HazardFilter>>;
