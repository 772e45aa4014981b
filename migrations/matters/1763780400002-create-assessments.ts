import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateAssessments1763780400002 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE assessment (
        id varchar(24) COLLATE "C" PRIMARY KEY,
        quarter varchar(7) COLLATE "C" NOT NULL,
        region_code varchar(12) COLLATE "C" NOT NULL,
        parent_code varchar(12) COLLATE "C" NOT NULL,
        status varchar(12) COLLATE "C" NOT NULL,
        confirmed_on date,
        confirmed_by varchar(200),
        reason varchar(500),
        frozen jsonb
      )`);
    await db.query('CREATE INDEX assessment_by_parent ON assessment (parent_code, quarter, region_code)');
    await db.query(`
      CREATE TABLE assessment_figure (
        source varchar(64) COLLATE "C" NOT NULL,
        source_id varchar(64) COLLATE "C" NOT NULL,
        revision integer NOT NULL,
        content_digest varchar(32) NOT NULL,
        id varchar(60) COLLATE "C" PRIMARY KEY,
        assessment_id varchar(24) COLLATE "C" NOT NULL,
        quarter varchar(7) COLLATE "C" NOT NULL,
        region_code varchar(12) COLLATE "C" NOT NULL,
        indicator varchar(12) COLLATE "C" NOT NULL,
        numerator integer NOT NULL,
        denominator integer,
        evidence varchar(2000) NOT NULL,
        department_code varchar(40) COLLATE "C",
        measured_on date NOT NULL,
        synthetic boolean NOT NULL
      )`);
    await db.query(
      'CREATE INDEX assessment_figure_by_assessment ON assessment_figure (assessment_id, indicator)',
    );
    await db.query(
      'CREATE UNIQUE INDEX assessment_figure_by_source ON assessment_figure (source, source_id)',
    );
    await db.query(`
      CREATE TABLE entered_score (
        id varchar(60) COLLATE "C" PRIMARY KEY,
        assessment_id varchar(24) COLLATE "C" NOT NULL,
        indicator varchar(12) COLLATE "C" NOT NULL,
        nth integer NOT NULL,
        points double precision NOT NULL,
        evidence varchar(2000) NOT NULL,
        entered_by varchar(200) NOT NULL,
        department_code varchar(40) COLLATE "C",
        entered_at timestamptz NOT NULL
      )`);
    await db.query(
      'CREATE UNIQUE INDEX entered_score_by_assessment ON entered_score (assessment_id, indicator, nth)',
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE entered_score, assessment_figure, assessment');
  }
}
