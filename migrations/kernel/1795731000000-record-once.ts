import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What makes a table hold one row that counts for each thing, as `@DuplicateOf` of the kernel declares it. */
export class RecordOnce1795731000000 implements MigrationInterface {
  /**
   * Nothing says which of several rows was sent first: the first in the order `earlier` stands, the others name it and stay.
   * A row that does not say by what it is known stands by itself.
   */
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE FUNCTION record_once(noun regclass, known_by text, earlier text, longest integer = 130) RETURNS void LANGUAGE plpgsql AS $$
      BEGIN
        EXECUTE format('ALTER TABLE %s ADD duplicate_of varchar(%s) COLLATE "C"', noun, longest);
        EXECUTE format('UPDATE %1$s AS stored SET duplicate_of = ranked.first
          FROM (SELECT id, first_value(id) OVER (PARTITION BY %2$s ORDER BY %3$s, id) AS first FROM %1$s WHERE num_nulls(%2$s) = 0) AS ranked
          WHERE ranked.id = stored.id AND ranked.first <> stored.id', noun, known_by, earlier);
        EXECUTE format('CREATE UNIQUE INDEX %I ON %s (%s) WHERE duplicate_of IS NULL', noun || '_once', noun, known_by);
        EXECUTE format('CREATE INDEX %I ON %s (duplicate_of) WHERE duplicate_of IS NOT NULL', noun || '_by_first', noun);
      END $$`);
  }

  async down(): Promise<void> {
    throw new Error('a migration is not undone: restore the backup');
  }
}
