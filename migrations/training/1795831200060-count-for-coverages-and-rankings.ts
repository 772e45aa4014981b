import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CountForCoveragesAndRankings1795831200060 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE IF EXISTS training_coverage_ahead`);
    await db.query(`DROP FUNCTION IF EXISTS training_coverage_ahead_on_insert CASCADE`);
    await db.query(`DROP FUNCTION IF EXISTS training_coverage_ahead_on_update CASCADE`);
    await db.query(`DROP FUNCTION IF EXISTS training_coverage_ahead_on_delete CASCADE`);
    await db.query(`
      CREATE TABLE training_coverage_ahead (
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
      CREATE FUNCTION training_coverage_ahead_on_insert() RETURNS trigger LANGUAGE plpgsql SET search_path = training AS $$
    #variable_conflict use_column
    DECLARE
      free integer := 0;
      emptied tid[];
    BEGIN
      WHILE NOT pg_try_advisory_xact_lock(hashtext('training training_coverage_ahead'), free) LOOP free := free + 1; END LOOP;
      WITH kept AS (
        INSERT INTO training_coverage_ahead AS known (place, what, span, since, hash, keys, n, slot)
        SELECT place, what, span, since, hash, keys, n, free FROM (SELECT left(region_code, digits) AS place, counted.what, span, since, md5(row_keys::text)::uuid AS hash, row_keys AS keys, sum(sign * amount) AS n
      FROM (SELECT *, ARRAY[year || ' ' || audience || ' ' || coalesce(left(industry_code, 2), '')]::varchar[] AS row_keys FROM (SELECT 1 AS sign, * FROM added) AS changed WHERE activity = 'TRAINING') AS changed,
        LATERAL (VALUES ('ALL', true, '-infinity'::date, (1)::numeric), ('TRAINED', fulfilled_on IS NOT NULL, '-infinity'::date, (1)::numeric)) AS counted (what, counts, day, amount),
        LATERAL (VALUES ('M', date_trunc('month', day)::date), ('D', day)) AS cell (span, since),
        unnest(ARRAY[0, 2, 4, 6, 9, 12]) AS digits
      WHERE counts AND since IS NOT NULL AND (span = 'M' OR isfinite(since)) AND digits <= length(region_code)
      GROUP BY 1, 2, 3, 4, row_keys HAVING sum(sign * amount) <> 0) AS cells
        ON CONFLICT (place, what, span, since, hash, slot) DO UPDATE SET n = known.n + excluded.n
        RETURNING ctid, n
      ) SELECT array_agg(ctid) FILTER (WHERE n = 0) INTO emptied FROM kept;
      IF emptied IS NOT NULL THEN DELETE FROM training_coverage_ahead WHERE ctid = ANY(emptied) AND n = 0 AND slot = free; END IF;
      RETURN NULL;
    END $$`);
    await db.query(`
      CREATE FUNCTION training_coverage_ahead_on_update() RETURNS trigger LANGUAGE plpgsql SET search_path = training AS $$
    #variable_conflict use_column
    DECLARE
      free integer := 0;
      emptied tid[];
    BEGIN
      WHILE NOT pg_try_advisory_xact_lock(hashtext('training training_coverage_ahead'), free) LOOP free := free + 1; END LOOP;
      WITH kept AS (
        INSERT INTO training_coverage_ahead AS known (place, what, span, since, hash, keys, n, slot)
        SELECT place, what, span, since, hash, keys, n, free FROM (SELECT left(region_code, digits) AS place, counted.what, span, since, md5(row_keys::text)::uuid AS hash, row_keys AS keys, sum(sign * amount) AS n
      FROM (SELECT *, ARRAY[year || ' ' || audience || ' ' || coalesce(left(industry_code, 2), '')]::varchar[] AS row_keys FROM (SELECT 1 AS sign, * FROM added UNION ALL SELECT -1, * FROM removed) AS changed WHERE activity = 'TRAINING') AS changed,
        LATERAL (VALUES ('ALL', true, '-infinity'::date, (1)::numeric), ('TRAINED', fulfilled_on IS NOT NULL, '-infinity'::date, (1)::numeric)) AS counted (what, counts, day, amount),
        LATERAL (VALUES ('M', date_trunc('month', day)::date), ('D', day)) AS cell (span, since),
        unnest(ARRAY[0, 2, 4, 6, 9, 12]) AS digits
      WHERE counts AND since IS NOT NULL AND (span = 'M' OR isfinite(since)) AND digits <= length(region_code)
      GROUP BY 1, 2, 3, 4, row_keys HAVING sum(sign * amount) <> 0) AS cells
        ON CONFLICT (place, what, span, since, hash, slot) DO UPDATE SET n = known.n + excluded.n
        RETURNING ctid, n
      ) SELECT array_agg(ctid) FILTER (WHERE n = 0) INTO emptied FROM kept;
      IF emptied IS NOT NULL THEN DELETE FROM training_coverage_ahead WHERE ctid = ANY(emptied) AND n = 0 AND slot = free; END IF;
      RETURN NULL;
    END $$`);
    await db.query(`
      CREATE FUNCTION training_coverage_ahead_on_delete() RETURNS trigger LANGUAGE plpgsql SET search_path = training AS $$
    #variable_conflict use_column
    DECLARE
      free integer := 0;
      emptied tid[];
    BEGIN
      WHILE NOT pg_try_advisory_xact_lock(hashtext('training training_coverage_ahead'), free) LOOP free := free + 1; END LOOP;
      WITH kept AS (
        INSERT INTO training_coverage_ahead AS known (place, what, span, since, hash, keys, n, slot)
        SELECT place, what, span, since, hash, keys, n, free FROM (SELECT left(region_code, digits) AS place, counted.what, span, since, md5(row_keys::text)::uuid AS hash, row_keys AS keys, sum(sign * amount) AS n
      FROM (SELECT *, ARRAY[year || ' ' || audience || ' ' || coalesce(left(industry_code, 2), '')]::varchar[] AS row_keys FROM (SELECT -1 AS sign, * FROM removed) AS changed WHERE activity = 'TRAINING') AS changed,
        LATERAL (VALUES ('ALL', true, '-infinity'::date, (1)::numeric), ('TRAINED', fulfilled_on IS NOT NULL, '-infinity'::date, (1)::numeric)) AS counted (what, counts, day, amount),
        LATERAL (VALUES ('M', date_trunc('month', day)::date), ('D', day)) AS cell (span, since),
        unnest(ARRAY[0, 2, 4, 6, 9, 12]) AS digits
      WHERE counts AND since IS NOT NULL AND (span = 'M' OR isfinite(since)) AND digits <= length(region_code)
      GROUP BY 1, 2, 3, 4, row_keys HAVING sum(sign * amount) <> 0) AS cells
        ON CONFLICT (place, what, span, since, hash, slot) DO UPDATE SET n = known.n + excluded.n
        RETURNING ctid, n
      ) SELECT array_agg(ctid) FILTER (WHERE n = 0) INTO emptied FROM kept;
      IF emptied IS NOT NULL THEN DELETE FROM training_coverage_ahead WHERE ctid = ANY(emptied) AND n = 0 AND slot = free; END IF;
      RETURN NULL;
    END $$`);
    await db.query(`
      CREATE TRIGGER training_coverage_ahead_on_insert AFTER INSERT ON training_duty REFERENCING NEW TABLE AS added
      FOR EACH STATEMENT EXECUTE FUNCTION training_coverage_ahead_on_insert()`);
    await db.query(`
      CREATE TRIGGER training_coverage_ahead_on_update AFTER UPDATE ON training_duty REFERENCING OLD TABLE AS removed NEW TABLE AS added
      FOR EACH STATEMENT EXECUTE FUNCTION training_coverage_ahead_on_update()`);
    await db.query(`
      CREATE TRIGGER training_coverage_ahead_on_delete AFTER DELETE ON training_duty REFERENCING OLD TABLE AS removed
      FOR EACH STATEMENT EXECUTE FUNCTION training_coverage_ahead_on_delete()`);
    await db.query(`
      INSERT INTO training_coverage_ahead (place, what, span, since, hash, keys, n, slot)
      SELECT place, what, span, since, hash, keys, n, 0 FROM (SELECT left(region_code, digits) AS place, counted.what, span, since, md5(row_keys::text)::uuid AS hash, row_keys AS keys, sum(sign * amount) AS n
      FROM (SELECT *, ARRAY[year || ' ' || audience || ' ' || coalesce(left(industry_code, 2), '')]::varchar[] AS row_keys FROM (SELECT 1 AS sign, * FROM training_duty) AS changed WHERE activity = 'TRAINING') AS changed,
        LATERAL (VALUES ('ALL', true, '-infinity'::date, (1)::numeric), ('TRAINED', fulfilled_on IS NOT NULL, '-infinity'::date, (1)::numeric)) AS counted (what, counts, day, amount),
        LATERAL (VALUES ('M', date_trunc('month', day)::date), ('D', day)) AS cell (span, since),
        unnest(ARRAY[0, 2, 4, 6, 9, 12]) AS digits
      WHERE counts AND since IS NOT NULL AND (span = 'M' OR isfinite(since)) AND digits <= length(region_code)
      GROUP BY 1, 2, 3, 4, row_keys HAVING sum(sign * amount) <> 0) AS cells`);
    await db.query(`ANALYZE training_coverage_ahead`);
  }

  async down(): Promise<void> {
    throw new Error('a migration is not undone: restore the backup');
  }
}
