import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CountQualifiedInAhead1795810000051 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE IF EXISTS qualified_in_ahead`);
    await db.query(`DROP FUNCTION IF EXISTS qualified_in_ahead_on_insert CASCADE`);
    await db.query(`DROP FUNCTION IF EXISTS qualified_in_ahead_on_update CASCADE`);
    await db.query(`DROP FUNCTION IF EXISTS qualified_in_ahead_on_delete CASCADE`);
    await db.query(`
      CREATE TABLE qualified_in_ahead (
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
      CREATE FUNCTION qualified_in_ahead_on_insert() RETURNS trigger LANGUAGE plpgsql SET search_path = training AS $$
    #variable_conflict use_column
    DECLARE
      free integer := 0;
      emptied tid[];
      subjects varchar[] := ARRAY(SELECT person_id FROM added);
    BEGIN
      PERFORM pg_advisory_xact_lock(hashtext('training qualification'), bucket)
      FROM (SELECT DISTINCT hashtext(subject) & 1023 AS bucket FROM unnest(subjects) AS subject ORDER BY 1) AS buckets;
      WHILE NOT pg_try_advisory_xact_lock(hashtext('training qualified_in_ahead'), free) LOOP free := free + 1; END LOOP;
      WITH kept AS (
        INSERT INTO qualified_in_ahead AS known (place, what, span, since, hash, keys, n, slot)
        SELECT place, what, span, since, hash, keys, n, free FROM (SELECT place, what, span, since, md5(keys::text)::uuid AS hash, keys, sum(n) AS n
      FROM (
        WITH here AS MATERIALIZED (
          SELECT sign, left(region_code, digits) AS place, what, whose, ends, row_keys
          FROM (SELECT *, (SELECT coalesce(array_agg(key ORDER BY key), '{}') FROM (
    SELECT 'industry:' || left(industry_code, digits) FROM generate_series(1, length(industry_code)) AS digits
    UNION SELECT 'matter:' || code FROM unnest(matter_codes) AS code) AS all_keys (key))::varchar[] AS row_keys, person_id AS whose, valid_until AS ends FROM (SELECT 1 AS sign, * FROM (SELECT * FROM qualification WHERE person_id = ANY(subjects)) AS theirs UNION ALL SELECT -1, * FROM (SELECT * FROM qualification WHERE person_id = ANY(subjects) AND id NOT IN (SELECT id FROM added)) AS others) AS changed WHERE standing = 'VALID' AND duplicate_of IS NULL OFFSET 0) AS changed,
            LATERAL (VALUES ('QUALIFIED', true, '-infinity'::date, (1)::numeric)) AS counted (what, counts, day, amount), unnest(ARRAY[0, 2, 4, 6, 9, 12]) AS digits
          WHERE counts AND digits <= length(region_code)
        ), spans AS (
          SELECT *, lag(ends) OVER subject AS last, count(*) OVER subject = 1 AND rows = 1 AS is_single
          FROM (SELECT sign, place, what, whose, ends, min(row_keys) AS keys, count(*) AS rows FROM here GROUP BY sign, place, what, whose, ends) AS ends
          WINDOW subject AS (PARTITION BY sign, place, what, whose ORDER BY ends ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)
        ), counted AS (
          SELECT sign, place, what, last, ends, keys FROM spans WHERE is_single
          UNION ALL SELECT sign, place, what, last, spans.ends, array_agg(DISTINCT key ORDER BY key)
          FROM spans JOIN here USING (sign, place, what, whose), unnest(row_keys) AS key WHERE NOT is_single AND here.ends >= spans.ends
          GROUP BY sign, place, what, whose, last, spans.ends
        )
        SELECT place, what, keys, sign * change AS n, day
        FROM counted, LATERAL (VALUES (1, coalesce(last + 1, '-infinity')), (-1, ends + 1)) AS turn (change, day)
      ) AS turns,
        LATERAL (VALUES ('Y', date_trunc('year', day)::date), ('M', date_trunc('month', day)::date), ('D', day)) AS cell (span, since)
      WHERE since < 'infinity' AND (span = 'Y' OR isfinite(since))
      GROUP BY place, what, span, since, keys HAVING sum(n) <> 0) AS cells
        ON CONFLICT (place, what, span, since, hash, slot) DO UPDATE SET n = known.n + excluded.n
        RETURNING ctid, n
      ) SELECT array_agg(ctid) FILTER (WHERE n = 0) INTO emptied FROM kept;
      IF emptied IS NOT NULL THEN DELETE FROM qualified_in_ahead WHERE ctid = ANY(emptied) AND n = 0 AND slot = free; END IF;
      RETURN NULL;
    END $$`);
    await db.query(`
      CREATE FUNCTION qualified_in_ahead_on_update() RETURNS trigger LANGUAGE plpgsql SET search_path = training AS $$
    #variable_conflict use_column
    DECLARE
      free integer := 0;
      emptied tid[];
      subjects varchar[] := ARRAY(SELECT person_id FROM added UNION SELECT person_id FROM removed);
    BEGIN
      PERFORM pg_advisory_xact_lock(hashtext('training qualification'), bucket)
      FROM (SELECT DISTINCT hashtext(subject) & 1023 AS bucket FROM unnest(subjects) AS subject ORDER BY 1) AS buckets;
      WHILE NOT pg_try_advisory_xact_lock(hashtext('training qualified_in_ahead'), free) LOOP free := free + 1; END LOOP;
      WITH kept AS (
        INSERT INTO qualified_in_ahead AS known (place, what, span, since, hash, keys, n, slot)
        SELECT place, what, span, since, hash, keys, n, free FROM (SELECT place, what, span, since, md5(keys::text)::uuid AS hash, keys, sum(n) AS n
      FROM (
        WITH here AS MATERIALIZED (
          SELECT sign, left(region_code, digits) AS place, what, whose, ends, row_keys
          FROM (SELECT *, (SELECT coalesce(array_agg(key ORDER BY key), '{}') FROM (
    SELECT 'industry:' || left(industry_code, digits) FROM generate_series(1, length(industry_code)) AS digits
    UNION SELECT 'matter:' || code FROM unnest(matter_codes) AS code) AS all_keys (key))::varchar[] AS row_keys, person_id AS whose, valid_until AS ends FROM (SELECT 1 AS sign, * FROM (SELECT * FROM qualification WHERE person_id = ANY(subjects)) AS theirs UNION ALL SELECT -1, * FROM (SELECT * FROM qualification WHERE person_id = ANY(subjects) AND id NOT IN (SELECT id FROM added)) AS others UNION ALL SELECT -1, * FROM removed) AS changed WHERE standing = 'VALID' AND duplicate_of IS NULL OFFSET 0) AS changed,
            LATERAL (VALUES ('QUALIFIED', true, '-infinity'::date, (1)::numeric)) AS counted (what, counts, day, amount), unnest(ARRAY[0, 2, 4, 6, 9, 12]) AS digits
          WHERE counts AND digits <= length(region_code)
        ), spans AS (
          SELECT *, lag(ends) OVER subject AS last, count(*) OVER subject = 1 AND rows = 1 AS is_single
          FROM (SELECT sign, place, what, whose, ends, min(row_keys) AS keys, count(*) AS rows FROM here GROUP BY sign, place, what, whose, ends) AS ends
          WINDOW subject AS (PARTITION BY sign, place, what, whose ORDER BY ends ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)
        ), counted AS (
          SELECT sign, place, what, last, ends, keys FROM spans WHERE is_single
          UNION ALL SELECT sign, place, what, last, spans.ends, array_agg(DISTINCT key ORDER BY key)
          FROM spans JOIN here USING (sign, place, what, whose), unnest(row_keys) AS key WHERE NOT is_single AND here.ends >= spans.ends
          GROUP BY sign, place, what, whose, last, spans.ends
        )
        SELECT place, what, keys, sign * change AS n, day
        FROM counted, LATERAL (VALUES (1, coalesce(last + 1, '-infinity')), (-1, ends + 1)) AS turn (change, day)
      ) AS turns,
        LATERAL (VALUES ('Y', date_trunc('year', day)::date), ('M', date_trunc('month', day)::date), ('D', day)) AS cell (span, since)
      WHERE since < 'infinity' AND (span = 'Y' OR isfinite(since))
      GROUP BY place, what, span, since, keys HAVING sum(n) <> 0) AS cells
        ON CONFLICT (place, what, span, since, hash, slot) DO UPDATE SET n = known.n + excluded.n
        RETURNING ctid, n
      ) SELECT array_agg(ctid) FILTER (WHERE n = 0) INTO emptied FROM kept;
      IF emptied IS NOT NULL THEN DELETE FROM qualified_in_ahead WHERE ctid = ANY(emptied) AND n = 0 AND slot = free; END IF;
      RETURN NULL;
    END $$`);
    await db.query(`
      CREATE FUNCTION qualified_in_ahead_on_delete() RETURNS trigger LANGUAGE plpgsql SET search_path = training AS $$
    #variable_conflict use_column
    DECLARE
      free integer := 0;
      emptied tid[];
      subjects varchar[] := ARRAY(SELECT person_id FROM removed);
    BEGIN
      PERFORM pg_advisory_xact_lock(hashtext('training qualification'), bucket)
      FROM (SELECT DISTINCT hashtext(subject) & 1023 AS bucket FROM unnest(subjects) AS subject ORDER BY 1) AS buckets;
      WHILE NOT pg_try_advisory_xact_lock(hashtext('training qualified_in_ahead'), free) LOOP free := free + 1; END LOOP;
      WITH kept AS (
        INSERT INTO qualified_in_ahead AS known (place, what, span, since, hash, keys, n, slot)
        SELECT place, what, span, since, hash, keys, n, free FROM (SELECT place, what, span, since, md5(keys::text)::uuid AS hash, keys, sum(n) AS n
      FROM (
        WITH here AS MATERIALIZED (
          SELECT sign, left(region_code, digits) AS place, what, whose, ends, row_keys
          FROM (SELECT *, (SELECT coalesce(array_agg(key ORDER BY key), '{}') FROM (
    SELECT 'industry:' || left(industry_code, digits) FROM generate_series(1, length(industry_code)) AS digits
    UNION SELECT 'matter:' || code FROM unnest(matter_codes) AS code) AS all_keys (key))::varchar[] AS row_keys, person_id AS whose, valid_until AS ends FROM (SELECT 1 AS sign, * FROM (SELECT * FROM qualification WHERE person_id = ANY(subjects)) AS theirs UNION ALL SELECT -1, * FROM (SELECT * FROM qualification WHERE person_id = ANY(subjects)) AS others UNION ALL SELECT -1, * FROM removed) AS changed WHERE standing = 'VALID' AND duplicate_of IS NULL OFFSET 0) AS changed,
            LATERAL (VALUES ('QUALIFIED', true, '-infinity'::date, (1)::numeric)) AS counted (what, counts, day, amount), unnest(ARRAY[0, 2, 4, 6, 9, 12]) AS digits
          WHERE counts AND digits <= length(region_code)
        ), spans AS (
          SELECT *, lag(ends) OVER subject AS last, count(*) OVER subject = 1 AND rows = 1 AS is_single
          FROM (SELECT sign, place, what, whose, ends, min(row_keys) AS keys, count(*) AS rows FROM here GROUP BY sign, place, what, whose, ends) AS ends
          WINDOW subject AS (PARTITION BY sign, place, what, whose ORDER BY ends ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)
        ), counted AS (
          SELECT sign, place, what, last, ends, keys FROM spans WHERE is_single
          UNION ALL SELECT sign, place, what, last, spans.ends, array_agg(DISTINCT key ORDER BY key)
          FROM spans JOIN here USING (sign, place, what, whose), unnest(row_keys) AS key WHERE NOT is_single AND here.ends >= spans.ends
          GROUP BY sign, place, what, whose, last, spans.ends
        )
        SELECT place, what, keys, sign * change AS n, day
        FROM counted, LATERAL (VALUES (1, coalesce(last + 1, '-infinity')), (-1, ends + 1)) AS turn (change, day)
      ) AS turns,
        LATERAL (VALUES ('Y', date_trunc('year', day)::date), ('M', date_trunc('month', day)::date), ('D', day)) AS cell (span, since)
      WHERE since < 'infinity' AND (span = 'Y' OR isfinite(since))
      GROUP BY place, what, span, since, keys HAVING sum(n) <> 0) AS cells
        ON CONFLICT (place, what, span, since, hash, slot) DO UPDATE SET n = known.n + excluded.n
        RETURNING ctid, n
      ) SELECT array_agg(ctid) FILTER (WHERE n = 0) INTO emptied FROM kept;
      IF emptied IS NOT NULL THEN DELETE FROM qualified_in_ahead WHERE ctid = ANY(emptied) AND n = 0 AND slot = free; END IF;
      RETURN NULL;
    END $$`);
    await db.query(`
      CREATE TRIGGER qualified_in_ahead_on_insert AFTER INSERT ON qualification REFERENCING NEW TABLE AS added
      FOR EACH STATEMENT EXECUTE FUNCTION qualified_in_ahead_on_insert()`);
    await db.query(`
      CREATE TRIGGER qualified_in_ahead_on_update AFTER UPDATE ON qualification REFERENCING OLD TABLE AS removed NEW TABLE AS added
      FOR EACH STATEMENT EXECUTE FUNCTION qualified_in_ahead_on_update()`);
    await db.query(`
      CREATE TRIGGER qualified_in_ahead_on_delete AFTER DELETE ON qualification REFERENCING OLD TABLE AS removed
      FOR EACH STATEMENT EXECUTE FUNCTION qualified_in_ahead_on_delete()`);
    await db.query(`
      INSERT INTO qualified_in_ahead (place, what, span, since, hash, keys, n, slot)
      SELECT place, what, span, since, hash, keys, n, 0 FROM (SELECT place, what, span, since, md5(keys::text)::uuid AS hash, keys, sum(n) AS n
      FROM (
        WITH here AS MATERIALIZED (
          SELECT sign, left(region_code, digits) AS place, what, whose, ends, row_keys
          FROM (SELECT *, (SELECT coalesce(array_agg(key ORDER BY key), '{}') FROM (
    SELECT 'industry:' || left(industry_code, digits) FROM generate_series(1, length(industry_code)) AS digits
    UNION SELECT 'matter:' || code FROM unnest(matter_codes) AS code) AS all_keys (key))::varchar[] AS row_keys, person_id AS whose, valid_until AS ends FROM (SELECT 1 AS sign, * FROM qualification) AS changed WHERE standing = 'VALID' AND duplicate_of IS NULL OFFSET 0) AS changed,
            LATERAL (VALUES ('QUALIFIED', true, '-infinity'::date, (1)::numeric)) AS counted (what, counts, day, amount), unnest(ARRAY[0, 2, 4, 6, 9, 12]) AS digits
          WHERE counts AND digits <= length(region_code)
        ), spans AS (
          SELECT *, lag(ends) OVER subject AS last, count(*) OVER subject = 1 AND rows = 1 AS is_single
          FROM (SELECT sign, place, what, whose, ends, min(row_keys) AS keys, count(*) AS rows FROM here GROUP BY sign, place, what, whose, ends) AS ends
          WINDOW subject AS (PARTITION BY sign, place, what, whose ORDER BY ends ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)
        ), counted AS (
          SELECT sign, place, what, last, ends, keys FROM spans WHERE is_single
          UNION ALL SELECT sign, place, what, last, spans.ends, array_agg(DISTINCT key ORDER BY key)
          FROM spans JOIN here USING (sign, place, what, whose), unnest(row_keys) AS key WHERE NOT is_single AND here.ends >= spans.ends
          GROUP BY sign, place, what, whose, last, spans.ends
        )
        SELECT place, what, keys, sign * change AS n, day
        FROM counted, LATERAL (VALUES (1, coalesce(last + 1, '-infinity')), (-1, ends + 1)) AS turn (change, day)
      ) AS turns,
        LATERAL (VALUES ('Y', date_trunc('year', day)::date), ('M', date_trunc('month', day)::date), ('D', day)) AS cell (span, since)
      WHERE since < 'infinity' AND (span = 'Y' OR isfinite(since))
      GROUP BY place, what, span, since, keys HAVING sum(n) <> 0) AS cells`);
  }

  async down(): Promise<void> {
    throw new Error('a migration is not undone: restore the backup');
  }
}
