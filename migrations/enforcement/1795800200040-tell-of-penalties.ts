import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Feeds of published penalties and typical cases (docs/feed.md). What a line holds is declared in the nouns' feeds. */
export class TellOfPenalties1795800200040 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(PENALTY);
    await db.query(TYPICAL_CASE);
    await db.query(`SELECT feed_begin('penalties', 'penalty_decision', 'document_number')`);
    await db.query(`SELECT feed_begin('typical_cases', 'typical_case', 'id')`);
  }

  async down(): Promise<void> {
    throw new Error('a migration is not undone: restore the backup');
  }
}

/** Public is what `isPublic` of penalty.lists.ts says; a person's name is masked as in case.rules.ts. */
const PENALTY = `
  CREATE TYPE penalty_content AS (
    id varchar, "printedNumber" varchar, "subjectKind" varchar, uscc varchar, "partyName" varchar, "causeCode" varchar, kinds varchar[],
    fine varchar, "breachClass" varchar, "decidedOn" date, "departmentCode" varchar, "regionCode" varchar, "restrictedUntil" date,
    "publishedOn" date, "publicUntil" date, synthetic boolean);
  CREATE FUNCTION penalty_line(penalty penalty_decision) RETURNS text STABLE LANGUAGE sql RETURN row_to_json(ROW(
    penalty.document_number, penalty.printed_number, penalty.party_kind, penalty.party_uscc,
    CASE penalty.party_kind WHEN 'PERSON' THEN left(penalty.stored_party_name, 1) || '**' ELSE penalty.stored_party_name END,
    penalty.cause_code, penalty.kinds, penalty.fine::varchar, penalty.breach_class, penalty.decided_on, penalty.department_code,
    penalty.region_code, penalty.restricted_until, penalty.published_on, penalty.public_until, penalty.synthetic)::penalty_content)::text;
  CREATE FUNCTION said_penalties(keys varchar[]) RETURNS SETOF feed_saying STABLE LANGUAGE sql SET search_path FROM CURRENT AS $$
    SELECT penalty.document_number,
      CASE WHEN penalty.exclusion IS NULL AND penalty.stopped_on IS NULL AND penalty.withdrawn_on IS NULL AND penalty.published_on IS NOT NULL
        AND penalty.public_until IS NOT NULL THEN penalty_line(penalty) END,
      penalty.party_uscc, penalty.published_on, penalty.public_until,
      CASE WHEN penalty.withdrawn_on IS NOT NULL THEN 'REVOKED' WHEN penalty.stopped_on IS NOT NULL THEN 'REPAIRED' END
    FROM penalty_decision AS penalty WHERE penalty.document_number = ANY(keys) $$`;

const TYPICAL_CASE = `
  CREATE TYPE typical_case_content AS (
    id varchar, month varchar, title varchar, summary varchar, "departmentCode" varchar, "departmentKind" varchar, "regionCode" varchar,
    "publishedOn" date);
  CREATE FUNCTION typical_case_line(told typical_case) RETURNS text STABLE LANGUAGE sql RETURN row_to_json(ROW(
    told.id, told.month, told.title, told.summary, told.department_code, told.department_kind, told.region_code, told.published_on)
    ::typical_case_content)::text;
  CREATE FUNCTION said_typical_cases(keys varchar[]) RETURNS SETOF feed_saying STABLE LANGUAGE sql SET search_path FROM CURRENT AS $$
    SELECT told.id, CASE WHEN told.published_on IS NOT NULL AND told.duplicate_of IS NULL THEN typical_case_line(told) END,
      NULL::varchar, told.published_on, NULL::date, NULL::varchar
    FROM typical_case AS told WHERE told.id = ANY(keys) $$`;
