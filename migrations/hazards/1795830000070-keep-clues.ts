import type { MigrationInterface, QueryRunner } from 'typeorm';

export class KeepClues1795830000070 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE hazard_clue (
        number varchar(64) COLLATE "C" NOT NULL,
        status varchar(12) COLLATE "C" NOT NULL,
        inspection_id varchar(150) COLLATE "C" NOT NULL,
        inspected_on date NOT NULL,
        equipment_code varchar(20) COLLATE "C" NOT NULL,
        uscc varchar(18) COLLATE "C",
        region_code varchar(12) COLLATE "C" NOT NULL,
        competent_kind varchar(24) COLLATE "C" NOT NULL,
        criterion_code varchar(40) COLLATE "C",
        found_at TIMESTAMP WITH TIME ZONE NOT NULL,
        decided_on date,
        decided_by varchar(128) COLLATE "C",
        reason varchar(500),
        evidence varchar(500),
        overturned_on date,
        hazard_number varchar(64) COLLATE "C",
        order_number varchar(64) COLLATE "C",
        synthetic boolean NOT NULL,
        PRIMARY KEY (number)
      )`);
    await db.query(`CREATE UNIQUE INDEX hazard_clue_once ON hazard_clue (inspection_id)`);
    await db.query(`CREATE INDEX hazard_clue_by_region ON hazard_clue (region_code, number, status)`);
    await db.query(`CREATE INDEX hazard_clue_by_equipment ON hazard_clue (equipment_code, number)`);
    await db.query(`CREATE INDEX hazard_clue_by_enterprise ON hazard_clue (uscc, number)`);
    await db.query(`CREATE INDEX hazard_clue_by_hazard ON hazard_clue (hazard_number, number)`);
  }

  async down(): Promise<void> {
    throw new Error('a migration is not undone: restore the backup');
  }
}
