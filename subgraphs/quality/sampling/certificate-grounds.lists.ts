import sql, { type Sql } from 'sql-template-tag';
import { defineLoader, whether, type RequestContext } from '../../kernel';
import type { CertificateGround } from './sampling.terms';
import type { SpotCheck } from './spot-check';

/** `isMandatory` of catalogue.rules.ts, in SQL; null where that cannot be said. */
export function isRequired(category: Sql, on: Sql): Sql {
  const from = sql`coalesce(mandatory_from, known_from)`;
  return sql`(SELECT CASE
      WHEN count(*) = 0 OR ${on} < (array_agg(known_from ORDER BY coalesce(mandatory_from, known_from, '0001-01-01'), id))[1] THEN NULL
      ELSE bool_or((${from} IS NULL OR ${from} <= ${on}) AND (mandatory_to IS NULL OR ${on} <= mandatory_to)) END
    FROM ccc_category WHERE code = ${category})`;
}

/** The CertificateGrounds of a row of `spot_check`. Not stored: what a certificate was on that day may come on record later. */
const GROUNDS = sql`(SELECT array_remove(ARRAY[
      CASE WHEN stated IS NULL AND required THEN 'MISSING' END,
      CASE WHEN stated IS NULL AND required IS NULL THEN 'REQUIREMENT_UNKNOWN' END,
      CASE WHEN paper.number IS NULL AND stated IS NOT NULL THEN 'NOT_ON_RECORD' END,
      CASE WHEN paper.issued_on > sampled_on THEN 'NOT_ISSUED' END,
      CASE WHEN paper.issued_on <= sampled_on AND stood.status IS NULL THEN 'STATUS_UNKNOWN' END,
      CASE WHEN stood.status <> 'VALID' THEN stood.status END,
      CASE WHEN paper.expires_on < sampled_on THEN 'EXPIRED' END,
      CASE WHEN producer_uscc <> ALL(ARRAY[paper.holder_uscc, coalesce(paper.manufacturer_uscc, paper.holder_uscc)]) THEN 'OTHER_MAKER' END,
      CASE WHEN paper.number IS NOT NULL AND producer_uscc IS NULL THEN 'MAKER_UNKNOWN' END,
      CASE WHEN spot_check.category_code <> paper.category_code THEN 'OTHER_CATEGORY' END
    ]::varchar[], NULL)
  FROM (SELECT certificate_number AS stated, ${isRequired(sql`spot_check.category_code`, sql`sampled_on`)} AS required) AS asked
  LEFT JOIN ccc_certificate AS paper ON paper.number = stated
  LEFT JOIN LATERAL (
    SELECT status FROM ccc_status_event WHERE certificate_number = stated AND since <= sampled_on
    ORDER BY since DESC, ccc_status_event.id DESC LIMIT 1) AS stood ON true)`;

const grounds = defineLoader<{ id: string; grounds: CertificateGround[] }>(
  ({ db }, ids) =>
    db.byKey(sql`SELECT id, ${GROUNDS} AS grounds FROM spot_check WHERE id = ANY(${ids}::varchar[])`),
  ({ id }) => id,
);

export async function certificateGroundsOf(context: RequestContext, { id }: SpotCheck) {
  return (await grounds(context).load(id))?.grounds ?? null;
}

/** Those of which one ground holds, any at all, or none. */
export function standsSo(ground: CertificateGround | null, flagged: boolean | null): Sql {
  const only = typeof ground === 'string' ? true : null;
  return sql`${whether(sql`${GROUNDS} @> ARRAY[${ground}]::varchar[]`, only)} ${whether(sql`${GROUNDS} <> '{}'`, flagged)}`;
}
