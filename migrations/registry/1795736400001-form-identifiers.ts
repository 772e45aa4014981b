import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Numbers and codes go into the one form in which they are read since. Divisions, industries and credit codes always had theirs. */
export class FormIdentifiers1795736400001 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`SELECT bring_key_into_form('grid', 'code', 'normal_code')`);
    await db.query('ALTER TABLE enterprise_change DISABLE TRIGGER only_added_to');
    await db.query(`SELECT
      bring_into_form('grid_person', 'grid_code', 'normal_code', 'grid', 'code'),
      bring_into_form('grid', 'department_code', 'normal_code'),
      bring_into_form('duty_list', 'department_code', 'normal_code'),
      bring_into_form('prior_licence', 'number', 'normal_number'),
      bring_into_form('enterprise_change', 'closed_by', 'normal_number')`);
    await db.query('ALTER TABLE enterprise_change ENABLE TRIGGER only_added_to');
  }

  async down(): Promise<void> {
    throw new Error('a migration is not undone: restore the backup');
  }
}
