import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a transaction means for the feed is worked out once, at its commit, for all the listings that it touched. Each listing
 * by itself wrote the feed's one row anew, and read all its former versions for that: the time of a statement grew with the
 * square of its listings.
 */
export class TellOfATransactionAtOnce1795801000001 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const event of ['inserted', 'updated', 'deleted'])
      await db.query(`DROP TRIGGER listing_${event} ON dishonesty_listing`);
    await db.query('DROP TRIGGER bucket_touched ON touched_bucket');
    await db.query('DROP FUNCTION follow_listing, append_change, hash_touched');
    await db.query('DROP TABLE touched_bucket');
    // a bucket is read from one page of the index, not from as many pages as it has lines
    await db.query('DROP INDEX published_listing_by_bucket');
    await db.query(
      'CREATE INDEX published_listing_by_bucket ON published_listing (bucket, listing_id) INCLUDE (line_digest)',
    );
    // of this transaction only: at its commit nothing is left here
    await db.query(`
      CREATE TABLE touched_listing (
        nth bigint GENERATED ALWAYS AS IDENTITY,
        listing_id varchar(130) COLLATE "C" NOT NULL,
        list varchar(24) COLLATE "C" NOT NULL,
        uscc varchar(18) COLLATE "C",
        is_over boolean NOT NULL DEFAULT false,
        is_first boolean NOT NULL DEFAULT false
      )`);
    for (const statement of [DIGEST_BYTES, HASH, TELL, TOUCH, TELL_TOUCHED, EXPIRE])
      await db.query(statement);
    const events = [
      ['inserted', 'INSERT', `new.status = 'LISTED'`],
      ['updated', 'UPDATE', `old.status = 'LISTED' OR new.status = 'LISTED'`],
      ['deleted', 'DELETE', `old.status = 'LISTED'`],
    ];
    for (const [name, event, condition] of events)
      await db.query(`
        CREATE TRIGGER listing_${name} AFTER ${event} ON dishonesty_listing
        FOR EACH ROW WHEN (${condition}) EXECUTE FUNCTION touch_listing()`);
    await db.query(`
      CREATE CONSTRAINT TRIGGER listings_touched AFTER INSERT ON touched_listing DEFERRABLE INITIALLY DEFERRED
      FOR EACH ROW WHEN (new.is_first) EXECUTE FUNCTION tell_touched()`);
  }

  async down(): Promise<void> {
    throw new Error('a migration is not undone: restore the backup');
  }
}

/** Without the length that goes before it. */
const DIGEST_BYTES = `
  CREATE OR REPLACE FUNCTION digest_bytes(digest bit(256)) RETURNS bytea IMMUTABLE LANGUAGE sql RETURN substring(bit_send(digest) FROM 5)`;

/** Each touched bucket once, and the two nodes above it. What stands of a row is fetched once, not for each of its buckets. */
const HASH = `
  CREATE FUNCTION hash_buckets(touched integer[]) RETURNS void LANGUAGE sql SET search_path FROM CURRENT AS $$
    WITH leaf AS MATERIALIZED (
      SELECT bucket, sha256('\\x00'::bytea || coalesce(string_agg(digest_bytes(known.line_digest), ''::bytea ORDER BY known.listing_id), ''::bytea)) AS hash
      FROM unnest(touched) AS bucket LEFT JOIN published_listing AS known USING (bucket) GROUP BY bucket),
    before AS MATERIALIZED (
      SELECT number, (SELECT buckets || ''::bytea FROM bucket_row WHERE bucket_row.number = row.number) AS buckets
      FROM (SELECT DISTINCT bucket / 256 AS number FROM leaf) AS row),
    piece AS MATERIALIZED (
      SELECT number, at, substring(buckets FROM 1 + 32 * at FOR 32) AS hash FROM before CROSS JOIN generate_series(0, 255) AS at),
    changed AS (
      SELECT number, string_agg(coalesce(leaf.hash, piece.hash, sha256('\\x00'::bytea)), ''::bytea ORDER BY at) AS buckets
      FROM piece LEFT JOIN leaf ON leaf.bucket = number * 256 + at GROUP BY number)
    INSERT INTO bucket_row SELECT number, buckets, sha256('\\x01'::bytea || buckets) FROM changed
    ON CONFLICT (number) DO UPDATE SET buckets = excluded.buckets, hash = excluded.hash;
    UPDATE dishonesty_feed SET root = list_root();
  $$`;

/**
 * Compares the touched listings with what the feed has told of them, so that a listing that is written twice, or without a
 * change, is harmless; appends the changes and brings head, published listings and root to them.
 */
