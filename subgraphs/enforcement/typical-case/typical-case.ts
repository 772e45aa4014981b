import { Index } from 'typeorm';
import {
  DepartmentKind,
  DuplicateOf,
  Fact,
  Key,
  Noun,
  RefersTo,
  asId,
  asText,
  asked,
  asking,
  date,
  departmentCode,
  flag,
  id,
  inputType,
  issueNumber,
  oneOf,
  prose,
  regionCode,
  text,
  whole,
  type List,
} from '../../kernel';
import { EnforcementCase } from '../case/case';
import { Department, Region } from '../others';
import { month } from './typical-case.rules';

/** 典型案例一月一评选: nominated, voted for, published. */
@Noun('典型案例. A case that was chosen as an example.', {
  term: { zh: '典型案例', en: 'typical case' },
  key: false,
})
@Index('typical_case_by_month', ['month', 'id'])
export class TypicalCase {
  @Key('PUBLIC', id(36), '典型案例编号. The id of the typical case, given with its nomination.')
  id: string;

  @Fact('PUBLIC', month, '评选月份 YYYY-MM. The month of its selection.')
  month: string;

  @RefersTo(() => EnforcementCase, asId(issueNumber), 'UNCONDITIONAL', '案件. The case that it tells of.', {
    index: true,
    back: {
      name: 'typicalCases',
      level: 'UNCONDITIONAL',
      says: '以之为例的典型案例. The typical cases that tell of it.',
    },
    as: 'case',
  })
  caseNumber: string;

  @RefersTo(() => Department, asText(departmentCode), 'PUBLIC', '办案部门. The department that handled it.', {
    as: 'department',
  })
  departmentCode: string;

  @Fact('PUBLIC', oneOf(DepartmentKind, 24), '办案部门类别. The kind of department that handled it.')
  departmentKind: DepartmentKind;

  @RefersTo(() => Region, regionCode, 'PUBLIC', '办案地. The division of the department that handled it.', {
    as: 'region',
  })
  regionCode: string;

  @Fact('PUBLIC', text(200), '案例名称，不写个人信息. Its title, without personal data.')
  title: string;

  @Fact(
    'PUBLIC',
    prose(1000),
    '案情及处理，不写个人信息. What happened and what was decided; a person’s name is masked.',
  )
  summary: string;

  @Fact('PUBLIC', whole(0, 1_000_000), '得票. The number of departments that have voted for it.')
  votes: number;

  @Fact('PUBLIC', date, '公布日期. The day since which the public sees it.', { optional: true })
  publishedOn: string | null;

  @DuplicateOf(null, ['caseNumber'], { length: 36 }) duplicateOf: string | null;
}

export const TYPICAL_CASES: List<TypicalCase> = {
  name: 'typicalCases',
  entity: TypicalCase,
  order: ['month', 'id'],
  descending: true,
};

const optional = { optional: true } as const;

export const TypicalCaseFilter = inputType(
  'TypicalCaseFilter',
  '典型案例筛选. The typical cases for which all of this holds.',
  {
    region: asked(
      regionCode,
      '办案部门所在区划及其下级. Handled by departments in the subtree of this division.',
      optional,
    ),
    from: asked(date, '评选月份不早于该日所在月. Of the month of this day, or of a later one.', optional),
    to: asked(date, '评选月份不晚于该日所在月. Of the month of this day, or of an earlier one.', optional),
    published: asked(
      flag,
      '是否已公布. Returns only those that were published, or only the others.',
      optional,
    ),
  },
);
export type TypicalCaseFilter = Partial<InstanceType<typeof TypicalCaseFilter>>;

export const NominateCaseInput = inputType('NominateCaseInput', '推荐典型案例. A case to be nominated.', {
  number: asked(
    asId(issueNumber),
    '案号；已作出决定的本部门案件. The case, decided, of the caller’s kind of department.',
  ),
  ...asking(TypicalCase, ['month', 'title', 'summary']),
});

export const TypicalCaseInput = inputType(
  'TypicalCaseInput',
  '典型案例投票或公布. A vote for a nominated case, or its publication.',
  {
    ...asking(TypicalCase, ['id']),
  },
);
