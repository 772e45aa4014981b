import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateRegistry1763780000001 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE region (
        code varchar(12) COLLATE "C" PRIMARY KEY,
        name varchar(64) NOT NULL,
        full_name varchar(128) NOT NULL,
        level varchar(8) COLLATE "C" NOT NULL,
        parent_code varchar(12) COLLATE "C",
        valid_to date,
        successor_code varchar(12) COLLATE "C"
      )`);
    await db.query(`
      CREATE TABLE department (
        code varchar(40) COLLATE "C" PRIMARY KEY,
        name varchar(128) NOT NULL,
        kind varchar(24) COLLATE "C" NOT NULL,
        region_code varchar(12) COLLATE "C"
      )`);
    await db.query(`
      CREATE TABLE enterprise (
        source varchar(64) COLLATE "C" NOT NULL,
        source_id varchar(64) COLLATE "C" NOT NULL,
        revision integer NOT NULL,
        content_digest varchar(32) NOT NULL,
        uscc varchar(18) COLLATE "C" PRIMARY KEY,
        name varchar(200) NOT NULL,
        status varchar(12) COLLATE "C" NOT NULL,
        region_code varchar(12) COLLATE "C" NOT NULL,
        industry_code varchar(4) COLLATE "C",
        roles varchar[] NOT NULL DEFAULT '{}',
        legal_representative varchar(100),
        contact_phone varchar(32),
        address varchar(300),
        registered_on date,
        checksum_valid boolean NOT NULL,
        synthetic boolean NOT NULL
      )`);
    await db.query('CREATE INDEX enterprise_by_region ON enterprise (region_code, uscc)');
    await db.query('CREATE INDEX enterprise_by_industry ON enterprise (industry_code, region_code, uscc)');
    await db.query('CREATE UNIQUE INDEX enterprise_by_source ON enterprise (source, source_id)');
    await db.query('CREATE INDEX enterprise_by_role ON enterprise USING gin (roles)');
    // pg_trgm comes with PostgreSQL; it lives in public, since extensions are one a database
    await db.query('CREATE EXTENSION IF NOT EXISTS pg_trgm SCHEMA public');
    await db.query('CREATE INDEX enterprise_by_name ON enterprise USING gin (name public.gin_trgm_ops)');
    await db.query(`
      CREATE TABLE prior_licence (
        source varchar(64) COLLATE "C" NOT NULL,
        source_id varchar(64) COLLATE "C" NOT NULL,
        revision integer NOT NULL,
        content_digest varchar(32) NOT NULL,
        id varchar(130) COLLATE "C" PRIMARY KEY,
        uscc varchar(18) COLLATE "C" NOT NULL,
        region_code varchar(12) COLLATE "C" NOT NULL,
        name varchar(100) NOT NULL,
        number varchar(64) NOT NULL,
        issued_by varchar(100),
        valid_until date
      )`);
    await db.query('CREATE INDEX prior_licence_by_holder ON prior_licence (uscc, id)');
    await db.query('CREATE UNIQUE INDEX prior_licence_by_source ON prior_licence (source, source_id)');
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of ['prior_licence', 'enterprise', 'department', 'region'])
      await db.query(`DROP TABLE ${table}`);
  }
}
