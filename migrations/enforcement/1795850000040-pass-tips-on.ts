import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A tip stays where it happens and with the department of its category: none was passed on before. */
export class PassTipsOn1795850000040 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE tip_transfer (
        number varchar(24) COLLATE "C" NOT NULL,
        tip_number varchar(24) COLLATE "C" NOT NULL,
        from_department_code varchar(40) COLLATE "C" NOT NULL,
        from_kind varchar(24) COLLATE "C" NOT NULL,
        from_region_code varchar(12) COLLATE "C" NOT NULL,
        to_department_code varchar(40) COLLATE "C" NOT NULL,
        answerer_kind varchar(24) COLLATE "C" NOT NULL,
        region_code varchar(12) COLLATE "C" NOT NULL,
        status varchar(12) COLLATE "C" NOT NULL,
        reason varchar(500) NOT NULL,
        note varchar(500) NOT NULL,
        offered_on date NOT NULL,
        answered_on date,
        answer varchar(500),
        document varchar(100) COLLATE "C",
        PRIMARY KEY (number)
      )`);
    await db.query(`CREATE INDEX tip_transfer_by_region ON tip_transfer (region_code, number)`);
    await db.query(`CREATE INDEX tip_transfer_by_tip ON tip_transfer (tip_number, number)`);
    await db.query(`
      CREATE TABLE tip_recusal (
        number varchar(24) COLLATE "C" NOT NULL,
        tip_number varchar(24) COLLATE "C",
        uscc varchar(18) COLLATE "C",
        officer varchar(128) NOT NULL,
        ground varchar(12) COLLATE "C" NOT NULL,
        reason varchar(500) NOT NULL,
        asked_by varchar(128) NOT NULL,
        asked_on date NOT NULL,
        department_kind varchar(24) COLLATE "C" NOT NULL,
        region_code varchar(12) COLLATE "C" NOT NULL,
        status varchar(8) COLLATE "C" NOT NULL,
        decided_by varchar(128),
        decided_on date,
        decision varchar(500),
        PRIMARY KEY (number)
      )`);
    await db.query(`CREATE INDEX tip_recusal_by_officer ON tip_recusal (officer, tip_number)`);
    await db.query(`CREATE INDEX tip_recusal_by_region ON tip_recusal (region_code, number)`);
    await db.query(`CREATE INDEX tip_recusal_by_tip ON tip_recusal (tip_number, number)`);
    await db.query(`ALTER TABLE tip ADD place_code varchar(12) COLLATE "C"`);
    await db.query(`ALTER TABLE tip ADD handler_kind varchar(24) COLLATE "C"`);
    await db.query(`UPDATE tip SET place_code = region_code,
      handler_kind = CASE category WHEN 'MARKET' THEN 'MARKET_SUPERVISION' WHEN 'FIRE' THEN 'FIRE_RESCUE' ELSE 'EMERGENCY_MANAGEMENT' END`);
    await db.query(`ALTER TABLE tip ALTER place_code SET NOT NULL, ALTER handler_kind SET NOT NULL`);
    await db.query(`ALTER TABLE tip ADD taken_in_on date`);
    await db.query(`ALTER TABLE tip ADD refusal_ground varchar(16) COLLATE "C"`);
    await db.query(`ALTER TABLE tip ALTER status TYPE varchar(12) COLLATE "C"`);
  }

  async down(): Promise<void> {
    throw new Error('a migration is not undone: restore the backup');
  }
}
