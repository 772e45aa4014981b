import {
  DepartmentKind,
  EnterpriseRole,
  HazardDomain,
  asId,
  asText,
  asked,
  asking,
  code,
  date,
  departmentCode,
  documentNumber,
  flag,
  id,
  inputType,
  industry,
  listOf,
  oneOf,
  printedCode,
  prose,
  recordReference,
  regionCode,
  text,
  whole,
} from '../../kernel';
import { MatterVersion } from './matter-version';
import { LeadBasis } from './matter.terms';

const OPTIONAL = { optional: true } as const;
const draft = asked(id(40), '议定编号. The version that this is about.');
const reason = asked(prose(1000), '理由. The reason for it.');
const LEAD = '牵头部门代码，如 430682-FIRE_RESCUE. The department of that division which leads.';

const scope = {
  equipmentKinds: asked(
    listOf(code(4)),
    '特种设备目录代码. Kinds of special equipment, each with all below.',
    OPTIONAL,
  ),
  productCategories: asked(
    listOf(asId(code(40))),
    '强制性产品认证类别代码. Categories of the CCC catalogue.',
    OPTIONAL,
  ),
  industries: asked(
    listOf(industry),
    '行业代码 (GB/T 4754-2017). Industries, each with all below.',
    OPTIONAL,
  ),
  roles: asked(listOf(oneOf(EnterpriseRole)), '主体角色. Roles of enterprises.', OPTIONAL),
  hazardDomains: asked(
    listOf(oneOf(HazardDomain)),
    '隐患领域，整体属于此事项的. Fields of hazards that belong to it as a whole.',
    OPTIONAL,
  ),
};
const lead = {
  provisionalUntil: asked(
    asText(date),
    '临时牵头至（含当日）；长期牵头不填. The last day of a provisional lead; left out where it leads for good.',
    OPTIONAL,
  ),
  cooperatingDepartments: asked(
    listOf(departmentCode),
    '配合部门代码. The departments that support the lead department.',
    OPTIONAL,
  ),
  ...scope,
};
const place = asked(
  asText(regionCode),
  '适用区划代码，000000 为全国. The division that it is to hold in, with all below.',
);

export const CreateMatterInput = inputType(
  'CreateMatterInput',
  '设立事项（起草）. The draft of a new matter, by the office of the committee of its division.',
  {
    code: asked(asId(printedCode(40)), '事项代码. The code that it is to have.'),
    name: asked(text(100), '事项名称. The name of the matter.'),
    regionCode: place,
    leadDepartment: asked(departmentCode, LEAD),
    basis: asked(oneOf(LeadBasis), '牵头依据. The principle by which it leads.'),
    ...lead,
    ...asking(MatterVersion, ['sourceDocument', 'sourcePhrase']),
    reason,
    newRisk: asked(id(40), '所依据的新风险登记编号. The new risk that becomes a matter.', OPTIONAL),
  },
);
export type CreateMatterInput = InstanceType<typeof CreateMatterInput>;

export const ChangeMatterInput = inputType(
  'ChangeMatterInput',
  '调整事项（起草）. The draft of a change; what is left out stays as it is in that division.',
  {
    code: asked(asId(printedCode(40)), '事项代码. The code of the matter.'),
    regionCode: place,
    name: asked(text(100), '事项名称. Its name from then on.', OPTIONAL),
    leadDepartment: asked(departmentCode, LEAD, OPTIONAL),
    basis: asked(oneOf(LeadBasis), '牵头依据. The principle by which it leads.', OPTIONAL),
    ...lead,
    ...asking(MatterVersion, ['sourceDocument', 'sourcePhrase']),
    reason,
  },
);
export type ChangeMatterInput = InstanceType<typeof ChangeMatterInput>;

export const RetireMatterInput = inputType(
  'RetireMatterInput',
  '撤销事项（起草）. The draft of the end of a matter, or of what a division has added to one.',
  {
    code: asked(asId(printedCode(40)), '事项代码. The code of the matter.'),
    regionCode: place,
    ...asking(MatterVersion, ['sourceDocument', 'sourcePhrase']),
    reason,
  },
);

