import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A meeting, a circular or a letter of a department counts once, by whatever source and under whatever id it is sent. */
export class RecordADutyOnce1795739500004 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE duty_record ADD evidence_compared varchar(500) COLLATE "C"');
    await db.query('UPDATE duty_record SET evidence_compared = left(paper_form(evidence), 500)');
    await db.query('ALTER TABLE duty_record ALTER evidence_compared SET NOT NULL');
    await db.query(
      `SELECT record_once('duty_record', 'kind, department_code, held_on, evidence_compared', 'id')`,
    );
  }

  async down(): Promise<void> {
    throw new Error('a migration is not undone: restore the backup');
  }
}
