import { ObjectType } from 'type-graphql';
import { Index } from 'typeorm';
import {
  Fact,
  HazardDomain,
  Id,
  Noun,
  RefersTo,
  Sealed,
  Served,
  Submitted,
  Synthetic,
  asId,
  asked,
  code,
  codeColumn,
  count,
  date,
  flag,
  inputOf,
  inputType,
  oneOf,
  personal,
  regionCode,
  vocabulary,
  type List,
} from '../../kernel';
import { Department, Region } from '../others';
import { departmentCode } from '../subject';

export const ExpertKind = vocabulary('ExpertKind', '专家类别. What kind of pool an expert belongs to.', {
  HAZARD_INSPECTION: '隐患排查专家. Inspects for hazards.',
  EMERGENCY: '应急专家. Advises in emergencies.',
  TECHNICAL_INSPECTOR: '专兼职技术检查员. A technical inspector for enforcement.',
  GENERAL: '安全生产专家. Other experts in work safety.',
});
export type ExpertKind = keyof typeof ExpertKind;

@Noun('安全生产专家. A member of a department’s pool of experts.')
@Index('expert_by_region', ['regionCode', 'id', 'kind', 'field'])
@Index('expert_by_department', ['departmentCode', 'joinedOn'])
export class Expert extends Submitted {
  @Id('UNCONDITIONAL', '编号. Its id: source and the id there.') id: string;

  /** 张**, as the field shows it. */
  @Fact('UNCONDITIONAL', code(16), '姓名，以 张** 显示. The name, masked; see fullName.') name: string;

  @Sealed('CONDITIONAL', personal(60), '姓名. The full name of the person.', {
    as: 'fullName',
    column: codeColumn(512),
  })
  sealedName: string;

  @Fact('UNCONDITIONAL', oneOf(ExpertKind, 24), '专家类别. The kind of pool that the expert is in.')
  kind: ExpertKind;

  @Fact('UNCONDITIONAL', oneOf(HazardDomain, 20), '领域. The field in which the expert advises.')
  field: HazardDomain;

  @RefersTo(
    () => Department,
    departmentCode,
    'UNCONDITIONAL',
    '建库部门（代码）. The department whose pool it is, by its code.',
    {
      as: 'department',
      stated: '建库部门代码. The department whose pool it is.',
    },
  )
  departmentCode: string;

  @RefersTo(
    () => Region,
    regionCode,
    'UNCONDITIONAL',
    '建库部门所在地（区划代码）. The division of that department, by its code.',
    {
      as: 'region',
      stated: '建库部门所在区划代码. The division of that department.',
    },
  )
  regionCode: string;

  @Fact('UNCONDITIONAL', date, '入库日期. The first day in the pool.') joinedOn: string;

  @Fact('UNCONDITIONAL', date, '出库日期，当日仍在库. The last day in the pool.', { optional: true }) leftOn:
    string | null;

  @Synthetic('UNCONDITIONAL') synthetic: boolean;
}

export const ExpertInput = inputOf(
  Expert,
  '专家报送. A member of a pool as it is submitted.',
  ['kind', 'field', 'departmentCode', 'regionCode', 'joinedOn', 'leftOn'],
  {
    defaults: { kind: 'GENERAL' },
    also: { name: asked(personal(60), '姓名；加密存储. The name; sealed at rest.') },
  },
);

export const EXPERTS: List<Expert> = { name: 'experts', entity: Expert, order: ['regionCode', 'id'] };

@ObjectType({ description: '专家库. The pool of experts of one department.', simpleResolvers: true })
export class ExpertPool {
  @Served('UNCONDITIONAL', () => Department, '部门. The department whose pool it is.') department: {
    code: string;
  };
  @Served('UNCONDITIONAL', count, '在库专家数. The number of experts that it has today.', { always: true })
  experts: number;
  @Served('UNCONDITIONAL', date, '建库日期. The day on which its first expert joined.', { always: true })
  establishedOn: string;

  @Served(
    'UNCONDITIONAL',
    flag,
    '是否按期（2024年底前）建立. Whether it was established by the end of 2024.',
    { always: true },
  )
  inTime: boolean;
}

const optional = { optional: true } as const;
export const ExpertFilter = inputType('ExpertFilter', '专家筛选. The experts for whom all of this holds.', {
  region: asked(regionCode, '区划及其下级. In the subtree of this division.', optional),
  kind: asked(oneOf(ExpertKind), '专家类别. Returns only experts of this kind of pool.', optional),
  field: asked(oneOf(HazardDomain), '领域. Returns only experts in this field.', optional),
  department: asked(
    asId(departmentCode),
    '部门代码. Returns only experts of this department’s pool.',
    optional,
  ),
});
export type ExpertFilter = Partial<InstanceType<typeof ExpertFilter>>;
