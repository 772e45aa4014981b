import type { MigrationInterface, QueryRunner } from 'typeorm';

const PERSON = `party_kind = 'PERSON'`;
const MASKED = `left(stored_party_name, 1) || '**'`;
/** What a run did not know of a row: columns that came after it. */
const later = (row: string) =>
  `ARRAY(SELECT jsonb_object_keys(${row}) EXCEPT SELECT unnest(run.columns::text[]))`;

/**
 * The name of a person whom a case is about is sealed, and stands beside the case masked, as it is shown; beside a penalty,
 * which is published so, it stands masked alone. An import knows its rows by their digests: they stay those of its rows.
 */
export class SealParties1795813000003 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE enforcement_case ADD sealed_person_name text');
    await mask(db, 'enforcement_case', 'number', 'cases', 'sealed_person_name = stored_party_name, ');
    await mask(db, 'penalty_decision', 'document_number', 'penalties');
    await db.query(
      `UPDATE import_row SET before = before || jsonb_build_object('sealed_person_name', before->'stored_party_name')
       WHERE before->>'party_kind' = 'PERSON' AND run_id IN (SELECT id FROM import_run WHERE kind = 'cases')`,
    );
    await db.query(
      `UPDATE import_row SET before = before || jsonb_build_object('stored_party_name', left(before->>'stored_party_name', 1) || '**')
       WHERE before->>'party_kind' = 'PERSON' AND run_id IN (SELECT id FROM import_run WHERE kind IN ('cases', 'penalties'))`,
    );
    await db.query(
      `INSERT INTO to_seal SELECT 'enforcement_case', 'sealed_person_name'
       WHERE EXISTS (SELECT FROM enforcement_case WHERE ${PERSON})
         OR EXISTS (SELECT FROM import_row WHERE before->>'party_kind' = 'PERSON')`,
    );
  }

  async down(): Promise<void> {
    throw new Error('a migration is not undone: restore the backup');
  }
}

async function mask(db: QueryRunner, table: string, key: string, kind: string, also = ''): Promise<void> {
  await db.query(
    `WITH was AS (SELECT ${key} AS key, to_jsonb(each) AS row FROM ${table} AS each WHERE ${PERSON}),
       done AS (UPDATE ${table} SET ${also}stored_party_name = ${MASKED} WHERE ${PERSON}
         RETURNING ${key} AS key, to_jsonb(${table}) AS row)
     UPDATE import_row AS known SET after = md5((done.row - ${later('done.row')})::text)
     FROM import_run AS run, was JOIN done USING (key)
     WHERE run.id = known.run_id AND run.kind = '${kind}' AND known.key = was.key
       AND known.after = md5((was.row - ${later('was.row')})::text)`,
  );
}
