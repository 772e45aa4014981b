import type { MigrationInterface, QueryRunner } from 'typeorm';

const SUBMITTED = `
  source varchar(64) COLLATE "C" NOT NULL,
  source_id varchar(64) COLLATE "C" NOT NULL,
  revision integer NOT NULL,
  content_digest varchar(32) NOT NULL,`;

export class CreateWelding1763780005002 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE welding_machine (${SUBMITTED}
        chip varchar(40) COLLATE "C" PRIMARY KEY,
        owner_uscc varchar(18) COLLATE "C",
        region_code varchar(12) COLLATE "C" NOT NULL,
        registered_on date NOT NULL,
        deregistered_on date
      )`);
    await db.query('CREATE INDEX welding_machine_by_region ON welding_machine (region_code, chip)');
    await db.query('CREATE UNIQUE INDEX welding_machine_by_source ON welding_machine (source, source_id)');
    await db.query(`
      CREATE TABLE welder_code (${SUBMITTED}
        code varchar(40) COLLATE "C" PRIMARY KEY,
        person_id varchar(32) COLLATE "C" NOT NULL,
        region_code varchar(12) COLLATE "C" NOT NULL
      )`);
    await db.query('CREATE UNIQUE INDEX welder_code_by_source ON welder_code (source, source_id)');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE welder_code, welding_machine');
  }
}
