import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How far each reaction has followed the journal of another subgraph, since when, and what it could not do yet. */
export class KeepReactions1795822000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`CREATE TABLE reaction_cursor (
      reaction varchar(64) COLLATE "C" PRIMARY KEY,
      journal varchar(32) COLLATE "C" NOT NULL,
      number bigint NOT NULL,
      nth int NOT NULL,
      link varchar(43) COLLATE "C" NOT NULL,
      began_number bigint NOT NULL,
      began_at timestamptz NOT NULL DEFAULT now(),
      moved_at timestamptz NOT NULL DEFAULT now(),
      restored boolean NOT NULL DEFAULT false
    )`);
    await db.query(`CREATE TABLE reaction_set_aside (
      reaction varchar(64) COLLATE "C" NOT NULL,
      number bigint NOT NULL,
      nth int NOT NULL,
      event varchar(80) COLLATE "C" NOT NULL,
      type varchar(64) COLLATE "C" NOT NULL,
      key varchar(256) COLLATE "C" NOT NULL,
      division varchar(12) COLLATE "C",
      at timestamptz NOT NULL,
      attempts int NOT NULL,
      next_at timestamptz,
      reason varchar(500) NOT NULL,
      set_aside_at timestamptz,
      PRIMARY KEY (reaction, number, nth)
    )`);
    await db.query(
      'CREATE INDEX reaction_set_aside_by_record ON reaction_set_aside (reaction, type, key, number, nth)',
    );
  }

  async down(): Promise<void> {
    throw new Error('a migration is not undone: restore the backup');
  }
}
