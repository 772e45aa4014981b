import type { MigrationInterface, QueryRunner } from 'typeorm';

export class HandSourcesOver1795801000050 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE source ADD offered_to_code varchar(40) COLLATE "C"`);
    await db.query(`ALTER TABLE source ADD hand_over_document varchar(64) COLLATE "C"`);
    await db.query(`ALTER TABLE source ADD offered_by varchar(128) COLLATE "C"`);
    await db.query(`ALTER TABLE source ADD handed_over_on date`);
    await db.query(`ALTER TABLE source ADD former_department_codes varchar array NOT NULL DEFAULT '{}'`);
  }

  async down(): Promise<void> {
    throw new Error('a migration is not undone: restore the backup');
  }
}
