import type { MigrationInterface, QueryRunner } from 'typeorm';

export class LookIntoFireTipsAtOnce1795761320220 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE tip ADD blocks_escape boolean`);
  }

  async down(): Promise<void> {
    throw new Error('a migration is not undone: restore the backup');
  }
}
