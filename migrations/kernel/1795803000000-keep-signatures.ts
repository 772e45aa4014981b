import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Signatures of calls that change something, each good for once among all processes of a subgraph; kept while they hold. */
export class KeepSignatures1795803000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`CREATE TABLE used_signature (
      id varchar(36) COLLATE "C" PRIMARY KEY,
      used_at timestamptz NOT NULL DEFAULT now()
    )`);
    await db.query('CREATE INDEX used_signature_by_time ON used_signature (used_at)');
  }

  async down(): Promise<void> {
    throw new Error('a migration is not undone: restore the backup');
  }
}
