import sql, { type Sql } from 'sql-template-tag';
import { manyBy } from '../../kernel';
import type { CccStatus } from './certificate';
import { CccStatusEvent } from './certificate-event';
import { CccValidityCheck } from './validity-check';

/** `statusOn` of certificate.rules.ts, in SQL. */
export function inStatus(status: CccStatus, today: string): Sql {
  return sql`CASE WHEN status IN ('VALID', 'SUSPENDED') AND expires_on < ${today} THEN 'EXPIRED' ELSE status END = ${status}`;
}

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
