import type { MigrationInterface, QueryRunner } from 'typeorm';

const ALL = Array.from({ length: 0xe0080 }, (_, at) =>
  at < 0xd800 || at > 0xdfff ? String.fromCodePoint(at) : '',
).join('');
/** All characters of a class, as the normal form of a number has it: `normalNumber` of the kernel. */
function charactersOf(pattern: RegExp): string {
  return (ALL.match(pattern) ?? []).join('');
}
const SPACES = charactersOf(/[\s\p{Z}\p{Cf}]/gu);
const SIGNS = [
  [charactersOf(/[\p{Pd}−]/gu), '-'],
  [charactersOf(/[\p{Ps}<«‹]/gu), '('],
  [charactersOf(/[\p{Pe}>»›]/gu), ')'],
] as const;
const WRITTEN = SIGNS.map(([written]) => written).join('');
const READ = SIGNS.map(([written, sign]) => sign.repeat([...written].length)).join('');
const [SMALL, CAPITAL] = ['abcdefghijklmnopqrstuvwxyz', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

/** What a character of a name is compared as, as the registry has it (its migration 1795712400001). */
const IN_NAMES = [
  CAPITAL,
  '[]{}<>〔〕【】〖〗〘〙〚〛〈〉《》「」『』⟨⟩❨❩❪❫❲❳⦗⦘',
  '.•‧∙⋅・⸱●',
  '‐‒–—―−',
  ' \u00ad\u1680\u180e\u200b\u200c\u200d\u200e\u200f\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u2060\ufeff',
].join('');
const COMPARED = [SMALL, '()'.repeat(17), '·'.repeat(8), '-'.repeat(6)].join('');

/**
 * One decision lists a subject once, however its number is written and whoever sends it. Numbers are brought into their
 * normal form, and what repeats another is marked: it stands in no list and no count any more, and the feed says REMOVED.
 */
export class ListADecisionOnce1795723000001 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const statement of NORMAL_FORMS) await db.query(statement);
    // its body holds on to the type of the column
    await db.query('DROP FUNCTION listing_line');
    await db.query(`
      ALTER TABLE dishonesty_listing
        ADD subject varchar(200) COLLATE "C",
        ADD notice_document varchar(64) COLLATE "C",
        ADD duplicate_of varchar(130) COLLATE "C",
        ALTER basis_document TYPE varchar(100) COLLATE "C",
        ALTER penalty_document TYPE varchar(100) COLLATE "C",
        ALTER consent_document TYPE varchar(100) COLLATE "C"`);
    await db.query(LINE);
    await db.query(FOLLOW);
    await db.query(`
      UPDATE dishonesty_listing SET
        subject = coalesce(uscc, left(pg_temp.compared_name(subject_name), 200)),
        basis_document = pg_temp.normal_number(basis_document, 100),
        penalty_document = pg_temp.normal_number(penalty_document, 100),
        consent_document = pg_temp.normal_number(consent_document, 100)`);
    await db.query(MARK_DUPLICATES);
    await db.query(NOTICES);
    // the feed tells of all this now: a table with changes that are still to be followed cannot get an index
    await db.query('SET CONSTRAINTS ALL IMMEDIATE');
    await db.query('ALTER TABLE dishonesty_listing ALTER subject SET NOT NULL');
    await db.query(`
      CREATE UNIQUE INDEX dishonesty_listing_once ON dishonesty_listing (list, subject, basis_document)
      WHERE duplicate_of IS NULL AND status <> 'REVOKED'`);
    await db.query(`
      CREATE INDEX dishonesty_listing_by_first ON dishonesty_listing (duplicate_of) WHERE duplicate_of IS NOT NULL`);
    await db.query(`
      CREATE UNIQUE INDEX dishonesty_listing_by_notice ON dishonesty_listing (notice_document, list, subject)`);
    await db.query('SET CONSTRAINTS ALL DEFERRED');
  }

  async down(): Promise<void> {
    throw new Error('a migration is not undone: restore the backup');
  }
}

