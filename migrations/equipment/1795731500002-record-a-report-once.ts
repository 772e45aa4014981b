import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A report on a device, a filling of a batch and a plan of a day count once, by whatever source and under whatever id they are sent. */
export class RecordAReportOnce1795731500002 implements MigrationInterface {
  /** Of several the one stands by which the device goes: the latest. A filling that was refused stands before one that was not. */
  async up(db: QueryRunner): Promise<void> {
    await db.query(`SELECT
      record_once('inspection', 'equipment_code, report_number', 'inspected_on DESC, id DESC', 150),
      record_once('equipment_test', 'equipment_code, report_number', 'tested_on DESC, id DESC', 150),
      record_once('cylinder_filling', 'cylinder_serial, filler_uscc, filled_on, batch', 'refusal IS NULL', 170),
      record_once('emergency_plan', 'uscc, title, adopted_on', 'id')`);
  }

  async down(): Promise<void> {
    throw new Error('a migration is not undone: restore the backup');
  }
}
