import type { MigrationInterface, QueryRunner } from 'typeorm';

export class PublishAccidentReports1795728693647 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE accident ADD report_published_on date`);
  }

  async down(): Promise<void> {
    throw new Error('a migration is not undone: restore the backup');
  }
}
