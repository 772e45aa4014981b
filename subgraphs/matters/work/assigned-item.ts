import { Directive, Field, ID, InputType, ObjectType } from 'type-graphql';
import { Column, Entity, Index } from 'typeorm';
import {
  Asked,
  CodeColumn,
  DateOnly,
  RegionCode,
  Shared,
  connectionOf,
  date,
  oneOf,
  regionCode,
  text,
  vocabulary,
  type List,
} from '../../kernel';

export const AssignedItemKind = vocabulary('AssignedItemKind', '交办类别. How an item was given to a department.', {
  ASSIGNED: '交办. Given to be done.',
  SUPERVISED: '督办. Given to be done under supervision.',
  LETTER: '督促函. Urged by a letter.',
});
export type AssignedItemKind = keyof typeof AssignedItemKind;

export const AssignedItemStatus = vocabulary('AssignedItemStatus', '交办状态. Where an item stands.', {
  OPEN: '办理中. To be done.',
  REPORTED: '已报办结，待销号. Reported done, to be checked.',
  CLOSED: '已销号. Checked and closed.',
});
export type AssignedItemStatus = keyof typeof AssignedItemStatus;

/** 安委会督办交办制度（临安委发〔2024〕5号 三（一）3）. */
@Entity()
@Index('assigned_item_by_region', ['regionCode', 'id'])
@Index('assigned_item_by_department', ['departmentCode', 'regionCode', 'id'])
@Index('assigned_item_by_status', ['status', 'regionCode', 'id'])
@ObjectType({ description: '督办交办事项. What the committee has given a department to do, by a day.', simpleResolvers: true })
@Directive('@key(fields: "id")')
export class AssignedItem {
  @CodeColumn(40, { primary: true })
  @Shared('UNCONDITIONAL')
  @Field(() => ID, { description: '事项编号. Its id.' })
  id: string;

  @CodeColumn(12)
  @Shared('UNCONDITIONAL')
  @Field(() => AssignedItemKind, { nullable: true, description: '交办类别. How it was given.' })
  kind: AssignedItemKind;

  @Column('varchar', { length: 200 })
  @Shared('UNCONDITIONAL')
  @Field(() => String, { nullable: true, description: '事项名称. Its name.' })
  title: string;

  @Column('varchar', { length: 1000 })
  @Shared('UNCONDITIONAL')
  @Field(() => String, { nullable: true, description: '办理要求. What is to be done.' })
  demand: string;

  @CodeColumn(12)
  regionCode: string;

  @CodeColumn(40)
  departmentCode: string;

  @CodeColumn(40, { nullable: true })
  assigningDepartmentCode: string | null;

  @CodeColumn(12)
  @Shared('UNCONDITIONAL')
  @Field(() => AssignedItemStatus, { nullable: true, description: '状态. Where it stands.' })
  status: AssignedItemStatus;

  @Column('date')
  @Shared('UNCONDITIONAL')
  @Field(() => DateOnly, { nullable: true, description: '交办日期. When it was given.' })
  assignedOn: string;

  @Column('date')
  @Shared('UNCONDITIONAL')
  @Field(() => DateOnly, { nullable: true, description: '办结期限. The last day for it.' })
  dueOn: string;

  @Column('varchar', { length: 1000, nullable: true })
  @Shared('UNCONDITIONAL')
  @Field(() => String, { nullable: true, description: '办理结果. What was done.' })
  result: string | null;

  @Column('date', { nullable: true })
  @Shared('UNCONDITIONAL')
  @Field(() => DateOnly, { nullable: true, description: '报告日期. When it was reported done.' })
  reportedOn: string | null;

  @Column('varchar', { length: 200, nullable: true })
  reportedBy: string | null;

  @Column('date', { nullable: true })
  @Shared('UNCONDITIONAL')
  @Field(() => DateOnly, { nullable: true, description: '销号日期. When it was closed.' })
  closedOn: string | null;

  @Column('int')
  steps: number;
}

export const AssignedItemConnection = connectionOf('AssignedItem', '督办交办事项', () => AssignedItem);

export const ASSIGNED_ITEMS: List<AssignedItem> = { name: 'assignedItems', entity: AssignedItem, order: ['regionCode', 'id'] };

@InputType({ description: '督办交办筛选. Which items.' })
export class AssignedItemFilter {
  @Field(() => RegionCode, { nullable: true, description: '区划及其下级. In the subtree of this division.' })
  region?: string | null;

  @Field(() => ID, { nullable: true, description: '承办部门代码. Given to this department.' })
  department?: string | null;

  @Field(() => AssignedItemStatus, { nullable: true, description: '状态. In this state.' })
  status?: AssignedItemStatus | null;

  @Field(() => Boolean, { nullable: true, description: '是否逾期（当日）. Whether it is overdue today.' })
  overdue?: boolean | null;
}

@InputType({ description: '交办. An item to give to a department.' })
export class AssignItemInput {
  @Asked(() => AssignedItemKind, oneOf(AssignedItemKind), '交办类别. How it is given.')
  kind: AssignedItemKind;

  @Asked(() => String, text(200), '事项名称. Its name.')
  title: string;

  @Asked(() => String, text(1000), '办理要求. What is to be done.')
  demand: string;

  @Asked(() => String, regionCode, '区划代码. The division.')
  regionCode: string;

  @Asked(() => ID, text(40), '承办部门代码，如 430682-FIRE_RESCUE. The department of that division which has to do it.')
  department: string;

  @Asked(() => String, date, '办结期限. The last day for it.')
  dueOn: string;
}

@InputType({ description: '办结报告. The report that an item is done.' })
export class ReportItemInput {
  @Asked(() => ID, text(40), '事项编号. The item.')
  id: string;

  @Asked(() => String, text(1000), '办理结果和佐证. What was done, and what shows it.')
  result: string;
}

@InputType({ description: '销号或退回. The decision on an item that was reported done.' })
export class DecideItemInput {
  @Asked(() => ID, text(40), '事项编号. The item.')
  id: string;

  @Asked(() => String, text(1000), '理由. Why.')
  reason: string;
}
