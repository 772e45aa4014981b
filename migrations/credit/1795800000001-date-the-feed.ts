import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * When the published lists became what they are, for `Last-Modified` and what clients ask by it. A date of HTTP has whole
 * seconds: it tells two lists apart only where no two were seen in the same second, so that is kept beside it.
 */
export class DateTheFeed1795800000001 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE dishonesty_feed
        ADD changed_at timestamptz NOT NULL DEFAULT now(),
        ADD changed_by xid8 NOT NULL DEFAULT pg_current_xact_id(),
        ADD alone boolean NOT NULL DEFAULT false`);
    await db.query(DATE);
    await db.query(`
      CREATE TRIGGER feed_dated BEFORE UPDATE OF sequence ON dishonesty_feed
      FOR EACH ROW EXECUTE FUNCTION date_feed()`);
  }

  async down(): Promise<void> {
    throw new Error('a migration is not undone: restore the backup');
  }
}

/** All changes of a transaction are seen as one; a clock that is set back does not take the list back. */
const DATE = `
  CREATE FUNCTION date_feed() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    new.changed_at := greatest(old.changed_at, clock_timestamp());
    new.changed_by := pg_current_xact_id();
    new.alone := CASE WHEN old.changed_by = new.changed_by THEN old.alone
      ELSE date_trunc('second', new.changed_at) > date_trunc('second', old.changed_at) END;
    RETURN new;
  END $$`;
