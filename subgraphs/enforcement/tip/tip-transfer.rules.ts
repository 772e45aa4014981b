import {
  FieldInvalid,
  alike,
  declareError,
  departmentOf,
  divisionCode,
  levelsOf,
  readDepartmentCode,
  type Acting,
  type Caller,
  type DepartmentKind,
} from '../../kernel';
import { CaseNotYours, StepIncomplete, officerOf } from '../case/case.rules';
import type { Tip } from './tip';
import { numbered } from './tip-number';
import { handlesHere } from './tip.rules';
import type { TipTransfer, TransferTipInput } from './tip-transfer';
import type { TipStatus } from './tip.terms';

export const TipReceiverUnfit = declareError(
  'TIP_RECEIVER_UNFIT',
  '{field} {got} 不能接收举报 {key}：{why:words}。',
  'The tip {key} cannot be offered to {field} {got}: {why:words}.',
);

const TOWN = { zh: '乡镇（街道）不接收举报', en: 'no town is given a tip' };
const SAME = { zh: '举报现由该部门办理', en: 'that department has it' };
const CONCERNED = {
  zh: '举报涉及该部门或者其上级',
  en: 'the tip is about that department or one above it',
};

type Place = { place: string; kind: DepartmentKind };

/** The department of a division: the codes of towns are those of their county, which no tip goes below. */
const codeOf = ({ place, kind }: Place) =>
  departmentOf({
    subject: null,
    scopes: [],
    departmentCode: null,
    region: divisionCode(place).slice(0, 6).padEnd(6, '0'),
    department: kind,
  });

/** The department that a tip is with: the one of its division. */
export function holderOf({ regionCode, handlerKind }: Pick<Tip, 'regionCode' | 'handlerKind'>): string {
  return codeOf({ place: regionCode, kind: handlerKind });
}

/** Whether a tip is about a department or about one above it, which must not learn of it from below. */
function isAbout(tip: Pick<Tip, 'aboutDepartmentCode'>, { place, kind }: Place): boolean {
  return levelsOf(place).some((each) => codeOf({ place: each, kind }) === tip.aboutDepartmentCode);
}

/** What a tip is offered with. @throws TIP_RECEIVER_UNFIT */
export function offered(
  tip: Tip,
  { toDepartmentCode, reason, note }: TransferTipInput,
  { caller, today }: Acting,
): TipTransfer {
  const field = 'toDepartmentCode';
  const to = readDepartmentCode(toDepartmentCode);
  if (!to) throw FieldInvalid({ field, shape: alike('430682-FIRE_RESCUE'), got: toDepartmentCode });
  const refuse = (why: typeof TOWN) =>
    TipReceiverUnfit({ field, key: tip.number, why, got: toDepartmentCode });
  if (divisionCode(to.place).length > 6) throw refuse(TOWN);
  if (toDepartmentCode === holderOf(tip)) throw refuse(SAME);
  if (isAbout(tip, to)) throw refuse(CONCERNED);
  const from = { place: String(caller.region), kind: tip.handlerKind };
  const answerer = handlesHere(to.kind) ? to : from;
  return {
    number: numbered('YS'),
    tipNumber: tip.number,
    fromDepartmentCode: codeOf(from),
    fromKind: from.kind,
    fromRegionCode: from.place,
    toDepartmentCode,
    answererKind: answerer.kind,
    regionCode: answerer.place,
    status: 'OFFERED',
    reason,
    note,
    offeredOn: today,
    answeredOn: null,
    answer: null,
    document: null,
  };
}

/** Whether whoever it is offered to handles tips here, and answers itself. */
export function isAnsweredHere({ toDepartmentCode }: Pick<TipTransfer, 'toDepartmentCode'>): boolean {
  return handlesHere(readDepartmentCode(toDepartmentCode)?.kind ?? null);
}

/** Who answers is the department that it is offered to, or of one that handles no tips here the first one, by its paper. */
export function checkAnswerer({ number, answererKind }: TipTransfer, { department }: Caller): void {
  if (department !== answererKind) throw CaseNotYours({ key: number, owner: answererKind, department });
}

export function checkOfferer({ number, fromKind }: TipTransfer, { department }: Caller): void {
  if (department !== fromKind) throw CaseNotYours({ key: number, owner: fromKind, department });
}

export function checkPaper(transfer: TipTransfer, document: string | null): void {
  if (document === null && !isAnsweredHere(transfer))
    throw StepIncomplete({ key: transfer.number, missing: 'document' });
}

/** What becomes of the tip once it is taken in: the other department has it from that day on, and nothing was done yet. */
export function takenIn(transfer: TipTransfer, today: string): Partial<Tip> {
  if (!isAnsweredHere(transfer)) return { status: 'TRANSFERRED', decidedOn: today, toldOn: today };
  return {
    handlerKind: transfer.answererKind,
    regionCode: transfer.regionCode,
    takenInOn: today,
    status: 'RECEIVED',
    acceptedOn: null,
    extended: false,
  };
}

/** The tip is where it was, and owed by whom it was. */
export function givenBack({ acceptedOn }: Pick<Tip, 'acceptedOn'>): { status: TipStatus } {
  return { status: acceptedOn === null ? 'RECEIVED' : 'ACCEPTED' };
}

/** Who records it, for the history of the tip. */
export const eventOf = ({ caller, now }: Acting) => ({ at: now, officer: officerOf(caller) });
