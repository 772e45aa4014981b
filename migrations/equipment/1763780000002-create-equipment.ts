import type { MigrationInterface, QueryRunner } from 'typeorm';

const PROVENANCE = `
        source varchar(64) COLLATE "C" NOT NULL,
        source_id varchar(64) COLLATE "C" NOT NULL,
        revision integer NOT NULL,
        content_digest varchar(32) NOT NULL`;

export class CreateEquipment1763780000002 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE equipment_kind (
        code varchar(4) COLLATE "C" PRIMARY KEY,
        name varchar(64) NOT NULL,
        category varchar(20) COLLATE "C" NOT NULL,
        level varchar(8) COLLATE "C" NOT NULL,
        parent_code varchar(4) COLLATE "C"
      )`);
    await db.query(`
      CREATE TABLE equipment (${PROVENANCE},
        code varchar(20) COLLATE "C" PRIMARY KEY,
        registration_number varchar(32) COLLATE "C",
        kind_code varchar(4) COLLATE "C" NOT NULL,
        user_uscc varchar(18) COLLATE "C",
        maker_uscc varchar(18) COLLATE "C",
        region_code varchar(12) COLLATE "C" NOT NULL,
        location varchar(300),
        status varchar(12) COLLATE "C" NOT NULL,
        protective_devices varchar[] NOT NULL DEFAULT '{}',
        manufactured_on date,
        installed_on date,
        last_inspected_on date,
        next_inspection_due date,
        synthetic boolean NOT NULL
      )`);
    await db.query(
      'CREATE INDEX equipment_by_region ON equipment (region_code, code, kind_code, status, next_inspection_due)',
    );
    await db.query(
      'CREATE INDEX equipment_by_kind ON equipment (kind_code, region_code, status, next_inspection_due)',
    );
    await db.query('CREATE INDEX equipment_by_user ON equipment (user_uscc, region_code, code)');
    await db.query('CREATE UNIQUE INDEX equipment_by_source ON equipment (source, source_id)');
    await db.query(`
      CREATE TABLE inspection (${PROVENANCE},
        id varchar(150) COLLATE "C" PRIMARY KEY,
        equipment_code varchar(20) COLLATE "C" NOT NULL,
        region_code varchar(12) COLLATE "C" NOT NULL,
        kind varchar(12) COLLATE "C" NOT NULL,
        inspected_on date NOT NULL,
        conclusion varchar(24) COLLATE "C" NOT NULL,
        body_uscc varchar(18) COLLATE "C",
        report_number varchar(64),
        next_due_on date,
        remarks varchar(500)
      )`);
    await db.query('CREATE INDEX inspection_by_device ON inspection (equipment_code, inspected_on, id)');
    await db.query('CREATE UNIQUE INDEX inspection_by_source ON inspection (source, source_id)');
    await db.query(`
      CREATE TABLE equipment_test (${PROVENANCE},
        id varchar(150) COLLATE "C" PRIMARY KEY,
        equipment_code varchar(20) COLLATE "C" NOT NULL,
        region_code varchar(12) COLLATE "C" NOT NULL,
        tested_on date NOT NULL,
        result varchar(16) COLLATE "C" NOT NULL,
        body_uscc varchar(18) COLLATE "C",
        report_number varchar(64)
      )`);
    await db.query('CREATE INDEX equipment_test_by_device ON equipment_test (equipment_code, tested_on, id)');
    await db.query('CREATE UNIQUE INDEX equipment_test_by_source ON equipment_test (source, source_id)');
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of ['equipment_test', 'inspection', 'equipment', 'equipment_kind'])
      await db.query(`DROP TABLE ${table}`);
  }
}