/** `normalNumber` and `searchKey` of the kernel in SQL, for this session. What would not fit its column stays as it is. */
const NORMAL_FORMS = [
  `CREATE FUNCTION pg_temp.plain(number text) RETURNS text IMMUTABLE STRICT LANGUAGE sql RETURN
    translate(normalize(translate(normalize(number, NFKC), '${SPACES}', ''), NFC), '${WRITTEN}', '${READ}')`,
  `CREATE FUNCTION pg_temp.normal_number(number text, longest integer) RETURNS text IMMUTABLE STRICT LANGUAGE sql RETURN (
    SELECT CASE WHEN length(normal) BETWEEN 1 AND longest THEN normal ELSE number END
    FROM (SELECT coalesce(translate(part[1] || '〔' || part[2] || '〕' || coalesce(part[3], '') || coalesce(part[4], '')
        || CASE WHEN part[1] <> '' AND part[4] <> '' AND part[5] = '' THEN '号' ELSE part[5] END, '${SMALL}', '${CAPITAL}'), plain) AS normal
      FROM pg_temp.plain(number) AS plain,
        LATERAL (SELECT regexp_match(plain, '^(.*)\\(([0-9]{4})年?\\)(?:(第?)0*([0-9]+))?(.*)$') AS part) AS parts) AS found)`,
  `CREATE FUNCTION pg_temp.compared_name(name text) RETURNS text IMMUTABLE STRICT LANGUAGE sql RETURN
    translate(normalize(name, NFKC), '${IN_NAMES}', '${COMPARED}')`,
];

/** The first is one that is on the list, the longest of them; then one under notice; then by id. */
const MARK_DUPLICATES = `
  UPDATE dishonesty_listing AS listing SET duplicate_of = ranked.first
  FROM (
    SELECT stored.id, first_value(stored.id) OVER (
      PARTITION BY list, subject, basis_document
      ORDER BY CASE status WHEN 'LISTED' THEN 0 WHEN 'NOTIFIED' THEN 2 ELSE 1 END, known.listed_at, stored.id) AS first
    FROM dishonesty_listing AS stored LEFT JOIN published_listing AS known ON known.listing_id = stored.id
    WHERE status <> 'REVOKED') AS ranked
  WHERE ranked.id = listing.id AND ranked.first <> listing.id`;

/** The notice is the id in the source of what was proposed here; of several alike the first keeps it. */
const NOTICES = `
  UPDATE dishonesty_listing AS listing SET notice_document = ranked.number
  FROM (
    SELECT id, number, row_number() OVER (PARTITION BY number, list, subject ORDER BY duplicate_of NULLS FIRST, id) AS nth
    FROM (SELECT *, pg_temp.normal_number(source_id, 64) AS number FROM dishonesty_listing WHERE source = 'decision') AS proposed) AS ranked
  WHERE ranked.id = listing.id AND ranked.nth = 1`;

/** As it was made with the feed. */
const LINE = `
  CREATE FUNCTION listing_line(listing dishonesty_listing) RETURNS text STABLE LANGUAGE sql RETURN row_to_json(ROW(
    listing.id, listing.list, listing.subject_kind, listing.uscc,
    CASE listing.subject_kind WHEN 'PERSON' THEN left(listing.subject_name, 1) || '**' ELSE listing.subject_name END,
    CASE listing.subject_kind WHEN 'PERSON' THEN replace(listing.cause, listing.subject_name, left(listing.subject_name, 1) || '**') ELSE listing.cause END,
    listing.basis_document, listing.department_code, listing.region_code, listing.industry_code, listing.decided_on, listing.listed_on,
    listing.expires_on, listing.earliest_removal_on, listing.measures, listing.matter_codes, listing.synthetic)::listing_content)::text`;

/** As it was, but for what repeats another: that is not on the list. */
const FOLLOW = `
  CREATE OR REPLACE FUNCTION follow_listing() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
  DECLARE
    key varchar := coalesce(new.id, old.id);
    listing dishonesty_listing;
    known published_listing;
    line text;
  BEGIN
    PERFORM 1 FROM dishonesty_feed FOR UPDATE;
    SELECT * INTO listing FROM dishonesty_listing WHERE id = key;
    SELECT * INTO known FROM published_listing WHERE listing_id = key;
    IF listing.status = 'LISTED' AND listing.expires_on IS NOT NULL AND listing.duplicate_of IS NULL THEN
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
