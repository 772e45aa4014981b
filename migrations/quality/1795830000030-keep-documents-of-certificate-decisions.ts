import type { MigrationInterface, QueryRunner } from 'typeorm';

export class KeepDocumentsOfCertificateDecisions1795830000030 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE ccc_status_event ADD document varchar(200)`);
  }

  async down(): Promise<void> {
    throw new Error('a migration is not undone: restore the backup');
  }
}
