import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CountInspectionsForRankings1795831200063 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE IF EXISTS supervisory_inspection_ahead`);
    await db.query(`DROP FUNCTION IF EXISTS supervisory_inspection_ahead_on_insert CASCADE`);
    await db.query(`DROP FUNCTION IF EXISTS supervisory_inspection_ahead_on_update CASCADE`);
    await db.query(`DROP FUNCTION IF EXISTS supervisory_inspection_ahead_on_delete CASCADE`);
    await db.query(`
      CREATE TABLE supervisory_inspection_ahead (
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
      CREATE FUNCTION supervisory_inspection_ahead_on_insert() RETURNS trigger LANGUAGE plpgsql SET search_path = enforcement AS $$
    #variable_conflict use_column
    DECLARE
      free integer := 0;
      emptied tid[];
    BEGIN
      WHILE NOT pg_try_advisory_xact_lock(hashtext('enforcement supervisory_inspection_ahead'), free) LOOP free := free + 1; END LOOP;
      WITH kept AS (
        INSERT INTO supervisory_inspection_ahead AS known (place, what, span, since, hash, keys, n, slot)
        SELECT place, what, span, since, hash, keys, n, free FROM (SELECT left(region_code, digits) AS place, counted.what, span, since, md5(row_keys::text)::uuid AS hash, row_keys AS keys, sum(sign * amount) AS n
      FROM (SELECT *, ARRAY[department_kind]::varchar[] AS row_keys FROM (SELECT 1 AS sign, * FROM added) AS changed WHERE duplicate_of IS NULL) AS changed,
        LATERAL (VALUES ('INSPECTED', true, inspected_on, (1)::numeric), ('FOUND', findings > 0, inspected_on, (1)::numeric), ('FOLLOWED_UP', findings > 0 AND coalesce(case_number, hazard_number) IS NOT NULL, inspected_on, (1)::numeric)) AS counted (what, counts, day, amount),
        LATERAL (VALUES ('M', date_trunc('month', day)::date), ('D', day)) AS cell (span, since),
        unnest(ARRAY[0, 2, 4, 6, 9, 12]) AS digits
      WHERE counts AND since IS NOT NULL AND (span = 'M' OR isfinite(since)) AND digits <= length(region_code)
      GROUP BY 1, 2, 3, 4, row_keys HAVING sum(sign * amount) <> 0) AS cells
        ON CONFLICT (place, what, span, since, hash, slot) DO UPDATE SET n = known.n + excluded.n
        RETURNING ctid, n
      ) SELECT array_agg(ctid) FILTER (WHERE n = 0) INTO emptied FROM kept;
      IF emptied IS NOT NULL THEN DELETE FROM supervisory_inspection_ahead WHERE ctid = ANY(emptied) AND n = 0 AND slot = free; END IF;
      RETURN NULL;
    END $$`);
    await db.query(`
      CREATE FUNCTION supervisory_inspection_ahead_on_update() RETURNS trigger LANGUAGE plpgsql SET search_path = enforcement AS $$
    #variable_conflict use_column
    DECLARE
      free integer := 0;
      emptied tid[];
    BEGIN
      WHILE NOT pg_try_advisory_xact_lock(hashtext('enforcement supervisory_inspection_ahead'), free) LOOP free := free + 1; END LOOP;
      WITH kept AS (
        INSERT INTO supervisory_inspection_ahead AS known (place, what, span, since, hash, keys, n, slot)
        SELECT place, what, span, since, hash, keys, n, free FROM (SELECT left(region_code, digits) AS place, counted.what, span, since, md5(row_keys::text)::uuid AS hash, row_keys AS keys, sum(sign * amount) AS n
      FROM (SELECT *, ARRAY[department_kind]::varchar[] AS row_keys FROM (SELECT 1 AS sign, * FROM added UNION ALL SELECT -1, * FROM removed) AS changed WHERE duplicate_of IS NULL) AS changed,
        LATERAL (VALUES ('INSPECTED', true, inspected_on, (1)::numeric), ('FOUND', findings > 0, inspected_on, (1)::numeric), ('FOLLOWED_UP', findings > 0 AND coalesce(case_number, hazard_number) IS NOT NULL, inspected_on, (1)::numeric)) AS counted (what, counts, day, amount),
        LATERAL (VALUES ('M', date_trunc('month', day)::date), ('D', day)) AS cell (span, since),
        unnest(ARRAY[0, 2, 4, 6, 9, 12]) AS digits
      WHERE counts AND since IS NOT NULL AND (span = 'M' OR isfinite(since)) AND digits <= length(region_code)
      GROUP BY 1, 2, 3, 4, row_keys HAVING sum(sign * amount) <> 0) AS cells
        ON CONFLICT (place, what, span, since, hash, slot) DO UPDATE SET n = known.n + excluded.n
        RETURNING ctid, n
      ) SELECT array_agg(ctid) FILTER (WHERE n = 0) INTO emptied FROM kept;
      IF emptied IS NOT NULL THEN DELETE FROM supervisory_inspection_ahead WHERE ctid = ANY(emptied) AND n = 0 AND slot = free; END IF;
      RETURN NULL;
    END $$`);
    await db.query(`
      CREATE FUNCTION supervisory_inspection_ahead_on_delete() RETURNS trigger LANGUAGE plpgsql SET search_path = enforcement AS $$
    #variable_conflict use_column
    DECLARE
      free integer := 0;
      emptied tid[];
    BEGIN
      WHILE NOT pg_try_advisory_xact_lock(hashtext('enforcement supervisory_inspection_ahead'), free) LOOP free := free + 1; END LOOP;
      WITH kept AS (
        INSERT INTO supervisory_inspection_ahead AS known (place, what, span, since, hash, keys, n, slot)
        SELECT place, what, span, since, hash, keys, n, free FROM (SELECT left(region_code, digits) AS place, counted.what, span, since, md5(row_keys::text)::uuid AS hash, row_keys AS keys, sum(sign * amount) AS n
      FROM (SELECT *, ARRAY[department_kind]::varchar[] AS row_keys FROM (SELECT -1 AS sign, * FROM removed) AS changed WHERE duplicate_of IS NULL) AS changed,
        LATERAL (VALUES ('INSPECTED', true, inspected_on, (1)::numeric), ('FOUND', findings > 0, inspected_on, (1)::numeric), ('FOLLOWED_UP', findings > 0 AND coalesce(case_number, hazard_number) IS NOT NULL, inspected_on, (1)::numeric)) AS counted (what, counts, day, amount),
        LATERAL (VALUES ('M', date_trunc('month', day)::date), ('D', day)) AS cell (span, since),
        unnest(ARRAY[0, 2, 4, 6, 9, 12]) AS digits
      WHERE counts AND since IS NOT NULL AND (span = 'M' OR isfinite(since)) AND digits <= length(region_code)
      GROUP BY 1, 2, 3, 4, row_keys HAVING sum(sign * amount) <> 0) AS cells
        ON CONFLICT (place, what, span, since, hash, slot) DO UPDATE SET n = known.n + excluded.n
        RETURNING ctid, n
      ) SELECT array_agg(ctid) FILTER (WHERE n = 0) INTO emptied FROM kept;
      IF emptied IS NOT NULL THEN DELETE FROM supervisory_inspection_ahead WHERE ctid = ANY(emptied) AND n = 0 AND slot = free; END IF;
      RETURN NULL;
    END $$`);
    await db.query(`
      CREATE TRIGGER supervisory_inspection_ahead_on_insert AFTER INSERT ON supervisory_inspection REFERENCING NEW TABLE AS added
      FOR EACH STATEMENT EXECUTE FUNCTION supervisory_inspection_ahead_on_insert()`);
    await db.query(`
      CREATE TRIGGER supervisory_inspection_ahead_on_update AFTER UPDATE ON supervisory_inspection REFERENCING OLD TABLE AS removed NEW TABLE AS added
      FOR EACH STATEMENT EXECUTE FUNCTION supervisory_inspection_ahead_on_update()`);
    await db.query(`
      CREATE TRIGGER supervisory_inspection_ahead_on_delete AFTER DELETE ON supervisory_inspection REFERENCING OLD TABLE AS removed
      FOR EACH STATEMENT EXECUTE FUNCTION supervisory_inspection_ahead_on_delete()`);
    await db.query(`
      INSERT INTO supervisory_inspection_ahead (place, what, span, since, hash, keys, n, slot)
      SELECT place, what, span, since, hash, keys, n, 0 FROM (SELECT left(region_code, digits) AS place, counted.what, span, since, md5(row_keys::text)::uuid AS hash, row_keys AS keys, sum(sign * amount) AS n
      FROM (SELECT *, ARRAY[department_kind]::varchar[] AS row_keys FROM (SELECT 1 AS sign, * FROM supervisory_inspection) AS changed WHERE duplicate_of IS NULL) AS changed,
        LATERAL (VALUES ('INSPECTED', true, inspected_on, (1)::numeric), ('FOUND', findings > 0, inspected_on, (1)::numeric), ('FOLLOWED_UP', findings > 0 AND coalesce(case_number, hazard_number) IS NOT NULL, inspected_on, (1)::numeric)) AS counted (what, counts, day, amount),
        LATERAL (VALUES ('M', date_trunc('month', day)::date), ('D', day)) AS cell (span, since),
        unnest(ARRAY[0, 2, 4, 6, 9, 12]) AS digits
      WHERE counts AND since IS NOT NULL AND (span = 'M' OR isfinite(since)) AND digits <= length(region_code)
      GROUP BY 1, 2, 3, 4, row_keys HAVING sum(sign * amount) <> 0) AS cells`);
    await db.query(`ANALYZE supervisory_inspection_ahead`);
  }

  async down(): Promise<void> {
    throw new Error('a migration is not undone: restore the backup');
  }
}
