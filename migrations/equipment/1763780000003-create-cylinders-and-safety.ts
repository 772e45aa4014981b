import type { MigrationInterface, QueryRunner } from 'typeorm';

const PROVENANCE = `
        source varchar(64) COLLATE "C" NOT NULL,
        source_id varchar(64) COLLATE "C" NOT NULL,
        revision integer NOT NULL,
        content_digest varchar(32) NOT NULL`;

export class CreateCylindersAndSafety1763780000003 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE gas_cylinder (${PROVENANCE},
        serial varchar(40) COLLATE "C" PRIMARY KEY,
        medium varchar(64) NOT NULL,
        valve varchar(20) COLLATE "C" NOT NULL,
        owner_uscc varchar(18) COLLATE "C",
        region_code varchar(12) COLLATE "C" NOT NULL,
        manufactured_on date NOT NULL,
        last_inspected_on date,
        next_inspection_due date NOT NULL,
        synthetic boolean NOT NULL
      )`);
    await db.query('CREATE UNIQUE INDEX gas_cylinder_by_source ON gas_cylinder (source, source_id)');
    await db.query(`
      CREATE TABLE cylinder_filling (${PROVENANCE},
        id varchar(170) COLLATE "C" PRIMARY KEY,
        cylinder_serial varchar(40) COLLATE "C" NOT NULL,
        region_code varchar(12) COLLATE "C" NOT NULL,
        filler_uscc varchar(18) COLLATE "C" NOT NULL,
        filled_on date NOT NULL,
        batch varchar(64)
      )`);
    await db.query(
      'CREATE INDEX cylinder_filling_by_cylinder ON cylinder_filling (cylinder_serial, filled_on, id)',
    );
    await db.query('CREATE UNIQUE INDEX cylinder_filling_by_source ON cylinder_filling (source, source_id)');
    await db.query(`
      CREATE TABLE safety_appointment (${PROVENANCE},
        id varchar(130) COLLATE "C" PRIMARY KEY,
        uscc varchar(18) COLLATE "C" NOT NULL,
        region_code varchar(12) COLLATE "C" NOT NULL,
        name varchar(100) NOT NULL,
        phone varchar(32),
        role varchar(16) COLLATE "C" NOT NULL,
        category varchar(20) COLLATE "C",
        equipment_codes varchar[] NOT NULL DEFAULT '{}',
        appointed_on date NOT NULL,
        ended_on date
      )`);
    await db.query('CREATE INDEX safety_appointment_by_enterprise ON safety_appointment (uscc, id)');
    await db.query(
      'CREATE UNIQUE INDEX safety_appointment_by_source ON safety_appointment (source, source_id)',
    );
    await db.query(`
      CREATE TABLE safety_check (${PROVENANCE},
        id varchar(130) COLLATE "C" PRIMARY KEY,
        uscc varchar(18) COLLATE "C" NOT NULL,
        region_code varchar(12) COLLATE "C" NOT NULL,
        period varchar(8) COLLATE "C" NOT NULL,
        checked_on date NOT NULL,
        category varchar(20) COLLATE "C",
        hazards_found integer NOT NULL,
        summary varchar(1000)
      )`);
    await db.query('CREATE INDEX safety_check_by_enterprise ON safety_check (uscc, checked_on, id, period)');
    await db.query('CREATE UNIQUE INDEX safety_check_by_source ON safety_check (source, source_id)');
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of ['safety_check', 'safety_appointment', 'cylinder_filling', 'gas_cylinder'])
      await db.query(`DROP TABLE ${table}`);
  }
}
