import type { MigrationInterface, QueryRunner } from 'typeorm';

export class SuspendLicences1795784955775 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE prior_licence ADD suspended_on date`);
    await db.query(`ALTER TABLE prior_licence ADD suspended_until date`);
  }

  async down(): Promise<void> {
    throw new Error('a migration is not undone: restore the backup');
  }
}
