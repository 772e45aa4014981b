import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Feeds of what is published (docs/decisions/0014), for any table: each has a row in `feed`, and a function `said_<name>`
 * that says what of some rows is published. Triggers on the table note what was touched, and at the commit all of it is told
 * at once, in a time that grows in a line. The feed's row is locked until the commit is seen by everyone, so that the numbers
 * are given in the order of the commits. Nothing that was written about
 * a subject is kept here: a line is read from its row, while that is published.
 */
export class KeepFeeds1795800100000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const statement of [TABLES, HASHES, TELL, TOUCH, TURN, RETIRE, BEGIN]) await db.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('a migration is not undone: restore the backup');
  }
}

const TABLES = `
  CREATE TABLE feed (
    name varchar(40) COLLATE "C" PRIMARY KEY,
    epoch varchar(36) NOT NULL DEFAULT gen_random_uuid()::text,
    sequence bigint NOT NULL DEFAULT 0,
    removed_at bigint NOT NULL DEFAULT 0,
    oldest bigint NOT NULL DEFAULT 0,
    oldest_at timestamptz,
    listed integer NOT NULL DEFAULT 0,
    bytes bigint NOT NULL DEFAULT 0,
    root bytea NOT NULL,
    changed_at timestamptz NOT NULL DEFAULT now(),
    changed_by xid8 NOT NULL DEFAULT pg_current_xact_id(),
    alone boolean NOT NULL DEFAULT false
  );
  CREATE TABLE feed_change (
    feed varchar(40) COLLATE "C", sequence bigint, PRIMARY KEY (feed, sequence),
    kind varchar(8) COLLATE "C" NOT NULL,
    at timestamptz NOT NULL,
    record_id varchar(130) COLLATE "C" NOT NULL,
    uscc varchar(18) COLLATE "C",
    reason varchar(12) COLLATE "C",
    expired_on date
  );
  CREATE INDEX feed_change_by_time ON feed_change (feed, at);
  CREATE FUNCTION record_bucket(id text) RETURNS integer IMMUTABLE LANGUAGE sql RETURN
    get_byte(sha256(convert_to(id, 'UTF8')), 0) * 256 + get_byte(sha256(convert_to(id, 'UTF8')), 1);
  CREATE TABLE feed_published (
    feed varchar(40) COLLATE "C", record_id varchar(130) COLLATE "C", PRIMARY KEY (feed, record_id),
    bucket integer NOT NULL GENERATED ALWAYS AS (record_bucket(record_id)) STORED,
    line_hash bytea NOT NULL,
    line_bytes integer NOT NULL,
    uscc varchar(18) COLLATE "C",
    expires_on date,
    listed_at bigint NOT NULL
  );
  CREATE INDEX feed_published_by_expiry ON feed_published (feed, expires_on);
  CREATE INDEX feed_published_by_bucket ON feed_published (feed, bucket, record_id) INCLUDE (line_hash);
  -- what is to be published on a day that is ahead
  CREATE TABLE feed_ahead (
    feed varchar(40) COLLATE "C", record_id varchar(130) COLLATE "C", PRIMARY KEY (feed, record_id),
    due_on date NOT NULL
  );
  CREATE INDEX feed_ahead_by_day ON feed_ahead (feed, due_on);
  -- of this transaction only: at its commit nothing is left here
  CREATE TABLE feed_touched (
    nth bigint GENERATED ALWAYS AS IDENTITY,
    feed varchar(40) COLLATE "C" NOT NULL,
    record_id varchar(130) COLLATE "C" NOT NULL,
    is_first boolean NOT NULL
  );
  CREATE TABLE feed_row (
    feed varchar(40) COLLATE "C", number integer, PRIMARY KEY (feed, number),
    buckets bytea NOT NULL,
    hash bytea NOT NULL
  )`;

