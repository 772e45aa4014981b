import type { MigrationInterface, QueryRunner } from 'typeorm';

export class SayWhyItIsDecidedHere1795791000014 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE equipment_order ADD jurisdiction_ground varchar(16) COLLATE "C"`);
    await db.query(`ALTER TABLE equipment_order ADD jurisdiction_document varchar(64) COLLATE "C"`);
  }

  async down(): Promise<void> {
    throw new Error('a migration is not undone: restore the backup');
  }
}
