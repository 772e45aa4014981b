import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Numbers and codes go into the one form in which they are read since. Devices and registrations always had theirs. */
export class FormIdentifiers1795720000002 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE inspection ALTER COLUMN report_number TYPE varchar(64) COLLATE "C"`);
    await db.query(`ALTER TABLE equipment_test ALTER COLUMN report_number TYPE varchar(64) COLLATE "C"`);
    await db.query(`ALTER TABLE cylinder_filling ALTER COLUMN batch TYPE varchar(64) COLLATE "C"`);
    await db.query(`SELECT
      bring_key_into_form('equipment_order', 'number', 'paper_form'),
      bring_key_into_form('gas_cylinder', 'serial', 'normal_code'),
      bring_key_into_form('inspection_body', 'id', 'paper_form')`);
    await db.query(`SELECT
      bring_into_form('cylinder_filling', 'cylinder_serial', 'normal_code', 'gas_cylinder', 'serial', 'id'),
      bring_into_form('inspector', 'body_id', 'paper_form', 'inspection_body', 'id'),
      bring_into_form('equipment_order', 'department_code', 'normal_code'),
      bring_into_form('inspection', 'report_number', 'paper_form'),
      bring_into_form('equipment_test', 'report_number', 'paper_form'),
      bring_into_form('cylinder_filling', 'batch', 'normal_code'),
      bring_list_into_form('inspector', 'items', 'normal_code')`);
  }

  async down(): Promise<void> {
    throw new Error('a migration is not undone: restore the backup');
  }
}
