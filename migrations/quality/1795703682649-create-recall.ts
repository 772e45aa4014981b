import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateRecall1795703682649 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE recall (
        source varchar(64) COLLATE "C" NOT NULL,
        source_id varchar(64) COLLATE "C" NOT NULL,
        revision integer NOT NULL,
        content_digest varchar(32) NOT NULL,
        id varchar(130) COLLATE "C" NOT NULL,
        producer_uscc varchar(18) COLLATE "C" NOT NULL,
        region_code varchar(12) COLLATE "C" NOT NULL,
        certificate_number varchar(16) COLLATE "C",
        batch varchar(60) COLLATE "C" NOT NULL,
        product_name varchar(200) NOT NULL,
        defect varchar(500) NOT NULL,
        units integer NOT NULL,
        due_on date NOT NULL,
        announced_on date,
        completed_on date,
        recalled integer,
        synthetic boolean NOT NULL,
        PRIMARY KEY (id)
      )`);
    await db.query(`CREATE UNIQUE INDEX recall_by_source ON recall (source, source_id)`);
    await db.query(`CREATE INDEX recall_by_producer ON recall (producer_uscc, id)`);
    await db.query(`CREATE INDEX recall_by_region ON recall (region_code, id)`);
    await db.query(`CREATE INDEX recall_by_certificate ON recall (certificate_number, id)`);
    await db.query(`CREATE INDEX recall_by_batch ON recall (batch, id)`);
  }

  async down(): Promise<void> {
    throw new Error('a migration is not undone: restore the backup');
  }
}
