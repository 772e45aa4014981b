import type { MigrationInterface, QueryRunner } from 'typeorm';

export class FindTipsByEnterprise1795741728948 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`CREATE INDEX tip_by_enterprise ON tip (uscc, region_code, number)`);
  }

  async down(): Promise<void> {
    throw new Error('a migration is not undone: restore the backup');
  }
}
