import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An answer about many at once as its owner has released it: what was told, its moment, by which documents, and how it ended. */
export class KeepAnswerReleases1795823000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    const line = (name: string, type: string) => `${name} ${type} COLLATE "C"`;
    const columns = [
      'number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY',
      `${line('query', 'varchar(40)')} NOT NULL`,
      `${line('asked', 'varchar(200)')} NOT NULL`,
      'content jsonb NOT NULL',
      'as_of timestamptz NOT NULL',
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
    await db.query(`CREATE TABLE answer_release (${columns.join(', ')})`);
    await db.query(
      'CREATE UNIQUE INDEX answer_release_in_force ON answer_release (query, asked) WHERE ended_at IS NULL',
    );
  }

  async down(): Promise<void> {
    throw new Error('a migration is not undone: restore the backup');
  }
}
