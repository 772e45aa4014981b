import { Index } from 'typeorm';
import {
  Fact,
  Kept,
  Key,
  Noun,
  RefersTo,
  asText,
  asked,
  asking,
  count,
  date,
  departmentCode,
  flag,
  id,
  inputType,
  oneOf,
  prose,
  regionCode,
  text,
  vocabulary,
  type List,
} from '../../kernel';
import { Department, Region } from '../others';

export const AssignedItemKind = vocabulary(
  'AssignedItemKind',
  '交办类别. The ways in which an item is given to a department.',
  {
    ASSIGNED: '交办. Given to be done.',
    SUPERVISED: '督办. Given to be done under supervision.',
    LETTER: '督促函. Urged by a letter.',
  },
);
export type AssignedItemKind = keyof typeof AssignedItemKind;

export const AssignedItemStatus = vocabulary('AssignedItemStatus', '交办状态. The states of an item.', {
  OPEN: '办理中. To be done.',
  REPORTED: '已报办结，待销号. Reported done, to be checked.',
  CLOSED: '已销号. Checked and closed.',
});
export type AssignedItemStatus = keyof typeof AssignedItemStatus;

/** 安委会督办交办制度（临安委发〔2024〕5号 三（一）3）. */
@Noun('督办交办事项. What the committee has given a department to do, by a day.', {
  term: { zh: '督办交办事项', en: 'assigned item' },
})
@Index('assigned_item_by_region', ['regionCode', 'id'])
@Index('assigned_item_by_department', ['departmentCode', 'regionCode', 'id'])
@Index('assigned_item_by_status', ['status', 'regionCode', 'id'])
export class AssignedItem {
  @Key('UNCONDITIONAL', id(40), '事项编号. The id of the item.') id: string;

  @Fact(
    'UNCONDITIONAL',
    oneOf(AssignedItemKind),
    '交办类别. The way in which the item is given to the department.',
  )
  kind: AssignedItemKind;

  @Fact('UNCONDITIONAL', text(200), '事项名称. A short name for what is to be done.') title: string;

  @Fact('UNCONDITIONAL', prose(1000), '办理要求. What is to be done, and how.') demand: string;

  @RefersTo(() => Region, regionCode, 'UNCONDITIONAL', '区划. The division of the department.', {
    as: 'region',
  })
  regionCode: string;

  @RefersTo(
    () => Department,
    departmentCode,
    'UNCONDITIONAL',
    '承办部门. The department that has to do it.',
    {
      as: 'department',
    },
  )
  departmentCode: string;

  @RefersTo(
    () => Department,
    departmentCode,
    'UNCONDITIONAL',
    '交办部门. The department that has given it.',
    {
      as: 'assigningDepartment',
      optional: true,
    },
  )
  assigningDepartmentCode: string | null;

  @Fact('UNCONDITIONAL', oneOf(AssignedItemStatus), '交办状态. The state that the item is in.')
  status: AssignedItemStatus;

  @Fact('UNCONDITIONAL', date, '交办日期. The day on which it was given.') assignedOn: string;

  @Fact('UNCONDITIONAL', date, '办结期限. The last day on which it can be done in time.') dueOn: string;

  @Fact('UNCONDITIONAL', prose(1000), '办理结果和佐证. What was done, and what shows it.', { optional: true })
  result: string | null;

  @Fact('UNCONDITIONAL', date, '报告日期. The day on which it was reported done.', { optional: true })
  reportedOn: string | null;

  /** Who has reported it does not close it. */
  @Kept(text(200), '报告人. The officer who has reported it done.', { optional: true }) reportedBy:
    string | null;

  @Fact('UNCONDITIONAL', date, '销号日期. The day on which it was closed.', { optional: true }) closedOn:
    string | null;

  @Kept(count, '办理步数. How many steps were taken with it.') steps: number;
}

export const ASSIGNED_ITEMS: List<AssignedItem> = {
  name: 'assignedItems',
  entity: AssignedItem,
  order: ['regionCode', 'id'],
};

const OPTIONAL = { optional: true } as const;

export const AssignedItemFilter = inputType(
  'AssignedItemFilter',
  '督办交办筛选. The conditions by which assigned items are selected; those given must all hold.',
  {
    region: asked(regionCode, '区划及其下级. In the subtree of this division.', OPTIONAL),
    department: asked(departmentCode, '承办部门代码. Returns only items given to this department.', OPTIONAL),
    status: asked(oneOf(AssignedItemStatus), '状态. Returns only those in this state.', OPTIONAL),
    overdue: asked(flag, '是否逾期（当日）. Whether it is overdue today.', OPTIONAL),
    overdueOn: asked(
      date,
      '该日已逾期、至今未办结的. Returns only those that were overdue on that day and are not done yet.',
      OPTIONAL,
    ),
  },
);
export type AssignedItemFilter = Partial<InstanceType<typeof AssignedItemFilter>>;

export const AssignItemInput = inputType('AssignItemInput', '交办. An item to give to a department.', {
  ...asking(AssignedItem, ['kind', 'title', 'demand']),
  regionCode: asked(asText(regionCode), '区划代码. The division of the department.'),
  department: asked(
    departmentCode,
    '承办部门代码，如 430682-FIRE_RESCUE. The department of that division which has to do it.',
  ),
  dueOn: asked(asText(date), '办结期限. The last day on which it can be done in time.'),
});

const item = asked(id(40), '事项编号. The item that this is about.');

export const ReportItemInput = inputType('ReportItemInput', '办结报告. The report that an item is done.', {
  id: item,
  ...asking(AssignedItem, ['result!']),
});

export const DecideItemInput = inputType(
  'DecideItemInput',
  '销号或退回. The decision on an item that was reported done.',
  {
    id: item,
    reason: asked(prose(1000), '理由. The reason for the decision.'),
  },
);