const kinds = (zh: string, en: string) =>
  asked(
    listOf(oneOf(DepartmentKind)),
    `${zh}部门类别；不填为职责待定，多个为职责交叉. ${en}: none is undecided, several overlap.`,
    OPTIONAL,
  );
const duty = (zh: string, en: string) => asked(text(500), `${zh}职责内容. ${en} has to do.`, OPTIONAL);

export const DraftStageInput = inputType(
  'DraftStageInput',
  '拟定环节. A stage of a draft; one of the same name takes its place.',
  {
    id: draft,
    order: asked(whole(1, 100), '次序，从 1 起. Its place in the chain, from 1.'),
    name: asked(text(100), '环节名称. The name of the stage.'),
    department: asked(
      departmentCode,
      '责任部门代码；不填即为空白. The department that answers for it; none is a gap.',
      OPTIONAL,
    ),
    duties: asked(listOf(text(200)), '监管职责. What has to be done there.'),
    legalBasis: asked(text(200), '法律依据. The law and the article.', OPTIONAL),
    industryKinds: kinds('行业主管', 'The kinds of department in charge of the trade'),
    industryDuty: duty('行业主管', 'What who is in charge of the trade'),
    supervisionKinds: kinds('综合或专项监管', 'The kinds of department that supervise'),
    supervisionDuty: duty('综合或专项监管', 'What who supervises'),
    enforcementKinds: kinds('执法', 'The kinds of department that enforce'),
    enforcementDuty: duty('执法', 'What who enforces'),
    localKinds: kinds('属地', 'The kinds of department of the place itself'),
    localDuty: duty('属地', 'What the place itself'),
  },
);
export type DraftStageInput = InstanceType<typeof DraftStageInput>;

export const RemoveStageInput = inputType(
  'RemoveStageInput',
  '删去拟定的环节. A stage that is taken out of a draft.',
  { id: draft, name: asked(text(100), '环节名称. The name of the stage.'), reason },
);

export const CirculateMatterInput = inputType(
  'CirculateMatterInput',
  '征求意见. Puts a draft before the departments that it names.',
  {
    id: draft,
    answerBy: asked(asText(date), '答复期限. The last day on which they may answer.'),
  },
);

export const SignMatterInput = inputType('SignMatterInput', '会签同意. A department signs a draft.', {
  id: draft,
  note: asked(prose(1000), '说明. What it has to say with it.', OPTIONAL),
});

export const MatterReasonInput = inputType(
  'MatterReasonInput',
  '写明理由的办理. A step with a draft, and its reason.',
  { id: draft, reason },
);

export const DecideMatterInput = inputType(
  'DecideMatterInput',
  '决定. The decision on a draft, with its meeting and its document.',
  {
    id: draft,
    approve: asked(flag, '是否通过. Whether it is decided as drafted.'),
    decidedOn: asked(asText(date), '决定日期. The day of the decision.'),
    meeting: asked(text(200), '会议. The meeting that has decided.'),
    document: asked(documentNumber(64), '纪要或者文件文号. The minutes or the document.'),
    inForceFrom: asked(
      asText(date),
      '生效日期，不早于决定日期；通过时必填. The day from which it is in force; asked for where it is approved.',
      OPTIONAL,
    ),
    ruling: asked(
      prose(1000),
      '对异议的裁定；有异议时必填. What is ruled on the objections; asked for where there are any.',
      OPTIONAL,
    ),
    reason,
  },
);
export type DecideMatterInput = InstanceType<typeof DecideMatterInput>;

export const HandOverMatterInput = inputType(
  'HandOverMatterInput',
  '移交清单. What the former lead hands over, signed by it: all that is open under it in the ledger of the matter, and what it states besides.',
  {
    id: draft,
    items: asked(
      listOf(recordReference(130)),
      '台账以外的未办结事项编号；台账中的自动列入. The numbers of what is open besides the ledger, whose open items are on the list by themselves.',
      OPTIONAL,
    ),
    note: asked(prose(1000), '说明. What it has to say with it.', OPTIONAL),
  },
);
