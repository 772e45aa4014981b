import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The same description under another number is one of the things that are shown beside a rate of rectification. */
export class FindHazardsByTheirWords1795753000070 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('CREATE INDEX hazard_by_text ON hazard (md5(description))');
  }

  async down(): Promise<void> {
    throw new Error('a migration is not undone: restore the backup');
  }
}
