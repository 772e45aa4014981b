import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tables that every subgraph has in its own schema. */
export class CreateAuditAndImports1763780000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE audit_record (
        sequence bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        at timestamptz NOT NULL,
        record text NOT NULL,
        digest char(64) NOT NULL
      )`);
    await db.query(`
      CREATE TABLE import_progress (
        kind varchar(40) NOT NULL,
        source varchar(64) NOT NULL,
        file_digest varchar(64) NOT NULL,
        rows_done bigint NOT NULL,
        accepted bigint NOT NULL,
        unchanged bigint NOT NULL,
        rejected bigint NOT NULL,
        finished boolean NOT NULL,
        updated_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (kind, source, file_digest)
      )`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE import_progress');
    await db.query('DROP TABLE audit_record');
  }
}
