import type { MigrationInterface, QueryRunner } from 'typeorm';

export class WalkReferencesBack1795749071448 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`CREATE INDEX certification_body_by_enterprise ON certification_body (uscc, code)`);
    await db.query(`CREATE INDEX laboratory_by_enterprise ON laboratory (uscc, code)`);
    await db.query(
      `CREATE INDEX ccc_certificate_by_manufacturer ON ccc_certificate (manufacturer_uscc, number)`,
    );
    await db.query(`CREATE INDEX ccc_certificate_by_body ON ccc_certificate (body_code, number)`);
    await db.query(`CREATE INDEX ccc_certificate_by_laboratory ON ccc_certificate (laboratory_code, number)`);
    await db.query(`CREATE INDEX spot_check_by_plan ON spot_check (plan_number, sampled_on, id)`);
    await db.query(
      `CREATE INDEX spot_check_by_certificate ON spot_check (certificate_number, sampled_on, id)`,
    );
    await db.query(`CREATE INDEX trace_step_by_enterprise ON trace_step (enterprise_uscc, notified_on, id)`);
    await db.query(
      `CREATE INDEX trace_step_by_certificate ON trace_step (certificate_number, notified_on, id)`,
    );
  }

  async down(): Promise<void> {
    throw new Error('a migration is not undone: restore the backup');
  }
}
