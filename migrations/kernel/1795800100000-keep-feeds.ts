import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Feeds of what is published (docs/decisions/0014), for any table: each has a row in `feed`, and a function `follow_<name>`
 * that says what of a row is published; triggers on the table call it when a change commits. The feed's row is locked until
 * the commit is seen by everyone, so that the numbers are given in the order of the commits. Nothing that was written about
 * a subject is kept here: a line is read from its row, while that is published.
 */
export class KeepFeeds1795800100000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const statement of [TABLES, HASHES, APPEND, FOLLOW, TURN, RETIRE, BEGIN]) await db.query(statement);
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
  CREATE INDEX feed_published_by_bucket ON feed_published (feed, bucket, record_id);
  -- what is to be published on a day that is ahead
  CREATE TABLE feed_ahead (
    feed varchar(40) COLLATE "C", record_id varchar(130) COLLATE "C", PRIMARY KEY (feed, record_id),
    due_on date NOT NULL
  );
  CREATE INDEX feed_ahead_by_day ON feed_ahead (feed, due_on);
  CREATE TABLE feed_touched (feed varchar(40) COLLATE "C", bucket integer, PRIMARY KEY (feed, bucket));
  CREATE TABLE feed_row (
    feed varchar(40) COLLATE "C", number integer, PRIMARY KEY (feed, number),
    buckets bytea NOT NULL,
    hash bytea NOT NULL
  )`;

/** The hash tree of docs/feed.md: once a transaction each touched bucket is hashed, and the two nodes above it. */
const HASHES = `
  CREATE FUNCTION feed_root(of_feed varchar) RETURNS bytea STABLE LANGUAGE sql SET search_path FROM CURRENT RETURN (
    SELECT sha256('\\x01'::bytea || string_agg(coalesce(hash, empty.hash_of_none), ''::bytea ORDER BY at))
    FROM generate_series(0, 255) AS at LEFT JOIN feed_row ON feed = of_feed AND number = at,
      (SELECT sha256('\\x01'::bytea || string_agg(sha256('\\x00'::bytea), ''::bytea)) AS hash_of_none FROM generate_series(0, 255)) AS empty);
  CREATE FUNCTION feed_hash_touched() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
  BEGIN
    IF NOT EXISTS (SELECT FROM feed_touched WHERE feed = new.feed) THEN RETURN NULL; END IF;
    WITH touched AS (DELETE FROM feed_touched WHERE feed = new.feed RETURNING bucket),
    leaf AS (
      SELECT bucket, sha256('\\x00'::bytea || coalesce((
        SELECT string_agg(known.line_hash, ''::bytea ORDER BY known.record_id)
        FROM feed_published AS known WHERE known.feed = new.feed AND known.bucket = touched.bucket), ''::bytea)) AS hash
      FROM touched),
    changed AS (
      SELECT number, (
        SELECT string_agg(coalesce(leaf.hash, substring(before.buckets FROM 1 + 32 * at FOR 32), sha256('\\x00'::bytea)), ''::bytea ORDER BY at)
        FROM generate_series(0, 255) AS at LEFT JOIN leaf ON leaf.bucket = number * 256 + at
          LEFT JOIN feed_row AS before ON before.feed = new.feed AND before.number = rows.number) AS buckets
      FROM (SELECT DISTINCT bucket / 256 AS number FROM touched) AS rows)
    INSERT INTO feed_row SELECT new.feed, number, buckets, sha256('\\x01'::bytea || buckets) FROM changed
    ON CONFLICT (feed, number) DO UPDATE SET buckets = excluded.buckets, hash = excluded.hash;
    UPDATE feed SET root = feed_root(new.feed) WHERE name = new.feed;
    RETURN NULL;
  END $$;
  CREATE CONSTRAINT TRIGGER feed_bucket_touched AFTER INSERT ON feed_touched DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION feed_hash_touched();
  CREATE FUNCTION feed_moment(at timestamptz) RETURNS text IMMUTABLE LANGUAGE sql RETURN ((extract(epoch FROM at) * 1000000)::bigint)::text;
  CREATE FUNCTION feed_mark(of_feed varchar, place bigint) RETURNS text STABLE LANGUAGE sql SET search_path FROM CURRENT RETURN coalesce((
    SELECT feed_moment(made.at) FROM (
      SELECT at FROM feed_change WHERE feed = of_feed AND sequence = place
      UNION ALL SELECT oldest_at FROM feed WHERE name = of_feed AND oldest = place
    ) AS made LIMIT 1), '')`;

/** Appends a change and brings the feed's row and what is published to it, all in one transaction. */
const APPEND = `
  CREATE FUNCTION feed_append(of_feed varchar, change varchar, record varchar, line text, of_uscc varchar, until date, why varchar, expired date)
  RETURNS void LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
  DECLARE
    size integer := octet_length(line) + 1;
    moment timestamptz := clock_timestamp();
    before feed_published;
    place bigint;
  BEGIN
    SELECT * INTO before FROM feed_published WHERE feed = of_feed AND record_id = record;
    UPDATE feed SET sequence = sequence + 1,
      removed_at = CASE change WHEN 'REMOVED' THEN sequence + 1 ELSE removed_at END,
      listed = listed + CASE change WHEN 'LISTED' THEN 1 WHEN 'REMOVED' THEN -1 ELSE 0 END,
      bytes = bytes - coalesce(before.line_bytes, 0) + coalesce(size, 0),
      changed_at = greatest(changed_at, moment), changed_by = pg_current_xact_id(),
      alone = CASE WHEN changed_by = pg_current_xact_id() THEN alone ELSE date_trunc('second', moment) > date_trunc('second', changed_at) END
    WHERE name = of_feed RETURNING sequence INTO place;
    INSERT INTO feed_change VALUES (of_feed, place, change, moment, record, of_uscc, why, expired);
    IF change = 'REMOVED' THEN
      DELETE FROM feed_published WHERE feed = of_feed AND record_id = record;
    ELSE
      INSERT INTO feed_published (feed, record_id, line_hash, line_bytes, uscc, expires_on, listed_at)
      VALUES (of_feed, record, sha256(convert_to(line, 'UTF8')), size, of_uscc, until, place)
      ON CONFLICT (feed, record_id) DO UPDATE SET line_hash = excluded.line_hash, line_bytes = excluded.line_bytes,
        uscc = excluded.uscc, expires_on = excluded.expires_on;
    END IF;
    INSERT INTO feed_touched VALUES (of_feed, record_bucket(record)) ON CONFLICT DO NOTHING;
  END $$`;

/** What a row means for its feed, compared with what the feed has told, so that it is harmless when repeated. Without a line it is not published. */
const FOLLOW = `
  CREATE FUNCTION china_today() RETURNS date STABLE LANGUAGE sql RETURN (clock_timestamp() AT TIME ZONE 'Asia/Shanghai')::date;
  CREATE FUNCTION feed_follow(of_feed varchar, record varchar, line text, of_uscc varchar, since date, until date, why varchar, today date)
  RETURNS void LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
  DECLARE
    known feed_published;
  BEGIN
    PERFORM 1 FROM feed WHERE name = of_feed FOR UPDATE;
    SELECT * INTO known FROM feed_published WHERE feed = of_feed AND record_id = record;
    DELETE FROM feed_ahead WHERE feed = of_feed AND record_id = record;
    IF line IS NOT NULL AND since > today THEN
      INSERT INTO feed_ahead VALUES (of_feed, record, since);
      line := NULL;
    END IF;
    IF line IS NULL THEN
      IF known.record_id IS NOT NULL THEN
        PERFORM feed_append(of_feed, 'REMOVED', record, NULL, coalesce(of_uscc, known.uscc), NULL, coalesce(why, 'WITHDRAWN'), NULL);
      END IF;
    ELSIF known.record_id IS NULL THEN
      PERFORM feed_append(of_feed, 'LISTED', record, line, of_uscc, until, NULL, NULL);
    ELSIF known.line_hash <> sha256(convert_to(line, 'UTF8')) OR known.expires_on IS DISTINCT FROM until THEN
      PERFORM feed_append(of_feed, 'AMENDED', record, line, of_uscc, until, NULL, NULL);
    END IF;
  END $$`;

/** What a day brings by itself: ends of terms, and days of publication. Returns how much was done; what is left is done when it is called again. */
const TURN = `
  CREATE FUNCTION feed_turn(of_feed varchar, today date, most integer) RETURNS integer LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
  DECLARE
    turned record;
    done integer := 0;
  BEGIN
    PERFORM 1 FROM feed WHERE name = of_feed FOR UPDATE;
    FOR turned IN
      SELECT * FROM feed_published WHERE feed = of_feed AND expires_on < today ORDER BY expires_on, record_id LIMIT most
    LOOP
      PERFORM feed_append(of_feed, 'REMOVED', turned.record_id, NULL, turned.uscc, NULL, 'EXPIRED', turned.expires_on);
      done := done + 1;
    END LOOP;
    FOR turned IN
      SELECT * FROM feed_ahead WHERE feed = of_feed AND due_on <= today ORDER BY due_on, record_id LIMIT most - done
    LOOP
      EXECUTE format('SELECT %I($1, $2)', 'follow_' || of_feed) USING turned.record_id, today;
      done := done + 1;
    END LOOP;
    RETURN done;
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

/** Begins the feed of a table, whose key is a text; the function that follows its rows is there already. What is there is told of when the feed is first read, so many at once. */
const BEGIN = `
  CREATE FUNCTION feed_begin(of_feed varchar, of_table varchar, key varchar) RETURNS void LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
  BEGIN
    INSERT INTO feed (name, root) VALUES (of_feed, feed_root(of_feed));
    EXECUTE format('CREATE FUNCTION %1$I() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS
      ''BEGIN PERFORM %2$I(coalesce(new.%3$I, old.%3$I), china_today()); RETURN NULL; END''',
      'feed_' || of_feed, 'follow_' || of_feed, key);
    EXECUTE format('CREATE CONSTRAINT TRIGGER %1$I AFTER INSERT OR UPDATE OR DELETE ON %2$I DEFERRABLE INITIALLY DEFERRED
      FOR EACH ROW EXECUTE FUNCTION %1$I()', 'feed_' || of_feed, of_table);
    EXECUTE format('INSERT INTO feed_ahead SELECT %1$L, %2$I, ''-infinity'' FROM %3$I', of_feed, key, of_table);
  END $$`;
