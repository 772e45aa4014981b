import type { MigrationInterface, QueryRunner } from 'typeorm';

export class KeepCaseMaterials1795832000040 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE case_material (
        number varchar(64) COLLATE "C" NOT NULL,
        status varchar(12) COLLATE "C" NOT NULL,
        ground varchar(20) COLLATE "C" NOT NULL,
        spot_check_id varchar(130) COLLATE "C",
        hazard_number varchar(64) COLLATE "C",
        occurred_on date NOT NULL,
        party_uscc varchar(18) COLLATE "C",
        department_kind varchar(24) COLLATE "C" NOT NULL,
        region_code varchar(12) COLLATE "C" NOT NULL,
        first_sent_at TIMESTAMP WITH TIME ZONE NOT NULL,
        sent_at TIMESTAMP WITH TIME ZONE NOT NULL,
        receive_by date NOT NULL,
        received_on date,
        returned_on date,
        passed_on date,
        passed_by_code varchar(40) COLLATE "C",
        reason varchar(500),
        case_number varchar(64) COLLATE "C",
        ended_on date,
        overturned_on date,
        synthetic boolean NOT NULL,
        PRIMARY KEY (number)
      )`);
    await db.query(
      `CREATE UNIQUE INDEX case_material_by_hazard ON case_material (hazard_number, occurred_on)`,
    );
    await db.query(
      `CREATE UNIQUE INDEX case_material_by_spot_check ON case_material (spot_check_id, occurred_on)`,
    );
    await db.query(`CREATE INDEX case_material_by_region ON case_material (region_code, number, status)`);
    await db.query(`CREATE INDEX case_material_by_party ON case_material (party_uscc, number)`);
    await db.query(`CREATE INDEX case_material_by_case ON case_material (case_number, number)`);
  }

  async down(): Promise<void> {
    throw new Error('a migration is not undone: restore the backup');
  }
}
