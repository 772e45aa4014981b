import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What an officer has ordered to be kept though its period is over: a dispute, a case of another department. */
export class HoldPersonalData1795840000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`CREATE TABLE retention_hold (
      number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      rule varchar(80) COLLATE "C" NOT NULL,
      key varchar(200) COLLATE "C" NOT NULL,
      why varchar(500) NOT NULL,
      document varchar(100) COLLATE "C" NOT NULL,
      placed_at timestamptz NOT NULL DEFAULT now(),
      released_at timestamptz,
      release_document varchar(100) COLLATE "C"
    )`);
    await db.query(
      'CREATE UNIQUE INDEX retention_hold_in_force ON retention_hold (rule, key) WHERE released_at IS NULL',
    );
  }

  async down(): Promise<void> {
    throw new Error('a migration is not undone: restore the backup');
  }
}
