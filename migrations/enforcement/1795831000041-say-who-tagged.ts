import type { MigrationInterface, QueryRunner } from 'typeorm';

export class SayWhoTagged1795831000041 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE enforcement_case ADD matter_codes_by varchar(100) COLLATE "C"`);
    await db.query(`ALTER TABLE enforcement_case ADD matter_codes_at TIMESTAMP WITH TIME ZONE`);
  }

  async down(): Promise<void> {
    throw new Error('a migration is not undone: restore the backup');
  }
}
