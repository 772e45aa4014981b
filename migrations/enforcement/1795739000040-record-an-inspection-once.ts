import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An inspection has the number of its record, and counts once by it. What was recorded before says none. */
export class RecordAnInspectionOnce1795739000040 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE supervisory_inspection ADD record_number varchar(64) COLLATE "C"');
    await db.query(`SELECT record_once('supervisory_inspection', 'department_code, record_number', 'id')`);
    await db.query('DROP INDEX supervisory_inspection_by_day');
    await db.query(`
      CREATE INDEX supervisory_inspection_by_day ON supervisory_inspection (inspected_on, region_code, findings, case_number, hazard_number)
      WHERE duplicate_of IS NULL`);
  }

  async down(): Promise<void> {
    throw new Error('a migration is not undone: restore the backup');
  }
}
