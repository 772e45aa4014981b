import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who has decided what a record says that arrives decided, and by which document. */
export class KeepWhoDecided1795752000016 implements MigrationInterface {
  /** Of what was received before nobody had said it: that is what is kept of it. What was decided here is in its history. */
  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE equipment ADD decided_by varchar(128) COLLATE "C", ADD decision_document varchar(64) COLLATE "C",
      ADD decision_gap varchar(16) COLLATE "C"`);
    await db.query(`UPDATE equipment SET decision_gap = 'BEFORE_0_2'
      WHERE status IN ('SCRAPPED', 'CANCELLED')`);
    await db.query(`ALTER TABLE equipment_order ADD decided_by varchar(128) COLLATE "C", ADD decision_document varchar(64) COLLATE "C",
      ADD decision_gap varchar(16) COLLATE "C"`);
    await db.query(`UPDATE equipment_order SET decision_gap = 'BEFORE_0_2'`);
  }

  async down(): Promise<void> {
    throw new Error('a migration is not undone: restore the backup');
  }
}
