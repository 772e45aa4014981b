import type { MigrationInterface, QueryRunner } from 'typeorm';

/** GB 35181-2025 is in force since 2025-11-01: a hazard that was found before is one by the edition of 2017. */
export class TellEditionsApart1795761320250 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(
      `UPDATE hazard SET criterion_code = 'GB35181-2017' WHERE criterion_code = 'GB35181' AND found_on < '2025-11-01'`,
    );
  }

  async down(): Promise<void> {
    throw new Error('a migration is not undone: restore the backup');
  }
}
