import { FieldInvalid, FieldMissing, OutsideRegion, coversRegion, type Caller, checkDay } from '../../kernel';
import type { EnforcementCase } from './case';
import type { CaseInput } from './case.inputs';
import type { CaseStatus } from './case.terms';

/** What a case is like before any step was taken here. */
export function unbegun() {
  return {
    filingExtended: false,
    decisionExtended: false,
    clockStops: [],
    investigators: [],
    hearingHeld: false,
    legalReviewGrounds: [],
  } satisfies Partial<EnforcementCase>;
}

/** An enterprise is known by its code, a person by name only: identity numbers are not kept here. */
export function checkParty({ partyKind, partyUscc }: Pick<EnforcementCase, 'partyKind' | 'partyUscc'>): void {
  if (partyKind === 'ENTERPRISE' && partyUscc === null) throw FieldMissing({ field: 'partyUscc' });
  if (partyKind === 'PERSON' && partyUscc !== null)
    throw FieldInvalid({
      field: 'partyUscc',
      shape: { zh: '空（当事人为自然人）', en: 'nothing, for a person' },
      got: partyUscc,
    });
}

/** A department beyond the caller’s region is named by the field that was sent. */
export function checkHandlerRegion(departmentCode: string, regionCode: string, caller: Caller): void {
  if (!coversRegion(caller, regionCode))
    throw OutsideRegion({ field: 'departmentCode', region: caller.region, got: departmentCode });
}

type Dated = 'filedOn' | 'decidedOn' | 'executedOn' | 'closedOn';
/** Which days a state needs. */
const NEEDED: Readonly<Record<CaseStatus, readonly Dated[]>> = {
  LEAD: [],
  NOT_FILED: ['closedOn'],
  FILED: ['filedOn'],
  INVESTIGATING: ['filedOn'],
  NOTIFIED: ['filedOn'],
  HEARING: ['filedOn'],
  DECIDED: ['filedOn', 'decidedOn'],
  EXECUTED: ['filedOn', 'decidedOn', 'executedOn'],
  CLOSED: ['filedOn', 'closedOn'],
  TRANSFERRED: ['closedOn'],
};
const ORDER = [
  'leadReceivedOn',
  'filedOn',
  'decidedOn',
  'deliveredOn',
  'paidOn',
  'executedOn',
  'closedOn',
] as const;
/** The fine may be paid before or after anything else was carried out. */
const UNORDERED = new Set<string>(['paidOn']);

/** The days that a state needs are there, follow each other, and lie in no future. */
export function checkCourse(record: CaseInput, today: string): void {
  for (const field of NEEDED[record.status]) if (record[field] === null) throw FieldMissing({ field });
  if ((record.status === 'LEAD' || record.status === 'NOT_FILED') && record.filedOn !== null) {
    throw FieldInvalid({
      field: 'filedOn',
      shape: { zh: '空（尚未立案）', en: 'nothing, where no case was filed' },
      got: record.filedOn,
    });
  }
  let from = record.leadReceivedOn;
  for (const field of ORDER) {
    const got = record[field];
    if (got === null) continue;
    checkDay(field, got, { from, to: today });
    if (!UNORDERED.has(field)) from = got;
  }
}
