import type { MigrationInterface, QueryRunner } from 'typeorm';

export class OrderRevocations1795729655191 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE ccc_validity_check ADD ordered_on date`);
    await db.query(`ALTER TABLE ccc_validity_check ADD holder_region_code varchar(12) COLLATE "C"`);
    // checks that are there: that of their certificate, or their own where it is gone
    await db.query(`
      UPDATE ccc_validity_check AS checked SET holder_region_code = coalesce(
        (SELECT region_code FROM ccc_certificate WHERE number = checked.certificate_number), checked.region_code)`);
    await db.query(`ALTER TABLE ccc_validity_check ALTER holder_region_code SET NOT NULL`);
    await db.query(`ALTER TABLE ccc_validity_check ADD answered_on date`);
    await db.query(`ALTER TABLE ccc_validity_check ADD answer varchar(12) COLLATE "C"`);
    await db.query(`ALTER TABLE ccc_validity_check ADD answer_document varchar(200)`);
  }

  async down(): Promise<void> {
    throw new Error('a migration is not undone: restore the backup');
  }
}
