import sql, { type Sql } from 'sql-template-tag';
import { Unreachable } from '../../kernel';
import type { HazardCaveat } from './hazard.terms';

/** `isOnTime` of hazard.rules.ts, in SQL. */
export const CLOSED_ON_TIME = sql`closed_on <= original_due_on`;

/** What would make a rate of rectification look better than it is. The same words are found by hazard_by_text. */
export function isCaveat(caveat: HazardCaveat): Sql {
  switch (caveat) {
    case 'NO_DEADLINE':
      return sql`original_due_on IS NULL`;
    case 'EXTENDED':
      return sql`due_on > original_due_on`;
    case 'ENTERED_CLOSED':
      return sql`EXISTS (SELECT FROM hazard_event first
        WHERE first.hazard_number = hazard.number AND first.sequence = 1 AND first.to_status = 'CLOSED')`;
    case 'CLOSED_WITHIN_A_DAY':
      return sql`closed_on <= found_on + 1`;
    case 'REOPENED':
      return sql`(round > 1 OR status = 'REOPENED')`;
    case 'DOWNGRADED':
      return sql`first_grade = 'MAJOR' AND grade <> 'MAJOR'`;
    case 'SAME_TEXT':
      return sql`EXISTS (SELECT FROM hazard other
        WHERE md5(other.description) = md5(hazard.description) AND other.number <> hazard.number)`;
    default:
      throw new Unreachable(caveat);
  }
}
