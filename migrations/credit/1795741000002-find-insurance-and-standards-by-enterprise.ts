import type { MigrationInterface, QueryRunner } from 'typeorm';

export class FindInsuranceAndStandardsByEnterprise1795741000002 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`CREATE INDEX safety_insurance_of_enterprise ON safety_insurance (uscc, field, id)`);
    await db.query(`CREATE INDEX safety_standard_of_enterprise ON safety_standard (uscc, awarded_on, id)`);
  }

  async down(): Promise<void> {
    throw new Error('a migration is not undone: restore the backup');
  }
}
