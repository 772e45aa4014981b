import { ObjectType } from 'type-graphql';
import { Index } from 'typeorm';
import {
  DuplicateOf,
  Fact,
  Id,
  Kept,
  Noun,
  RefersTo,
  Served,
  Submitted,
  inputOf,
  searchKey,
  submissionOf,
  vocabulary,
} from '../../kernel';
import { date, oneOf, ratio, regionCode, text, uscc, whole } from '../../kernel';
import { Enterprise } from '../enterprise/enterprise';

export const ProjectKind = vocabulary('ProjectKind', '项目类别. What must be proved of a project.', {
  NEW: '新进项目，安全“三同时”. A new one: its safety facilities are designed, built and used together with it.',
  EXISTING: '老旧项目，安全设计诊断. An old one: its design was diagnosed for safety.',
});
export type ProjectKind = keyof typeof ProjectKind;

@Noun('项目安全“三同时”、安全设计诊断记录. Whether a project has what safety asks of it.', {
  key: false,
  term: { zh: '项目安全“三同时”', en: 'safety record of a project' },
})
@Index('project_safety_by_region', ['regionCode', 'id', 'kind', 'doneOn'], { where: 'duplicate_of IS NULL' })
export class ProjectSafety extends Submitted {
  @Id(null, '来源系统与记录编号. The source and its id of the record.') id: string;
  @RefersTo(() => Enterprise, uscc, 'UNCONDITIONAL', '项目单位. The enterprise whose project it is.', {
    as: 'enterprise',
    stated:
      '项目单位的统一社会信用代码. The unified social credit code of the enterprise whose project it is.',
    index: true,
    back: {
      name: 'projectSafety',
      level: 'UNCONDITIONAL',
      says: '项目安全“三同时”、安全设计诊断记录；期间按完成日期筛选. What its projects have of what safety asks; a period is one of the day on which it was done.',
      period: 'doneOn',
      state: 'kind',
    },
    unknown: 'flag',
  })
  uscc: string;
  @Kept(regionCode, '项目所在区划代码. The division where the project is.') regionCode: string;
  @Fact('UNCONDITIONAL', text(200), '项目名称. The name of the project.') name: string;
  @Kept(
    text(200),
    '项目名称的比对形式. The name as it is compared, without regard to width, spaces and brackets.',
  )
  nameKey: string;
  @Fact('UNCONDITIONAL', oneOf(ProjectKind, 8), '类别. Whether the project is new or existing.')
  kind: ProjectKind;

  @Fact('UNCONDITIONAL', date, '完成日期；未完成为空. The day on which it was done; null while it is not.', {
    optional: true,
  })
  doneOn: string | null;

  @DuplicateOf(null, ['nameKey', 'kind', 'uscc']) duplicateOf: string | null;
}

const count = whole(0, 2e9);

@ObjectType({
  description: '项目安全“三同时”率、安全设计诊断率. The share of projects that meet the safety requirements.',
  simpleResolvers: true,
})
export class ProjectSafetyRate {
  @Served('PUBLIC', oneOf(ProjectKind), '类别. Whether the project is new or existing.', { always: true })
  kind: ProjectKind;
  @Served('PUBLIC', count, '项目数. The number of projects in the division.', { always: true }) total: number;
  @Served('PUBLIC', count, '已完成数. The number of those that have it.', { always: true }) done: number;
  @Served('PUBLIC', ratio, '完成率（%）. The share; null without projects.', { optional: true }) rate:
    number | null;
}

export const ProjectSafetyInput = inputOf(ProjectSafety, '项目安全报送. A project as it is submitted.', [
  'uscc',
  'regionCode',
  'name',
  'kind',
  'doneOn',
]);

export const projectSafetySubmission = submissionOf(ProjectSafety, ProjectSafetyInput, {
  kind: 'project-safety',
  row: ({ name }) => ({ nameKey: [...searchKey(name)].slice(0, 200).join('') }),
});
