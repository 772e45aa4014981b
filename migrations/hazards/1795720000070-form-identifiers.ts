import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Numbers and codes go into the one form in which they are read since, in the history as well: it tells of the same hazard. */
export class FormIdentifiers1795720000070 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE hazard ALTER COLUMN origin_reference TYPE varchar(100) COLLATE "C"`);
    await db.query(`ALTER TABLE hazard_penalty ALTER COLUMN document_number TYPE varchar(100) COLLATE "C"`);
    await db.query(`SELECT
      bring_key_into_form('hazard', 'number', 'normal_number'),
      bring_key_into_form('accident', 'number', 'normal_number')`);
    await db.query('ALTER TABLE hazard_event DISABLE TRIGGER append_only');
    await db.query(`SELECT
      bring_into_form('hazard_event', 'hazard_number', 'normal_number', 'hazard', 'number'),
      bring_into_form('hazard_notification', 'hazard_number', 'normal_number', 'hazard', 'number', 'id'),
      bring_into_form('rectification_plan', 'hazard_number', 'normal_number', 'hazard', 'number', 'id'),
      bring_into_form('accident_event', 'accident_number', 'normal_number', 'accident', 'number'),
      bring_into_form('accident', 'equipment_code', 'undashed'),
      bring_into_form('hazard', 'origin_reference', 'reference_form'),
      bring_into_form('hazard_penalty', 'document_number', 'paper_form'),
      bring_into_form('fire_check', 'department_code', 'normal_code'),
      bring_list_into_form('hazard', 'matter_codes', 'normal_code'),
      bring_list_into_form('fire_check', 'hazard_numbers', 'normal_number', 'hazard', 'number')`);
    await db.query('ALTER TABLE hazard_event ENABLE TRIGGER append_only');
  }

  async down(): Promise<void> {
    throw new Error('a migration is not undone: restore the backup');
  }
}
