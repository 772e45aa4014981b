import type { MigrationInterface, QueryRunner } from 'typeorm';

export class FindTipsByCase1795741000001 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`CREATE INDEX tip_by_case ON tip (case_number, number)`);
  }

  async down(): Promise<void> {
    throw new Error('a migration is not undone: restore the backup');
  }
}
