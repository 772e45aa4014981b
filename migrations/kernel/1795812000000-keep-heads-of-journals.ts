import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Signed heads of another subgraph's journal, for whoever verifies that one: added to, never changed, two that disagree both kept. */
export class KeepHeadsOfJournals1795812000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`CREATE TABLE journal_head (
      subgraph varchar(32) COLLATE "C" NOT NULL,
      count bigint NOT NULL,
      digest varchar(64) COLLATE "C" NOT NULL,
      at varchar(24) COLLATE "C" NOT NULL,
      signature varchar(300) COLLATE "C" NOT NULL,
      kept_at timestamptz NOT NULL DEFAULT now(),
      PRIMARY KEY (subgraph, count, digest)
    )`);
  }

  async down(): Promise<void> {
    throw new Error('a migration is not undone: restore the backup');
  }
}
