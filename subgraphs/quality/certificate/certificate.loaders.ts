import sql, { raw, type Sql } from 'sql-template-tag';
import { defineLoader, page, pagesOf, within, type PageArgs, type RequestContext } from '../../kernel';
import { CERTIFICATES, CERTIFICATES_OF_HOLDER, CccCertificate } from './certificate';
import { CccStatusEvent } from './certificate-event';
import { CccValidityCheck } from './validity-check';

/** Valid today: `statusOn` of certificate.rules.ts, in SQL. */
export function isValid(today: string): Sql {
  return sql`status = 'VALID' AND expires_on >= ${today}`;
}

export const certificateByNumber = defineLoader<CccCertificate>(
  ({ db }, numbers) =>
    db.byKey(sql`SELECT ${raw(db.columns(CccCertificate))} FROM ccc_certificate WHERE number = ANY(${numbers}::varchar[])`),
  ({ number }) => number,
);

/** Walks ccc_certificate_by_holder. */
export function certificatesOfHolder(context: RequestContext, uscc: string, args: PageArgs) {
  return pagesOf(context, CERTIFICATES_OF_HOLDER, 'holderUscc', args).load(uscc);
}

export function certificatesOfCategories(
  context: RequestContext,
  categories: readonly string[],
  region: string | null | undefined,
  args: PageArgs,
) {
  return page(context, CERTIFICATES, sql`${within(raw('region_code'), region)} AND category_code = ANY(${categories}::varchar[])`, args);
}

/** The changes of each certificate, the earliest first. */
export const eventsOfCertificate = defineLoader<{ number: string; events: CccStatusEvent[] }>(
  async ({ db }, numbers) =>
    grouped(
      numbers,
      await db.byKey<CccStatusEvent>(
        sql`SELECT ${raw(db.columns(CccStatusEvent))} FROM ccc_status_event WHERE certificate_number = ANY(${numbers}::varchar[]) ORDER BY id`,
      ),
    ).map(([number, events]) => ({ number, events })),
  ({ number }) => number,
);

/** The validity checks of each certificate, the latest first. */
export const checksOfCertificate = defineLoader<{ number: string; checks: CccValidityCheck[] }>(
  async ({ db }, numbers) =>
    grouped(
      numbers,
      await db.byKey<CccValidityCheck>(
        sql`SELECT ${raw(db.columns(CccValidityCheck))} FROM ccc_validity_check WHERE certificate_number = ANY(${numbers}::varchar[]) ORDER BY checked_on DESC, id DESC`,
      ),
    ).map(([number, checks]) => ({ number, checks })),
  ({ number }) => number,
);

function grouped<Row extends { certificateNumber: string }>(numbers: readonly string[], rows: readonly Row[]): [string, Row[]][] {
  const found = new Map(numbers.map((number) => [number, [] as Row[]]));
  for (const row of rows) found.get(row.certificateNumber)?.push(row);
  return [...found];
}
