import type { MigrationInterface, QueryRunner } from 'typeorm';

export class RecordCorrections1795850000001 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE rule_correction (
        version varchar(200) NOT NULL,
        digest varchar(16) COLLATE "C" NOT NULL,
        PRIMARY KEY (version)
      )`);
  }

  async down(): Promise<void> {
    throw new Error('a migration is not undone: restore the backup');
  }
}
