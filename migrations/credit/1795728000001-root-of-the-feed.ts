import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The root of the list (docs/feed.md): a hash tree of 256 × 256 buckets by listing id, kept up in the transaction of each
 * change. The XOR that stood alone before is linear: a forged list with the same digest is a matter of algebra.
 */
export class RootOfTheFeed1795728000001 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(BUCKET_OF);
    await db.query(DIGEST_BYTES);
    await db.query(
      'ALTER TABLE published_listing ADD bucket integer NOT NULL GENERATED ALWAYS AS (listing_bucket(listing_id)) STORED',
    );
    await db.query('CREATE INDEX published_listing_by_bucket ON published_listing (bucket, listing_id)');
    await db.query('CREATE TABLE touched_bucket (bucket integer PRIMARY KEY)');
    // the hashes of a row's 256 buckets, one after the other; a row that never held anything is not here
    await db.query(`
      CREATE TABLE bucket_row (number integer PRIMARY KEY, buckets bytea NOT NULL, hash bytea NOT NULL)`);
    await db.query(HASH_TOUCHED);
    await db.query(ROOT);
    await db.query(APPEND);
    await db.query(`ALTER TABLE dishonesty_feed ADD root bytea NOT NULL DEFAULT ''`);
    await db.query(`
      CREATE CONSTRAINT TRIGGER bucket_touched AFTER INSERT ON touched_bucket DEFERRABLE INITIALLY DEFERRED
      FOR EACH ROW EXECUTE FUNCTION hash_touched()`);
    await db.query('INSERT INTO touched_bucket SELECT DISTINCT bucket FROM published_listing');
    await db.query('SET CONSTRAINTS ALL IMMEDIATE');
    await db.query('SET CONSTRAINTS ALL DEFERRED');
    await db.query('UPDATE dishonesty_feed SET root = list_root()');
    await db.query('ALTER TABLE dishonesty_feed ALTER root DROP DEFAULT');
  }

  async down(): Promise<void> {
    throw new Error('a migration is not undone: restore the backup');
  }
}

/** The first two bytes of the SHA-256 of the id. */
const BUCKET_OF = `
  CREATE FUNCTION listing_bucket(id text) RETURNS integer IMMUTABLE LANGUAGE sql RETURN
    get_byte(sha256(convert_to(id, 'UTF8')), 0) * 256 + get_byte(sha256(convert_to(id, 'UTF8')), 1)`;

const DIGEST_BYTES = `
  CREATE FUNCTION digest_bytes(digest bit(256)) RETURNS bytea IMMUTABLE LANGUAGE sql RETURN (
    SELECT decode(string_agg(lpad(to_hex(substring(digest FROM 1 + 32 * part FOR 32)::bit(32)::bigint), 8, '0'), '' ORDER BY part), 'hex')
    FROM generate_series(0, 7) AS part)`;

/** Once a transaction: the first of its touched buckets to be looked at finds them all, the others find nothing left. */
const HASH_TOUCHED = `
  CREATE FUNCTION hash_touched() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
  BEGIN
    IF NOT EXISTS (SELECT FROM touched_bucket) THEN RETURN NULL; END IF;
    WITH touched AS (DELETE FROM touched_bucket RETURNING bucket),
    leaf AS (
      SELECT bucket, sha256('\\x00'::bytea || coalesce((
        SELECT string_agg(digest_bytes(known.line_digest), ''::bytea ORDER BY known.listing_id)
        FROM published_listing AS known WHERE known.bucket = touched.bucket), ''::bytea)) AS hash
      FROM touched),
    changed AS (
      SELECT number, (
        SELECT string_agg(coalesce(leaf.hash, substring(before.buckets FROM 1 + 32 * at FOR 32), sha256('\\x00'::bytea)), ''::bytea ORDER BY at)
        FROM generate_series(0, 255) AS at LEFT JOIN leaf ON leaf.bucket = number * 256 + at
          LEFT JOIN bucket_row AS before ON before.number = rows.number) AS buckets
      FROM (SELECT DISTINCT bucket / 256 AS number FROM touched) AS rows)
    INSERT INTO bucket_row SELECT number, buckets, sha256('\\x01'::bytea || buckets) FROM changed
    ON CONFLICT (number) DO UPDATE SET buckets = excluded.buckets, hash = excluded.hash;
    UPDATE dishonesty_feed SET root = list_root();
    RETURN NULL;
  END $$`;

const ROOT = `
  CREATE FUNCTION list_root() RETURNS bytea STABLE LANGUAGE sql SET search_path FROM CURRENT RETURN (
    SELECT sha256('\\x01'::bytea || string_agg(coalesce(hash, empty.hash_of_none), ''::bytea ORDER BY at))
    FROM generate_series(0, 255) AS at LEFT JOIN bucket_row ON number = at,
      (SELECT sha256('\\x01'::bytea || string_agg(sha256('\\x00'::bytea), ''::bytea)) AS hash_of_none FROM generate_series(0, 255)) AS empty)`;

/** As it was, and says which bucket has changed. */
const APPEND = `
  CREATE OR REPLACE FUNCTION append_change(kind varchar, listing varchar, list varchar, uscc varchar, reason varchar, expired date, line text, term date)
  RETURNS bigint LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
  DECLARE
    nothing CONSTANT bit(256) := repeat('0', 256)::bit(256);
    size integer := octet_length(line) + 1;
    place bigint;
    before published_listing;
  BEGIN
    SELECT * INTO before FROM published_listing WHERE listing_id = listing;
    UPDATE dishonesty_feed SET sequence = sequence + 1,
      removed_at = CASE kind WHEN 'REMOVED' THEN sequence + 1 ELSE removed_at END,
      listed = listed + CASE kind WHEN 'LISTED' THEN 1 WHEN 'REMOVED' THEN -1 ELSE 0 END,
      bytes = bytes - coalesce(before.line_bytes, 0) + coalesce(size, 0),
      digest = digest # coalesce(before.line_digest, nothing) # coalesce(line_digest(line), nothing)
    RETURNING sequence INTO place;
    INSERT INTO dishonesty_change VALUES (place, kind, clock_timestamp(), listing, list, uscc, reason, expired);
    IF kind = 'REMOVED' THEN
      DELETE FROM published_listing WHERE listing_id = listing;
    ELSE
      INSERT INTO published_listing VALUES (listing, line_digest(line), size, term, place)
      ON CONFLICT (listing_id) DO UPDATE SET line_digest = excluded.line_digest, line_bytes = excluded.line_bytes, expires_on = excluded.expires_on;
    END IF;
    INSERT INTO touched_bucket VALUES (listing_bucket(listing)) ON CONFLICT DO NOTHING;
    RETURN place;
  END $$`;
