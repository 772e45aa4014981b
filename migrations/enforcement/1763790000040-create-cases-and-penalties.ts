import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateCasesAndPenalties1763790000040 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const statement of [...CASES, ...PENALTIES, ...TRANSFERS, ...NOTICES, ...TYPICAL_CASES])
      await db.query(statement);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(
      'DROP TABLE typical_case_vote, typical_case, supervisory_notice, criminal_transfer, penalty_decision, case_event, enforcement_case',
    );
    await db.query('DROP FUNCTION refuse_to_change_history()');
  }
}

const SUBMITTED = `
    source varchar(64) COLLATE "C" NOT NULL,
    source_id varchar(64) COLLATE "C" NOT NULL,
    revision integer NOT NULL,
    content_digest varchar(32) NOT NULL`;

const CASES = [
  `CREATE TABLE enforcement_case (${SUBMITTED},
    number varchar(64) COLLATE "C" PRIMARY KEY,
    cause_code varchar(40) COLLATE "C" NOT NULL,
    party_kind varchar(12) COLLATE "C" NOT NULL,
    party_uscc varchar(18) COLLATE "C",
    stored_party_name varchar(200) NOT NULL,
    party_region_code varchar(12) COLLATE "C" NOT NULL,
    department_code varchar(40) COLLATE "C" NOT NULL,
    department_kind varchar(24) COLLATE "C" NOT NULL,
    region_code varchar(12) COLLATE "C" NOT NULL,
    procedure varchar(12) COLLATE "C" NOT NULL,
    origin_kind varchar(12) COLLATE "C" NOT NULL,
    origin_reference varchar(130) COLLATE "C",
    hazard_number varchar(64) COLLATE "C",
    campaign_code varchar(40) COLLATE "C",
    related_numbers varchar[] NOT NULL DEFAULT '{}',
    industry_code varchar(4) COLLATE "C",
    matter_codes varchar[] NOT NULL DEFAULT '{}',
    act_ended_on date,
    lead_summary varchar(1000),
    evidence varchar(1000),
    synthetic boolean NOT NULL,
    status varchar(16) COLLATE "C" NOT NULL,
    lead_received_on date NOT NULL,
    filing_date date,
    filing_extended boolean NOT NULL DEFAULT false,
    decision_extended boolean NOT NULL DEFAULT false,
    last_day date,
    clock_stopped_on date,
    clock_stops jsonb NOT NULL DEFAULT '[]',
    investigators varchar[] NOT NULL DEFAULT '{}',
    notified_on date,
    hearing_on date,
    hearing_held boolean NOT NULL DEFAULT false,
    legal_review_grounds varchar[] NOT NULL DEFAULT '{}',
    legally_reviewed_on date,
    decided_on date,
    decided_on_time boolean,
    delivered_on date,
    paid_on date,
    executed_on date,
    closed_on date
  )`,
  'CREATE INDEX enforcement_case_by_region ON enforcement_case (region_code, number)',
  'CREATE INDEX enforcement_case_by_party ON enforcement_case (party_uscc, lead_received_on, number)',
  'CREATE INDEX enforcement_case_by_party_region ON enforcement_case (party_region_code, number)',
  // holds all that the figures of an overview need
  'CREATE INDEX enforcement_case_by_industry ON enforcement_case (industry_code, party_region_code, status, number)',
  'CREATE INDEX enforcement_case_by_filing ON enforcement_case (region_code, filing_date, department_kind)',
  'CREATE INDEX enforcement_case_by_origin ON enforcement_case (origin_reference, region_code, number)',
  'CREATE INDEX enforcement_case_by_hazard ON enforcement_case (hazard_number, region_code, number)',
  'CREATE UNIQUE INDEX enforcement_case_by_source ON enforcement_case (source, source_id)',
  'CREATE INDEX enforcement_case_by_matter ON enforcement_case USING gin (matter_codes)',
  `CREATE TABLE case_event (
    id uuid PRIMARY KEY,
    case_number varchar(64) COLLATE "C" NOT NULL,
    step varchar(20) COLLATE "C" NOT NULL,
    status varchar(16) COLLATE "C" NOT NULL,
    at timestamptz NOT NULL,
    officer varchar(128) NOT NULL,
    reason varchar(500) NOT NULL
  )`,
  'CREATE INDEX case_event_by_case ON case_event (case_number, at)',
  // the history of a case is never written anew
  `CREATE FUNCTION refuse_to_change_history() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION '% takes new rows only', TG_TABLE_NAME; END $$`,
  'CREATE TRIGGER case_event_stays BEFORE UPDATE OR DELETE ON case_event FOR EACH ROW EXECUTE FUNCTION refuse_to_change_history()',
];

