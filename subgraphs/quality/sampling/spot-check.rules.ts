import {
  NATIONWIDE,
  addDays,
  deadlineOf,
  divisionCode,
  isWithin,
  ruleOn,
  termEnd,
  type Caller,
  checkDay,
  DeciderMustDiffer,
} from '../../kernel';
import { legalNumbers } from '../legal-numbers';
import * as refusal from './spot-check.errors';
import type { SpotCheck } from './spot-check';
import type { Reinspection } from './spot-check-event';
import type { SamplingLevel, SpotCheckStage, TestConclusion } from './sampling.terms';

type Changes = Partial<SpotCheck>;
type Rule = 'objection' | 'correction' | 'reinspection' | 'announced-from' | 'announced-until';

/** The last day of one of the periods of sampling, from the day of its event, by the rule of that day. */
function dayOf(rule: Rule, event: string): string {
  return deadlineOf(ruleOf(rule, event), event).date;
}

/** How long a period is, by the rule of the day of its event. */
export function ruleOf(rule: Rule, event: string) {
  return ruleOn(legalNumbers, `quality.spot-check.${rule}`, event);
}

/** From when on what was announced may be inspected again. */
function openFrom(announcedOn: string): string {
  return termEnd(ruleOf('announced-from', announcedOn), announcedOn);
}

export const objectionDue = ({ resultReceivedOn }: Pick<SpotCheck, 'resultReceivedOn'>) =>
  resultReceivedOn === null ? null : dayOf('objection', resultReceivedOn);

export const rectificationDue = ({ correctionOrderedOn }: Pick<SpotCheck, 'correctionOrderedOn'>) =>
  correctionOrderedOn === null ? null : dayOf('correction', correctionOrderedOn);

/** A re-inspection follows from here. */
export const AWAITED: readonly SpotCheckStage[] = ['CORRECTING', 'ANNOUNCED', 'SUSPENDED'];

/** The re-inspection that was ordered: within 75 days, and after an announcement from day 60 to day 90. Overdue is of today. */
export function reinspectionOf(check: SpotCheck, today: string): Reinspection | null {
  const { correctionOrderedOn, announcedOn, reinspectedOn, reinspectionResult, stage } = check;
  if (correctionOrderedOn === null) return null;
  const from = announcedOn === null ? null : openFrom(announcedOn);
  const dueOn =
    announcedOn === null ? dayOf('reinspection', correctionOrderedOn) : dayOf('announced-until', announcedOn);
  const overdue = AWAITED.includes(stage) && stage !== 'SUSPENDED' && dueOn < today;
  return { from, dueOn, inspectedOn: reinspectedOn, result: reinspectionResult, overdue };
}

/** Whether an order to correct has run out without a re-inspection. */
export function isCorrectionOverdue(check: SpotCheck, today: string): boolean {
  const due = rectificationDue(check);
  return check.stage === 'CORRECTING' && due !== null && due < today;
}

// ── sampling ───────────────────────────────────────────────────────────────────────────────────────────────────────
const LEVELS: readonly SamplingLevel[] = ['NATIONAL', 'PROVINCE', 'CITY', 'COUNTY'];

/** The level that a department of this division is of. */
export function levelOf(region: string): SamplingLevel {
  const code = divisionCode(region);
  if (code === NATIONWIDE) return 'NATIONAL';
  if (code.endsWith('0000')) return 'PROVINCE';
  return code.endsWith('00') ? 'CITY' : 'COUNTY';
}

export type Sample = Pick<
  SpotCheck,
  'id' | 'productCode' | 'batch' | 'level' | 'producerUscc' | 'sellerUscc' | 'regionCode'
>;

/** 产品质量法 第十五条: what an upper level has sampled, a level below it may not sample again. */
export function checkNotRepeated(sample: Sample, earlier: readonly Sample[]): void {
  const repeated = earlier.find(
    (each) =>
      each.id !== sample.id &&
      isSameBatch(each, sample) &&
      LEVELS.indexOf(each.level) < LEVELS.indexOf(sample.level) &&
      isAbove(each, sample),
  );
  if (repeated)
    throw refusal.SampledByUpperLevel({ field: 'batch', earlier: repeated.level, got: sample.batch });
}

/** Of the same maker; of the same seller where the maker of either is not known. */
function isSameBatch(one: Sample, other: Sample): boolean {
  if (one.productCode !== other.productCode || one.batch !== other.batch) return false;
  return one.producerUscc !== null && other.producerUscc !== null
    ? one.producerUscc === other.producerUscc
    : one.sellerUscc !== null && one.sellerUscc === other.sellerUscc;
}

/** Whether the division that has ordered the one sampling holds the place of the other. */
function isAbove({ level, regionCode }: Sample, { regionCode: place }: Sample): boolean {
  const digits = { NATIONAL: 0, PROVINCE: 2, CITY: 4, COUNTY: 6 }[level];
  return isWithin(place, regionCode.slice(0, digits).padEnd(6, '0'));
}

