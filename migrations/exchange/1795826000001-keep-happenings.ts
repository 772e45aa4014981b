import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The merged log: what was written in all departments, by keys, and for each record what is about it, latest first. Its
 * order is that of the commits; `id` comes of the entry's own, so that it does not count what is hidden.
 */
export class KeepHappenings1795826000001 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`CREATE TABLE happening (
      position bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      id char(22) COLLATE "C" NOT NULL UNIQUE,
      journal varchar(32) COLLATE "C" NOT NULL,
      number bigint NOT NULL,
      nth int NOT NULL,
      at timestamptz NOT NULL,
      event varchar(80) COLLATE "C" NOT NULL,
      operation varchar(80) COLLATE "C" NOT NULL,
      type varchar(64) COLLATE "C" NOT NULL,
      key varchar(256) COLLATE "C" NOT NULL,
      division varchar(12) COLLATE "C",
      department varchar(64) COLLATE "C"
    )`);
    await db.query(`CREATE TABLE happening_about (
      type varchar(64) COLLATE "C" NOT NULL,
      key varchar(256) COLLATE "C" NOT NULL,
      at timestamptz NOT NULL,
      id char(22) COLLATE "C" NOT NULL,
      PRIMARY KEY (type, key, at, id)
    )`);
    await db.query(`CREATE TABLE happening_event (
      event varchar(80) COLLATE "C" PRIMARY KEY,
      says varchar(500) NOT NULL
    )`);
  }

  async down(): Promise<void> {
    throw new Error('a migration is not undone: restore the backup');
  }
}
