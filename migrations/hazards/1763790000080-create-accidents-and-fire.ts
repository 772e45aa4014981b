import type { MigrationInterface, QueryRunner } from 'typeorm';

const SUBMITTED = `
        source varchar(64) COLLATE "C" NOT NULL,
        source_id varchar(64) COLLATE "C" NOT NULL,
        revision integer NOT NULL,
        content_digest varchar(32) NOT NULL`;

export class CreateAccidentsAndFire1763790000080 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('CREATE SEQUENCE accident_nth');
    await db.query('GRANT USAGE ON SEQUENCE accident_nth TO onematter_hazards');
    await db.query(`
      CREATE TABLE accident (${SUBMITTED},
        number varchar(64) COLLATE "C" PRIMARY KEY,
        kind varchar(20) COLLATE "C" NOT NULL,
        grade varchar(16) COLLATE "C" NOT NULL,
        occurred_at timestamptz NOT NULL,
        learned_at timestamptz,
        reported_at timestamptz NOT NULL,
        reported_up_at timestamptz,
        uscc varchar(18) COLLATE "C",
        equipment_code varchar(20) COLLATE "C",
        region_code varchar(12) COLLATE "C" NOT NULL,
        industry_code varchar(4) COLLATE "C",
        deaths integer NOT NULL,
        serious_injuries integer NOT NULL,
        direct_loss numeric(15, 2) NOT NULL,
        evacuated integer NOT NULL,
        stranded_people integer NOT NULL,
        stranded_minutes integer NOT NULL,
        circumstances varchar[] NOT NULL DEFAULT '{}',
        description varchar(2000) NOT NULL,
        raised_to varchar(20) COLLATE "C",
        supervised_on date,
        closed_on date,
        investigation_report varchar(300),
        evaluated_on date,
        evaluation_report varchar(300),
        synthetic boolean NOT NULL
      )`);
    await db.query('CREATE INDEX accident_by_region ON accident (region_code, number)');
    await db.query('CREATE INDEX accident_by_day ON accident (occurred_at, region_code)');
    await db.query('CREATE UNIQUE INDEX accident_by_source ON accident (source, source_id)');
    await db.query(`
      CREATE TABLE accident_event (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        accident_number varchar(64) COLLATE "C" NOT NULL,
        step varchar(16) COLLATE "C" NOT NULL,
        at timestamptz NOT NULL,
        department_code varchar(40) COLLATE "C",
        reason varchar(500) NOT NULL,
        before varchar(500)
      )`);
    await db.query('CREATE INDEX accident_event_by_accident ON accident_event (accident_number, id)');
    await db.query(`
      CREATE TABLE fire_key_unit (${SUBMITTED},
        uscc varchar(18) COLLATE "C" PRIMARY KEY,
        region_code varchar(12) COLLATE "C" NOT NULL,
        place varchar(100) NOT NULL,
        designated_on date NOT NULL,
        online_since date,
        industry_officer text,
        town_officer text,
        community_worker text,
        fire_officer text,
        specialist text,
        complete boolean NOT NULL
      )`);
    await db.query('CREATE INDEX fire_key_unit_by_region ON fire_key_unit (region_code, uscc)');
    await db.query('CREATE UNIQUE INDEX fire_key_unit_by_source ON fire_key_unit (source, source_id)');
    await db.query(`
      CREATE TABLE fire_check (${SUBMITTED},
        id varchar(130) COLLATE "C" PRIMARY KEY,
        uscc varchar(18) COLLATE "C" NOT NULL,
        region_code varchar(12) COLLATE "C" NOT NULL,
        department_code varchar(40) COLLATE "C" NOT NULL,
        checked_on date NOT NULL,
        risk_factors varchar[] NOT NULL DEFAULT '{}',
        to_clear varchar[] NOT NULL DEFAULT '{}',
        to_control varchar[] NOT NULL DEFAULT '{}',
        hazards_found integer NOT NULL,
        hazard_numbers varchar[] NOT NULL DEFAULT '{}',
        summary varchar(1000)
      )`);
    await db.query('CREATE INDEX fire_check_by_enterprise ON fire_check (uscc, checked_on, id)');
    await db.query('CREATE UNIQUE INDEX fire_check_by_source ON fire_check (source, source_id)');
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of ['fire_check', 'fire_key_unit', 'accident_event', 'accident'])
      await db.query(`DROP TABLE ${table}`);
    await db.query('DROP SEQUENCE accident_nth');
  }
}
