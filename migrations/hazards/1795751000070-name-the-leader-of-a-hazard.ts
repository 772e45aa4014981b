import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 党政领导挂钩化解: the leader who answers for the removal of a hazard, sealed at rest. */
export class NameTheLeaderOfAHazard1795751000070 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE hazard ADD leader text');
  }

  async down(): Promise<void> {
    throw new Error('a migration is not undone: restore the backup');
  }
}
