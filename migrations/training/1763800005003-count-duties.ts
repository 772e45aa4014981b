import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Duties by industry, with all that tells whether they are fulfilled, so that an overview counts them without touching the table. */
export class CountDuties1763800005003 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE INDEX training_duty_by_industry ON training_duty (year, audience, industry_code, region_code)
      INCLUDE (id, activity, subject, person_id, min_hours, from_on, counts_until)`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP INDEX training_duty_by_industry');
  }
}
