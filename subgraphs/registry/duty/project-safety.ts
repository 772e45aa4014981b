import { Field, Float, InputType, Int, ObjectType } from 'type-graphql';
import { Column, Entity, Index } from 'typeorm';
import {
  CodeColumn,
  DateOnly,
  Sent,
  Shared,
  Submitted,
  SubmittedInput,
  connectionOf,
  date,
  oneOf,
  regionCode,
  text,
  uscc,
  vocabulary,
  type List,
  type Submission,
} from '../../kernel';

export const ProjectKind = vocabulary('ProjectKind', '项目类别. What must be proved of a project.', {
  NEW: '新进项目，安全“三同时”. A new one: its safety facilities are designed, built and used together with it.',
  EXISTING: '老旧项目，安全设计诊断. An old one: its design was diagnosed for safety.',
});
export type ProjectKind = keyof typeof ProjectKind;

@Entity()
@Index('project_safety_by_region', ['regionCode', 'id', 'kind', 'doneOn'])
@Index('project_safety_by_source', ['source', 'sourceId'], { unique: true })
@ObjectType({ description: '项目安全“三同时”、安全设计诊断记录. Whether a project has what safety asks of it.', simpleResolvers: true })
export class ProjectSafety extends Submitted {
  /** Source and its id of the record. */
  @CodeColumn(130, { primary: true })
  id: string;

  @CodeColumn(18)
  uscc: string;

  @CodeColumn(12)
  regionCode: string;

  @Column('varchar', { length: 200 })
  @Shared('UNCONDITIONAL')
  @Field(() => String, { nullable: true, description: '项目名称. Its name.' })
  name: string;

  @CodeColumn(8)
  @Shared('UNCONDITIONAL')
  @Field(() => ProjectKind, { nullable: true, description: '类别. New or existing.' })
  kind: ProjectKind;

  @Column('date', { nullable: true })
  @Shared('UNCONDITIONAL')
  @Field(() => DateOnly, { nullable: true, description: '完成日期；未完成为空. When it was done; null while it is not.' })
  doneOn: string | null;
}

export const ProjectSafetyConnection = connectionOf('ProjectSafety', '项目安全“三同时”', () => ProjectSafety);
export const PROJECTS: List<ProjectSafety> = { name: 'projectSafety', entity: ProjectSafety, order: ['regionCode', 'id'] };

@ObjectType({ description: '项目安全“三同时”率、安全设计诊断率. How many projects have what safety asks of them.', simpleResolvers: true })
export class ProjectSafetyRate {
  @Shared('PUBLIC')
  @Field(() => ProjectKind, { description: '类别. New or existing.' })
  kind: ProjectKind;

  @Shared('PUBLIC')
  @Field(() => Int, { description: '项目数. The projects.' })
  total: number;

  @Shared('PUBLIC')
  @Field(() => Int, { description: '已完成数. Those that have it.' })
  done: number;

  @Shared('PUBLIC')
  @Field(() => Float, { nullable: true, description: '完成率（%）. The share; null without projects.' })
  rate: number | null;
}

@InputType({ description: '项目安全报送. A project as it is submitted.' })
export class ProjectSafetyInput extends SubmittedInput {
  @Sent(uscc, '项目单位的统一社会信用代码. Whose project it is.')
  uscc: string;

  @Sent(regionCode, '项目所在区划代码. Where it is.')
  regionCode: string;

  @Sent(text(200), '项目名称. Its name.')
  name: string;

  @Sent(oneOf(ProjectKind), '类别，见 ProjectKind. A value of ProjectKind.')
  kind: ProjectKind;

  @Sent(date, '完成日期. When it was done.', { optional: true })
  doneOn: string | null;
}

export const projectSafetySubmission: Submission<ProjectSafetyInput, ProjectSafety, null> = {
  kind: 'project-safety',
  term: { zh: '项目安全“三同时”', en: 'safety record of a project' },
  mutation: 'submitProjectSafety',
  subgraph: 'registry',
  input: ProjectSafetyInput,
  entity: ProjectSafety,
  key: 'id',
  prepare: async () => null,
  toRow: ({ sourceId, revision: _, ...record }, __, source) => ({ ...record, id: `${source}/${sourceId}` }),
};
