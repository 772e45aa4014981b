import { ObjectType } from 'type-graphql';
import { RecordKey, Served, asText, connectionOf, count, date, flag, oneOf, regionCode } from '../../kernel';
import type { Hazard } from '../hazard/hazard';
import { Escalation, HazardStatus } from '../hazard/hazard.terms';

const ALWAYS = { always: true } as const;
const OPTIONAL = { optional: true } as const;

/** 台账: what a leader reads of a problem in one row, as its owner has it now. Of a hazard. */
@ObjectType({
  description:
    '台账行：问题、责任单位、牵头部门和领导、措施、期限、进展、销号. One problem in a row: who has it, who leads, what is done by when, how far it is, when it was closed.',
  simpleResolvers: true,
})
export class LedgerRow {
  /** Its number, under which a reading of what is guarded is put on record. */
  id: string;
  hazard: Hazard;

  @Served('UNCONDITIONAL', () => RecordKey, '问题. The record of the problem.', ALWAYS) problem: RecordKey;

  @Served('PUBLIC', regionCode, '问题所在地区划代码. The division of the problem.', ALWAYS)
  regionCode: string;

  @Served('PUBLIC', date, '整改期限（含延期）. The deadline with its extensions.', OPTIONAL)
  dueOn: string | null;

  @Served('PUBLIC', asText(oneOf(HazardStatus)), '状态. The state that the problem has reached.', ALWAYS)
  status: HazardStatus;

  @Served('PUBLIC', oneOf(Escalation), '督办层级. The level of escalation reached.', ALWAYS)
  escalation: Escalation;

  @Served('PUBLIC', date, '发现日期. The day on which it was found.', ALWAYS) foundOn: string;

  @Served('PUBLIC', date, '销号日期. The day on which it was closed.', OPTIONAL) closedOn: string | null;
}
export const LedgerRowConnection = connectionOf('LedgerRow', '台账行', () => LedgerRow);

/** What is counted of the problems of a division, or of those that one department holds. */
@ObjectType({
  description:
    '台账计数. The problems of a division, or of one department in it: left, new and closed in a week, overdue.',
  simpleResolvers: true,
})
export class LedgerCount {
  @Served('UNCONDITIONAL', regionCode, '区划代码. The division whose subtree is counted.', ALWAYS)
  regionCode: string;

  @Served('UNCONDITIONAL', count, '存量（未销号）. The number of those that are left: not closed.', ALWAYS)
  left: number;

  @Served(
    'UNCONDITIONAL',
    count,
    '新增（近七日发现）. The number of those found in the last seven days.',
    ALWAYS,
  )
  added: number;

  @Served(
    'UNCONDITIONAL',
    count,
    '销号（近七日）. The number of those closed in the last seven days.',
    ALWAYS,
  )
  closed: number;

  @Served('UNCONDITIONAL', count, '逾期. The number of those left that are overdue today.', ALWAYS)
  overdue: number;

  @Served(
    'UNCONDITIONAL',
    count,
    '上级督办. The number of those left that a department above the division supervises.',
    ALWAYS,
  )
  supervisedAbove: number;

  /** Those that were left seven days ago. */
  leftBefore: number;
  departmentCode: string | null;
}

@ObjectType({
  description:
    '台账汇总. The counts of a division, by the divisions right below it and by the departments that hold them.',
  simpleResolvers: true,
})
export class LedgerSummary {
  @Served('UNCONDITIONAL', date, '截至日期. The day as of which it was counted.', ALWAYS) asOf: string;
  @Served('UNCONDITIONAL', () => LedgerCount, '合计. All of the division.', ALWAYS) total: LedgerCount;

  @Served(
    'UNCONDITIONAL',
    () => [LedgerCount],
    '下一级各区划；未报到下一级的计入本级. Each division right below, down to towns; what names none stands under the division itself.',
    ALWAYS,
  )
  byDivision: LedgerCount[];

  @Served(
    'UNCONDITIONAL',
    () => [LedgerCount],
    '各牵头部门. Each department that holds some; those that nobody was given stand without one.',
    ALWAYS,
  )
  byDepartment: LedgerCount[];

  @Served(
    'UNCONDITIONAL',
    flag,
    '有无登记. Whether anything was ever recorded in the division: without it no count says that all is well.',
    ALWAYS,
  )
  reported: boolean;
}
