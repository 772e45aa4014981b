import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What every submitted row says of where it comes from. */
const SUBMITTED = `
  source varchar(64) COLLATE "C" NOT NULL,
  source_id varchar(64) COLLATE "C" NOT NULL,
  revision integer NOT NULL,
  content_digest varchar(32) NOT NULL,`;

export class CreateTraining1763780005001 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE qualification (${SUBMITTED}
        id varchar(32) COLLATE "C" PRIMARY KEY,
        person_id varchar(32) COLLATE "C" NOT NULL,
        holder_name varchar(16) COLLATE "C" NOT NULL,
        sealed_name varchar(512) COLLATE "C" NOT NULL,
        sealed_number varchar(512) COLLATE "C" NOT NULL,
        sealed_id_number varchar(512) COLLATE "C" NOT NULL,
        number_pseudonym varchar(32) COLLATE "C" NOT NULL,
        holder_pseudonym varchar(32) COLLATE "C" NOT NULL,
        scheme varchar(28) COLLATE "C" NOT NULL,
        item_id varchar(60) COLLATE "C" NOT NULL,
        stated_item varchar(24) COLLATE "C" NOT NULL,
        standing varchar(12) COLLATE "C" NOT NULL,
        issued_on date NOT NULL,
        expires_on date NOT NULL,
        reviewed_on date,
        valid_until date NOT NULL,
        renew_by date NOT NULL,
        employer_uscc varchar(18) COLLATE "C",
        region_code varchar(12) COLLATE "C" NOT NULL,
        industry_code varchar(4) COLLATE "C",
        matter_codes varchar[] NOT NULL DEFAULT '{}',
        synthetic boolean NOT NULL
      )`);
    await db.query(
      'CREATE INDEX qualification_by_region ON qualification (region_code, id, item_id, standing, valid_until)',
    );
    await db.query(
      'CREATE INDEX qualification_by_employer ON qualification (employer_uscc, id, item_id, standing, valid_until)',
    );
    await db.query('CREATE INDEX qualification_by_number ON qualification (number_pseudonym)');
    await db.query('CREATE INDEX qualification_by_person ON qualification (person_id)');
    // hold all that the figures of an overview need, so that they are counted without touching the table
    await db.query(
      `CREATE INDEX qualification_by_item ON qualification (item_id, region_code, valid_until, person_id) WHERE standing = 'VALID'`,
    );
    await db.query(
      `CREATE INDEX qualification_by_industry ON qualification (industry_code, region_code, valid_until, person_id) WHERE standing = 'VALID'`,
    );
    await db.query('CREATE UNIQUE INDEX qualification_by_source ON qualification (source, source_id)');
    await db.query('CREATE INDEX qualification_by_matter ON qualification USING gin (matter_codes)');
    await courses(db);
    await duties(db);
    await bodiesAndExperts(db);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(
      'DROP TABLE expert, training_body, drill, training_duty, attendance, training_course, qualification',
    );
  }
}

async function courses(db: QueryRunner): Promise<void> {
  await db.query(`
    CREATE TABLE training_course (${SUBMITTED}
      id varchar(130) COLLATE "C" PRIMARY KEY,
      topic varchar(200) NOT NULL,
      audience varchar(20) COLLATE "C" NOT NULL,
      form varchar(16) COLLATE "C" NOT NULL,
      held_on date NOT NULL,
      hours integer NOT NULL,
      region_code varchar(12) COLLATE "C" NOT NULL,
      body_uscc varchar(18) COLLATE "C",
      synthetic boolean NOT NULL
    )`);
  await db.query('CREATE INDEX training_course_by_region ON training_course (region_code, held_on, id)');
  await db.query(
    'CREATE INDEX training_course_by_day ON training_course (held_on, id, region_code, audience)',
  );
  await db.query('CREATE UNIQUE INDEX training_course_by_source ON training_course (source, source_id)');
  await db.query(`
    CREATE TABLE attendance (${SUBMITTED}
      id varchar(130) COLLATE "C" PRIMARY KEY,
      course_id varchar(130) COLLATE "C" NOT NULL,
      person_id varchar(32) COLLATE "C" NOT NULL,
      name varchar(16) COLLATE "C" NOT NULL,
      sealed_name varchar(512) COLLATE "C" NOT NULL,
      subject varchar(40) COLLATE "C" NOT NULL,
      uscc varchar(18) COLLATE "C",
      department_code varchar(40) COLLATE "C",
      outcome varchar(12) COLLATE "C" NOT NULL,
      score varchar(40),
      region_code varchar(12) COLLATE "C" NOT NULL
    )`);
  await db.query('CREATE INDEX attendance_by_course ON attendance (course_id, id)');
  await db.query('CREATE INDEX attendance_by_subject ON attendance (subject, person_id, course_id, outcome)');
  await db.query('CREATE INDEX attendance_by_person ON attendance (person_id)');
  await db.query('CREATE UNIQUE INDEX attendance_by_source ON attendance (source, source_id)');
}

async function duties(db: QueryRunner): Promise<void> {
  await db.query(`
    CREATE TABLE training_duty (${SUBMITTED}
      id varchar(130) COLLATE "C" PRIMARY KEY,
      subject varchar(40) COLLATE "C" NOT NULL,
      uscc varchar(18) COLLATE "C",
      department_code varchar(40) COLLATE "C",
      person_id varchar(32) COLLATE "C",
      activity varchar(8) COLLATE "C" NOT NULL,
      trigger varchar(16) COLLATE "C" NOT NULL,
      audience varchar(20) COLLATE "C" NOT NULL,
      year integer NOT NULL,
      from_on date NOT NULL,
      due_on date NOT NULL,
      counts_until date NOT NULL,
      min_hours integer NOT NULL,
      region_code varchar(12) COLLATE "C" NOT NULL,
      industry_code varchar(4) COLLATE "C",
      matter_codes varchar[] NOT NULL DEFAULT '{}',
      reason varchar(200),
      synthetic boolean NOT NULL
    )`);
  await db.query(
    'CREATE INDEX training_duty_by_region ON training_duty (region_code, due_on, id, year, audience, activity)',
  );
  await db.query('CREATE INDEX training_duty_by_subject ON training_duty (subject, year)');
  await db.query('CREATE INDEX training_duty_by_year ON training_duty (year, audience, region_code)');
  await db.query('CREATE UNIQUE INDEX training_duty_by_source ON training_duty (source, source_id)');
  await db.query('CREATE INDEX training_duty_by_matter ON training_duty USING gin (matter_codes)');
  await db.query(`
    CREATE TABLE drill (${SUBMITTED}
      id varchar(130) COLLATE "C" PRIMARY KEY,
      uscc varchar(18) COLLATE "C" NOT NULL,
      kind varchar(20) COLLATE "C" NOT NULL,
      held_on date NOT NULL,
      participants integer NOT NULL,
      findings varchar(500),
      region_code varchar(12) COLLATE "C" NOT NULL
    )`);
  await db.query('CREATE INDEX drill_by_enterprise ON drill (uscc, held_on, id)');
  await db.query('CREATE UNIQUE INDEX drill_by_source ON drill (source, source_id)');
}

async function bodiesAndExperts(db: QueryRunner): Promise<void> {
  await db.query(`
    CREATE TABLE training_body (${SUBMITTED}
      id varchar(130) COLLATE "C" PRIMARY KEY,
      uscc varchar(18) COLLATE "C" NOT NULL,
      kind varchar(24) COLLATE "C" NOT NULL,
      region_code varchar(12) COLLATE "C" NOT NULL,
      active_from date NOT NULL,
      synthetic boolean NOT NULL,
      status varchar(12) COLLATE "C" NOT NULL DEFAULT 'UNREVIEWED',
      reviewed_on date,
      first_reviewed_on date,
      unmet_conditions varchar[] NOT NULL DEFAULT '{}',
      withdrawn_on date,
      remark varchar(300)
    )`);
  await db.query('CREATE INDEX training_body_by_region ON training_body (region_code, id, status)');
  await db.query('CREATE INDEX training_body_by_enterprise ON training_body (uscc)');
  await db.query('CREATE UNIQUE INDEX training_body_by_source ON training_body (source, source_id)');
  await db.query(`
    CREATE TABLE expert (${SUBMITTED}
      id varchar(130) COLLATE "C" PRIMARY KEY,
      name varchar(16) COLLATE "C" NOT NULL,
      sealed_name varchar(512) COLLATE "C" NOT NULL,
      kind varchar(24) COLLATE "C" NOT NULL,
      field varchar(20) COLLATE "C" NOT NULL,
      department_code varchar(40) COLLATE "C" NOT NULL,
      region_code varchar(12) COLLATE "C" NOT NULL,
      joined_on date NOT NULL,
      left_on date,
      synthetic boolean NOT NULL
    )`);
  await db.query('CREATE INDEX expert_by_region ON expert (region_code, id, kind, field)');
  await db.query('CREATE INDEX expert_by_department ON expert (department_code, joined_on)');
  await db.query('CREATE UNIQUE INDEX expert_by_source ON expert (source, source_id)');
}
