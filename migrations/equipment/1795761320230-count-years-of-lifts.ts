import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * TSG T7001-2023 counts the years of use of every lift since 2024-04-02: what would fall due after that day a year after an
 * inspection by the old rule is due in the year that the new one names. Days that a report states itself stay.
 */
export class CountYearsOfLifts1795761320230 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`UPDATE equipment SET next_inspection_due = (
        SELECT min((installed_on + make_interval(years => year))::date) FROM generate_series(1, 100) AS year
        WHERE (year IN (1, 4, 7, 9, 11, 13) OR year >= 15)
          AND last_inspected_on < (installed_on + make_interval(years => year))::date - interval '2 months')
      WHERE kind_code LIKE '3%' AND installed_on IS NOT NULL
        AND last_inspected_on BETWEEN '2023-04-02' AND '2024-04-01'
        AND next_inspection_due = (last_inspected_on + interval '1 year')::date`);
  }

  async down(): Promise<void> {
    throw new Error('a migration is not undone: restore the backup');
  }
}
