import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A person attends a course once for an enterprise or department, and an institution is one body of a kind, by whatever source and under whatever id it is sent. */
export class RecordAttendanceAndBodiesOnce1795739000002 implements MigrationInterface {
  /** Of several the one stands that says the least: who failed or was absent; the body that was withdrawn, lacks conditions or was not reviewed. */
  async up(db: QueryRunner): Promise<void> {
    await db.query(`SELECT
      record_once('attendance', 'person_id, subject, course_id', 'outcome IN (''ATTENDED'', ''PASSED'')'),
      record_once('training_body', 'kind, uscc',
        'array_position(ARRAY[''WITHDRAWN'', ''UNQUALIFIED'', ''UNREVIEWED'']::varchar[], status)')`);
    await db.query('DROP INDEX attendance_by_subject');
    await db.query(`
      CREATE INDEX attendance_by_subject ON attendance (subject, person_id, course_id, outcome) WHERE duplicate_of IS NULL`);
    await db.query('DROP INDEX training_body_by_region');
    await db.query(
      'CREATE INDEX training_body_by_region ON training_body (region_code, id, status) WHERE duplicate_of IS NULL',
    );
  }

  async down(): Promise<void> {
    throw new Error('a migration is not undone: restore the backup');
  }
}
