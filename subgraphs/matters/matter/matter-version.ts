import { Column, Index } from 'typeorm';
import {
  Fact,
  Kept,
  Key,
  Noun,
  RefersTo,
  Served,
  asId,
  asked,
  count,
  date,
  departmentCode,
  documentNumber,
  flag,
  id,
  inputType,
  listOf,
  oneOf,
  printedCode,
  prose,
  recordReference,
  regionCode,
  text,
  type List,
} from '../../kernel';
import { Department } from '../others';
import { NewRisk } from '../work/new-risk';
import { Matter, MatterScope, type Contents, type StoredStage } from './matter';
import { LeadBasis, MatterVersionKind, MatterVersionStatus } from './matter.terms';

const OPTIONAL = { optional: true } as const;

/**
 * A version of a matter for one division, from its draft to its decision, and for good after that: the decided ones are
 * the history of the matter. `安委办起草、部门会签、安委会或者人民政府决定`: see matter.steps.ts.
 */
@Noun('事项议定. A version of a matter for a division: drafted, put before the departments, decided.', {
  term: { zh: '事项议定', en: 'version of a matter' },
})
@Index('matter_version_by_matter', ['matterCode', 'regionCode', 'nth'])
@Index('matter_version_by_region', ['regionCode', 'id'])
@Index('matter_version_by_status', ['status', 'regionCode', 'id'])
export class MatterVersion implements Contents {
  @Key('PUBLIC', id(40), '议定编号. The id of the version.') id: string;

  @RefersTo(() => Matter, asId(printedCode(40)), 'PUBLIC', '事项. The matter that it is a version of.', {
    as: 'matter',
    stated: '事项代码. The code of the matter.',
    unknown: 'refuse',
  })
  matterCode: string;

  @Fact('PUBLIC', count, '次序，从 1 起. Its place among the versions of the matter, from 1.') nth: number;

  @Fact('PUBLIC', oneOf(MatterVersionKind), '议定类别. What it does to the matter.') kind: MatterVersionKind;

  @Fact(
    'PUBLIC',
    regionCode,
    '适用区划及其下级，000000 为全国. The division that it holds in, with all below: 000000 is the whole country.',
  )
  regionCode: string;

  @Fact('PUBLIC', oneOf(MatterVersionStatus), '议定状态. The state that it is in.')
  status: MatterVersionStatus;

  @Fact('PUBLIC', text(100), '事项名称. The name of the matter.') name: string;

  @RefersTo(() => Department, departmentCode, 'PUBLIC', '牵头部门. The department that leads.', {
    as: 'leadDepartment',
    unknown: 'refuse',
  })
  leadDepartmentCode: string;

  @Fact('PUBLIC', oneOf(LeadBasis, 16), '牵头依据. The principle by which it leads.') leadBasis: LeadBasis;

  @Fact('PUBLIC', flag, '文件是否明示牵头部门. Whether the document itself names the lead.')
  leadVerified: boolean;

  @Fact('PUBLIC', date, '临时牵头至（含当日）. The last day of a provisional lead.', OPTIONAL)
  provisionalUntil: string | null;

  @RefersTo(
    () => Department,
    listOf(departmentCode),
    'PUBLIC',
    '配合部门. The departments that support the lead department.',
    { as: 'cooperatingDepartments' },
  )
  cooperatingDepartmentCodes: string[];

  @Column('jsonb') storedStages: StoredStage[];

  @Column('jsonb')
  @Served('PUBLIC', () => MatterScope, '事项范围. What the matter is about, in the codes of each department.')
  scope: MatterScope;

  @Fact('PUBLIC', text(64), '来源文件. The document that asks for it.') sourceDocument: string;

  @Fact('PUBLIC', text(2000), '来源原文. The words of that document.', {
    column: { type: 'text', length: undefined },
  })
  sourcePhrase: string;

  @Fact('UNCONDITIONAL', prose(1000), '起草理由. The reason for which it was drafted.', OPTIONAL) reason:
    string | null;

  /** Who has drafted it does not decide on it. */
  @Kept(text(200), '起草人. The officer who has drafted it.', OPTIONAL) draftedBy: string | null;

  @RefersTo(() => Department, departmentCode, 'PUBLIC', '起草单位. The department that has drafted it.', {
    as: 'draftingDepartment',
    optional: true,
  })
  draftingDepartmentCode: string | null;

  @Fact('PUBLIC', date, '起草日期. The day on which it was drafted.', OPTIONAL) draftedOn: string | null;

  @RefersTo(() => NewRisk, id(40), 'UNCONDITIONAL', '所依据的新风险. The new risk that it goes back to.', {
    as: 'newRisk',
    optional: true,
    unknown: 'refuse',
  })
  newRiskId: string | null;

  @Fact('UNCONDITIONAL', date, '答复期限. The last day on which departments may answer.', OPTIONAL)
  answerBy: string | null;

  @RefersTo(
    () => Department,
    departmentCode,
    'PUBLIC',
    '决定机关：安委会或者人民政府. The department that has decided: the committee, or the government.',
    { as: 'decidedBy', optional: true },
  )
  decidedByCode: string | null;

  @Fact('PUBLIC', date, '决定日期. The day of the decision; null where a source does not say.', OPTIONAL)
  decidedOn: string | null;

  @Fact('PUBLIC', text(200), '会议. The meeting that has decided.', OPTIONAL) meeting: string | null;

  @Fact(
    'PUBLIC',
    documentNumber(64),
    '纪要或者文件文号. The minutes or the document of the decision.',
    OPTIONAL,
  )
  document: string | null;

  @Fact(
    'PUBLIC',
    prose(1000),
    '对异议的裁定. What was ruled on the objections; there is none without objection.',
    OPTIONAL,
  )
  ruling: string | null;

  @Fact(
    'PUBLIC',
    date,
    '生效日期；来源文件未载明的为空. The day from which it is in force; null is since before records begin.',
    OPTIONAL,
  )
  inForceFrom: string | null;

  @RefersTo(
    () => Department,
    departmentCode,
    'PUBLIC',
    '原牵头部门. The department that led until then; null where the lead stays.',
    { as: 'formerLead', optional: true },
  )
  formerLeadCode: string | null;

  @Fact(
    'UNCONDITIONAL',
    listOf(recordReference(130)),
    '移交清单. What the former lead has handed over, item by item.',
  )
  handoverItems: string[];

  @Fact(
    'UNCONDITIONAL',
    date,
    '移交签字日期. The day on which the former lead has signed the list.',
    OPTIONAL,
  )
  handedOverOn: string | null;

  @Fact('UNCONDITIONAL', date, '接收签字日期. The day on which the new lead has signed it.', OPTIONAL)
  takenOverOn: string | null;

  @Kept(count, '办理步数. How many steps were taken with it.') steps: number;
}

export const MATTER_VERSIONS: List<MatterVersion> = {
  name: 'matterVersions',
  entity: MatterVersion,
  order: ['regionCode', 'id'],
};

export const MatterVersionFilter = inputType(
  'MatterVersionFilter',
  '议定筛选. The conditions by which versions are selected; those given must all hold.',
  {
    region: asked(regionCode, '区划及其下级. In the subtree of this division.', OPTIONAL),
    status: asked(oneOf(MatterVersionStatus), '状态. Returns only those in this state.', OPTIONAL),
  },
);
export type MatterVersionFilter = Partial<InstanceType<typeof MatterVersionFilter>>;