/** The hash tree of docs/feed.md: each touched bucket is hashed once, and the two nodes above it. What stands of a row is fetched once. */
const HASHES = `
  CREATE FUNCTION feed_root(of_feed varchar) RETURNS bytea STABLE LANGUAGE sql SET search_path FROM CURRENT RETURN (
    SELECT sha256('\\x01'::bytea || string_agg(coalesce(hash, empty.hash_of_none), ''::bytea ORDER BY at))
    FROM generate_series(0, 255) AS at LEFT JOIN feed_row ON feed = of_feed AND number = at,
      (SELECT sha256('\\x01'::bytea || string_agg(sha256('\\x00'::bytea), ''::bytea)) AS hash_of_none FROM generate_series(0, 255)) AS empty);
  CREATE FUNCTION feed_hash(of_feed varchar, touched integer[]) RETURNS void LANGUAGE sql SET search_path FROM CURRENT AS $$
    WITH leaf AS MATERIALIZED (
      SELECT touch.bucket, sha256('\\x00'::bytea || coalesce(string_agg(known.line_hash, ''::bytea ORDER BY known.record_id), ''::bytea)) AS hash
      FROM unnest(touched) AS touch (bucket) LEFT JOIN feed_published AS known ON known.feed = of_feed AND known.bucket = touch.bucket GROUP BY touch.bucket),
    before AS MATERIALIZED (
      SELECT number, (SELECT buckets || ''::bytea FROM feed_row WHERE feed = of_feed AND feed_row.number = row.number) AS buckets
      FROM (SELECT DISTINCT bucket / 256 AS number FROM leaf) AS row),
    piece AS MATERIALIZED (
      SELECT number, at, substring(buckets FROM 1 + 32 * at FOR 32) AS hash FROM before CROSS JOIN generate_series(0, 255) AS at),
    changed AS (
      SELECT number, string_agg(coalesce(leaf.hash, piece.hash, sha256('\\x00'::bytea)), ''::bytea ORDER BY at) AS buckets
      FROM piece LEFT JOIN leaf ON leaf.bucket = number * 256 + at GROUP BY number)
    INSERT INTO feed_row SELECT of_feed, number, buckets, sha256('\\x01'::bytea || buckets) FROM changed
    ON CONFLICT (feed, number) DO UPDATE SET buckets = excluded.buckets, hash = excluded.hash;
    UPDATE feed SET root = feed_root(of_feed) WHERE name = of_feed;
  $$;
  CREATE FUNCTION feed_moment(at timestamptz) RETURNS text IMMUTABLE LANGUAGE sql RETURN ((extract(epoch FROM at) * 1000000)::bigint)::text;
  CREATE FUNCTION feed_mark(of_feed varchar, place bigint) RETURNS text STABLE LANGUAGE sql SET search_path FROM CURRENT RETURN coalesce((
    SELECT feed_moment(made.at) FROM (
      SELECT at FROM feed_change WHERE feed = of_feed AND sequence = place
      UNION ALL SELECT oldest_at FROM feed WHERE name = of_feed AND oldest = place
    ) AS made LIMIT 1), '')`;

/**
 * What touched records mean for their feed, compared with what it has told of them, so that a record that is written twice,
 * or without a change, is harmless. Without a line, before its day and after its term a record is not published.
 */
