import type { MigrationInterface, QueryRunner } from 'typeorm';

export class LinkAccidents1795729313903 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`CREATE INDEX accident_by_enterprise ON accident (uscc, occurred_at, number)`);
    await db.query(`CREATE INDEX accident_by_equipment ON accident (equipment_code, occurred_at, number)`);
  }

  async down(): Promise<void> {
    throw new Error('a migration is not undone: restore the backup');
  }
}
