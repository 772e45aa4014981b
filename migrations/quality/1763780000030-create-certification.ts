import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateCertification1763780000030 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE ccc_category (
        source varchar(64) COLLATE "C" NOT NULL,
        source_id varchar(64) COLLATE "C" NOT NULL,
        revision integer NOT NULL,
        content_digest varchar(32) NOT NULL,
        id varchar(40) COLLATE "C" PRIMARY KEY,
        code varchar(28) COLLATE "C" NOT NULL,
        official_code varchar(4) COLLATE "C",
        name varchar(100) NOT NULL,
        group_name varchar(100) NOT NULL,
        key_product_code varchar(28) COLLATE "C",
        high_concern boolean NOT NULL,
        announced_on date,
        applications_from date,
        known_from date,
        mandatory_from date,
        mandatory_to date,
        basis varchar(300) NOT NULL,
        verified boolean NOT NULL,
        region_code varchar(12) COLLATE "C" NOT NULL
      )`);
    await db.query('CREATE UNIQUE INDEX ccc_category_by_source ON ccc_category (source, source_id)');
    await db.query(`
      CREATE TABLE ccc_certificate (
        source varchar(64) COLLATE "C" NOT NULL,
        source_id varchar(64) COLLATE "C" NOT NULL,
        revision integer NOT NULL,
        content_digest varchar(32) NOT NULL,
        number varchar(16) COLLATE "C" PRIMARY KEY,
        holder_uscc varchar(18) COLLATE "C" NOT NULL,
        manufacturer_uscc varchar(18) COLLATE "C",
        category_code varchar(28) COLLATE "C" NOT NULL,
        product_name varchar(200) NOT NULL,
        models varchar(300),
        body_code varchar(2) COLLATE "C" NOT NULL,
        laboratory_code varchar(40) COLLATE "C",
        issued_on date NOT NULL,
        expires_on date NOT NULL,
        status varchar(12) COLLATE "C" NOT NULL,
        status_since date NOT NULL,
        status_reason varchar(300),
        region_code varchar(12) COLLATE "C" NOT NULL,
        synthetic boolean NOT NULL
      )`);
    await db.query('CREATE INDEX ccc_certificate_by_holder ON ccc_certificate (holder_uscc, number)');
    await db.query('CREATE INDEX ccc_certificate_by_region ON ccc_certificate (region_code, number)');
    await db.query(
      'CREATE INDEX ccc_certificate_by_category ON ccc_certificate (category_code, region_code, status, expires_on, number)',
    );
    await db.query('CREATE UNIQUE INDEX ccc_certificate_by_source ON ccc_certificate (source, source_id)');
    await db.query(`
      CREATE TABLE ccc_status_event (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        certificate_number varchar(16) COLLATE "C" NOT NULL,
        status varchar(12) COLLATE "C" NOT NULL,
        since date NOT NULL,
        reason varchar(300),
        decided_by varchar(100) COLLATE "C" NOT NULL,
        region_code varchar(12) COLLATE "C" NOT NULL
      )`);
    await db.query(
      'CREATE INDEX ccc_status_event_by_certificate ON ccc_status_event (certificate_number, id)',
    );
    await db.query(`
      CREATE TABLE ccc_validity_check (
        source varchar(64) COLLATE "C" NOT NULL,
        source_id varchar(64) COLLATE "C" NOT NULL,
        revision integer NOT NULL,
        content_digest varchar(32) NOT NULL,
        id varchar(130) COLLATE "C" PRIMARY KEY,
        certificate_number varchar(16) COLLATE "C" NOT NULL,
        category_code varchar(28) COLLATE "C" NOT NULL,
        checked_on date NOT NULL,
        result varchar(16) COLLATE "C" NOT NULL,
        finding varchar(500),
        disposal varchar(12) COLLATE "C",
        disposed_on date,
        region_code varchar(12) COLLATE "C" NOT NULL
      )`);
    await db.query(
      'CREATE INDEX ccc_validity_check_by_certificate ON ccc_validity_check (certificate_number, checked_on, id)',
    );
    await db.query(
      'CREATE INDEX ccc_validity_check_by_region ON ccc_validity_check (region_code, checked_on, category_code)',
    );
    await db.query(
      'CREATE UNIQUE INDEX ccc_validity_check_by_source ON ccc_validity_check (source, source_id)',
    );
    await db.query(`
      CREATE TABLE certification_body (
        source varchar(64) COLLATE "C" NOT NULL,
        source_id varchar(64) COLLATE "C" NOT NULL,
        revision integer NOT NULL,
        content_digest varchar(32) NOT NULL,
        code varchar(2) COLLATE "C" PRIMARY KEY,
        name varchar(200) NOT NULL,
        uscc varchar(18) COLLATE "C",
        designated_from date,
        designated_to date,
        region_code varchar(12) COLLATE "C" NOT NULL
      )`);
    await db.query(
      'CREATE UNIQUE INDEX certification_body_by_source ON certification_body (source, source_id)',
    );
    await db.query(`
      CREATE TABLE laboratory (
        source varchar(64) COLLATE "C" NOT NULL,
        source_id varchar(64) COLLATE "C" NOT NULL,
        revision integer NOT NULL,
        content_digest varchar(32) NOT NULL,
        code varchar(40) COLLATE "C" PRIMARY KEY,
        name varchar(200) NOT NULL,
        uscc varchar(18) COLLATE "C",
        category_codes varchar[] NOT NULL DEFAULT '{}',
        region_code varchar(12) COLLATE "C" NOT NULL
      )`);
    await db.query('CREATE UNIQUE INDEX laboratory_by_source ON laboratory (source, source_id)');
    await db.query(`
      CREATE TABLE institution_check (
        source varchar(64) COLLATE "C" NOT NULL,
        source_id varchar(64) COLLATE "C" NOT NULL,
        revision integer NOT NULL,
        content_digest varchar(32) NOT NULL,
        id varchar(130) COLLATE "C" PRIMARY KEY,
        kind varchar(12) COLLATE "C" NOT NULL,
        institution_code varchar(40) COLLATE "C" NOT NULL,
        checked_on date NOT NULL,
        result varchar(20) COLLATE "C" NOT NULL,
        draw_number varchar(60),
        findings varchar(500),
        region_code varchar(12) COLLATE "C" NOT NULL
      )`);
    await db.query(
      'CREATE INDEX institution_check_by_institution ON institution_check (kind, institution_code, checked_on, id)',
    );
    await db.query(
      'CREATE UNIQUE INDEX institution_check_by_source ON institution_check (source, source_id)',
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE institution_check');
    await db.query('DROP TABLE laboratory');
    await db.query('DROP TABLE certification_body');
    await db.query('DROP TABLE ccc_validity_check');
    await db.query('DROP TABLE ccc_status_event');
    await db.query('DROP TABLE ccc_certificate');
    await db.query('DROP TABLE ccc_category');
  }
}
