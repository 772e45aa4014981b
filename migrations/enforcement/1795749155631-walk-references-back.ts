import type { MigrationInterface, QueryRunner } from 'typeorm';

export class WalkReferencesBack1795749155631 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE enforcement_case ADD equipment_code varchar(20) COLLATE "C"`);
    await db.query(
      `CREATE INDEX enforcement_case_by_equipment ON enforcement_case (equipment_code, lead_received_on, number)`,
    );
    await db.query(`CREATE INDEX draw_check_by_enterprise ON draw_check (uscc, checked_on, id)`);
    await db.query(
      `CREATE INDEX supervisory_inspection_by_draw ON supervisory_inspection (draw_id, inspected_on, id)`,
    );
    await db.query(`CREATE INDEX tip_by_hazard ON tip (hazard_number, number)`);
    await db.query(`CREATE INDEX typical_case_by_case ON typical_case (case_number, id)`);
  }

  async down(): Promise<void> {
    throw new Error('a migration is not undone: restore the backup');
  }
}
