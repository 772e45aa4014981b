import type { MigrationInterface, QueryRunner } from 'typeorm';

export class KeepTipsFromWhomTheyAreAbout1795801000040 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE tip ADD about_department_code varchar(40) COLLATE "C"`);
  }

  async down(): Promise<void> {
    throw new Error('a migration is not undone: restore the backup');
  }
}
