import {
  deadlineOf,
  ruleOn,
  termEnd,
  type Caller,
  type LegalDeadline,
  type DepartmentKind,
  masked,
  searchKey,
} from '../../kernel';
import { legalNumbers } from '../legal-numbers';
import type { DishonestyListing } from './listing';
import type { DishonestyList, ListingStatus } from './listing.terms';

/** 谁处罚、谁决定、谁负责: each list is kept by one kind of department. */
export const OWNER: Readonly<Record<DishonestyList, DepartmentKind>> = {
  MARKET_SERIOUS_ILLEGAL: 'MARKET_SUPERVISION',
  WORK_SAFETY_SERIOUS: 'EMERGENCY_MANAGEMENT',
};

/** The list that the caller's kind of department keeps, if it keeps one. */
export function listOf({ department }: Caller): DishonestyList | null {
  return (Object.keys(OWNER) as DishonestyList[]).find((list) => OWNER[list] === department) ?? null;
}

/**
 * Where a listing stands on a day. On its last day it is still on the list; the day after it is not, whether or not any
 * job has said so. `inStatus` in listing.lists.ts is the same rule in SQL.
 */
export function statusOn(
  { status, expiresOn }: Pick<DishonestyListing, 'status' | 'expiresOn'>,
  today: string,
): ListingStatus {
  return status === 'LISTED' && expiresOn !== null && expiresOn < today ? 'EXPIRED' : status;
}

/** Whether it is on the list and counted. `isOnList` in listing.lists.ts is the same rule in SQL. */
export function isOnListOn(
  listing: Pick<DishonestyListing, 'status' | 'expiresOn' | 'duplicateOf'>,
  today: string,
): boolean {
  return listing.duplicateOf === null && statusOn(listing, today) === 'LISTED';
}

/** The number of days for publishing that held when it was decided. */
export function publishRule({ list, decidedOn }: Pick<DishonestyListing, 'list' | 'decidedOn'>) {
  return ruleOn(legalNumbers, `credit.${list}.publish`, decidedOn, 'decidedOn');
}

/** The last day for publishing by the calendar known now. Not stored: the notice of a new year may move it. */
export function publishBy(listing: Pick<DishonestyListing, 'list' | 'decidedOn'>): LegalDeadline {
  return deadlineOf(publishRule(listing), listing.decidedOn);
}

/** How long it is on the list, or before when no early removal is asked for; null before it is listed. */
export function termRule(
  { list, listedOn }: Pick<DishonestyListing, 'list' | 'listedOn'>,
  what: 'term' | 'earliest-removal',
) {
  return listedOn === null ? null : ruleOn(legalNumbers, `credit.${list}.${what}`, listedOn, 'listedOn');
}

/** The last day of the term and the first day for asking early removal; neither before it is listed. */
export function termOf(list: DishonestyList, listedOn: string | null) {
  if (listedOn === null) return { expiresOn: null, earliestRemovalOn: null };
  const after = (what: 'term' | 'earliest-removal') => {
    const rule = termRule({ list, listedOn }, what);
    return rule && termEnd(rule, listedOn);
  };
  return { expiresOn: after('term'), earliestRemovalOn: after('earliest-removal') };
}

/** What a subject is known by: a person, of whom no number is kept, by name as it is compared. */
export function subjectOf({ uscc, subjectName }: Pick<DishonestyListing, 'uscc' | 'subjectName'>): string {
  return uscc ?? searchKey(subjectName);
}

/** A text about a listing as anyone may read it: a person's name in it is masked. */
export function forAnyone(
  { subjectKind, subjectName }: Pick<DishonestyListing, 'subjectKind' | 'subjectName'>,
  text: string,
): string {
  return subjectKind === 'PERSON' ? text.replaceAll(subjectName, masked(subjectName)) : text;
}
