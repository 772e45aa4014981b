import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What an import has written, so that it can be taken back: each row as it was before, and a digest of what the import has made of it. */
export class KeepImports1795711804611 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE import_run (
        id varchar(64) COLLATE "C" PRIMARY KEY,
        nth bigint GENERATED ALWAYS AS IDENTITY,
        kind varchar(40) COLLATE "C" NOT NULL,
        source varchar(64) COLLATE "C" NOT NULL,
        department varchar(24) COLLATE "C" NOT NULL,
        department_code varchar(40) COLLATE "C",
        columns varchar[] NOT NULL,
        batches integer NOT NULL DEFAULT 0,
        begun_at timestamptz NOT NULL,
        taken_back_at timestamptz
      )`);
    await db.query('CREATE INDEX import_run_by_time ON import_run (begun_at)');
    await db.query(`
      CREATE TABLE import_row (
        run_id varchar(64) COLLATE "C" NOT NULL,
        key varchar COLLATE "C" NOT NULL,
        batch integer NOT NULL,
        before jsonb,
        after varchar(32) NOT NULL,
        history_before varchar(40),
        history_after varchar(40),
        PRIMARY KEY (run_id, key)
      )`);
    await db.query('CREATE INDEX import_row_by_batch ON import_row (run_id, batch)');
    await db.query('CREATE INDEX import_row_by_key ON import_row (key)');
    await db.query('ALTER TABLE import_progress ADD run_id varchar(64) COLLATE "C"');
  }

  async down(): Promise<void> {
    throw new Error('a migration is not undone: restore the backup');
  }
}
