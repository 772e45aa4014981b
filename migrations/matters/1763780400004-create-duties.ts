import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateDuties1763780400004 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE duty_record (
        source varchar(64) COLLATE "C" NOT NULL,
        source_id varchar(64) COLLATE "C" NOT NULL,
        revision integer NOT NULL,
        content_digest varchar(32) NOT NULL,
        id varchar(130) COLLATE "C" PRIMARY KEY,
        kind varchar(16) COLLATE "C" NOT NULL,
        region_code varchar(12) COLLATE "C" NOT NULL,
        department_code varchar(40) COLLATE "C" NOT NULL,
        held_on date NOT NULL,
        evidence varchar(500) NOT NULL,
        synthetic boolean NOT NULL
      )`);
    await db.query('CREATE INDEX duty_record_by_region ON duty_record (region_code, held_on, id)');
    await db.query('CREATE UNIQUE INDEX duty_record_by_source ON duty_record (source, source_id)');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE duty_record');
  }
}
