import sql, { raw, type Sql } from 'sql-template-tag';
import { manyBy, page, within, type PageArgs, type RequestContext } from '../../kernel';
import { CERTIFICATES } from './certificate';
import { CccStatusEvent } from './certificate-event';
import { CccValidityCheck } from './validity-check';

/** Valid today: `statusOn` of certificate.rules.ts, in SQL. */
export function isValid(today: string): Sql {
  return sql`status = 'VALID' AND expires_on >= ${today}`;
}

/** Walks ccc_certificate_by_category. */
export function certificatesOfCategories(
  context: RequestContext,
  categories: readonly string[],
  region: string | null | undefined,
  args: PageArgs,
) {
  return page(
    context,
    CERTIFICATES,
    sql`${within(raw('region_code'), region)} AND category_code = ANY(${categories}::varchar[])`,
    args,
  );
}

/** The changes of each certificate, the earliest first. */
export const eventsOfCertificate = manyBy(CccStatusEvent, 'certificateNumber', sql`id`);

/** The validity checks of each certificate, the latest first. */
export const checksOfCertificate = manyBy(
  CccValidityCheck,
  'certificateNumber',
  sql`checked_on DESC, id DESC`,
);
