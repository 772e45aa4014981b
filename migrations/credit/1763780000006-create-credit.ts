import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateCredit1763780000006 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE dishonesty_listing (
        source varchar(64) COLLATE "C" NOT NULL,
        source_id varchar(64) COLLATE "C" NOT NULL,
        revision integer NOT NULL,
        content_digest varchar(32) NOT NULL,
        id varchar(130) COLLATE "C" PRIMARY KEY,
        list varchar(24) COLLATE "C" NOT NULL,
        status varchar(16) COLLATE "C" NOT NULL,
        subject_kind varchar(12) COLLATE "C" NOT NULL,
        uscc varchar(18) COLLATE "C",
        subject_name varchar(200) NOT NULL,
        cause varchar(500) NOT NULL,
        basis_document varchar(100) NOT NULL,
        department_code varchar(40) COLLATE "C" NOT NULL,
        decided_on date NOT NULL,
        listed_on date,
        expires_on date,
        earliest_removal_on date,
        measures varchar[] NOT NULL DEFAULT '{}',
        removed_on date,
        removal_reason varchar(300),
        region_code varchar(12) COLLATE "C" NOT NULL,
        industry_code varchar(4) COLLATE "C",
        matter_codes varchar[] NOT NULL DEFAULT '{}',
        synthetic boolean NOT NULL
      )`);
    await db.query('CREATE INDEX dishonesty_listing_by_region ON dishonesty_listing (region_code, id)');
    await db.query(
      'CREATE INDEX dishonesty_listing_by_department ON dishonesty_listing (department_code, region_code, id)',
    );
    await db.query('CREATE INDEX dishonesty_listing_by_subject ON dishonesty_listing (uscc)');
    await db.query('CREATE INDEX dishonesty_listing_by_day ON dishonesty_listing (listed_on, region_code)');
    // holds all that the figures of an overview need, so that they are counted without touching the table
    await db.query(`
      CREATE INDEX dishonesty_listing_by_industry ON dishonesty_listing (industry_code, region_code, expires_on, uscc)
      WHERE status = 'LISTED'`);
    await db.query(
      'CREATE UNIQUE INDEX dishonesty_listing_by_source ON dishonesty_listing (source, source_id)',
    );
    await db.query(
      'CREATE INDEX dishonesty_listing_by_matter ON dishonesty_listing USING gin (matter_codes)',
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE dishonesty_listing');
  }
}
