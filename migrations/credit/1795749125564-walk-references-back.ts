import type { MigrationInterface, QueryRunner } from 'typeorm';

export class WalkReferencesBack1795749125564 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`DROP INDEX principal_appointment_by_enterprise`);
    await db.query(
      `CREATE INDEX principal_appointment_by_enterprise ON principal_appointment (uscc, appointed_on, id)`,
    );
  }

  async down(): Promise<void> {
    throw new Error('a migration is not undone: restore the backup');
  }
}
