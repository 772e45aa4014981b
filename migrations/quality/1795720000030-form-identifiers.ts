import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Numbers and codes go into the one form in which they are read since. Certificates and categories always had theirs. */
export class FormIdentifiers1795720000030 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE institution_check ALTER COLUMN draw_number TYPE varchar(60) COLLATE "C"`);
    await db.query(`SELECT
      bring_key_into_form('laboratory', 'code', 'normal_code'),
      bring_key_into_form('sampling_plan', 'number', 'paper_form')`);
    await db.query(`SELECT
      bring_into_form('institution_check', 'institution_code', 'normal_code', 'laboratory', 'code'),
      bring_into_form('institution_check', 'draw_number', 'reference_form'),
      bring_into_form('ccc_certificate', 'laboratory_code', 'normal_code', 'laboratory', 'code'),
      bring_into_form('spot_check', 'plan_number', 'paper_form', 'sampling_plan', 'number'),
      bring_into_form('spot_check', 'batch', 'normal_code'),
      bring_into_form('recall', 'batch', 'normal_code'),
      bring_list_into_form('laboratory', 'category_codes', 'normal_code'),
      bring_list_into_form('spot_check', 'matter_codes', 'normal_code')`);
  }

  async down(): Promise<void> {
    throw new Error('a migration is not undone: restore the backup');
  }
}
