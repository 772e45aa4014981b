import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Names and phones of safety directors and officers. */
export class SealSafetyOfficers1795813000002 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const column of ['name', 'phone']) {
      await db.query(`ALTER TABLE safety_appointment ALTER ${column} TYPE text COLLATE "default"`);
      await db.query(
        `INSERT INTO to_seal SELECT 'safety_appointment', '${column}' WHERE EXISTS (SELECT FROM safety_appointment)`,
      );
    }
  }

  async down(): Promise<void> {
    throw new Error('a migration is not undone: restore the backup');
  }
}