const TELL = `
  CREATE FUNCTION tell_listings() RETURNS void LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
  DECLARE
    nothing CONSTANT bit(256) := repeat('0', 256)::bit(256);
    touched integer[];
  BEGIN
    PERFORM 1 FROM dishonesty_feed FOR UPDATE;
    WITH touch AS (DELETE FROM touched_listing RETURNING *),
    written AS MATERIALIZED (
      SELECT touch.nth, touch.listing_id, touch.is_over, coalesce(listing.list, touch.list) AS list, coalesce(listing.uscc, touch.uscc) AS uscc,
        listing.status, listing.expires_on AS term,
        CASE WHEN listing.status = 'LISTED' AND listing.expires_on IS NOT NULL AND listing.duplicate_of IS NULL AND NOT touch.is_over THEN listing_line(listing) END AS line
      FROM (SELECT DISTINCT ON (listing_id) * FROM touch ORDER BY listing_id, nth) AS touch
        LEFT JOIN dishonesty_listing AS listing ON listing.id = touch.listing_id),
    compared AS MATERIALIZED (
      SELECT written.*, line_digest(line) AS digest, octet_length(line) + 1 AS size,
        known.listing_id IS NOT NULL AS was_there, known.line_digest AS former_digest, known.line_bytes AS former_size, known.expires_on AS former_term
      FROM written LEFT JOIN published_listing AS known ON known.listing_id = written.listing_id),
    change AS MATERIALIZED (
      SELECT compared.*, feed.sequence + row_number() OVER (ORDER BY nth) AS place,
        CASE WHEN line IS NULL THEN 'REMOVED' WHEN was_there THEN 'AMENDED' ELSE 'LISTED' END AS kind,
        CASE WHEN line IS NOT NULL THEN NULL WHEN is_over OR status = 'EXPIRED' THEN 'EXPIRED' WHEN status = 'REMOVED_EARLY' THEN 'REPAIRED'
          WHEN status = 'REVOKED' THEN 'REVOKED' ELSE 'WITHDRAWN' END AS reason
      FROM compared, dishonesty_feed AS feed
      WHERE CASE WHEN line IS NULL THEN was_there ELSE former_digest IS DISTINCT FROM compared.digest END),
    told AS (
      INSERT INTO dishonesty_change (sequence, kind, at, listing_id, list, uscc, reason, expired_on)
      SELECT place, kind, clock_timestamp(), listing_id, list, uscc, reason, CASE reason WHEN 'EXPIRED' THEN former_term END FROM change ORDER BY place),
    gone AS (DELETE FROM published_listing AS known USING change WHERE kind = 'REMOVED' AND known.listing_id = change.listing_id),
    shown AS (
      INSERT INTO published_listing (listing_id, line_digest, line_bytes, expires_on, listed_at)
      SELECT listing_id, change.digest, size, term, place FROM change WHERE kind <> 'REMOVED'
      ON CONFLICT (listing_id) DO UPDATE SET line_digest = excluded.line_digest, line_bytes = excluded.line_bytes, expires_on = excluded.expires_on),
    head AS (
      UPDATE dishonesty_feed AS feed SET sequence = last, removed_at = coalesce(removed, removed_at), listed = listed + more, bytes = bytes + size,
        digest = digest # digests
      FROM (SELECT max(place) AS last, max(place) FILTER (WHERE kind = 'REMOVED') AS removed,
          (count(*) FILTER (WHERE kind = 'LISTED') - count(*) FILTER (WHERE kind = 'REMOVED'))::integer AS more,
          sum(coalesce(size, 0) - coalesce(former_size, 0)) AS size,
          bit_xor(coalesce(former_digest, nothing) # coalesce(change.digest, nothing)) AS digests FROM change) AS sums
      WHERE last IS NOT NULL)
    SELECT array_agg(DISTINCT listing_bucket(listing_id)) INTO touched FROM change;
    IF touched IS NOT NULL THEN PERFORM hash_buckets(touched); END IF;
  END $$`;

/** The first of a transaction, as far as it is not told of yet, has the rest told at the commit. */
const TOUCH = `
  CREATE FUNCTION touch_listing() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
  DECLARE
    is_first boolean := coalesce(current_setting('onematter.touched_listings', true), '') = '';
  BEGIN
    IF is_first THEN PERFORM set_config('onematter.touched_listings', 'yes', true); END IF;
    INSERT INTO touched_listing (listing_id, list, uscc, is_first)
    VALUES (coalesce(new.id, old.id), coalesce(new.list, old.list), coalesce(new.uscc, old.uscc), is_first);
    RETURN NULL;
  END $$`;

const TELL_TOUCHED = `
  CREATE FUNCTION tell_touched() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
  BEGIN
    PERFORM set_config('onematter.touched_listings', '', true);
    PERFORM tell_listings();
    RETURN NULL;
  END $$`;

/** Appends the tombstones of terms that are over; of two who do so at once the second finds nothing left. */
const EXPIRE = `
  CREATE OR REPLACE FUNCTION expire_listings(today date, most integer) RETURNS integer LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
  DECLARE
    done integer;
  BEGIN
    PERFORM 1 FROM dishonesty_feed FOR UPDATE;
    INSERT INTO touched_listing (listing_id, list, uscc, is_over)
    SELECT known.listing_id, listing.list, listing.uscc, true
    FROM published_listing known JOIN dishonesty_listing listing ON listing.id = known.listing_id
    WHERE known.expires_on < today ORDER BY known.expires_on, known.listing_id LIMIT most;
    GET DIAGNOSTICS done = ROW_COUNT;
    IF done > 0 THEN PERFORM tell_listings(); END IF;
    RETURN done;
  END $$`;
