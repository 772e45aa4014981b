import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A licence of an enterprise and a project of it count once, by whatever source and under whatever id they are sent. */
export class RecordLicencesAndProjectsOnce1795739000011 implements MigrationInterface {
  /** Of several the licence stands that has ended, else the one that holds longest, and the project that is not done. */
  async up(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE project_safety ADD name_key varchar(200)');
    await db.query('UPDATE project_safety SET name_key = left(search_key(name), 200)');
    await db.query('ALTER TABLE project_safety ALTER name_key SET NOT NULL');
    await db.query(`SELECT
      record_once('prior_licence', 'uscc, number', 'ended_on, valid_until DESC'),
      record_once('project_safety', 'name_key, kind, uscc', 'done_on DESC')`);
    await db.query('DROP INDEX project_safety_by_region');
    await db.query(
      'CREATE INDEX project_safety_by_region ON project_safety (region_code, id, kind, done_on) WHERE duplicate_of IS NULL',
    );
  }

  async down(): Promise<void> {
    throw new Error('a migration is not undone: restore the backup');
  }
}
