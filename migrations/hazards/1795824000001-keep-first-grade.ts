import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What came in before this was kept counts as it stands: nobody knows with which grade it came in. */
export class KeepFirstGrade1795824000001 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE accident ADD found_unreported_on date`);
    await db.query(`ALTER TABLE hazard ADD first_grade varchar(16) COLLATE "C"`);
    await db.query(`UPDATE hazard SET first_grade = grade`);
  }

  async down(): Promise<void> {
    throw new Error('a migration is not undone: restore the backup');
  }
}
