import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who has decided what a record says that arrives decided, and by which document. */
export class KeepWhoDecided1795752000012 implements MigrationInterface {
  /** Of what was received before nobody had said it: that is what is kept of it. What was decided here is in its history. */
  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE hazard ADD decided_by varchar(128) COLLATE "C", ADD decision_document varchar(64) COLLATE "C",
      ADD decision_gap varchar(16) COLLATE "C"`);
    await db.query(`UPDATE hazard SET decision_gap = 'BEFORE_0_2'
      WHERE status <> 'REPORTED' AND steps = 1`);
    await db.query(`ALTER TABLE hazard_penalty ADD decided_by varchar(128) COLLATE "C", ADD decision_document varchar(64) COLLATE "C",
      ADD decision_gap varchar(16) COLLATE "C"`);
    await db.query(`UPDATE hazard_penalty SET decision_gap = 'BEFORE_0_2'`);
    await db.query(`ALTER TABLE accident ADD decided_by varchar(128) COLLATE "C", ADD decision_document varchar(64) COLLATE "C",
      ADD decision_gap varchar(16) COLLATE "C"`);
    await db.query(`UPDATE accident SET decision_gap = 'BEFORE_0_2'
      WHERE closed_on IS NOT NULL AND NOT EXISTS (SELECT FROM accident_event WHERE accident_number = number AND step = 'CLOSE')`);
  }

  async down(): Promise<void> {
    throw new Error('a migration is not undone: restore the backup');
  }
}
