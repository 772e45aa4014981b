import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreatePlans1763780400001 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE action_plan (
        id varchar(40) COLLATE "C" PRIMARY KEY,
        position integer NOT NULL,
        title varchar(200) NOT NULL,
        document varchar(200) NOT NULL,
        region_code varchar(12) COLLATE "C" NOT NULL
      )`);
    await db.query(`
      CREATE TABLE action_task (
        id varchar(60) COLLATE "C" PRIMARY KEY,
        plan varchar(40) COLLATE "C" NOT NULL,
        position integer NOT NULL,
        number varchar(12) NOT NULL,
        title varchar(200) NOT NULL,
        text text,
        responsible varchar(200),
        target integer,
        region_code varchar(12) COLLATE "C" NOT NULL,
        department_kinds varchar[] NOT NULL,
        departments_verified boolean NOT NULL,
        milestones jsonb NOT NULL,
        stored_measures jsonb NOT NULL
      )`);
    await db.query(`
      CREATE TABLE progress_report (
        source varchar(64) COLLATE "C" NOT NULL,
        source_id varchar(64) COLLATE "C" NOT NULL,
        revision integer NOT NULL,
        content_digest varchar(32) NOT NULL,
        id varchar(130) COLLATE "C" PRIMARY KEY,
        item_id varchar(60) COLLATE "C" NOT NULL,
        task_id varchar(60) COLLATE "C" NOT NULL,
        region_code varchar(12) COLLATE "C" NOT NULL,
        department_code varchar(40) COLLATE "C" NOT NULL,
        state varchar(12) COLLATE "C" NOT NULL,
        percent integer,
        numerator integer,
        denominator integer,
        done_to date,
        evidence varchar(500) NOT NULL,
        reported_on date NOT NULL,
        synthetic boolean NOT NULL
      )`);
    await db.query('CREATE UNIQUE INDEX progress_report_by_source ON progress_report (source, source_id)');
    await db.query(
      'CREATE INDEX progress_report_latest ON progress_report (task_id, region_code, item_id, department_code, reported_on, id)',
    );
    await db.query('CREATE INDEX progress_report_by_task ON progress_report (task_id, reported_on, id)');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE progress_report, action_task, action_plan');
  }
}
