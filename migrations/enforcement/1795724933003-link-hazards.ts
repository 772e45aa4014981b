import type { MigrationInterface, QueryRunner } from 'typeorm';

export class LinkHazards1795724933003 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`DROP INDEX enforcement_case_by_hazard`);
    await db.query(
      `CREATE INDEX enforcement_case_by_hazard ON enforcement_case (hazard_number, lead_received_on, number)`,
    );
    await db.query(
      `CREATE INDEX supervisory_notice_by_case ON supervisory_notice (case_number, issued_on, number)`,
    );
    await db.query(
      `CREATE INDEX supervisory_notice_by_hazard ON supervisory_notice (hazard_number, issued_on, number)`,
    );
  }

  async down(): Promise<void> {
    throw new Error('a migration is not undone: restore the backup');
  }
}
