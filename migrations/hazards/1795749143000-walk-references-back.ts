import type { MigrationInterface, QueryRunner } from 'typeorm';

export class WalkReferencesBack1795749143000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`CREATE INDEX fire_check_by_hazard ON fire_check USING gin (hazard_numbers)`);
  }

  async down(): Promise<void> {
    throw new Error('a migration is not undone: restore the backup');
  }
}