const PENALTIES = [
  `CREATE TABLE penalty_decision (${SUBMITTED},
    document_number varchar(64) COLLATE "C" PRIMARY KEY,
    printed_number varchar(64) NOT NULL,
    case_number varchar(64) COLLATE "C" NOT NULL,
    cause_code varchar(40) COLLATE "C" NOT NULL,
    kinds varchar[] NOT NULL,
    fine numeric(15, 2),
    decided_on date NOT NULL,
    procedure varchar(12) COLLATE "C" NOT NULL,
    department_code varchar(40) COLLATE "C" NOT NULL,
    department_kind varchar(24) COLLATE "C" NOT NULL,
    region_code varchar(12) COLLATE "C" NOT NULL,
    party_kind varchar(12) COLLATE "C" NOT NULL,
    party_uscc varchar(18) COLLATE "C",
    stored_party_name varchar(200) NOT NULL,
    party_region_code varchar(12) COLLATE "C" NOT NULL,
    industry_code varchar(4) COLLATE "C",
    matter_codes varchar[] NOT NULL DEFAULT '{}',
    exclusion varchar(20) COLLATE "C",
    restricted_until date,
    pushed_on date,
    published_on date,
    public_until date,
    stopped_on date,
    annulled_on date,
    withdrawn_on date,
    withdrawal_ground varchar(12) COLLATE "C",
    synthetic boolean NOT NULL
  )`,
  'CREATE UNIQUE INDEX penalty_decision_by_case ON penalty_decision (case_number)',
  'CREATE INDEX penalty_decision_by_region ON penalty_decision (region_code, document_number)',
  'CREATE INDEX penalty_decision_by_party ON penalty_decision (party_uscc, decided_on, document_number)',
  'CREATE INDEX penalty_decision_by_industry ON penalty_decision (industry_code, party_region_code, document_number)',
  'CREATE INDEX penalty_decision_by_day ON penalty_decision (region_code, decided_on)',
  'CREATE UNIQUE INDEX penalty_decision_by_source ON penalty_decision (source, source_id)',
  'CREATE INDEX penalty_decision_by_matter ON penalty_decision USING gin (matter_codes)',
];

const TRANSFERS = [
  `CREATE TABLE criminal_transfer (
    case_number varchar(64) COLLATE "C" PRIMARY KEY,
    status varchar(12) COLLATE "C" NOT NULL,
    department_kind varchar(24) COLLATE "C" NOT NULL,
    region_code varchar(12) COLLATE "C" NOT NULL,
    team varchar[] NOT NULL,
    report varchar(500) NOT NULL,
    proposed_at timestamptz NOT NULL,
    decided_at timestamptz,
    refusal_reason varchar(500),
    handed_over_at timestamptz,
    documents varchar[] NOT NULL DEFAULT '{}',
    answered_at timestamptz,
    reconsideration_asked_at timestamptz,
    reconsidered_at timestamptz,
    evidence_at timestamptz
  )`,
];

const NOTICES = [
  `CREATE TABLE supervisory_notice (
    number varchar(64) COLLATE "C" PRIMARY KEY,
    kind varchar(20) COLLATE "C" NOT NULL,
    addressee_uscc varchar(18) COLLATE "C",
    addressee_department_code varchar(40) COLLATE "C",
    department_code varchar(40) COLLATE "C" NOT NULL,
    department_kind varchar(24) COLLATE "C" NOT NULL,
    region_code varchar(12) COLLATE "C" NOT NULL,
    case_number varchar(64) COLLATE "C",
    hazard_number varchar(64) COLLATE "C",
    matter varchar(500) NOT NULL,
    issued_on date NOT NULL,
    due_on date,
    received_on date,
    replied_on date,
    reply varchar(500),
    stored_look_back jsonb
  )`,
  'CREATE INDEX supervisory_notice_by_addressee ON supervisory_notice (addressee_uscc, issued_on, number)',
  'CREATE INDEX supervisory_notice_by_region ON supervisory_notice (region_code, number)',
];

const TYPICAL_CASES = [
  `CREATE TABLE typical_case (
    id varchar(36) COLLATE "C" PRIMARY KEY,
    month varchar(7) COLLATE "C" NOT NULL,
    case_number varchar(64) COLLATE "C" NOT NULL,
    department_code varchar(40) COLLATE "C" NOT NULL,
    department_kind varchar(24) COLLATE "C" NOT NULL,
    region_code varchar(12) COLLATE "C" NOT NULL,
    title varchar(200) NOT NULL,
    summary varchar(1000) NOT NULL,
    votes integer NOT NULL,
    published_on date
  )`,
  'CREATE INDEX typical_case_by_month ON typical_case (month, id)',
  `CREATE TABLE typical_case_vote (
    typical_case_id varchar(36) COLLATE "C" NOT NULL,
    voter varchar(40) COLLATE "C" NOT NULL,
    officer varchar(128) NOT NULL,
    PRIMARY KEY (typical_case_id, voter)
  )`,
];
