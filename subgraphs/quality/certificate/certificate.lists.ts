import sql, { type Sql } from 'sql-template-tag';
import { manyBy } from '../../kernel';
import { CccStatusEvent } from './certificate-event';
import { CccValidityCheck } from './validity-check';

/** Valid today: `statusOn` of certificate.rules.ts, in SQL. */
export function isValid(today: string): Sql {
  return sql`status = 'VALID' AND expires_on >= ${today}`;
}

/** The changes of each certificate, the earliest first. */
export const eventsOfCertificate = manyBy(CccStatusEvent, 'certificateNumber', sql`id`);

/** The validity checks of each certificate, the latest first. */
export const checksOfCertificate = manyBy(
  CccValidityCheck,
  'certificateNumber',
  sql`checked_on DESC, id DESC`,
);
