import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { CodeColumn, DateOnly, Shared, type DepartmentKind } from '../../kernel';

@Entity()
@ObjectType({ description: '行动方案. A plan of action, as its document has it.', simpleResolvers: true })
export class ActionPlan {
  @CodeColumn(40, { primary: true })
  @Shared('PUBLIC')
  @Field(() => ID, { description: '方案编号，用于 actionTasks. Its id, as actionTasks asks for it.' })
  id: string;

  @Column('int')
  position: number;

  @Column('varchar', { length: 200 })
  @Shared('PUBLIC')
  @Field(() => String, { nullable: true, description: '方案名称. Its name.' })
  title: string;

  @Column('varchar', { length: 200 })
  @Shared('PUBLIC')
  @Field(() => String, { nullable: true, description: '来源文件. The document that it stands in.' })
  document: string;

  @CodeColumn(12)
  regionCode: string;
}

@ObjectType({ description: '时间节点. What the text wants by a day.', simpleResolvers: true })
export class Milestone {
  @Shared('PUBLIC')
  @Field(() => DateOnly, { description: '期限. The last day for it.' })
  dueOn: string;

  @Shared('PUBLIC')
  @Field(() => String, { description: '原文. The words of the document.' })
  phrase: string;
}

/** What departments report on: a measure, or a task that has none. */
export interface Item {
  id: string;
  departmentKinds: readonly DepartmentKind[];
  milestones: readonly Milestone[];
}

@ObjectType({ description: '具体措施. A measure of a task.', simpleResolvers: true })
export class ActionMeasure implements Item {
  @Shared('PUBLIC')
  @Field(() => ID, { description: '措施编号：任务编号.序号. Its id: that of its task and its place there.' })
  id: string;

  @Shared('PUBLIC')
  @Field(() => String, { nullable: true, description: '文件所印序号；有两条同印为 6. The number as printed: two measures bear a 6.' })
  number: string;

  @Shared('PUBLIC')
  @Field(() => String, { nullable: true, description: '措施原文. Its words.' })
  text: string;

  departmentKinds: DepartmentKind[];
  regionCode: string;

  @Shared('PUBLIC')
  @Field(() => [Milestone], { nullable: true, description: '文中的时间节点. The days that its text sets.' })
  milestones: Milestone[];
}

@Entity()
@ObjectType({ description: '行动任务. A task of a plan of action.', simpleResolvers: true })
@Directive('@key(fields: "id")')
export class ActionTask implements Item {
  @CodeColumn(60, { primary: true })
  @Shared('PUBLIC')
  @Field(() => ID, { description: '任务编号：方案编号.序号. Its id: that of its plan and its place there.' })
  id: string;

  @CodeColumn(40)
  @Shared('PUBLIC')
  @Field(() => ID, { nullable: true, description: '所属方案. The plan that it belongs to.' })
  plan: string;

  @Column('int')
  position: number;

  @Column('varchar', { length: 12 })
  @Shared('PUBLIC')
  @Field(() => String, { description: '文件所印序号. The number as printed.' })
  number: string;

  @Column('varchar', { length: 200 })
  @Shared('PUBLIC')
  @Field(() => String, { description: '任务名称. Its name.' })
  title: string;

  @Column('text', { nullable: true })
  @Shared('PUBLIC')
  @Field(() => String, { nullable: true, description: '任务原文；有措施的任务为空. Its words; null where its measures hold them.' })
  text: string | null;

  @Column('varchar', { length: 200, nullable: true })
  @Shared('PUBLIC')
  @Field(() => String, { nullable: true, description: '文中的责任分工. Who answers for it, in the words of the document.' })
  responsible: string | null;

  @Column('int', { nullable: true })
  @Shared('PUBLIC')
  @Field(() => Int, { nullable: true, description: '目标值（%）. The rate to reach, in percent.' })
  target: number | null;

  /** Of the plan. */
  @CodeColumn(12)
  regionCode: string;

  @Column('varchar', { array: true })
  departmentKinds: DepartmentKind[];

  @Column('boolean')
  @Shared('PUBLIC')
  @Field(() => Boolean, { nullable: true, description: '文件是否明示责任部门. Whether the document itself names who answers for it.' })
  departmentsVerified: boolean;

  @Column('jsonb')
  @Shared('PUBLIC')
  @Field(() => [Milestone], {
    nullable: true,
    description: '文中的时间节点；有措施的任务见各措施. The days that its text sets; else see its measures.',
  })
  milestones: Milestone[];

  @Column('jsonb')
  storedMeasures: ActionMeasure[];
}
