import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ListInspections1795725499005 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE inspection_body ADD valid_from date`);
    await db.query(`CREATE INDEX inspection_body_by_enterprise ON inspection_body (uscc)`);
    await db.query(`CREATE INDEX inspection_by_body ON inspection (body_uscc, inspected_on, id)`);
    await db.query(
      `CREATE INDEX inspection_by_region ON inspection (region_code, conclusion, inspected_on, id)`,
    );
    await db.query(`CREATE INDEX inspection_by_day ON inspection (inspected_on, id)`);
  }

  async down(): Promise<void> {
    throw new Error('a migration is not undone: restore the backup');
  }
}
