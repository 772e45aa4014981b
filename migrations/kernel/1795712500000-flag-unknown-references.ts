import type { MigrationInterface, QueryRunner } from 'typeorm';

/** References that were kept though they lead to no known record: by the row that holds them, in the order that they are listed and looked at. */
export class FlagUnknownReferences1795712500000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE unknown_reference (
        noun varchar(64) COLLATE "C" NOT NULL,
        key varchar COLLATE "C" NOT NULL,
        field varchar(64) COLLATE "C" NOT NULL,
        reference varchar COLLATE "C" NOT NULL,
        target varchar(64) COLLATE "C" NOT NULL,
        reason varchar(10) COLLATE "C" NOT NULL,
        region_code varchar(12) COLLATE "C",
        since timestamptz NOT NULL,
        looked_at timestamptz NOT NULL,
        PRIMARY KEY (noun, key, field, reference)
      )`);
    await db.query(
      'CREATE INDEX unknown_reference_by_region ON unknown_reference (region_code, noun, key, field, reference)',
    );
    await db.query('CREATE INDEX unknown_reference_by_look ON unknown_reference (looked_at)');
  }

  async down(): Promise<void> {
    throw new Error('a migration is not undone: restore the backup');
  }
}
