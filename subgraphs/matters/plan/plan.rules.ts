import { FieldMissing, ReferenceUnknown, declareError, isWithin, type Caller, checkDay } from '../../kernel';
import { checkOwnDepartment, departmentOf } from '../department.rules';
import type { ActionTask, Item, Milestone } from './action-task';
import type {
  DueTask,
  LateTask,
  ProgressReport,
  ProgressState,
  TaskProgress,
  TaskProgressInput,
} from './progress';

export const ReportTheMeasures = declareError(
  'REPORT_THE_MEASURES',
  '任务 {got} 有具体措施，请按措施报送，如 {measure}。',
  'The task {got} has measures: report on them, such as {measure}.',
);
export const OutsidePlan = declareError(
  'OUTSIDE_PLAN',
  '{field} 应在方案 {plan} 的区划 {region} 之内，收到：{got}。',
  '{field} must lie in {region}, the division of the plan {plan}, but got: {got}.',
);
export const DepartmentNotResponsible = declareError(
  'DEPARTMENT_NOT_RESPONSIBLE',
  '{item} 由 {allowed} 负责，收到：{got}。',
  '{item} is the duty of {allowed}, but got: {got}.',
);
export const FiguresContradict = declareError(
  'FIGURES_CONTRADICT',
  '分子 {numerator}、分母 {denominator}、比例 {percent} 与状态 {got} 相互矛盾。',
  'Numerator {numerator}, denominator {denominator} and percent {percent} contradict each other or the state {got}.',
);

/** What is reported on: the measures of a task, or the task itself if it has none. */
export function itemsOf(task: ActionTask): readonly Item[] {
  return task.storedMeasures.length > 0 ? task.storedMeasures : [task];
}

/** The last day that a text sets, by which all of it must be done; null if it sets none. */
export function dueOn(milestones: readonly Milestone[]): string | null {
  return milestones.reduce<string | null>(
    (last, { dueOn: day }) => (last === null || day > last ? day : last),
    null,
  );
}

type Latest = Pick<
  ProgressReport,
  'itemId' | 'departmentCode' | 'state' | 'percent' | 'numerator' | 'denominator' | 'doneTo' | 'reportedOn'
>;

/** A milestone is late from the day after it, until its department has reported it done. */
export function lateOf(
  item: Item,
  taskId: string,
  reports: readonly Latest[],
  region: string,
  today: string,
): LateTask[] {
  return item.departmentKinds.flatMap((kind) => {
    const departmentCode = departmentOf(kind, region);
    const report = reports.find((each) => each.itemId === item.id && each.departmentCode === departmentCode);
    const late = item.milestones.filter((milestone) => milestone.dueOn < today && !isMet(milestone, report));
    return late.map(({ dueOn: due, phrase }) => ({
      itemId: item.id,
      taskId,
      departmentCode,
      dueOn: due,
      phrase,
      daysLate: daysBetween(due, today),
      reportedOn: report?.reportedOn ?? null,
    }));
  });
}

/** What was due by a day, once for every department that answers for it, with whether it was reported done. */
export function dueBy(
  item: Item,
  taskId: string,
  reports: readonly Latest[],
  region: string,
  by: string,
): DueTask[] {
  return item.departmentKinds.flatMap((kind) => {
    const departmentCode = departmentOf(kind, region);
    const report = reports.find((each) => each.itemId === item.id && each.departmentCode === departmentCode);
    const due = item.milestones.filter((milestone) => milestone.dueOn <= by);
    return due.map((milestone) => ({
      itemId: item.id,
      taskId,
      departmentCode,
      dueOn: milestone.dueOn,
      phrase: milestone.phrase,
      done: isMet(milestone, report),
      reportedOn: report?.reportedOn ?? null,
    }));
  });
}

function isMet(milestone: Milestone, report: Latest | undefined): boolean {
  return report?.state === 'DONE' || (report?.doneTo ?? '') >= milestone.dueOn;
}

const DAY_MS = 86_400_000;

function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / DAY_MS;
}

/** Where one item stands: of each department that answers for it, the latest report counts. */
export function itemProgress(
  item: Item,
  reports: readonly Latest[],
  region: string,
  today: string,
): TaskProgress {
  const mine = reports.filter(({ itemId }) => itemId === item.id);
  const answering = item.departmentKinds.map((kind) =>
    mine.find(({ departmentCode }) => departmentCode === departmentOf(kind, region)),
  );
  const isDone = answering.every((report) => report?.state === 'DONE');
  const isLate = lateOf(item, '', mine, region, today).length > 0;
  const counted = mine.filter((report) => report.denominator !== null);
  const [numerator, denominator] = [sum(counted, 'numerator'), sum(counted, 'denominator')];
  return {
    regionCode: region,
    state: stateOf({ isLate, isDone, isBegun: mine.length > 0 }),
    numerator,
    denominator,
    percent: denominator ? (100 * (numerator ?? 0)) / denominator : meanPercent(answering),
    reportedOn: lastDay(mine),
    items: 1,
    doneItems: isDone ? 1 : 0,
    lateItems: isLate ? 1 : 0,
  };
}

