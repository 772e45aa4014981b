import {
  FieldMissing,
  deadlineOf,
  declareError,
  ruleOn,
  checkDay,
  type CatalogueError,
  type LegalDeadline,
} from '../../kernel';
import { legalNumbers } from '../legal-numbers';
import type { SpotCheck } from '../sampling/spot-check';
import type { TraceStep } from './trace-step';

export const TraceNeedsUnqualified = declareError(
  'TRACE_NEEDS_UNQUALIFIED',
  '抽查 {id} 的结果为 {result:SpotCheckResult}，只有不合格产品可以追查。',
  'The result of the spot check {id} is {result:SpotCheckResult}: only an unqualified product is traced.',
);
export const TraceNeedsProducer = declareError(
  'TRACE_NEEDS_PRODUCER',
  '抽查 {id} 未记录生产者及其所在地，请先以 addTraceStep 指明追查对象。',
  'The spot check {id} does not name its producer and its place: say by addTraceStep whom to ask.',
);
export const TraceOpenAlready = declareError(
  'TRACE_OPEN_ALREADY',
  '抽查 {id} 已开展追查。',
  'The spot check {id} is being traced already.',
);
export const TraceAnswered = declareError(
  'TRACE_ANSWERED',
  '追查环节 {id} 已于 {on} 答复。',
  'The trace step {id} was answered on {on}.',
);
export const TraceNotYours = declareError(
  'TRACE_NOT_YOURS',
  '追查环节由 {owner} 答复，您是 {department:DepartmentKind}。',
  'A trace is answered by {owner}, and you are {department:DepartmentKind}.',
);

/** The last day for an answer by the calendar known now. Not stored: the notice of a new year may move it. */
export function answerDue({ notifiedOn }: Pick<TraceStep, 'notifiedOn'>): LegalDeadline {
  return deadlineOf(ruleOn(legalNumbers, 'quality.trace.answer', notifiedOn, 'notifiedOn'), notifiedOn);
}

/** The due day itself is in time; so is a late answer no longer overdue, but late. */
export function isOverdue(step: Pick<TraceStep, 'notifiedOn' | 'answeredOn'>, today: string): boolean {
  return step.answeredOn === null && answerDue(step).date < today;
}

/** Market supervision of the county, city or province is asked; a town has none. */
export function authorityOf({ regionCode }: Pick<TraceStep, 'regionCode'>): string {
  return `${regionCode.slice(0, 6)}-MARKET_SUPERVISION`;
}

export function notTraceable({ id, result }: Pick<SpotCheck, 'id' | 'result'>): CatalogueError {
  return TraceNeedsUnqualified({ field: 'spotCheckId', id, result, got: id });
}

export function checkTraceable(check: Pick<SpotCheck, 'id' | 'result'>): void {
  if (check.result !== 'UNQUALIFIED') throw notTraceable(check);
}

/** 令第18号 第四十四条: the authority of the producer's place is notified. */
export function producerOf({ id, producerUscc, producerRegionCode }: SpotCheck): {
  enterpriseUscc: string;
  regionCode: string;
} {
  if (producerUscc === null || producerRegionCode === null)
    throw TraceNeedsProducer({ field: 'spotCheckId', id, got: id });
  return { enterpriseUscc: producerUscc, regionCode: producerRegionCode };
}

/** Only market supervision answers; of which division is checked for every step. */
export function checkAnswerer(step: Pick<TraceStep, 'id' | 'regionCode'>, department: string | null): void {
  if (department !== 'MARKET_SUPERVISION')
    throw TraceNotYours({ field: 'id', owner: authorityOf(step), department, got: step.id });
}

export function answeredAlready({ id, answeredOn }: Pick<TraceStep, 'id' | 'answeredOn'>): CatalogueError {
  return TraceAnswered({ field: 'id', id, on: answeredOn, got: id });
}

/** A step that another system reports. */
export function checkReported(
  step: Pick<TraceStep, 'notifiedOn' | 'answeredOn' | 'answer'>,
  sampledOn: string,
  today: string,
): void {
  checkDay('notifiedOn', step.notifiedOn, { from: sampledOn, to: today });
  checkDay('answeredOn', step.answeredOn, { from: step.notifiedOn, to: today });
  if ((step.answeredOn === null) !== (step.answer === null))
    throw FieldMissing({ field: step.answer === null ? 'answer' : 'answeredOn' });
}

export interface Placed<Step> {
  step: Step;
  depth: number;
}

/** The steps in the order of the tree: each is followed by those that follow from it. */
export function inTree<Step extends Pick<TraceStep, 'id' | 'parentId'>>(
  steps: readonly Step[],
): Placed<Step>[] {
  const known = new Set(steps.map(({ id }) => id));
  const below = new Map<string | null, Step[]>();
  for (const step of steps) {
    const parent = step.parentId !== null && known.has(step.parentId) ? step.parentId : null;
    below.set(parent, [...(below.get(parent) ?? []), step]);
  }
  const walk = (parent: string | null, depth: number): Placed<Step>[] =>
    (below.get(parent) ?? []).flatMap((step) => [{ step, depth }, ...walk(step.id, depth + 1)]);
  return walk(null, 0);
}
