import type { MigrationInterface, QueryRunner } from 'typeorm';

export class LinkDuties1795729351127 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`CREATE INDEX training_duty_by_enterprise ON training_duty (uscc, due_on, id)`);
    await db.query(`CREATE INDEX welding_machine_by_owner ON welding_machine (owner_uscc, chip)`);
  }

  async down(): Promise<void> {
    throw new Error('a migration is not undone: restore the backup');
  }
}
