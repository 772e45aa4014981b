import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the owner of a figure has released of it: the value, its moment, by which documents, and how it ended. */
export class KeepFigureReleases1795790000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    const line = (name: string, type: string) => `${name} ${type} COLLATE "C"`;
    const columns = [
      'number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY',
      `${line('matter_code', 'varchar(40)')} NOT NULL`,
      `${line('region_code', 'varchar(12)')} NOT NULL`,
      `${line('figure', 'varchar(40)')} NOT NULL`,
      'as_of timestamptz NOT NULL',
      `${line('counted', 'varchar(24)')} NOT NULL`,
      'whole integer',
      'subjects integer NOT NULL',
      line('missing', 'varchar(32)'),
      'withheld boolean NOT NULL DEFAULT false',
      `${line('document', 'varchar(64)')} NOT NULL`,
      `${line('secrecy_review', 'varchar(64)')} NOT NULL`,
      `${line('reviewed_by', 'varchar(128)')} NOT NULL`,
      `${line('released_by', 'varchar(128)')} NOT NULL`,
      `${line('department_code', 'varchar(40)')} NOT NULL`,
      'ended_at timestamptz',
      line('ended_by', 'varchar(128)'),
      line('end_document', 'varchar(64)'),
      'end_reason varchar(500)',
    ];
    await db.query(`CREATE TABLE figure_release (${columns.join(', ')})`);
    await db.query(
      'CREATE UNIQUE INDEX figure_release_in_force ON figure_release (matter_code, figure, region_code) WHERE ended_at IS NULL',
    );
  }

  async down(): Promise<void> {
    throw new Error('a migration is not undone: restore the backup');
  }
}
