import type { MigrationInterface, QueryRunner } from 'typeorm';

export class DateDesignatedLaboratories1795812000030 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE laboratory ADD designated_from date`);
    await db.query(`ALTER TABLE laboratory ADD designated_to date`);
  }

  async down(): Promise<void> {
    throw new Error('a migration is not undone: restore the backup');
  }
}
