import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Codes go into the one form in which they are read since. What is sealed stays: nobody could rewrite it without the key. */
export class FormIdentifiers1795720005001 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`SELECT
      bring_key_into_form('welding_machine', 'chip', 'normal_code'),
      bring_key_into_form('welder_code', 'code', 'normal_code'),
      bring_list_into_form('qualification', 'matter_codes', 'normal_code'),
      bring_list_into_form('training_duty', 'matter_codes', 'normal_code')`);
  }

  async down(): Promise<void> {
    throw new Error('a migration is not undone: restore the backup');
  }
}
