import sql, { type Sql } from 'sql-template-tag';
import { countAhead, manyBy } from '../../kernel';
import { CccCertificate, type CccStatus } from './certificate';
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

/** Valid on a day, by what it had become by then; what its history does not tell of that day is not taken for valid. */
export function stoodOn(day: string): Sql {
  return sql`issued_on <= ${day} AND expires_on >= ${day} AND (SELECT event.status FROM ccc_status_event AS event
    WHERE event.certificate_number = ccc_certificate.number AND event.since <= ${day}
    ORDER BY event.since DESC, event.id DESC LIMIT 1) = 'VALID'`;
}

/** The changes of each certificate, the earliest first. */
export const eventsOfCertificate = manyBy(CccStatusEvent, 'certificateNumber', sql`id`);

/** The validity checks of each certificate, the latest first. */
export const checksOfCertificate = manyBy(
  CccValidityCheck,
  'certificateNumber',
  sql`checked_on DESC, id DESC`,
);

/** Valid certificates, by category. */
export const certificatesAhead = countAhead({
  name: 'ccc_certificate_ahead',
  entity: CccCertificate,
  region: 'region_code',
  keys: 'ARRAY[category_code]::varchar[]',
  where: `status = 'VALID'`,
  counts: { ALL: { where: 'true' }, EXPIRING: { where: 'true', day: 'expires_on' } },
});
