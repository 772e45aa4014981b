import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateMatters1763780000004 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE matter (
        code varchar(40) COLLATE "C" PRIMARY KEY,
        name varchar(100) NOT NULL,
        lead_department_code varchar(40) COLLATE "C" NOT NULL,
        lead_basis varchar(12) COLLATE "C" NOT NULL,
        lead_verified boolean NOT NULL,
        cooperating_department_codes varchar[] NOT NULL,
        stored_stages jsonb NOT NULL,
        scope jsonb NOT NULL,
        source_document varchar(64) NOT NULL,
        source_phrase text NOT NULL
      )`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE matter');
  }
}
