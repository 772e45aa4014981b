import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CountForCoveragesAndRankings1795831200061 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE IF EXISTS case_handled_ahead`);
    await db.query(`DROP FUNCTION IF EXISTS case_handled_ahead_on_insert CASCADE`);
    await db.query(`DROP FUNCTION IF EXISTS case_handled_ahead_on_update CASCADE`);
    await db.query(`DROP FUNCTION IF EXISTS case_handled_ahead_on_delete CASCADE`);
    await db.query(`
      CREATE TABLE case_handled_ahead (
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
      CREATE FUNCTION case_handled_ahead_on_insert() RETURNS trigger LANGUAGE plpgsql SET search_path = enforcement AS $$
    #variable_conflict use_column
    DECLARE
      free integer := 0;
      emptied tid[];
    BEGIN
      WHILE NOT pg_try_advisory_xact_lock(hashtext('enforcement case_handled_ahead'), free) LOOP free := free + 1; END LOOP;
      WITH kept AS (
        INSERT INTO case_handled_ahead AS known (place, what, span, since, hash, keys, n, slot)
        SELECT place, what, span, since, hash, keys, n, free FROM (SELECT left(region_code, digits) AS place, counted.what, span, since, md5(row_keys::text)::uuid AS hash, row_keys AS keys, sum(sign * amount) AS n
      FROM (SELECT *, ARRAY[department_kind]::varchar[] AS row_keys FROM (SELECT 1 AS sign, * FROM added) AS changed WHERE true) AS changed,
        LATERAL (VALUES ('FILED', true, filing_date, (1)::numeric), ('DECIDED', true, decided_on, (1)::numeric), ('ON_TIME', decided_on_time, decided_on, (1)::numeric)) AS counted (what, counts, day, amount),
        LATERAL (VALUES ('M', date_trunc('month', day)::date), ('D', day)) AS cell (span, since),
        unnest(ARRAY[0, 2, 4, 6, 9, 12]) AS digits
      WHERE counts AND since IS NOT NULL AND (span = 'M' OR isfinite(since)) AND digits <= length(region_code)
      GROUP BY 1, 2, 3, 4, row_keys HAVING sum(sign * amount) <> 0) AS cells
        ON CONFLICT (place, what, span, since, hash, slot) DO UPDATE SET n = known.n + excluded.n
        RETURNING ctid, n
      ) SELECT array_agg(ctid) FILTER (WHERE n = 0) INTO emptied FROM kept;
      IF emptied IS NOT NULL THEN DELETE FROM case_handled_ahead WHERE ctid = ANY(emptied) AND n = 0 AND slot = free; END IF;
      RETURN NULL;
    END $$`);
    await db.query(`
      CREATE FUNCTION case_handled_ahead_on_update() RETURNS trigger LANGUAGE plpgsql SET search_path = enforcement AS $$
    #variable_conflict use_column
    DECLARE
      free integer := 0;
      emptied tid[];
    BEGIN
      WHILE NOT pg_try_advisory_xact_lock(hashtext('enforcement case_handled_ahead'), free) LOOP free := free + 1; END LOOP;
      WITH kept AS (
        INSERT INTO case_handled_ahead AS known (place, what, span, since, hash, keys, n, slot)
        SELECT place, what, span, since, hash, keys, n, free FROM (SELECT left(region_code, digits) AS place, counted.what, span, since, md5(row_keys::text)::uuid AS hash, row_keys AS keys, sum(sign * amount) AS n
      FROM (SELECT *, ARRAY[department_kind]::varchar[] AS row_keys FROM (SELECT 1 AS sign, * FROM added UNION ALL SELECT -1, * FROM removed) AS changed WHERE true) AS changed,
        LATERAL (VALUES ('FILED', true, filing_date, (1)::numeric), ('DECIDED', true, decided_on, (1)::numeric), ('ON_TIME', decided_on_time, decided_on, (1)::numeric)) AS counted (what, counts, day, amount),
        LATERAL (VALUES ('M', date_trunc('month', day)::date), ('D', day)) AS cell (span, since),
        unnest(ARRAY[0, 2, 4, 6, 9, 12]) AS digits
      WHERE counts AND since IS NOT NULL AND (span = 'M' OR isfinite(since)) AND digits <= length(region_code)
      GROUP BY 1, 2, 3, 4, row_keys HAVING sum(sign * amount) <> 0) AS cells
        ON CONFLICT (place, what, span, since, hash, slot) DO UPDATE SET n = known.n + excluded.n
        RETURNING ctid, n
      ) SELECT array_agg(ctid) FILTER (WHERE n = 0) INTO emptied FROM kept;
      IF emptied IS NOT NULL THEN DELETE FROM case_handled_ahead WHERE ctid = ANY(emptied) AND n = 0 AND slot = free; END IF;
      RETURN NULL;
    END $$`);
    await db.query(`
      CREATE FUNCTION case_handled_ahead_on_delete() RETURNS trigger LANGUAGE plpgsql SET search_path = enforcement AS $$
    #variable_conflict use_column
    DECLARE
      free integer := 0;
      emptied tid[];
    BEGIN
      WHILE NOT pg_try_advisory_xact_lock(hashtext('enforcement case_handled_ahead'), free) LOOP free := free + 1; END LOOP;
      WITH kept AS (
        INSERT INTO case_handled_ahead AS known (place, what, span, since, hash, keys, n, slot)
        SELECT place, what, span, since, hash, keys, n, free FROM (SELECT left(region_code, digits) AS place, counted.what, span, since, md5(row_keys::text)::uuid AS hash, row_keys AS keys, sum(sign * amount) AS n
      FROM (SELECT *, ARRAY[department_kind]::varchar[] AS row_keys FROM (SELECT -1 AS sign, * FROM removed) AS changed WHERE true) AS changed,
        LATERAL (VALUES ('FILED', true, filing_date, (1)::numeric), ('DECIDED', true, decided_on, (1)::numeric), ('ON_TIME', decided_on_time, decided_on, (1)::numeric)) AS counted (what, counts, day, amount),
        LATERAL (VALUES ('M', date_trunc('month', day)::date), ('D', day)) AS cell (span, since),
        unnest(ARRAY[0, 2, 4, 6, 9, 12]) AS digits
      WHERE counts AND since IS NOT NULL AND (span = 'M' OR isfinite(since)) AND digits <= length(region_code)
      GROUP BY 1, 2, 3, 4, row_keys HAVING sum(sign * amount) <> 0) AS cells
        ON CONFLICT (place, what, span, since, hash, slot) DO UPDATE SET n = known.n + excluded.n
        RETURNING ctid, n
      ) SELECT array_agg(ctid) FILTER (WHERE n = 0) INTO emptied FROM kept;
      IF emptied IS NOT NULL THEN DELETE FROM case_handled_ahead WHERE ctid = ANY(emptied) AND n = 0 AND slot = free; END IF;
      RETURN NULL;
    END $$`);
    await db.query(`
      CREATE TRIGGER case_handled_ahead_on_insert AFTER INSERT ON enforcement_case REFERENCING NEW TABLE AS added
      FOR EACH STATEMENT EXECUTE FUNCTION case_handled_ahead_on_insert()`);
    await db.query(`
      CREATE TRIGGER case_handled_ahead_on_update AFTER UPDATE ON enforcement_case REFERENCING OLD TABLE AS removed NEW TABLE AS added
      FOR EACH STATEMENT EXECUTE FUNCTION case_handled_ahead_on_update()`);
    await db.query(`
      CREATE TRIGGER case_handled_ahead_on_delete AFTER DELETE ON enforcement_case REFERENCING OLD TABLE AS removed
      FOR EACH STATEMENT EXECUTE FUNCTION case_handled_ahead_on_delete()`);
    await db.query(`
      INSERT INTO case_handled_ahead (place, what, span, since, hash, keys, n, slot)
      SELECT place, what, span, since, hash, keys, n, 0 FROM (SELECT left(region_code, digits) AS place, counted.what, span, since, md5(row_keys::text)::uuid AS hash, row_keys AS keys, sum(sign * amount) AS n
      FROM (SELECT *, ARRAY[department_kind]::varchar[] AS row_keys FROM (SELECT 1 AS sign, * FROM enforcement_case) AS changed WHERE true) AS changed,
        LATERAL (VALUES ('FILED', true, filing_date, (1)::numeric), ('DECIDED', true, decided_on, (1)::numeric), ('ON_TIME', decided_on_time, decided_on, (1)::numeric)) AS counted (what, counts, day, amount),
        LATERAL (VALUES ('M', date_trunc('month', day)::date), ('D', day)) AS cell (span, since),
        unnest(ARRAY[0, 2, 4, 6, 9, 12]) AS digits
      WHERE counts AND since IS NOT NULL AND (span = 'M' OR isfinite(since)) AND digits <= length(region_code)
      GROUP BY 1, 2, 3, 4, row_keys HAVING sum(sign * amount) <> 0) AS cells`);
    await db.query(`ANALYZE case_handled_ahead`);
    await db.query(`DROP TABLE IF EXISTS penalty_fine_ahead`);
    await db.query(`DROP FUNCTION IF EXISTS penalty_fine_ahead_on_insert CASCADE`);
    await db.query(`DROP FUNCTION IF EXISTS penalty_fine_ahead_on_update CASCADE`);
    await db.query(`DROP FUNCTION IF EXISTS penalty_fine_ahead_on_delete CASCADE`);
    await db.query(`
      CREATE TABLE penalty_fine_ahead (
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
      CREATE FUNCTION penalty_fine_ahead_on_insert() RETURNS trigger LANGUAGE plpgsql SET search_path = enforcement AS $$
    #variable_conflict use_column
    DECLARE
      free integer := 0;
      emptied tid[];
    BEGIN
      WHILE NOT pg_try_advisory_xact_lock(hashtext('enforcement penalty_fine_ahead'), free) LOOP free := free + 1; END LOOP;
      WITH kept AS (
        INSERT INTO penalty_fine_ahead AS known (place, what, span, since, hash, keys, n, slot)
        SELECT place, what, span, since, hash, keys, n, free FROM (SELECT left(region_code, digits) AS place, counted.what, span, since, md5(row_keys::text)::uuid AS hash, row_keys AS keys, sum(sign * amount) AS n
      FROM (SELECT *, ARRAY[department_kind]::varchar[] AS row_keys FROM (SELECT 1 AS sign, * FROM added) AS changed WHERE withdrawn_on IS NULL AND fine IS NOT NULL) AS changed,
        LATERAL (VALUES ('FINES', true, decided_on, (fine)::numeric)) AS counted (what, counts, day, amount),
        LATERAL (VALUES ('M', date_trunc('month', day)::date), ('D', day)) AS cell (span, since),
        unnest(ARRAY[0, 2, 4, 6, 9, 12]) AS digits
      WHERE counts AND since IS NOT NULL AND (span = 'M' OR isfinite(since)) AND digits <= length(region_code)
      GROUP BY 1, 2, 3, 4, row_keys HAVING sum(sign * amount) <> 0) AS cells
        ON CONFLICT (place, what, span, since, hash, slot) DO UPDATE SET n = known.n + excluded.n
        RETURNING ctid, n
      ) SELECT array_agg(ctid) FILTER (WHERE n = 0) INTO emptied FROM kept;
      IF emptied IS NOT NULL THEN DELETE FROM penalty_fine_ahead WHERE ctid = ANY(emptied) AND n = 0 AND slot = free; END IF;
      RETURN NULL;
    END $$`);
    await db.query(`
      CREATE FUNCTION penalty_fine_ahead_on_update() RETURNS trigger LANGUAGE plpgsql SET search_path = enforcement AS $$
    #variable_conflict use_column
    DECLARE
      free integer := 0;
      emptied tid[];
    BEGIN
      WHILE NOT pg_try_advisory_xact_lock(hashtext('enforcement penalty_fine_ahead'), free) LOOP free := free + 1; END LOOP;
      WITH kept AS (
        INSERT INTO penalty_fine_ahead AS known (place, what, span, since, hash, keys, n, slot)
        SELECT place, what, span, since, hash, keys, n, free FROM (SELECT left(region_code, digits) AS place, counted.what, span, since, md5(row_keys::text)::uuid AS hash, row_keys AS keys, sum(sign * amount) AS n
      FROM (SELECT *, ARRAY[department_kind]::varchar[] AS row_keys FROM (SELECT 1 AS sign, * FROM added UNION ALL SELECT -1, * FROM removed) AS changed WHERE withdrawn_on IS NULL AND fine IS NOT NULL) AS changed,
        LATERAL (VALUES ('FINES', true, decided_on, (fine)::numeric)) AS counted (what, counts, day, amount),
        LATERAL (VALUES ('M', date_trunc('month', day)::date), ('D', day)) AS cell (span, since),
        unnest(ARRAY[0, 2, 4, 6, 9, 12]) AS digits
      WHERE counts AND since IS NOT NULL AND (span = 'M' OR isfinite(since)) AND digits <= length(region_code)
      GROUP BY 1, 2, 3, 4, row_keys HAVING sum(sign * amount) <> 0) AS cells
        ON CONFLICT (place, what, span, since, hash, slot) DO UPDATE SET n = known.n + excluded.n
        RETURNING ctid, n
      ) SELECT array_agg(ctid) FILTER (WHERE n = 0) INTO emptied FROM kept;
      IF emptied IS NOT NULL THEN DELETE FROM penalty_fine_ahead WHERE ctid = ANY(emptied) AND n = 0 AND slot = free; END IF;
      RETURN NULL;
    END $$`);
    await db.query(`
      CREATE FUNCTION penalty_fine_ahead_on_delete() RETURNS trigger LANGUAGE plpgsql SET search_path = enforcement AS $$
    #variable_conflict use_column
    DECLARE
      free integer := 0;
      emptied tid[];
    BEGIN
      WHILE NOT pg_try_advisory_xact_lock(hashtext('enforcement penalty_fine_ahead'), free) LOOP free := free + 1; END LOOP;
      WITH kept AS (
        INSERT INTO penalty_fine_ahead AS known (place, what, span, since, hash, keys, n, slot)
        SELECT place, what, span, since, hash, keys, n, free FROM (SELECT left(region_code, digits) AS place, counted.what, span, since, md5(row_keys::text)::uuid AS hash, row_keys AS keys, sum(sign * amount) AS n
      FROM (SELECT *, ARRAY[department_kind]::varchar[] AS row_keys FROM (SELECT -1 AS sign, * FROM removed) AS changed WHERE withdrawn_on IS NULL AND fine IS NOT NULL) AS changed,
        LATERAL (VALUES ('FINES', true, decided_on, (fine)::numeric)) AS counted (what, counts, day, amount),
        LATERAL (VALUES ('M', date_trunc('month', day)::date), ('D', day)) AS cell (span, since),
        unnest(ARRAY[0, 2, 4, 6, 9, 12]) AS digits
      WHERE counts AND since IS NOT NULL AND (span = 'M' OR isfinite(since)) AND digits <= length(region_code)
      GROUP BY 1, 2, 3, 4, row_keys HAVING sum(sign * amount) <> 0) AS cells
        ON CONFLICT (place, what, span, since, hash, slot) DO UPDATE SET n = known.n + excluded.n
        RETURNING ctid, n
      ) SELECT array_agg(ctid) FILTER (WHERE n = 0) INTO emptied FROM kept;
      IF emptied IS NOT NULL THEN DELETE FROM penalty_fine_ahead WHERE ctid = ANY(emptied) AND n = 0 AND slot = free; END IF;
      RETURN NULL;
    END $$`);
    await db.query(`
      CREATE TRIGGER penalty_fine_ahead_on_insert AFTER INSERT ON penalty_decision REFERENCING NEW TABLE AS added
      FOR EACH STATEMENT EXECUTE FUNCTION penalty_fine_ahead_on_insert()`);
    await db.query(`
      CREATE TRIGGER penalty_fine_ahead_on_update AFTER UPDATE ON penalty_decision REFERENCING OLD TABLE AS removed NEW TABLE AS added
      FOR EACH STATEMENT EXECUTE FUNCTION penalty_fine_ahead_on_update()`);
    await db.query(`
      CREATE TRIGGER penalty_fine_ahead_on_delete AFTER DELETE ON penalty_decision REFERENCING OLD TABLE AS removed
      FOR EACH STATEMENT EXECUTE FUNCTION penalty_fine_ahead_on_delete()`);
    await db.query(`
      INSERT INTO penalty_fine_ahead (place, what, span, since, hash, keys, n, slot)
      SELECT place, what, span, since, hash, keys, n, 0 FROM (SELECT left(region_code, digits) AS place, counted.what, span, since, md5(row_keys::text)::uuid AS hash, row_keys AS keys, sum(sign * amount) AS n
      FROM (SELECT *, ARRAY[department_kind]::varchar[] AS row_keys FROM (SELECT 1 AS sign, * FROM penalty_decision) AS changed WHERE withdrawn_on IS NULL AND fine IS NOT NULL) AS changed,
        LATERAL (VALUES ('FINES', true, decided_on, (fine)::numeric)) AS counted (what, counts, day, amount),
        LATERAL (VALUES ('M', date_trunc('month', day)::date), ('D', day)) AS cell (span, since),
        unnest(ARRAY[0, 2, 4, 6, 9, 12]) AS digits
      WHERE counts AND since IS NOT NULL AND (span = 'M' OR isfinite(since)) AND digits <= length(region_code)
      GROUP BY 1, 2, 3, 4, row_keys HAVING sum(sign * amount) <> 0) AS cells`);
    await db.query(`ANALYZE penalty_fine_ahead`);
  }

  async down(): Promise<void> {
    throw new Error('a migration is not undone: restore the backup');
  }
}
