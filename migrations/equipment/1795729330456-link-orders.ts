import type { MigrationInterface, QueryRunner } from 'typeorm';

export class LinkOrders1795729330456 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`CREATE INDEX equipment_order_by_enterprise ON equipment_order (uscc, issued_on, number)`);
    await db.query(
      `CREATE INDEX equipment_violation_by_enterprise ON equipment_violation (uscc, found_on, id)`,
    );
  }

  async down(): Promise<void> {
    throw new Error('a migration is not undone: restore the backup');
  }
}
