import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The phone of an enterprise is often that of a person. */
export class SealPhones1795813000001 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE enterprise ALTER contact_phone TYPE text COLLATE "default"');
    await db.query(
      `INSERT INTO to_seal SELECT 'enterprise', 'contact_phone' WHERE EXISTS (SELECT FROM enterprise)`,
    );
  }

  async down(): Promise<void> {
    throw new Error('a migration is not undone: restore the backup');
  }
}
