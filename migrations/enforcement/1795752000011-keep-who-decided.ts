import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who has decided what a record says that arrives decided, and by which document. */
export class KeepWhoDecided1795752000011 implements MigrationInterface {
  /** Of what was received before nobody had said it: that is what is kept of it. What was decided here is in its history. */
  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE enforcement_case ADD decided_by varchar(128) COLLATE "C", ADD decision_document varchar(64) COLLATE "C",
      ADD decision_gap varchar(16) COLLATE "C"`);
    await db.query(`UPDATE enforcement_case SET decision_gap = 'BEFORE_0_2'
      WHERE status <> 'LEAD' AND NOT EXISTS (SELECT FROM case_event WHERE case_number = number)`);
    await db.query(`ALTER TABLE penalty_decision ADD decided_by varchar(128) COLLATE "C", ADD decision_document varchar(64) COLLATE "C",
      ADD decision_gap varchar(16) COLLATE "C"`);
    await db.query(`UPDATE penalty_decision SET decision_gap = 'BEFORE_0_2'
      WHERE NOT EXISTS (SELECT FROM case_event WHERE case_event.case_number = penalty_decision.case_number)`);
  }

  async down(): Promise<void> {
    throw new Error('a migration is not undone: restore the backup');
  }
}
