import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateInspectionsDrawsAndTips1763790000050 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const statement of [...INSPECTIONS, ...DRAWS, ...TIPS]) await db.query(statement);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE tip_event, tip_reporter, tip, draw_check, draw, supervisory_inspection');
    await db.query('DROP FUNCTION refuse_to_change_tips()');
  }
}

const INSPECTIONS = [
  `CREATE TABLE supervisory_inspection (
    source varchar(64) COLLATE "C" NOT NULL,
    source_id varchar(64) COLLATE "C" NOT NULL,
    revision integer NOT NULL,
    content_digest varchar(32) NOT NULL,
    id varchar(130) COLLATE "C" PRIMARY KEY,
    uscc varchar(18) COLLATE "C" NOT NULL,
    place_region_code varchar(12) COLLATE "C" NOT NULL,
    region_code varchar(12) COLLATE "C" NOT NULL,
    department_code varchar(40) COLLATE "C" NOT NULL,
    department_kind varchar(24) COLLATE "C" NOT NULL,
    joint_department_codes varchar[] NOT NULL DEFAULT '{}',
    inspected_on date NOT NULL,
    mode varchar(20) COLLATE "C" NOT NULL,
    steps varchar[] NOT NULL DEFAULT '{}',
    expert_attached boolean NOT NULL,
    findings integer NOT NULL,
    summary varchar(500),
    campaign_code varchar(40) COLLATE "C",
    draw_id varchar(36) COLLATE "C",
    case_number varchar(64) COLLATE "C",
    hazard_number varchar(64) COLLATE "C",
    synthetic boolean NOT NULL
  )`,
  'CREATE INDEX supervisory_inspection_by_region ON supervisory_inspection (region_code, inspected_on, id)',
  'CREATE INDEX supervisory_inspection_by_enterprise ON supervisory_inspection (uscc, inspected_on, id)',
  'CREATE INDEX supervisory_inspection_by_place ON supervisory_inspection (place_region_code, inspected_on)',
  // holds all that the ranking of a quarter needs, so that it is counted without touching the table
  'CREATE INDEX supervisory_inspection_by_day ON supervisory_inspection (inspected_on, region_code, findings, case_number, hazard_number)',
  'CREATE UNIQUE INDEX supervisory_inspection_by_source ON supervisory_inspection (source, source_id)',
];

const DRAWS = [
  `CREATE TABLE draw (
    id varchar(36) COLLATE "C" PRIMARY KEY,
    title varchar(200) NOT NULL,
    kind varchar(12) COLLATE "C" NOT NULL,
    region_code varchar(12) COLLATE "C" NOT NULL,
    department_code varchar(40) COLLATE "C" NOT NULL,
    announced_at timestamptz NOT NULL,
    seed_digest varchar(64) COLLATE "C" NOT NULL,
    drawn_on date,
    seed varchar(200),
    pool varchar[] NOT NULL DEFAULT '{}',
    pool_digest varchar(64) COLLATE "C",
    count integer,
    algorithm varchar(40) COLLATE "C",
    algorithm_version integer,
    result varchar[] NOT NULL DEFAULT '{}'
  )`,
  'CREATE INDEX draw_by_region ON draw (region_code, id)',
  `CREATE TABLE draw_check (
    id varchar(60) COLLATE "C" PRIMARY KEY,
    draw_id varchar(36) COLLATE "C" NOT NULL,
    uscc varchar(18) COLLATE "C" NOT NULL,
    region_code varchar(12) COLLATE "C" NOT NULL,
    checked_on date NOT NULL,
    outcome varchar(16) COLLATE "C" NOT NULL,
    published_on date
  )`,
  'CREATE INDEX draw_check_by_region ON draw_check (region_code, id)',
  'CREATE INDEX draw_check_by_draw ON draw_check (draw_id, id)',
];

const TIPS = [
  `CREATE TABLE tip (
    number varchar(24) COLLATE "C" PRIMARY KEY,
    receipt_pseudonym varchar(32) COLLATE "C" NOT NULL,
    category varchar(8) COLLATE "C" NOT NULL,
    region_code varchar(12) COLLATE "C" NOT NULL,
    status varchar(10) COLLATE "C" NOT NULL,
    uscc varchar(18) COLLATE "C",
    subject varchar(200) NOT NULL,
    description varchar(2000) NOT NULL,
    named boolean NOT NULL,
    received_on date NOT NULL,
    accepted_on date,
    extended boolean NOT NULL DEFAULT false,
    decided_on date,
    verified_by varchar(128),
    finding varchar(1000),
    case_number varchar(64) COLLATE "C",
    hazard_number varchar(64) COLLATE "C",
    reply varchar(500),
    told_on date,
    reward numeric(15, 2)
  )`,
  'CREATE INDEX tip_by_region ON tip (region_code, number)',
  'CREATE INDEX tip_by_category ON tip (category, region_code, number)',
  'CREATE UNIQUE INDEX tip_by_receipt ON tip (receipt_pseudonym)',
  `CREATE TABLE tip_reporter (
    tip_number varchar(24) COLLATE "C" PRIMARY KEY,
    sealed text NOT NULL
  )`,
  `CREATE TABLE tip_event (
    sequence bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    tip_number varchar(24) COLLATE "C" NOT NULL,
    step varchar(8) COLLATE "C" NOT NULL,
    at timestamptz NOT NULL,
    officer varchar(128),
    note varchar(1000)
  )`,
  'CREATE INDEX tip_event_by_tip ON tip_event (tip_number, sequence)',
  // neither the history of a tip nor who gave it is ever written anew
  `CREATE FUNCTION refuse_to_change_tips() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION '% takes new rows only', TG_TABLE_NAME; END $$`,
  'CREATE TRIGGER tip_event_stays BEFORE UPDATE OR DELETE ON tip_event FOR EACH ROW EXECUTE FUNCTION refuse_to_change_tips()',
  'CREATE TRIGGER tip_reporter_stays BEFORE UPDATE OR DELETE ON tip_reporter FOR EACH ROW EXECUTE FUNCTION refuse_to_change_tips()',
];
