import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The feed of changes (docs/decisions/0014). Deferred triggers on the listings append to it, so that no path that writes
 * a listing can forget it. They run at COMMIT and begin by locking the feed's one row: the lock is held until the commit
 * is seen by everyone, so the numbers are given in the order of the commits, without a gap.
 */
export class CreateFeed1763780000600 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE dishonesty_feed (
        single boolean PRIMARY KEY DEFAULT true CHECK (single),
        epoch varchar(36) NOT NULL DEFAULT gen_random_uuid()::text,
        sequence bigint NOT NULL DEFAULT 0,
        removed_at bigint NOT NULL DEFAULT 0,
        oldest bigint NOT NULL DEFAULT 0,
        listed integer NOT NULL DEFAULT 0,
        bytes bigint NOT NULL DEFAULT 0,
        digest bit(256) NOT NULL DEFAULT repeat('0', 256)::bit(256)
      )`);
    await db.query('INSERT INTO dishonesty_feed DEFAULT VALUES');
    // who is on the list as far as the feed has told
    await db.query(`
      CREATE TABLE published_listing (
        listing_id varchar(130) COLLATE "C" PRIMARY KEY,
        line_digest bit(256) NOT NULL,
        line_bytes integer NOT NULL,
        expires_on date NOT NULL,
        listed_at bigint NOT NULL
      )`);
    await db.query('CREATE INDEX published_listing_by_expiry ON published_listing (expires_on)');
    // never what was written about a subject: that is read from the listing itself, as long as it is published
    await db.query(`
      CREATE TABLE dishonesty_change (
        sequence bigint PRIMARY KEY,
        kind varchar(8) COLLATE "C" NOT NULL,
        at timestamptz NOT NULL,
        listing_id varchar(130) COLLATE "C" NOT NULL,
        list varchar(24) COLLATE "C" NOT NULL,
        uscc varchar(18) COLLATE "C",
        reason varchar(12) COLLATE "C",
        expired_on date
      )`);
    await db.query('CREATE INDEX dishonesty_change_by_time ON dishonesty_change (at)');
    await db.query(`
      CREATE TABLE feed_consumer (
        id varchar(200) PRIMARY KEY,
        name varchar(64) NOT NULL,
        department_code varchar(40) COLLATE "C" NOT NULL,
        acknowledged bigint NOT NULL,
        acknowledged_at timestamptz NOT NULL
      )`);
    await db.query(LINE);
    await db.query(APPEND);
    await db.query(FOLLOW);
    await db.query(EXPIRE);
    await db.query(RETIRE);
    await db.query(`
      CREATE CONSTRAINT TRIGGER listing_inserted AFTER INSERT ON dishonesty_listing DEFERRABLE INITIALLY DEFERRED
      FOR EACH ROW WHEN (new.status = 'LISTED') EXECUTE FUNCTION follow_listing()`);
    await db.query(`
      CREATE CONSTRAINT TRIGGER listing_updated AFTER UPDATE ON dishonesty_listing DEFERRABLE INITIALLY DEFERRED
      FOR EACH ROW WHEN (old.status = 'LISTED' OR new.status = 'LISTED') EXECUTE FUNCTION follow_listing()`);
    await db.query(`
      CREATE CONSTRAINT TRIGGER listing_deleted AFTER DELETE ON dishonesty_listing DEFERRABLE INITIALLY DEFERRED
      FOR EACH ROW WHEN (old.status = 'LISTED') EXECUTE FUNCTION follow_listing()`);
    // those who are on the list already are told of, the oldest first
    await db.query(`
      SELECT append_change('LISTED', id, list, uscc, NULL, NULL, line, expires_on)
      FROM (SELECT listing.*, listing_line(listing) AS line FROM dishonesty_listing AS listing
        WHERE status = 'LISTED' AND expires_on >= (now() AT TIME ZONE 'Asia/Shanghai')::date ORDER BY listed_on, id) AS listing`);
  }

  async down(db: QueryRunner): Promise<void> {
    for (const event of ['inserted', 'updated', 'deleted'])
      await db.query(`DROP TRIGGER listing_${event} ON dishonesty_listing`);
    await db.query(
      'DROP FUNCTION retire_changes, expire_listings, follow_listing, append_change, line_digest, listing_line',
    );
    await db.query('DROP TYPE listing_content');
    await db.query('DROP TABLE feed_consumer, dishonesty_change, published_listing, dishonesty_feed');
  }
}

/**
 * The canonical line of a listing, as snapshot and feed give it, a person's name masked as in listing.rules.ts; and its digest.
 * One expression, so that PostgreSQL puts it into the statements that use it: calling it would take five times as long.
 */
const LINE = `
  CREATE TYPE listing_content AS (
    id varchar, list varchar, "subjectKind" varchar, uscc varchar, "subjectName" varchar, cause varchar, "basisDocument" varchar,
    "departmentCode" varchar, "regionCode" varchar, "industryCode" varchar, "decidedOn" date, "listedOn" date, "expiresOn" date,
    "earliestRemovalOn" date, measures varchar[], "matterCodes" varchar[], synthetic boolean);
  CREATE FUNCTION listing_line(listing dishonesty_listing) RETURNS text STABLE LANGUAGE sql RETURN row_to_json(ROW(
    listing.id, listing.list, listing.subject_kind, listing.uscc,
    CASE listing.subject_kind WHEN 'PERSON' THEN left(listing.subject_name, 1) || '**' ELSE listing.subject_name END,
    CASE listing.subject_kind WHEN 'PERSON' THEN replace(listing.cause, listing.subject_name, left(listing.subject_name, 1) || '**') ELSE listing.cause END,
    listing.basis_document, listing.department_code, listing.region_code, listing.industry_code, listing.decided_on, listing.listed_on,
    listing.expires_on, listing.earliest_removal_on, listing.measures, listing.matter_codes, listing.synthetic)::listing_content)::text;
  CREATE FUNCTION line_digest(line text) RETURNS bit(256) IMMUTABLE LANGUAGE sql
    RETURN ('x' || encode(sha256(convert_to(line, 'UTF8')), 'hex'))::bit(256)`;

/** Appends a change and brings the head and the published listings to it, all in one transaction. */
const APPEND = `
  CREATE FUNCTION append_change(kind varchar, listing varchar, list varchar, uscc varchar, reason varchar, expired date, line text, term date)
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
    RETURN place;
  END $$`;

/** What a written listing means for the feed: compared with what the feed has told, so that it is harmless when repeated. */
const FOLLOW = `
  CREATE FUNCTION follow_listing() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
  DECLARE
    key varchar := coalesce(new.id, old.id);
    listing dishonesty_listing;
    known published_listing;
    line text;
  BEGIN
    PERFORM 1 FROM dishonesty_feed FOR UPDATE;
    SELECT * INTO listing FROM dishonesty_listing WHERE id = key;
    SELECT * INTO known FROM published_listing WHERE listing_id = key;
    IF listing.status = 'LISTED' AND listing.expires_on IS NOT NULL THEN
      line := listing_line(listing);
      IF known.listing_id IS NULL THEN
        PERFORM append_change('LISTED', key, listing.list, listing.uscc, NULL, NULL, line, listing.expires_on);
      ELSIF known.line_digest <> line_digest(line) THEN
        PERFORM append_change('AMENDED', key, listing.list, listing.uscc, NULL, NULL, line, listing.expires_on);
      END IF;
    ELSIF known.listing_id IS NOT NULL THEN
      PERFORM append_change('REMOVED', key, coalesce(listing.list, old.list), coalesce(listing.uscc, old.uscc),
        CASE listing.status WHEN 'REMOVED_EARLY' THEN 'REPAIRED' WHEN 'REVOKED' THEN 'REVOKED' WHEN 'EXPIRED' THEN 'EXPIRED' ELSE 'WITHDRAWN' END,
        CASE listing.status WHEN 'EXPIRED' THEN known.expires_on END, NULL, NULL);
    END IF;
    RETURN NULL;
  END $$`;

/** Appends the tombstones of terms that are over; of two who do so at once the second finds nothing left. */
const EXPIRE = `
  CREATE FUNCTION expire_listings(today date, most integer) RETURNS integer LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
  DECLARE
    over record;
    done integer := 0;
  BEGIN
    PERFORM 1 FROM dishonesty_feed FOR UPDATE;
    FOR over IN
      SELECT known.listing_id, known.expires_on, listing.list, listing.uscc
      FROM published_listing known JOIN dishonesty_listing listing ON listing.id = known.listing_id
      WHERE known.expires_on < today ORDER BY known.expires_on, known.listing_id LIMIT most
    LOOP
      PERFORM append_change('REMOVED', over.listing_id, over.list, over.uscc, 'EXPIRED', over.expires_on, NULL, NULL);
      done := done + 1;
    END LOOP;
    RETURN done;
  END $$`;

/** Raises the floor: changes up to it are dropped, but for those that tell of listings still published. Returns the floor. */
const RETIRE = `
  CREATE FUNCTION retire_changes(before timestamptz) RETURNS bigint LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
  DECLARE
    floor bigint;
  BEGIN
    UPDATE dishonesty_feed SET oldest = greatest(oldest, coalesce((SELECT max(sequence) FROM dishonesty_change WHERE at < before), 0))
    RETURNING oldest INTO floor;
    DELETE FROM dishonesty_change change WHERE sequence <= floor AND NOT EXISTS (
      SELECT FROM published_listing known WHERE known.listing_id = change.listing_id AND known.listed_at = change.sequence);
    RETURN floor;
  END $$`;
