import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How many rows of an import were refused, by the code of the error; of imports before it that is not known. */
export class CountRejectsByCode1795711294666 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE import_progress ADD rejected_by_code jsonb NOT NULL DEFAULT '{}'`);
  }

  async down(): Promise<void> {
    throw new Error('a migration is not undone: restore the backup');
  }
}
