import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who has registered which source; the names that the register itself was sent under are registered to those who sent. */
export class RegisterSources1795742000001 implements MigrationInterface {
  /** A name that several departments sent under names none of them: it stays theirs, as `source_holder` has it. */
  async up(db: QueryRunner): Promise<void> {
    await db.query(`CREATE TABLE source (name varchar(64) COLLATE "C" NOT NULL, title varchar(200),
      department_code varchar(40) COLLATE "C", registered_on date NOT NULL, PRIMARY KEY (name))`);
    await db.query('CREATE INDEX source_by_department ON source (department_code, name)');
    await db.query(`INSERT INTO source (name, department_code, registered_on)
      SELECT name, CASE WHEN count(*) = 1 THEN min(department_code) END, min(since) FROM source_holder GROUP BY name`);
  }

  async down(): Promise<void> {
    throw new Error('a migration is not undone: restore the backup');
  }
}
