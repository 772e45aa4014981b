import { Index } from 'typeorm';
import {
  Fact,
  Kept,
  Key,
  Noun,
  RefersTo,
  asId,
  asText,
  asked,
  asking,
  count,
  date,
  departmentCode,
  id,
  industry,
  inputType,
  listOf,
  oneOf,
  printedCode,
  prose,
  regionCode,
  text,
  vocabulary,
  type List,
} from '../../kernel';
import { Matter } from '../matter/matter';
import { LeadBasis } from '../matter/matter.terms';
import { Department, Region } from '../others';

export const NewRiskStatus = vocabulary('NewRiskStatus', '新风险状态. The states of a new risk.', {
  REGISTERED: '已登记，待定牵头部门. Registered; nobody leads yet.',
  ASSIGNED: '已明确牵头部门. A department leads.',
  DISMISSED: '不予列管. Found to be no new risk, or somebody’s already.',
});
export type NewRiskStatus = keyof typeof NewRiskStatus;

/** 「持续辨识新业态新风险，对职能交叉和新业态新风险按照“谁主管谁牵头、谁为主谁牵头、谁靠近谁牵头”的原则」（临安委发〔2024〕5号）. */
@Noun('新风险. A new kind of business or risk that falls between departments.', {
  term: { zh: '新风险', en: 'new risk' },
})
@Index('new_risk_by_region', ['regionCode', 'id'])
@Index('new_risk_by_status', ['status', 'regionCode', 'id'])
export class NewRisk {
  @Key('UNCONDITIONAL', id(40), '登记编号. The id of the new risk.') id: string;

  @Fact('UNCONDITIONAL', text(100), '名称. A short name for the new risk.') name: string;

  @Fact('UNCONDITIONAL', prose(1000), '风险描述. A description of the risk.') description: string;

  @Fact('UNCONDITIONAL', industry, '行业代码 (GB/T 4754-2017). The industry that it arises in.', {
    optional: true,
  })
  industryCode: string | null;

  @RefersTo(() => Region, regionCode, 'UNCONDITIONAL', '区划. The division where it was found.', {
    as: 'region',
  })
  regionCode: string;

  @Fact('UNCONDITIONAL', oneOf(NewRiskStatus), '新风险状态. The state that the new risk is in.')
  status: NewRiskStatus;

  @Fact('UNCONDITIONAL', date, '登记日期. The day on which it was registered.') registeredOn: string;

  /** Who has registered it does not decide on it. */
  @Kept(text(200), '登记人. The officer who has registered it.') registeredBy: string;

  @RefersTo(
    () => Department,
    departmentCode,
    'UNCONDITIONAL',
    '登记部门. The department that has registered it.',
    {
      as: 'registeringDepartment',
      optional: true,
    },
  )
  registeringDepartmentCode: string | null;

  @RefersTo(
    () => Department,
    departmentCode,
    'UNCONDITIONAL',
    '牵头部门. The one department that answers for the whole.',
    {
      as: 'leadDepartment',
      optional: true,
    },
  )
  leadDepartmentCode: string | null;

  @Fact('UNCONDITIONAL', oneOf(LeadBasis, 16), '牵头依据. The principle by which that department leads.', {
    optional: true,
  })
  leadBasis: LeadBasis | null;

  @RefersTo(
    () => Department,
    listOf(departmentCode),
    'UNCONDITIONAL',
    '配合部门. The departments that support the lead department.',
    {
      as: 'cooperatingDepartments',
    },
  )
  cooperatingDepartmentCodes: string[];

  @Fact('UNCONDITIONAL', date, '决定日期. The day on which the committee has decided.', { optional: true })
  decidedOn: string | null;

  @RefersTo(
    () => Matter,
    asId(printedCode(40)),
    'UNCONDITIONAL',
    '成为的事项. The matter that it has become, if it has.',
    {
      as: 'matter',
      optional: true,
      unknown: 'refuse',
    },
  )
  matterCode: string | null;

  @Fact('UNCONDITIONAL', date, '再研判日期. The day on which what is no matter for now is looked at again.', {
    optional: true,
  })
  lookAgainOn: string | null;

  @Kept(count, '办理步数. How many steps were taken with it.') steps: number;
}

export const NEW_RISKS: List<NewRisk> = { name: 'newRisks', entity: NewRisk, order: ['regionCode', 'id'] };

const OPTIONAL = { optional: true } as const;
const decided = {
  id: asked(id(40), '登记编号. The new risk that is decided on.'),
  reason: asked(prose(1000), '决定理由. The reason for the decision.'),
};

export const NewRiskFilter = inputType(
  'NewRiskFilter',
  '新风险筛选. Narrows the register of new risks down.',
  {
    region: asked(regionCode, '区划及其下级. In the subtree of this division.', OPTIONAL),
    status: asked(oneOf(NewRiskStatus), '状态. Returns only those in this state.', OPTIONAL),
  },
);
export type NewRiskFilter = Partial<InstanceType<typeof NewRiskFilter>>;

export const RegisterNewRiskInput = inputType('RegisterNewRiskInput', '新风险登记. A new risk to register.', {
  ...asking(NewRisk, ['name', 'description', 'industryCode']),
  regionCode: asked(asText(regionCode), '区划代码. The division where it was found.'),
});

export const AssignNewRiskInput = inputType(
  'AssignNewRiskInput',
  '明确牵头部门. The decision on which department leads.',
  {
    ...decided,
    leadDepartment: asked(
      departmentCode,
      '牵头部门代码，如 430682-FIRE_RESCUE. The one department that leads, of the same division.',
    ),
    basis: asked(oneOf(LeadBasis), '牵头依据. The principle by which it leads.'),
    cooperatingDepartments: asked(
      listOf(departmentCode),
      '配合部门代码. The departments that support the lead department.',
      OPTIONAL,
    ),
  },
);
export type AssignNewRiskInput = InstanceType<typeof AssignNewRiskInput>;

export const DismissNewRiskInput = inputType(
  'DismissNewRiskInput',
  '不予列管. The decision that it is no matter, or none for now.',
  {
    ...decided,
    lookAgainOn: asked(
      asText(date),
      '再研判日期. The day on which it is looked at again, if it is.',
      OPTIONAL,
    ),
  },
);
