import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a matter is stands in its versions, each decided by somebody; those of the source documents are the first. */
export class GovernMatters1795751000008 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE matter_version (
        id varchar(40) COLLATE "C" PRIMARY KEY,
        matter_code varchar(40) COLLATE "C" NOT NULL,
        nth integer NOT NULL,
        kind varchar(12) COLLATE "C" NOT NULL,
        region_code varchar(12) COLLATE "C" NOT NULL,
        status varchar(12) COLLATE "C" NOT NULL,
        name varchar(100) NOT NULL,
        lead_department_code varchar(40) COLLATE "C" NOT NULL,
        lead_basis varchar(16) COLLATE "C" NOT NULL,
        lead_verified boolean NOT NULL,
        provisional_until date,
        cooperating_department_codes varchar[] NOT NULL DEFAULT '{}',
        stored_stages jsonb NOT NULL,
        scope jsonb NOT NULL,
        source_document varchar(64) NOT NULL,
        source_phrase text NOT NULL,
        reason varchar(1000),
        drafted_by varchar(200),
        drafting_department_code varchar(40) COLLATE "C",
        drafted_on date,
        new_risk_id varchar(40) COLLATE "C",
        answer_by date,
        decided_by_code varchar(40) COLLATE "C",
        decided_on date,
        meeting varchar(200),
        document varchar(64) COLLATE "C",
        ruling varchar(1000),
        in_force_from date,
        former_lead_code varchar(40) COLLATE "C",
        handover_items varchar[] NOT NULL DEFAULT '{}',
        handed_over_on date,
        taken_over_on date,
        steps integer NOT NULL
      )`);
    await db.query('CREATE INDEX matter_version_by_matter ON matter_version (matter_code, region_code, nth)');
    await db.query('CREATE INDEX matter_version_by_region ON matter_version (region_code, id)');
    await db.query('CREATE INDEX matter_version_by_status ON matter_version (status, region_code, id)');
    await db.query(`
      INSERT INTO matter_version (id, matter_code, nth, kind, region_code, status, name, lead_department_code, lead_basis,
        lead_verified, cooperating_department_codes, stored_stages, scope, source_document, source_phrase, steps)
      SELECT 'MV-' || code, code, 1, 'CREATE', '000000', 'DECIDED', name, lead_department_code, lead_basis,
        lead_verified, cooperating_department_codes, stored_stages, scope, source_document, source_phrase, 0 FROM matter`);
    await db.query('ALTER TABLE matter ADD region_code varchar(12) COLLATE "C" NOT NULL DEFAULT \'000000\'');
    await db.query(`
      ALTER TABLE matter ALTER region_code DROP DEFAULT, DROP name, DROP lead_department_code, DROP lead_basis,
        DROP lead_verified, DROP cooperating_department_codes, DROP stored_stages, DROP scope, DROP source_document,
        DROP source_phrase`);
    await db.query(`
      ALTER TABLE new_risk ALTER lead_basis TYPE varchar(16) COLLATE "C", ADD matter_code varchar(40) COLLATE "C",
        ADD look_again_on date`);
  }

  async down(): Promise<void> {
    throw new Error('a migration is not undone: restore the backup');
  }
}