const TELL = `
  CREATE FUNCTION china_today() RETURNS date STABLE LANGUAGE sql RETURN (clock_timestamp() AT TIME ZONE 'Asia/Shanghai')::date;
  CREATE TYPE feed_saying AS (record_id varchar, line text, uscc varchar, since date, until date, why varchar);
  CREATE FUNCTION feed_said(of_feed varchar, keys varchar[]) RETURNS SETOF feed_saying STABLE LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
  BEGIN
    RETURN QUERY EXECUTE format('SELECT * FROM %I($1)', 'said_' || of_feed) USING keys;
  END $$;
  CREATE FUNCTION feed_tell(of_feed varchar, keys varchar[], today date) RETURNS void LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
  DECLARE
    moment timestamptz := clock_timestamp();
    touched integer[];
  BEGIN
    PERFORM 1 FROM feed WHERE name = of_feed FOR UPDATE;
    WITH said AS MATERIALIZED (
      SELECT nth, key AS record_id, said.uscc, said.since, said.until, said.why, said.line IS NOT NULL AND said.since > today AS is_ahead,
        CASE WHEN said.since > today OR said.until < today THEN NULL ELSE said.line END AS line
      FROM unnest(keys) WITH ORDINALITY AS touch (key, nth) LEFT JOIN feed_said(of_feed, keys) AS said ON said.record_id = key),
    later AS (
      INSERT INTO feed_ahead SELECT of_feed, record_id, since FROM said WHERE is_ahead
      ON CONFLICT (feed, record_id) DO UPDATE SET due_on = excluded.due_on),
    come AS (
      DELETE FROM feed_ahead AS known USING said WHERE known.feed = of_feed AND known.record_id = said.record_id AND is_ahead IS NOT TRUE),
    compared AS MATERIALIZED (
      SELECT said.*, sha256(convert_to(line, 'UTF8')) AS hash, octet_length(line) + 1 AS size, known.record_id IS NOT NULL AS was_there,
        known.line_hash AS former_hash, known.line_bytes AS former_size, known.uscc AS former_uscc, known.expires_on AS former_term
      FROM said LEFT JOIN feed_published AS known ON known.feed = of_feed AND known.record_id = said.record_id),
    change AS MATERIALIZED (
      SELECT compared.*, feed.sequence + row_number() OVER (ORDER BY nth) AS place,
        CASE WHEN line IS NULL THEN 'REMOVED' WHEN was_there THEN 'AMENDED' ELSE 'LISTED' END AS kind,
        CASE WHEN line IS NOT NULL THEN NULL WHEN why IS NULL AND coalesce(until, former_term) < today THEN 'EXPIRED' ELSE coalesce(why, 'WITHDRAWN') END AS reason
      FROM compared JOIN feed ON feed.name = of_feed
      WHERE CASE WHEN line IS NULL THEN was_there ELSE former_hash IS DISTINCT FROM hash OR former_term IS DISTINCT FROM until END),
    told AS (
      INSERT INTO feed_change (feed, sequence, kind, at, record_id, uscc, reason, expired_on)
      SELECT of_feed, place, kind, clock_timestamp(), record_id, CASE WHEN line IS NULL THEN coalesce(uscc, former_uscc) ELSE uscc END, reason,
        CASE reason WHEN 'EXPIRED' THEN coalesce(until, former_term) END FROM change ORDER BY place),
    gone AS (
      DELETE FROM feed_published AS known USING change WHERE kind = 'REMOVED' AND known.feed = of_feed AND known.record_id = change.record_id),
    shown AS (
      INSERT INTO feed_published (feed, record_id, line_hash, line_bytes, uscc, expires_on, listed_at)
      SELECT of_feed, record_id, hash, size, uscc, until, place FROM change WHERE kind <> 'REMOVED'
      ON CONFLICT (feed, record_id) DO UPDATE SET line_hash = excluded.line_hash, line_bytes = excluded.line_bytes,
        uscc = excluded.uscc, expires_on = excluded.expires_on),
    head AS (
      UPDATE feed SET sequence = last, removed_at = coalesce(removed, removed_at), listed = listed + more, bytes = bytes + sums.size,
        changed_at = greatest(changed_at, moment), changed_by = pg_current_xact_id(),
        alone = CASE WHEN changed_by = pg_current_xact_id() THEN alone ELSE date_trunc('second', moment) > date_trunc('second', changed_at) END
      FROM (SELECT max(place) AS last, max(place) FILTER (WHERE kind = 'REMOVED') AS removed,
          (count(*) FILTER (WHERE kind = 'LISTED') - count(*) FILTER (WHERE kind = 'REMOVED'))::integer AS more,
          sum(coalesce(size, 0) - coalesce(former_size, 0)) AS size FROM change) AS sums
      WHERE name = of_feed AND last IS NOT NULL)
    SELECT array_agg(DISTINCT record_bucket(record_id)) INTO touched FROM change;
    IF touched IS NOT NULL THEN PERFORM feed_hash(of_feed, touched); END IF;
  END $$`;

