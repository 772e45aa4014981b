import { ObjectType } from 'type-graphql';
import { Column } from 'typeorm';
import {
  DepartmentKind,
  Fact,
  Kept,
  Key,
  Noun,
  RefersTo,
  Served,
  asId,
  count,
  date,
  flag,
  id,
  listOf,
  oneOf,
  printedCode,
  prose,
  regionCode,
  text,
  whole,
} from '../../kernel';
import { Region } from '../others';

@Noun('行动方案. A plan of action, as its document has it.', { key: false })
export class ActionPlan {
  @Key(
    'PUBLIC',
    asId(printedCode(40)),
    '方案编号，用于 actionTasks. The id of the plan, as actionTasks asks for it.',
  )
  id: string;

  @Kept(count, '次序. Its place among the plans.') position: number;

  @Fact('PUBLIC', text(200), '方案名称. The name of the plan.') title: string;

  @Fact('PUBLIC', text(200), '来源文件. The document that it stands in.') document: string;

  @RefersTo(() => Region, regionCode, 'PUBLIC', '方案所属区划. The division that it is for.', {
    as: 'region',
  })
  regionCode: string;
}

@ObjectType({ description: '时间节点. What the text wants by a day.', simpleResolvers: true })
export class Milestone {
  @Served('PUBLIC', date, '期限. The last day on which it can be done in time.', { always: true })
  dueOn: string;
  @Served('PUBLIC', text(500), '原文. The words of the document.', { always: true }) phrase: string;
}

/** What departments report on: a measure, or a task that has none. */
export interface Item {
  id: string;
  departmentKinds: readonly DepartmentKind[];
  milestones: readonly Milestone[];
}

@ObjectType({ description: '具体措施. A measure of a task.', simpleResolvers: true })
export class ActionMeasure implements Item {
  @Served(
    'PUBLIC',
    id(60),
    '措施编号：任务编号.序号. The id of the measure: that of its task and its place there.',
    { always: true },
  )
  id: string;

  @Served('PUBLIC', text(12), '文件所印序号；有两条同印为 6. The number as printed: two measures bear a 6.')
  number: string;

  @Served('PUBLIC', text(2000), '措施原文. The words of the document.') text: string;

  departmentKinds: DepartmentKind[];
  /** Of the plan. */
  regionCode: string;

  @Served('PUBLIC', () => [Milestone], '文中的时间节点. The days that its text sets.')
  milestones: Milestone[];
}

@Noun('行动任务. A task of a plan of action.', { term: { zh: '方案任务', en: 'action task' } })
export class ActionTask implements Item {
  @Key(
    'PUBLIC',
    asId(printedCode(60)),
    '任务编号：方案编号.序号. The id of the task: that of its plan and its place there.',
  )
  id: string;

  @Fact('PUBLIC', asId(printedCode(40)), '所属方案. The plan that it belongs to.') plan: string;

  @Kept(count, '次序，从 1 起. Its place in the plan, from 1.') position: number;

  @Fact('PUBLIC', text(12), '文件所印序号. The number as the document prints it.', { always: true })
  number: string;

  @Fact('PUBLIC', text(200), '任务名称. The name of the task.', { always: true }) title: string;

  @Fact(
    'PUBLIC',
    prose(2000),
    '任务原文；有措施的任务为空. The words of the document; null where its measures hold them.',
    {
      optional: true,
      column: { type: 'text', length: undefined },
    },
  )
  text: string | null;

  @Fact('PUBLIC', text(200), '文中的责任分工. The units that answer for it, in the words of the document.', {
    optional: true,
  })
  responsible: string | null;

  @Fact(
    'PUBLIC',
    listOf(text(100)),
    '责任领导，文件公开载明的. The leaders whom the published document names for it.',
  )
  leaders: string[];

  @Fact('PUBLIC', whole(0, 100), '目标值（%）. The rate to reach, in percent.', { optional: true }) target:
    number | null;

  @Kept(regionCode, '方案所属区划代码. The division of the plan.') regionCode: string;

  @Kept(listOf(oneOf(DepartmentKind)), '责任部门类别. The kinds of department that answer for it.', {
    column: { default: undefined },
  })
  departmentKinds: DepartmentKind[];

  @Fact('PUBLIC', flag, '文件是否明示责任部门. Whether the document itself names who answers for it.')
  departmentsVerified: boolean;

  @Column('jsonb')
  @Served(
    'PUBLIC',
    () => [Milestone],
    '文中的时间节点；有措施的任务见各措施. The days that its text sets; else see its measures.',
  )
  milestones: Milestone[];

  @Column('jsonb') storedMeasures: ActionMeasure[];
}
