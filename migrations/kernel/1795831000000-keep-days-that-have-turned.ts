import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Up to which day it was told of what happens by itself when a day has passed, and since when. */
export class KeepDaysThatHaveTurned1795831000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`CREATE TABLE day_turned (
      turning varchar(64) COLLATE "C" PRIMARY KEY,
      through date NOT NULL,
      began_on date NOT NULL
    )`);
  }

  async down(): Promise<void> {
    throw new Error('a migration is not undone: restore the backup');
  }
}
