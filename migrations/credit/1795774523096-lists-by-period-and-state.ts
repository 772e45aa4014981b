import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ListsByPeriodAndState1795774523096 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`DROP INDEX dishonesty_listing_by_subject`);
    await db.query(`CREATE INDEX dishonesty_listing_by_subject ON dishonesty_listing (uscc, decided_on, id)`);
  }

  async down(): Promise<void> {
    throw new Error('a migration is not undone: restore the backup');
  }
}
