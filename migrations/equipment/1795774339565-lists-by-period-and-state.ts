import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ListsByPeriodAndState1795774339565 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`DROP INDEX safety_appointment_by_enterprise`);
    await db.query(`CREATE INDEX campaign_check_by_day ON campaign_check (equipment_code, checked_on, id)`);
    await db.query(
      `CREATE INDEX safety_appointment_by_enterprise ON safety_appointment (uscc, appointed_on, id)`,
    );
  }

  async down(): Promise<void> {
    throw new Error('a migration is not undone: restore the backup');
  }
}
