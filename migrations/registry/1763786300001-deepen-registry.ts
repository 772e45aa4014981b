import type { MigrationInterface, QueryRunner } from 'typeorm';

const PROVENANCE = `
        source varchar(64) COLLATE "C" NOT NULL,
        source_id varchar(64) COLLATE "C" NOT NULL,
        revision integer NOT NULL,
        content_digest varchar(32) NOT NULL`;

export class DeepenRegistry1763786300001 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE prior_licence ADD granted_on date, ADD ended_on date');
    await this.changes(db);
    await this.grids(db);
    await db.query(`
      CREATE TABLE industry_restriction (${PROVENANCE},
        id varchar(130) COLLATE "C" PRIMARY KEY,
        region_code varchar(12) COLLATE "C" NOT NULL,
        area varchar(100),
        industry_code varchar(4) COLLATE "C" NOT NULL,
        kind varchar(12) COLLATE "C" NOT NULL,
        conditions varchar(500),
        document varchar(200) NOT NULL,
        valid_from date NOT NULL,
        valid_to date
      )`);
    await db.query('CREATE INDEX industry_restriction_by_region ON industry_restriction (region_code, id)');
    await db.query(
      'CREATE UNIQUE INDEX industry_restriction_by_source ON industry_restriction (source, source_id)',
    );
    await db.query(`
      CREATE TABLE duty_list (${PROVENANCE},
        id varchar(130) COLLATE "C" PRIMARY KEY,
        kind varchar(12) COLLATE "C" NOT NULL,
        region_code varchar(12) COLLATE "C" NOT NULL,
        level varchar(8) COLLATE "C" NOT NULL,
        department_code varchar(40) COLLATE "C" NOT NULL,
        year integer NOT NULL,
        title varchar(200) NOT NULL,
        items varchar[] NOT NULL DEFAULT '{}'
      )`);
    await db.query('CREATE INDEX duty_list_by_region ON duty_list (region_code, id, year, kind)');
    await db.query('CREATE UNIQUE INDEX duty_list_by_source ON duty_list (source, source_id)');
    await db.query(`
      CREATE TABLE project_safety (${PROVENANCE},
        id varchar(130) COLLATE "C" PRIMARY KEY,
        uscc varchar(18) COLLATE "C" NOT NULL,
        region_code varchar(12) COLLATE "C" NOT NULL,
        name varchar(200) NOT NULL,
        kind varchar(8) COLLATE "C" NOT NULL,
        done_on date
      )`);
    await db.query(
      'CREATE INDEX project_safety_by_region ON project_safety (region_code, id, kind, done_on)',
    );
    await db.query('CREATE UNIQUE INDEX project_safety_by_source ON project_safety (source, source_id)');
  }

  private async changes(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE enterprise_change (
        sequence bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        uscc varchar(18) COLLATE "C" NOT NULL,
        region_code varchar(12) COLLATE "C" NOT NULL,
        kind varchar(12) COLLATE "C" NOT NULL,
        from_status varchar(12) COLLATE "C",
        status varchar(12) COLLATE "C" NOT NULL,
        legal_representative varchar(100),
        closed_by varchar(200),
        at timestamptz NOT NULL DEFAULT now()
      )`);
    await db.query('CREATE INDEX enterprise_change_by_enterprise ON enterprise_change (uscc, sequence)');
    // what is in the register already is where the changes start from
    await db.query(`
      INSERT INTO enterprise_change (uscc, region_code, kind, status, legal_representative)
      SELECT uscc, region_code, 'REGISTERED', status, legal_representative FROM enterprise ORDER BY uscc`);
    await db.query(`
      CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN RAISE EXCEPTION '% is only ever added to', TG_TABLE_NAME; END $$`);
    await db.query(
      'CREATE TRIGGER only_added_to BEFORE UPDATE OR DELETE ON enterprise_change FOR EACH ROW EXECUTE FUNCTION refuse_change()',
    );
  }

  private async grids(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE grid (${PROVENANCE},
        code varchar(40) COLLATE "C" PRIMARY KEY,
        name varchar(100) NOT NULL,
        region_code varchar(12) COLLATE "C" NOT NULL,
        department_code varchar(40) COLLATE "C" NOT NULL
      )`);
    await db.query('CREATE INDEX grid_by_region ON grid (region_code, code)');
    await db.query('CREATE UNIQUE INDEX grid_by_source ON grid (source, source_id)');
    await db.query(`
      CREATE TABLE grid_person (${PROVENANCE},
        id varchar(130) COLLATE "C" PRIMARY KEY,
        grid_code varchar(40) COLLATE "C" NOT NULL,
        region_code varchar(12) COLLATE "C" NOT NULL,
        sealed_name text NOT NULL,
        post varchar(60) NOT NULL,
        duty varchar(500) NOT NULL,
        started_on date NOT NULL,
        ended_on date
      )`);
    await db.query('CREATE INDEX grid_person_by_grid ON grid_person (grid_code, id)');
    await db.query('CREATE UNIQUE INDEX grid_person_by_source ON grid_person (source, source_id)');
  }

  async down(db: QueryRunner): Promise<void> {
    const added = [
      'project_safety',
      'duty_list',
      'industry_restriction',
      'grid_person',
      'grid',
      'enterprise_change',
    ];
    for (const table of added) await db.query(`DROP TABLE ${table}`);
    await db.query('DROP FUNCTION refuse_change');
    await db.query('ALTER TABLE prior_licence DROP granted_on, DROP ended_on');
  }
}