/** Where a check stands that another system has sent, by what has happened. */
export function stageOf({
  result,
  reinspectionResult,
  announcedOn,
  correctionOrderedOn,
}: Pick<SpotCheck, 'result' | 'reinspectionResult' | 'announcedOn' | 'correctionOrderedOn'>): SpotCheckStage {
  if (result === 'PENDING') return 'SAMPLED';
  if (result === 'DISPUTED') return 'DISPUTED';
  if (result === 'QUALIFIED' || reinspectionResult === 'QUALIFIED') return 'CLOSED';
  if (announcedOn !== null) return 'ANNOUNCED';
  if (reinspectionResult === 'UNQUALIFIED') return 'FAILED';
  return correctionOrderedOn === null ? 'UNQUALIFIED' : 'CORRECTING';
}

// ── the steps: each says what changes besides the stage, or refuses by its own code ────────────────────────────────
export interface Told {
  on: string;
  today: string;
  caller: Pick<Caller, 'subject' | 'region'>;
}

export function tested(
  check: SpotCheck,
  { on, today, caller }: Told,
  result: TestConclusion,
  defects: string | null,
): Changes {
  checkDay('on', on, { from: check.sampledOn, to: today });
  return { result, defects, resultReceivedOn: on, resultBy: caller.subject };
}

/** 产品质量法 第十五条: within fifteen days of receiving the result, and once. */
export function objected(check: SpotCheck, { on, today }: Told): Changes {
  const due = objectionDue(check);
  if (check.objectedOn !== null || due === null) throw refusal.ObjectionNotPossible(about(check));
  checkDay('on', on, { from: check.resultReceivedOn ?? check.sampledOn, to: today });
  if (on > due) throw refusal.ObjectionTooLate({ field: 'on', due, got: on });
  return { result: 'DISPUTED', objectedOn: on };
}

export function retested(check: SpotCheck, { on, today, caller }: Told, result: TestConclusion): Changes {
  checkDecider(check, caller);
  checkDay('on', on, { from: check.objectedOn ?? check.sampledOn, to: today });
  return result === 'QUALIFIED' ? { result, defects: null } : { result };
}

/** 令第18号 第四十五条: at once, whether or not the result is objected to. */
export function saleStopped(check: SpotCheck, { on, today }: Told): Changes {
  if (check.saleStoppedOn !== null) throw refusal.SaleStopNotPossible(about(check));
  checkDay('on', on, { from: check.resultReceivedOn ?? check.sampledOn, to: today });
  return { saleStoppedOn: on };
}

export function correctionOrdered(check: SpotCheck, { on, today, caller }: Told): Changes {
  checkDecider(check, caller);
  if (check.saleStoppedOn === null) throw refusal.SaleNotStopped(about(check));
  checkDay('on', on, { from: check.saleStoppedOn, to: today });
  checkObjectionOver(check, on);
  return { correctionOrderedOn: on };
}

/** 令第18号 第四十七、四十八条. One that is late is recorded as well: it must be made, and that it was overdue is seen from its day. */
export function reinspected(check: SpotCheck, { on, today }: Told, result: TestConclusion): Changes {
  const { stage, announcedOn, correctionOrderedOn, reinspectedOn } = check;
  if (correctionOrderedOn === null) throw refusal.ReinspectionNotDue(about(check));
  checkDay('on', on, { from: reinspectedOn ?? correctionOrderedOn, to: today });
  const from = stage === 'ANNOUNCED' && announcedOn !== null ? openFrom(announcedOn) : on;
  if (on < from) throw refusal.ReinspectionTooEarly({ field: 'on', from, got: on });
  return { reinspectedOn: on, reinspectionResult: result };
}

export function announced(check: SpotCheck, { on, today, caller }: Told): Changes {
  const level = levelOf(caller.region ?? '');
  if (level !== 'NATIONAL' && level !== 'PROVINCE')
    throw refusal.AnnouncerMustBeProvincial({ got: caller.region });
  checkDay('on', on, { from: check.reinspectedOn ?? check.sampledOn, to: today });
  return { announcedOn: on };
}

/** 产品质量法 第十七条: if it fails again after the suspension, the licence is revoked, by whoever has granted it. */
export function revocationProposed(check: SpotCheck, { on, today }: Told): Changes {
  checkDay('on', on, { from: check.reinspectedOn ?? check.sampledOn, to: today });
  return {};
}

/** The day may lie ahead: until then the result is not public. */
export function published(check: SpotCheck, { on, today }: Told): Changes {
  const { id, result, publishedOn } = check;
  if (result === 'PENDING' || result === 'DISPUTED') throw refusal.ResultNotFinal(about(check));
  if (publishedOn !== null) throw refusal.PublishedAlready({ field: 'id', id, on: publishedOn, got: id });
  checkDay('on', on, { from: check.resultReceivedOn ?? check.sampledOn, to: addDays(today, 366) });
  if (result === 'UNQUALIFIED') checkObjectionOver(check, on);
  return { publishedOn: on };
}

function checkObjectionOver(check: SpotCheck, on: string): void {
  const due = objectionDue(check);
  if (check.objectedOn === null && due !== null && on <= due)
    throw refusal.ObjectionPeriodRunning({ field: 'on', id: check.id, due, got: on });
}

/** 提交 and 审核 are of different people. */
function checkDecider(check: SpotCheck, { subject }: Told['caller']): void {
  if (subject !== null && check.resultBy === subject)
    throw DeciderMustDiffer({ ...about(check), key: check.id });
}

/** What the refusal of a step names. */
export const about = ({ id, stage }: SpotCheck) => ({ field: 'id', id, stage, got: id });
