import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The table of a submitted noun, with the index that tells its source's ids apart. */
async function create(db: QueryRunner, table: string, columns: string): Promise<void> {
  await db.query(`
    CREATE TABLE ${table} (
      source varchar(64) COLLATE "C" NOT NULL,
      source_id varchar(64) COLLATE "C" NOT NULL,
      revision integer NOT NULL,
      content_digest varchar(32) NOT NULL,
      id varchar(130) COLLATE "C" PRIMARY KEY,
      region_code varchar(12) COLLATE "C" NOT NULL,
      ${columns}
    )`);
  await db.query(`CREATE UNIQUE INDEX ${table}_by_source ON ${table} (source, source_id)`);
}

export class CreateCreditAttributes1763780000690 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await create(
      db,
      'principal_ban',
      `person_id varchar(32) COLLATE "C" NOT NULL,
      sealed_name text NOT NULL,
      kind varchar(24) COLLATE "C" NOT NULL,
      industry_code varchar(4) COLLATE "C",
      basis_document varchar(100) NOT NULL,
      decided_on date NOT NULL,
      ends_on date`,
    );
    await db.query('CREATE INDEX principal_ban_by_person ON principal_ban (person_id, decided_on)');
    await create(
      db,
      'principal_appointment',
      `uscc varchar(18) COLLATE "C" NOT NULL,
      industry_code varchar(4) COLLATE "C",
      person_id varchar(32) COLLATE "C" NOT NULL,
      sealed_name text NOT NULL,
      appointed_on date NOT NULL,
      ended_on date`,
    );
    await db.query('CREATE INDEX principal_appointment_by_region ON principal_appointment (region_code, id)');
    await db.query(
      'CREATE INDEX principal_appointment_by_enterprise ON principal_appointment (uscc, appointed_on)',
    );
    await db.query('CREATE INDEX principal_appointment_by_person ON principal_appointment (person_id)');
    await create(
      db,
      'safety_insurance',
      `uscc varchar(18) COLLATE "C" NOT NULL,
      field varchar(20) COLLATE "C" NOT NULL,
      insurer varchar(100),
      policy_number varchar(64),
      valid_from date,
      valid_until date,
      prevention_services integer NOT NULL`,
    );
    await db.query('CREATE INDEX safety_insurance_by_enterprise ON safety_insurance (uscc, valid_until)');
    await db.query('CREATE INDEX safety_insurance_by_region ON safety_insurance (region_code, field, uscc)');
    await create(
      db,
      'safety_standard',
      `uscc varchar(18) COLLATE "C" NOT NULL,
      level varchar(8) COLLATE "C" NOT NULL,
      certificate_number varchar(64) NOT NULL,
      awarded_on date NOT NULL,
      valid_until date NOT NULL`,
    );
    await db.query('CREATE INDEX safety_standard_by_enterprise ON safety_standard (uscc, level)');
    await create(
      db,
      'measure_feedback',
      `listing_id varchar(130) COLLATE "C" NOT NULL,
      measure_code varchar(40) COLLATE "C" NOT NULL,
      department_code varchar(40) COLLATE "C" NOT NULL,
      taken_on date NOT NULL,
      result varchar(500) NOT NULL`,
    );
    await db.query('CREATE INDEX measure_feedback_by_listing ON measure_feedback (listing_id, taken_on, id)');
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of [
      'measure_feedback',
      'safety_standard',
      'safety_insurance',
      'principal_appointment',
      'principal_ban',
    ]) {
      await db.query(`DROP TABLE ${table}`);
    }
  }
}
