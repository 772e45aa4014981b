import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The key on which pseudonyms, digests and cursors hang, wrapped under the data key; the first start puts it there. */
export class KeepDataKey1795810000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(
      `CREATE TABLE data_key (one boolean PRIMARY KEY DEFAULT true CHECK (one), wrapped text NOT NULL)`,
    );
  }

  async down(): Promise<void> {
    throw new Error('a migration is not undone: restore the backup');
  }
}
