import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A seed is announced for one draw, and a case is one example. */
export class UseASeedAndACaseOnce1795739500040 implements MigrationInterface {
  /** Of several the draw stands that was done first, and the example that was published first, or else has most votes. */
  async up(db: QueryRunner): Promise<void> {
    await db.query(`SELECT
      record_once('draw', 'seed_digest', 'drawn_on, announced_at', 36),
      record_once('typical_case', 'case_number', 'published_on, votes DESC', 36)`);
  }

  async down(): Promise<void> {
    throw new Error('a migration is not undone: restore the backup');
  }
}
