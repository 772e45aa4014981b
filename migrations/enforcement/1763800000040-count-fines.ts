import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The index of fines by industry holds all that an overview adds up, so that they are summed without touching the table. */
export class CountFines1763800000040 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('DROP INDEX penalty_decision_by_industry');
    await db.query(`
      CREATE INDEX penalty_decision_by_industry ON penalty_decision (industry_code, party_region_code, document_number) INCLUDE (fine)
      WHERE withdrawn_on IS NULL`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP INDEX penalty_decision_by_industry');
    await db.query(
      'CREATE INDEX penalty_decision_by_industry ON penalty_decision (industry_code, party_region_code, document_number)',
    );
  }
}
