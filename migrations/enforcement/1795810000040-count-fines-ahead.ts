import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a change of these rows can make of a fine: the cases of all that it has added and removed. */
const EVENTS: Record<string, readonly string[]> = {
  INSERT: ['NEW TABLE AS added'],
  UPDATE: ['OLD TABLE AS removed', 'NEW TABLE AS added'],
  DELETE: ['OLD TABLE AS removed'],
};

/**
 * The fine that is in force is kept in its case, so that fines are summed up by what cases are about. A decision is written
 * after its case is known: who writes one waits for whoever changes the case.
 */
export class CountFinesAhead1795810000040 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE enforcement_case ADD fined numeric(15,2)`);
    await db.query(`
      CREATE FUNCTION keep_fine() RETURNS trigger LANGUAGE plpgsql SET search_path = enforcement AS $$
      BEGIN
        NEW.fined := (SELECT fine FROM penalty_decision WHERE case_number = NEW.number AND withdrawn_on IS NULL);
        RETURN NEW;
      END $$`);
    await db.query(
      'CREATE TRIGGER keeps_fine BEFORE INSERT OR UPDATE ON enforcement_case FOR EACH ROW EXECUTE FUNCTION keep_fine()',
    );
    for (const [event, transition] of Object.entries(EVENTS)) {
      const name = `fine_on_${event.toLowerCase()}`;
      const changed = transition
        .map((each) => `SELECT case_number FROM ${each.split(' ').at(-1)}`)
        .join(' UNION ');
      await db.query(`
        CREATE FUNCTION ${name}() RETURNS trigger LANGUAGE plpgsql SET search_path = enforcement AS $$
        BEGIN
          PERFORM FROM enforcement_case WHERE number IN (${changed}) ORDER BY number FOR NO KEY UPDATE;
          UPDATE enforcement_case SET fined = NULL WHERE number IN (${changed})
            AND fined IS DISTINCT FROM (SELECT fine FROM penalty_decision WHERE case_number = number AND withdrawn_on IS NULL);
          RETURN NULL;
        END $$`);
      await db.query(`
        CREATE TRIGGER fines_on_${event.toLowerCase()} AFTER ${event} ON penalty_decision REFERENCING ${transition.join(' ')}
        FOR EACH STATEMENT EXECUTE FUNCTION ${name}()`);
    }
    await db.query(
      'UPDATE enforcement_case SET fined = NULL WHERE EXISTS (SELECT FROM penalty_decision WHERE case_number = number)',
    );
    await db.query(`DROP TABLE IF EXISTS enforcement_case_ahead`);
    await db.query(`DROP FUNCTION IF EXISTS enforcement_case_ahead_on_insert CASCADE`);
    await db.query(`DROP FUNCTION IF EXISTS enforcement_case_ahead_on_update CASCADE`);
    await db.query(`DROP FUNCTION IF EXISTS enforcement_case_ahead_on_delete CASCADE`);
    await db.query(`
      CREATE TABLE enforcement_case_ahead (
        place varchar(12) COLLATE "C" NOT NULL,
        what varchar(30) COLLATE "C" NOT NULL,
        span varchar(1) COLLATE "C" NOT NULL,
        since date NOT NULL,
        hash uuid NOT NULL,
        slot integer NOT NULL,
        keys varchar[] COLLATE "C" NOT NULL,
        n numeric NOT NULL,
        PRIMARY KEY (place, what, span, since, hash, slot)
      ) WITH (fillfactor = 80)`);
    await db.query(`
      CREATE FUNCTION enforcement_case_ahead_on_insert() RETURNS trigger LANGUAGE plpgsql SET search_path = enforcement AS $$
    #variable_conflict use_column
    DECLARE
      free integer := 0;
      emptied tid[];
    BEGIN
      WHILE NOT pg_try_advisory_xact_lock(hashtext('enforcement enforcement_case_ahead'), free) LOOP free := free + 1; END LOOP;
      WITH kept AS (
        INSERT INTO enforcement_case_ahead AS known (place, what, span, since, hash, keys, n, slot)
        SELECT place, what, span, since, hash, keys, n, free FROM (SELECT left(party_region_code, digits) AS place, counted.what, span, since, md5(row_keys::text)::uuid AS hash, row_keys AS keys, sum(sign * amount) AS n
      FROM (SELECT *, about AS row_keys FROM (SELECT 1 AS sign, * FROM added) AS changed WHERE true) AS changed,
        LATERAL (VALUES ('OPEN', status IN ('FILED', 'INVESTIGATING', 'NOTIFIED', 'HEARING'), '-infinity'::date, (1)::numeric), ('FINES', fined IS NOT NULL, '-infinity'::date, (fined)::numeric)) AS counted (what, counts, day, amount),
        LATERAL (VALUES ('M', date_trunc('month', day)::date), ('D', day)) AS cell (span, since),
        unnest(ARRAY[0, 2, 4, 6, 9, 12]) AS digits
      WHERE counts AND since IS NOT NULL AND (span = 'M' OR isfinite(since)) AND digits <= length(party_region_code)
      GROUP BY 1, 2, 3, 4, row_keys HAVING sum(sign * amount) <> 0) AS cells
        ON CONFLICT (place, what, span, since, hash, slot) DO UPDATE SET n = known.n + excluded.n
        RETURNING ctid, n
      ) SELECT array_agg(ctid) FILTER (WHERE n = 0) INTO emptied FROM kept;
      IF emptied IS NOT NULL THEN DELETE FROM enforcement_case_ahead WHERE ctid = ANY(emptied) AND n = 0 AND slot = free; END IF;
      RETURN NULL;
    END $$`);
    await db.query(`
      CREATE FUNCTION enforcement_case_ahead_on_update() RETURNS trigger LANGUAGE plpgsql SET search_path = enforcement AS $$
    #variable_conflict use_column
    DECLARE
      free integer := 0;
      emptied tid[];
    BEGIN
      WHILE NOT pg_try_advisory_xact_lock(hashtext('enforcement enforcement_case_ahead'), free) LOOP free := free + 1; END LOOP;
      WITH kept AS (
        INSERT INTO enforcement_case_ahead AS known (place, what, span, since, hash, keys, n, slot)
        SELECT place, what, span, since, hash, keys, n, free FROM (SELECT left(party_region_code, digits) AS place, counted.what, span, since, md5(row_keys::text)::uuid AS hash, row_keys AS keys, sum(sign * amount) AS n
      FROM (SELECT *, about AS row_keys FROM (SELECT 1 AS sign, * FROM added UNION ALL SELECT -1, * FROM removed) AS changed WHERE true) AS changed,
        LATERAL (VALUES ('OPEN', status IN ('FILED', 'INVESTIGATING', 'NOTIFIED', 'HEARING'), '-infinity'::date, (1)::numeric), ('FINES', fined IS NOT NULL, '-infinity'::date, (fined)::numeric)) AS counted (what, counts, day, amount),
        LATERAL (VALUES ('M', date_trunc('month', day)::date), ('D', day)) AS cell (span, since),
        unnest(ARRAY[0, 2, 4, 6, 9, 12]) AS digits
      WHERE counts AND since IS NOT NULL AND (span = 'M' OR isfinite(since)) AND digits <= length(party_region_code)
      GROUP BY 1, 2, 3, 4, row_keys HAVING sum(sign * amount) <> 0) AS cells
        ON CONFLICT (place, what, span, since, hash, slot) DO UPDATE SET n = known.n + excluded.n
        RETURNING ctid, n
      ) SELECT array_agg(ctid) FILTER (WHERE n = 0) INTO emptied FROM kept;
      IF emptied IS NOT NULL THEN DELETE FROM enforcement_case_ahead WHERE ctid = ANY(emptied) AND n = 0 AND slot = free; END IF;
      RETURN NULL;
    END $$`);
    await db.query(`
      CREATE FUNCTION enforcement_case_ahead_on_delete() RETURNS trigger LANGUAGE plpgsql SET search_path = enforcement AS $$
    #variable_conflict use_column
    DECLARE
      free integer := 0;
      emptied tid[];
    BEGIN
      WHILE NOT pg_try_advisory_xact_lock(hashtext('enforcement enforcement_case_ahead'), free) LOOP free := free + 1; END LOOP;
      WITH kept AS (
        INSERT INTO enforcement_case_ahead AS known (place, what, span, since, hash, keys, n, slot)
        SELECT place, what, span, since, hash, keys, n, free FROM (SELECT left(party_region_code, digits) AS place, counted.what, span, since, md5(row_keys::text)::uuid AS hash, row_keys AS keys, sum(sign * amount) AS n
      FROM (SELECT *, about AS row_keys FROM (SELECT -1 AS sign, * FROM removed) AS changed WHERE true) AS changed,
        LATERAL (VALUES ('OPEN', status IN ('FILED', 'INVESTIGATING', 'NOTIFIED', 'HEARING'), '-infinity'::date, (1)::numeric), ('FINES', fined IS NOT NULL, '-infinity'::date, (fined)::numeric)) AS counted (what, counts, day, amount),
        LATERAL (VALUES ('M', date_trunc('month', day)::date), ('D', day)) AS cell (span, since),
        unnest(ARRAY[0, 2, 4, 6, 9, 12]) AS digits
      WHERE counts AND since IS NOT NULL AND (span = 'M' OR isfinite(since)) AND digits <= length(party_region_code)
      GROUP BY 1, 2, 3, 4, row_keys HAVING sum(sign * amount) <> 0) AS cells
        ON CONFLICT (place, what, span, since, hash, slot) DO UPDATE SET n = known.n + excluded.n
        RETURNING ctid, n
      ) SELECT array_agg(ctid) FILTER (WHERE n = 0) INTO emptied FROM kept;
      IF emptied IS NOT NULL THEN DELETE FROM enforcement_case_ahead WHERE ctid = ANY(emptied) AND n = 0 AND slot = free; END IF;
      RETURN NULL;
    END $$`);
    await db.query(`
      CREATE TRIGGER enforcement_case_ahead_on_insert AFTER INSERT ON enforcement_case REFERENCING NEW TABLE AS added
      FOR EACH STATEMENT EXECUTE FUNCTION enforcement_case_ahead_on_insert()`);
    await db.query(`
      CREATE TRIGGER enforcement_case_ahead_on_update AFTER UPDATE ON enforcement_case REFERENCING OLD TABLE AS removed NEW TABLE AS added
      FOR EACH STATEMENT EXECUTE FUNCTION enforcement_case_ahead_on_update()`);
    await db.query(`
      CREATE TRIGGER enforcement_case_ahead_on_delete AFTER DELETE ON enforcement_case REFERENCING OLD TABLE AS removed
      FOR EACH STATEMENT EXECUTE FUNCTION enforcement_case_ahead_on_delete()`);
    await db.query(`
      INSERT INTO enforcement_case_ahead (place, what, span, since, hash, keys, n, slot)
      SELECT place, what, span, since, hash, keys, n, 0 FROM (SELECT left(party_region_code, digits) AS place, counted.what, span, since, md5(row_keys::text)::uuid AS hash, row_keys AS keys, sum(sign * amount) AS n
      FROM (SELECT *, about AS row_keys FROM (SELECT 1 AS sign, * FROM enforcement_case) AS changed WHERE true) AS changed,
        LATERAL (VALUES ('OPEN', status IN ('FILED', 'INVESTIGATING', 'NOTIFIED', 'HEARING'), '-infinity'::date, (1)::numeric), ('FINES', fined IS NOT NULL, '-infinity'::date, (fined)::numeric)) AS counted (what, counts, day, amount),
        LATERAL (VALUES ('M', date_trunc('month', day)::date), ('D', day)) AS cell (span, since),
        unnest(ARRAY[0, 2, 4, 6, 9, 12]) AS digits
      WHERE counts AND since IS NOT NULL AND (span = 'M' OR isfinite(since)) AND digits <= length(party_region_code)
      GROUP BY 1, 2, 3, 4, row_keys HAVING sum(sign * amount) <> 0) AS cells`);
  }

  async down(): Promise<void> {
    throw new Error('a migration is not undone: restore the backup');
  }
}
