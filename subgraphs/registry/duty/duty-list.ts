import { Index } from 'typeorm';
import {
  Fact,
  Id,
  Kept,
  Noun,
  RefersTo,
  Submitted,
  asked,
  departmentCode,
  inputOf,
  inputType,
  listOf,
  oneOf,
  regionCode,
  submissionOf,
  text,
  vocabulary,
  whole,
  type List,
} from '../../kernel';
import { Department } from '../place/department';
import { RegionLevel, type RegionLevel as Level } from '../place/region';

export const DutyListKind = vocabulary('DutyListKind', '清单类别. What a list of duties is.', {
  DUTIES: '安全生产职责清单. The standing duties of a post or a department.',
  ANNUAL_TASKS: '年度任务清单. The tasks of one year.',
});
export type DutyListKind = keyof typeof DutyListKind;

@Noun('安全生产职责清单、年度任务清单. What a department or its leaders answer for.', {
  key: false,
  term: { zh: '职责清单、年度任务清单', en: 'duty list' },
})
@Index('duty_list_by_region', ['regionCode', 'id', 'year', 'kind'])
export class DutyList extends Submitted {
  @Id('PUBLIC', '编号. The id of the list.', { always: false }) id: string;
  @Fact('PUBLIC', oneOf(DutyListKind), '类别. Whether it lists standing duties or the tasks of a year.')
  kind: DutyListKind;
  @Kept(regionCode, '区划代码. The code of the division.') regionCode: string;
  @Fact('PUBLIC', oneOf(RegionLevel, 8), '层级. The level of government that the list is for.') level: Level;
  @RefersTo(() => Department, departmentCode, 'PUBLIC', '部门. The department that the list is for.', {
    as: 'department',
    stated: '部门代码. The code of the department.',
  })
  departmentCode: string;
  @Fact('PUBLIC', whole(2000, 2100), '年度. The year that it is of.') year: number;
  @Fact('PUBLIC', text(200), '名称. The title of the list.') title: string;
  @Fact('PUBLIC', listOf(text(500)), '事项. The items of the list.') items: string[];
}

export const DUTY_LISTS: List<DutyList> = {
  name: 'dutyLists',
  entity: DutyList,
  order: ['regionCode', 'id'],
};

const optional = { optional: true } as const;
export const DutyListFilter = inputType(
  'DutyListFilter',
  '清单筛选. The conditions by which lists of duties are selected; those given must all hold.',
  {
    region: asked(regionCode, '区划及其下级. In the subtree of this division.', optional),
    kind: asked(oneOf(DutyListKind), '类别. Returns only those of this kind.', optional),
    level: asked(oneOf(RegionLevel), '层级. Returns only those of this level of government.', optional),
    year: asked(whole(2000, 2100), '年度. Returns only those of this year.', optional),
  },
);
export type DutyListFilter = Partial<InstanceType<typeof DutyListFilter>>;

export const DutyListInput = inputOf(DutyList, '清单报送. A list of duties as it is submitted.', [
  'kind',
  'regionCode',
  'level',
  'departmentCode',
  'year',
  'title',
  'items',
]);

export const dutyListSubmission = submissionOf(DutyList, DutyListInput, {
  kind: 'duty-lists',
  row: () => ({}),
});
