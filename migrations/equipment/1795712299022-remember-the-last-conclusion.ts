import type { MigrationInterface, QueryRunner } from 'typeorm';

export class RememberTheLastConclusion1795712299022 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`DROP INDEX equipment_by_region`);
    await db.query(`DROP INDEX equipment_by_kind`);
    await db.query(`ALTER TABLE equipment ADD last_conclusion varchar(24) COLLATE "C"`);
    // devices that were inspected before it was remembered
    await db.query(`
      UPDATE equipment SET last_conclusion = last.conclusion
      FROM (SELECT DISTINCT ON (equipment_code) equipment_code, conclusion FROM inspection
        ORDER BY equipment_code, inspected_on DESC, id DESC) AS last
      WHERE code = last.equipment_code`);
    await db.query(
      `CREATE INDEX equipment_by_kind ON equipment (kind_code, region_code, status, next_inspection_due, last_conclusion)`,
    );
    await db.query(
      `CREATE INDEX equipment_by_region ON equipment (region_code, code, kind_code, status, next_inspection_due, last_conclusion)`,
    );
  }

  async down(): Promise<void> {
    throw new Error('a migration is not undone: restore the backup');
  }
}