function stateOf({
  isLate,
  isDone,
  isBegun,
}: {
  isLate: boolean;
  isDone: boolean;
  isBegun: boolean;
}): ProgressState {
  if (isLate) return 'LATE';
  if (isDone) return 'DONE';
  return isBegun ? 'UNDER_WAY' : 'NOT_STARTED';
}

/** The day of the latest report, if there is any. */
function lastDay(reports: readonly { reportedOn: string | null }[]): string | null {
  return reports.reduce<string | null>(
    (last, { reportedOn }) => ((reportedOn ?? '') > (last ?? '') ? reportedOn : last),
    null,
  );
}

function sum(reports: readonly Latest[], what: 'numerator' | 'denominator'): number | null {
  return reports.length === 0 ? null : reports.reduce((total, report) => total + (report[what] ?? 0), 0);
}

/** A department that has said nothing has done nothing; null only if nobody has said anything. */
function meanPercent(answering: readonly (Latest | undefined)[]): number | null {
  const percents = answering.map((report) => (report?.state === 'DONE' ? 100 : (report?.percent ?? null)));
  if (percents.every((percent) => percent === null)) return null;
  return percents.reduce<number>((total, percent) => total + (percent ?? 0), 0) / percents.length;
}

/** Where a task stands: late if one of its items is, done if all are. */
export function taskProgress(
  task: ActionTask,
  reports: readonly Latest[],
  region: string,
  today: string,
): TaskProgress {
  const each = itemsOf(task).map((item) => itemProgress(item, reports, region, today));
  const [first] = each;
  if (each.length === 1 && first) return first;
  const doneItems = each.filter((item) => item.doneItems > 0).length;
  const lateItems = each.filter((item) => item.lateItems > 0).length;
  const isBegun = each.some(({ reportedOn }) => reportedOn !== null);
  const percents = each.flatMap(({ percent }) => percent ?? []);
  return {
    regionCode: region,
    state: stateOf({ isLate: lateItems > 0, isDone: doneItems === each.length, isBegun }),
    percent:
      percents.length === 0 ? null : percents.reduce((total, percent) => total + percent, 0) / each.length,
    // counts of different measures are counts of different things
    numerator: null,
    denominator: null,
    reportedOn: lastDay(each),
    items: each.length,
    doneItems,
    lateItems,
  };
}

/** The item that a report is about, with its task; it must be one that can be reported on, there, by that department. */
export function checkReport(
  record: TaskProgressInput,
  tasks: ReadonlyMap<string, ActionTask>,
  caller: Caller,
  today: string,
): ActionTask {
  const task = tasks.get(record.itemId) ?? tasks.get(record.itemId.slice(0, record.itemId.lastIndexOf('.')));
  const item = task && itemsOf(task).find(({ id }) => id === record.itemId);
  if (!task || (!item && task.id !== record.itemId))
    throw ReferenceUnknown({
      field: 'itemId',
      target: { zh: '方案任务', en: 'action task' },
      got: record.itemId,
    });
  if (!item) throw ReportTheMeasures({ field: 'itemId', measure: itemsOf(task)[0]?.id, got: record.itemId });
  const { regionCode } = record;
  if (!isWithin(regionCode, task.regionCode))
    throw OutsidePlan({ field: 'regionCode', plan: task.plan, region: task.regionCode, got: regionCode });
  checkResponsible(record, item);
  checkOwnDepartment(record.departmentCode, caller);
  checkFigures(record);
  checkDay('reportedOn', record.reportedOn, { to: today });
  return task;
}

function checkResponsible(
  { regionCode, departmentCode }: TaskProgressInput,
  { id, departmentKinds }: Item,
): void {
  const allowed = departmentKinds.map((kind) => departmentOf(kind, regionCode));
  if (allowed.includes(departmentCode)) return;
  throw DepartmentNotResponsible({
    field: 'departmentCode',
    item: id,
    allowed: allowed.join('、'),
    got: departmentCode,
  });
}

/** Numerator and denominator come together, and 「已完成」 is not said of what the figures show unfinished. */
function checkFigures({ numerator, denominator, percent, state }: TaskProgressInput): void {
  if (numerator === null && denominator !== null) throw FieldMissing({ field: 'numerator' });
  if (denominator === null && numerator !== null) throw FieldMissing({ field: 'denominator' });
  const tooMany = numerator !== null && denominator !== null && numerator > denominator;
  const unfinished = state === 'DONE' && ((percent ?? 100) < 100 || (numerator ?? 0) < (denominator ?? 0));
  if (tooMany || unfinished)
    throw FiguresContradict({ field: 'state', numerator, denominator, percent, got: state });
}
