import type { MigrationInterface, QueryRunner } from 'typeorm';

export class WalkReferencesBack1795749137560 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`DROP INDEX training_body_by_enterprise`);
    await db.query(`CREATE INDEX training_body_by_enterprise ON training_body (uscc, id)`);
    await db.query(`CREATE INDEX training_course_by_body ON training_course (body_uscc, held_on, id)`);
    await db.query(`CREATE INDEX attendance_by_enterprise ON attendance (uscc, id)`);
  }

  async down(): Promise<void> {
    throw new Error('a migration is not undone: restore the backup');
  }
}
