import sql, { type Sql } from 'sql-template-tag';
import type { RecallStatus } from './recall';

/** `statusOf` of recall.steps.ts, in SQL. */
export function inStatus(status: RecallStatus): Sql {
  switch (status) {
    case 'COMPLETED':
      return sql`completed_on IS NOT NULL`;
    case 'ANNOUNCED':
      return sql`completed_on IS NULL AND announced_on IS NOT NULL`;
    default:
      return sql`completed_on IS NULL AND announced_on IS NULL`;
  }
}
