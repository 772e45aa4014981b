import type { MigrationInterface, QueryRunner } from 'typeorm';

const SUBMITTED = `
        source varchar(64) COLLATE "C" NOT NULL,
        source_id varchar(64) COLLATE "C" NOT NULL,
        revision integer NOT NULL,
        content_digest varchar(32) NOT NULL`;
const IN_DATABASE = `status NOT IN ('REPORTED', 'DISMISSED')`;

export class CreateHazards1763790000070 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE hazard (${SUBMITTED},
        number varchar(64) COLLATE "C" PRIMARY KEY,
        grade varchar(16) COLLATE "C" NOT NULL,
        domain varchar(20) COLLATE "C" NOT NULL,
        criterion_code varchar(40) COLLATE "C",
        channel varchar(12) COLLATE "C" NOT NULL,
        mode varchar(12) COLLATE "C",
        origin varchar(12) COLLATE "C",
        origin_reference varchar(100),
        uscc varchar(18) COLLATE "C",
        equipment_code varchar(20) COLLATE "C",
        region_code varchar(12) COLLATE "C" NOT NULL,
        industry_code varchar(4) COLLATE "C",
        matter_codes varchar[] NOT NULL DEFAULT '{}',
        description varchar(1000) NOT NULL,
        found_on date NOT NULL,
        original_due_on date,
        due_on date,
        status varchar(12) COLLATE "C" NOT NULL,
        escalation varchar(12) COLLATE "C" NOT NULL,
        lead_department_code varchar(40) COLLATE "C",
        supervisor_codes varchar[] NOT NULL DEFAULT '{}',
        competent_kind varchar(24) COLLATE "C" NOT NULL,
        listed_on date,
        halted_on date,
        closed_on date,
        looked_back_on date,
        reported_by varchar(128) COLLATE "C",
        reporter_kind varchar(24) COLLATE "C" NOT NULL,
        reporter_department_code varchar(40) COLLATE "C",
        rectified_by varchar(128) COLLATE "C",
        closed_by varchar(128) COLLATE "C",
        planned boolean NOT NULL,
        round integer NOT NULL,
        steps integer NOT NULL,
        synthetic boolean NOT NULL
      )`);
    await db.query('CREATE INDEX hazard_by_region ON hazard (region_code, number)');
    await db.query('CREATE INDEX hazard_by_enterprise ON hazard (uscc, region_code, number)');
    await db.query('CREATE INDEX hazard_by_equipment ON hazard (equipment_code, region_code, number)');
    await db.query(
      `CREATE INDEX hazard_exposed ON hazard (region_code, number) WHERE escalation = 'EXPOSURE' AND ${IN_DATABASE}`,
    );
    await db.query(
      `CREATE INDEX hazard_open ON hazard (region_code, number) WHERE ${IN_DATABASE} AND status <> 'CLOSED'`,
    );
    await db.query('CREATE UNIQUE INDEX hazard_by_source ON hazard (source, source_id)');
    await db.query('CREATE INDEX hazard_by_matter ON hazard USING gin (matter_codes)');
    // these two hold all that the figures need, so that a subtree is counted without touching the table
    await db.query(`
      CREATE INDEX hazard_counted ON hazard (grade, region_code)
      INCLUDE (found_on, closed_on, due_on, original_due_on, channel, domain, industry_code) WHERE ${IN_DATABASE}`);
    await db.query(`
      CREATE INDEX hazard_by_domain ON hazard (domain, region_code)
      INCLUDE (closed_on, due_on, original_due_on, industry_code, matter_codes) WHERE grade = 'MAJOR' AND ${IN_DATABASE}`);
    await this.createTags(db);
    await this.createRecords(db);
    await this.createSignals(db);
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of ['lifeline_tally', 'inspection_tally', 'principal_check', 'hazard_penalty'])
      await db.query(`DROP TABLE ${table}`);
    for (const table of ['rectification_plan', 'hazard_notification', 'hazard_event', 'hazard_tag', 'hazard'])
      await db.query(`DROP TABLE ${table}`);
    for (const name of ['refuse_change', 'keep_tags']) await db.query(`DROP FUNCTION ${name}`);
  }

  /** Major hazards by matter and division, kept by a trigger: of an array no index can walk one matter in one subtree only. */
  private async createTags(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE hazard_tag (
        matter_code varchar COLLATE "C" NOT NULL,
        region_code varchar(12) COLLATE "C" NOT NULL,
        hazard_number varchar(64) COLLATE "C" NOT NULL,
        closed_on date,
        due_on date,
        original_due_on date,
        PRIMARY KEY (matter_code, region_code, hazard_number) INCLUDE (closed_on, due_on, original_due_on)
      )`);
    await db.query('CREATE INDEX hazard_tag_by_hazard ON hazard_tag (hazard_number)');
    await db.query(`
      CREATE FUNCTION keep_tags() RETURNS trigger LANGUAGE plpgsql SET search_path = hazards AS $$
      BEGIN
        IF TG_OP <> 'INSERT' THEN DELETE FROM hazard_tag WHERE hazard_number = OLD.number; END IF;
        IF TG_OP <> 'DELETE' AND NEW.grade = 'MAJOR' AND NEW.${IN_DATABASE} THEN
          INSERT INTO hazard_tag SELECT DISTINCT code, NEW.region_code, NEW.number, NEW.closed_on, NEW.due_on, NEW.original_due_on
          FROM unnest(NEW.matter_codes) AS code;
        END IF;
        RETURN NULL;
      END $$`);
    await db.query(
      'CREATE TRIGGER tags AFTER INSERT OR UPDATE OR DELETE ON hazard FOR EACH ROW EXECUTE FUNCTION keep_tags()',
    );
  }

  /** What belongs to one hazard. Its history can be added to only: not even the service changes or removes a step. */
  private async createRecords(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE hazard_event (
        hazard_number varchar(64) COLLATE "C" NOT NULL,
        sequence integer NOT NULL,
        step varchar(12) COLLATE "C" NOT NULL,
        from_status varchar(12) COLLATE "C",
        to_status varchar(12) COLLATE "C" NOT NULL,
        officer varchar(128) COLLATE "C",
        department_kind varchar(24) COLLATE "C" NOT NULL,
        department_code varchar(40) COLLATE "C",
        at timestamptz NOT NULL,
        reason varchar(500),
        evidence varchar(500),
        due_on date,
        escalation varchar(12) COLLATE "C",
        PRIMARY KEY (hazard_number, sequence)
      )`);
    await db.query(`
      CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN RAISE EXCEPTION 'the history of hazards is append-only'; END $$`);
    await db.query(`
      CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON hazard_event
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`);
    await db.query(`
      CREATE TABLE hazard_notification (
        id varchar(100) COLLATE "C" PRIMARY KEY,
        hazard_number varchar(64) COLLATE "C" NOT NULL,
        region_code varchar(12) COLLATE "C" NOT NULL,
        round integer NOT NULL,
        recipient varchar(20) COLLATE "C" NOT NULL,
        name text NOT NULL,
        phone text,
        notified_at timestamptz NOT NULL,
        acknowledged_at timestamptz
      )`);
    await db.query(
      'CREATE INDEX hazard_notification_by_hazard ON hazard_notification (hazard_number, round, recipient)',
    );
    await db.query(`
      CREATE TABLE rectification_plan (
        id varchar(80) COLLATE "C" PRIMARY KEY,
        hazard_number varchar(64) COLLATE "C" NOT NULL,
        region_code varchar(12) COLLATE "C" NOT NULL,
        sequence integer NOT NULL,
        measures varchar(1000) NOT NULL,
        funds numeric(15, 2) NOT NULL,
        responsible_name text NOT NULL,
        responsible_phone text,
        due_on date NOT NULL,
        contingency varchar(1000) NOT NULL
      )`);
    await db.query(
      'CREATE INDEX rectification_plan_by_hazard ON rectification_plan (hazard_number, sequence)',
    );
  }

  private async createSignals(db: QueryRunner): Promise<void> {
    const tables: Record<string, [columns: string, index: string]> = {
      hazard_penalty: [
        'uscc varchar(18) COLLATE "C" NOT NULL, document_number varchar(100) NOT NULL, decided_on date NOT NULL',
        'hazard_penalty_by_enterprise ON hazard_penalty (uscc, decided_on, id)',
      ],
      principal_check: [
        'uscc varchar(18) COLLATE "C" NOT NULL, checked_on date NOT NULL, major_hazards_found integer NOT NULL',
        'principal_check_by_enterprise ON principal_check (uscc, checked_on, id)',
      ],
      inspection_tally: [
        'month date NOT NULL, department_kind varchar(24) COLLATE "C" NOT NULL, inspections integer NOT NULL',
        'inspection_tally_by_region ON inspection_tally (region_code, month)',
      ],
      lifeline_tally: [
        `month date NOT NULL, obstacles_removed integer NOT NULL, ladder_sites_cleared integer NOT NULL,
         exits_cleared integer NOT NULL, fire_lanes_cleared integer NOT NULL`,
        'lifeline_tally_by_region ON lifeline_tally (region_code, month)',
      ],
    };
    const ids: Record<string, number> = { inspection_tally: 60, lifeline_tally: 40 };
    for (const [table, [columns, index]] of Object.entries(tables)) {
      await db.query(`CREATE TABLE ${table} (${SUBMITTED},
        id varchar(${ids[table] ?? 130}) COLLATE "C" PRIMARY KEY, region_code varchar(12) COLLATE "C" NOT NULL, ${columns})`);
      await db.query(`CREATE INDEX ${index}`);
      await db.query(`CREATE UNIQUE INDEX ${table}_by_source ON ${table} (source, source_id)`);
    }
  }
}
