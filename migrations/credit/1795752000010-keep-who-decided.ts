import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who has decided what a record says that arrives decided, and by which document. */
export class KeepWhoDecided1795752000010 implements MigrationInterface {
  /** Of what was received before nobody had said it: that is what is kept of it. What was decided here is in its history. */
  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE dishonesty_listing ADD decided_by varchar(128) COLLATE "C", ADD decision_document varchar(64) COLLATE "C",
      ADD decision_gap varchar(16) COLLATE "C"`);
    await db.query(`UPDATE dishonesty_listing SET decision_gap = 'BEFORE_0_2'
      WHERE status <> 'NOTIFIED' AND source <> 'decision'`);
    await db.query(`ALTER TABLE principal_ban ADD decided_by varchar(128) COLLATE "C", ADD decision_document varchar(64) COLLATE "C",
      ADD decision_gap varchar(16) COLLATE "C"`);
    await db.query(`UPDATE principal_ban SET decision_gap = 'BEFORE_0_2'`);
    await db.query(`ALTER TABLE safety_standard ADD decided_by varchar(128) COLLATE "C", ADD decision_document varchar(64) COLLATE "C",
      ADD decision_gap varchar(16) COLLATE "C"`);
    await db.query(`UPDATE safety_standard SET decision_gap = 'BEFORE_0_2'`);
  }

  async down(): Promise<void> {
    throw new Error('a migration is not undone: restore the backup');
  }
}