/** The first touch of a transaction has all of them told at its commit. */
const TOUCH = `
  CREATE FUNCTION feed_touch(of_feed varchar, record varchar) RETURNS void LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
  DECLARE
    noted CONSTANT text := 'onematter.touched_' || of_feed;
    is_first boolean := coalesce(current_setting(noted, true), '') = '';
  BEGIN
    IF is_first THEN PERFORM set_config(noted, 'yes', true); END IF;
    INSERT INTO feed_touched (feed, record_id, is_first) VALUES (of_feed, record, is_first);
  END $$;
  CREATE FUNCTION feed_tell_touched() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
  DECLARE
    keys varchar[];
  BEGIN
    PERFORM set_config('onematter.touched_' || new.feed, '', true);
    WITH touch AS (DELETE FROM feed_touched WHERE feed = new.feed RETURNING record_id, nth)
    SELECT array_agg(record_id ORDER BY nth) INTO keys FROM (SELECT record_id, min(nth) AS nth FROM touch GROUP BY record_id) AS each;
    PERFORM feed_tell(new.feed, keys, china_today());
    RETURN NULL;
  END $$;
  CREATE CONSTRAINT TRIGGER feed_records_touched AFTER INSERT ON feed_touched DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW WHEN (new.is_first) EXECUTE FUNCTION feed_tell_touched()`;

/** What a day brings by itself: ends of terms, and days of publication. Returns how much was done; what is left is done when it is called again. */
const TURN = `
  CREATE FUNCTION feed_turn(of_feed varchar, today date, most integer) RETURNS integer LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
  DECLARE
    keys varchar[];
  BEGIN
    PERFORM 1 FROM feed WHERE name = of_feed FOR UPDATE;
    SELECT array_agg(record_id ORDER BY day, record_id) INTO keys FROM (
      (SELECT record_id, expires_on AS day FROM feed_published WHERE feed = of_feed AND expires_on < today ORDER BY expires_on, record_id LIMIT most)
      UNION ALL (SELECT record_id, due_on FROM feed_ahead WHERE feed = of_feed AND due_on <= today ORDER BY due_on, record_id LIMIT most)
      ORDER BY day, record_id LIMIT most) AS due;
    IF keys IS NULL THEN RETURN 0; END IF;
    PERFORM feed_tell(of_feed, keys, today);
    RETURN cardinality(keys);
  END $$;
  CREATE FUNCTION feed_is_due(of_feed varchar, today date) RETURNS boolean STABLE LANGUAGE sql SET search_path FROM CURRENT RETURN
    coalesce((SELECT min(expires_on) < today FROM feed_published WHERE feed = of_feed), false)
    OR coalesce((SELECT min(due_on) <= today FROM feed_ahead WHERE feed = of_feed), false)`;

/** Raises the floor: changes up to it are dropped, but for those that tell of what is still published. Returns the floor. */
const RETIRE = `
  CREATE FUNCTION feed_retire(of_feed varchar, before timestamptz) RETURNS bigint LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
  DECLARE
    floor bigint;
  BEGIN
    SELECT max(sequence) INTO floor FROM feed_change WHERE feed = of_feed AND at < before;
    UPDATE feed SET oldest = floor, oldest_at = (SELECT at FROM feed_change WHERE feed = of_feed AND sequence = floor)
    WHERE name = of_feed AND floor > oldest;
    SELECT oldest INTO floor FROM feed WHERE name = of_feed FOR UPDATE;
    DELETE FROM feed_change change WHERE feed = of_feed AND sequence <= floor AND NOT EXISTS (
      SELECT FROM feed_published known WHERE known.feed = of_feed AND known.record_id = change.record_id AND known.listed_at = change.sequence);
    RETURN floor;
  END $$`;

/** Begins the feed of a table, whose key is a text; the function that says what is published is there already. What is there is told of when the feed is first read, so many at once. */
const BEGIN = `
  CREATE FUNCTION feed_begin(of_feed varchar, of_table varchar, key varchar) RETURNS void LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
  BEGIN
    INSERT INTO feed (name, root) VALUES (of_feed, feed_root(of_feed));
    EXECUTE format('CREATE FUNCTION %1$I() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS
      $f$BEGIN PERFORM feed_touch(%2$L, coalesce(new.%3$I, old.%3$I)); RETURN NULL; END$f$', 'feed_' || of_feed, of_feed, key);
    EXECUTE format('CREATE TRIGGER %1$I AFTER INSERT OR UPDATE OR DELETE ON %2$I FOR EACH ROW EXECUTE FUNCTION %1$I()',
      'feed_' || of_feed, of_table);
    EXECUTE format('INSERT INTO feed_ahead SELECT %1$L, %2$I, ''-infinity'' FROM %3$I', of_feed, key, of_table);
  END $$`;
