import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CertificateOrders1795772893806 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE ccc_validity_check ADD disposal_reason varchar(300)`);
  }

  async down(): Promise<void> {
    throw new Error('a migration is not undone: restore the backup');
  }
}
