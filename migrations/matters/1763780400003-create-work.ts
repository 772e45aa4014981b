import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateWork1763780400003 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE new_risk (
        id varchar(40) COLLATE "C" PRIMARY KEY,
        name varchar(100) NOT NULL,
        description varchar(1000) NOT NULL,
        industry_code varchar(4) COLLATE "C",
        region_code varchar(12) COLLATE "C" NOT NULL,
        status varchar(12) COLLATE "C" NOT NULL,
        registered_on date NOT NULL,
        registered_by varchar(200) NOT NULL,
        registering_department_code varchar(40) COLLATE "C",
        lead_department_code varchar(40) COLLATE "C",
        lead_basis varchar(12) COLLATE "C",
        cooperating_department_codes varchar[] NOT NULL DEFAULT '{}',
        decided_on date,
        steps integer NOT NULL
      )`);
    await db.query('CREATE INDEX new_risk_by_region ON new_risk (region_code, id)');
    await db.query('CREATE INDEX new_risk_by_status ON new_risk (status, region_code, id)');
    await db.query(`
      CREATE TABLE assigned_item (
        id varchar(40) COLLATE "C" PRIMARY KEY,
        kind varchar(12) COLLATE "C" NOT NULL,
        title varchar(200) NOT NULL,
        demand varchar(1000) NOT NULL,
        region_code varchar(12) COLLATE "C" NOT NULL,
        department_code varchar(40) COLLATE "C" NOT NULL,
        assigning_department_code varchar(40) COLLATE "C",
        status varchar(12) COLLATE "C" NOT NULL,
        assigned_on date NOT NULL,
        due_on date NOT NULL,
        result varchar(1000),
        reported_on date,
        reported_by varchar(200),
        closed_on date,
        steps integer NOT NULL
      )`);
    await db.query('CREATE INDEX assigned_item_by_region ON assigned_item (region_code, id)');
    await db.query(
      'CREATE INDEX assigned_item_by_department ON assigned_item (department_code, region_code, id)',
    );
    await db.query('CREATE INDEX assigned_item_by_status ON assigned_item (status, region_code, id)');
    await db.query(`
      CREATE TABLE work_step (
        id varchar(60) COLLATE "C" PRIMARY KEY,
        subject_id varchar(40) COLLATE "C" NOT NULL,
        nth integer NOT NULL,
        step varchar(16) COLLATE "C" NOT NULL,
        officer varchar(200) NOT NULL,
        department_code varchar(40) COLLATE "C",
        region_code varchar(12) COLLATE "C" NOT NULL,
        at timestamptz NOT NULL,
        reason varchar(1000) NOT NULL
      )`);
    await db.query('CREATE UNIQUE INDEX work_step_by_subject ON work_step (subject_id, nth)');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE work_step, assigned_item, new_risk');
  }
}
