import type { MigrationInterface, QueryRunner } from 'typeorm';

export class GradeHospitals1795824000002 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE training_duty ADD hospital_grade varchar(12) COLLATE "C"`);
  }

  async down(): Promise<void> {
    throw new Error('a migration is not undone: restore the backup');
  }
}
