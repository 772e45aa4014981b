import type { MigrationInterface, QueryRunner } from 'typeorm';

export class FindCasesByCause1795824000003 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(
      `CREATE INDEX enforcement_case_by_cause ON enforcement_case (cause_code, region_code, number)`,
    );
  }

  async down(): Promise<void> {
    throw new Error('a migration is not undone: restore the backup');
  }
}
