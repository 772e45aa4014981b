import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The journal, in partitions by month, and its seals. The service adds to both and changes neither; new months are made, and
 * months older than three years dropped, by a function that belongs to whoever migrates. What is of no month yet is kept all the same.
 */
export class KeepAJournal1795811000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE journal (
        entry bigint GENERATED ALWAYS AS IDENTITY,
        at timestamptz NOT NULL,
        record text NOT NULL,
        mac char(43) COLLATE "C" NOT NULL,
        tx xid8 NOT NULL DEFAULT pg_current_xact_id(),
        PRIMARY KEY (at, entry)
      ) PARTITION BY RANGE (at)`);
    await db.query('CREATE INDEX journal_by_tx ON journal (tx)');
    await db.query('CREATE TABLE journal_other PARTITION OF journal DEFAULT');
    await db.query(`
      CREATE TABLE journal_seal (
        number bigint PRIMARY KEY,
        at timestamptz NOT NULL,
        entry bigint NOT NULL,
        digest char(43) COLLATE "C" NOT NULL,
        sealed_at timestamptz NOT NULL,
        link char(43) COLLATE "C" NOT NULL,
        UNIQUE (at, entry)
      )`);
    const [{ schema }] = (await db.query('SELECT current_schema() AS schema')) as [{ schema: string }];
    await db.query(TURN.replaceAll('SCHEMA', schema));
    await db.query('REVOKE ALL ON FUNCTION journal_turn() FROM PUBLIC');
    await db.query('SELECT journal_turn()');
  }

  async down(): Promise<void> {
    throw new Error('a migration is not undone: restore the backup');
  }
}

const TURN = `
  CREATE FUNCTION journal_turn() RETURNS void LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = SCHEMA, pg_temp SET timezone = 'UTC' AS $$
  DECLARE month timestamptz; name text;
  BEGIN
    FOR ahead IN 0..2 LOOP
      month := date_trunc('month', now()) + make_interval(months => ahead);
      name := 'journal_' || to_char(month, 'YYYYMM');
      CONTINUE WHEN to_regclass('SCHEMA.' || name) IS NOT NULL;
      BEGIN
        EXECUTE format('CREATE TABLE SCHEMA.%I PARTITION OF SCHEMA.journal FOR VALUES FROM (%L) TO (%L)', name, month, month + interval '1 month');
      EXCEPTION WHEN duplicate_table OR check_violation THEN NULL;
      END;
    END LOOP;
    FOR name IN SELECT relname FROM pg_inherits JOIN pg_class ON oid = inhrelid WHERE inhparent = 'SCHEMA.journal'::regclass
        AND relname ~ '^journal_[0-9]{6}$' AND relname < 'journal_' || to_char(now() - interval '36 months', 'YYYYMM') LOOP
      EXECUTE format('DROP TABLE SCHEMA.%I', name);
    END LOOP;
  END $$`;
