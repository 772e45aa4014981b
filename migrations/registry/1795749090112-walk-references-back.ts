import type { MigrationInterface, QueryRunner } from 'typeorm';

export class WalkReferencesBack1795749090112 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`CREATE INDEX project_safety_by_enterprise ON project_safety (uscc, id)`);
  }

  async down(): Promise<void> {
    throw new Error('a migration is not undone: restore the backup');
  }
}
