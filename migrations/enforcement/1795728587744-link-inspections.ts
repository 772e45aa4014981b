import type { MigrationInterface, QueryRunner } from 'typeorm';

export class LinkInspections1795728587744 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(
      `CREATE INDEX supervisory_inspection_by_case ON supervisory_inspection (case_number, inspected_on, id)`,
    );
    await db.query(
      `CREATE INDEX supervisory_inspection_by_hazard ON supervisory_inspection (hazard_number, inspected_on, id)`,
    );
  }

  async down(): Promise<void> {
    throw new Error('a migration is not undone: restore the backup');
  }
}
