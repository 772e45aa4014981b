import type { MigrationInterface, QueryRunner } from 'typeorm';

export class WalkReferencesBack1795749105597 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`DROP INDEX inspection_body_by_enterprise`);
    await db.query(`CREATE INDEX inspection_body_by_enterprise ON inspection_body (uscc, id)`);
    await db.query(`CREATE INDEX equipment_by_maker ON equipment (maker_uscc, code)`);
    await db.query(`CREATE INDEX gas_cylinder_by_owner ON gas_cylinder (owner_uscc, serial)`);
    await db.query(
      `CREATE INDEX cylinder_filling_by_filler ON cylinder_filling (filler_uscc, filled_on, id)`,
    );
    await db.query(`CREATE INDEX equipment_test_by_body ON equipment_test (body_uscc, tested_on, id)`);
  }

  async down(): Promise<void> {
    throw new Error('a migration is not undone: restore the backup');
  }
}
