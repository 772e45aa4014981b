import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a number may hold that means nothing, and what dashes and brackets look like: as `spelling.ts` of the kernel, once NFKC has been over them. */
const SPACES = String.raw`\u0009-\u000d\u0020\u00a0\u00ad\u0600-\u0605\u061c\u06dd\u070f\u0890-\u0891\u08e2\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u2064\u2066-\u206f\u3000\ufeff\ufff9-\ufffb\U000110bd\U000110cd\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0001\U000e0020-\U000e007f`;
const DASHES = String.raw`\u058a\u05be\u1400\u1806\u2010\u2012-\u2015\u2212\u2e17\u2e1a\u2e3a-\u2e3b\u2e40\u2e5d\u301c\u3030\u30a0\U00010d6e\U00010ead`;
const OPENING = String.raw`<\[\{\u00ab\u0f3a\u0f3c\u169b\u201a\u201e\u2039\u2045\u2308\u230a\u2768\u276a\u276c\u276e\u2770\u2772\u2774\u27c5\u27e6\u27e8\u27ea\u27ec\u27ee\u2983\u2985\u2987\u2989\u298b\u298d\u298f\u2991\u2993\u2995\u2997\u29d8\u29da\u29fc\u2e22\u2e24\u2e26\u2e28\u2e42\u2e55\u2e57\u2e59\u2e5b\u3008\u300a\u300c\u300e\u3010\u3014\u3016\u3018\u301a\u301d\ufd3f`;
const CLOSING = String.raw`>\]\}\u00bb\u0f3b\u0f3d\u169c\u203a\u2046\u2309\u230b\u2769\u276b\u276d\u276f\u2771\u2773\u2775\u27c6\u27e7\u27e9\u27eb\u27ed\u27ef\u2984\u2986\u2988\u298a\u298c\u298e\u2990\u2992\u2994\u2996\u2998\u29d9\u29db\u29fd\u2e23\u2e25\u2e27\u2e29\u2e56\u2e58\u2e5a\u2e5c\u3009\u300b\u300d\u300f\u3011\u3015\u3017\u3019\u301b\u301e-\u301f\ufd3e`;

const FUNCTION = 'IMMUTABLE STRICT PARALLEL SAFE LANGUAGE sql RETURN';
/** One that is not STRICT is written into the statement that calls it: of millions of rows nearly all are in form, and cost one look. */
const LOOK = 'IMMUTABLE PARALLEL SAFE LANGUAGE sql RETURN';
const NUMBERED = '^([A-Za-z0-9/_-]*|[\u4e00-\u9fa5A-Z0-9()-]+〔[0-9]{4}〕第?[1-9][0-9]*号)$';

/** The normal forms of identifiers in SQL, and what brings a column that was written before into one of them. */
export class FormIdentifiers1795720000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await this.createForms(db);
    await this.createBringing(db);
  }

  private async createForms(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE FUNCTION plain_form(stated text) RETURNS text ${FUNCTION}
        regexp_replace(regexp_replace(regexp_replace(
          normalize(regexp_replace(normalize(stated, NFKC), '[${SPACES}]', '', 'g'), NFC),
          '[${DASHES}]', '-', 'g'), '[${OPENING}]', '(', 'g'), '[${CLOSING}]', ')', 'g')`);
    await db.query(`
      CREATE FUNCTION in_capitals(stated text) RETURNS text ${FUNCTION}
        translate(stated, 'abcdefghijklmnopqrstuvwxyz', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ')`);
    await db.query(`
      CREATE FUNCTION normal_code(stated text) RETURNS text ${LOOK}
        CASE WHEN stated ~ '^[A-Z0-9_-]*$' THEN stated ELSE in_capitals(plain_form(stated)) END`);
    await db.query(
      `CREATE FUNCTION undashed(stated text) RETURNS text ${LOOK} replace(normal_code(stated), '-', '')`,
    );
    await db.query(`
      CREATE FUNCTION formed_number(stated text) RETURNS text ${FUNCTION} (
        SELECT coalesce(in_capitals(part[1] || '〔' || part[2] || '〕' || coalesce(part[3], '') || coalesce(part[4], '')
          || CASE WHEN part[1] <> '' AND part[4] <> '' AND part[5] = '' THEN '号' ELSE part[5] END), plain)
        FROM plain_form(stated) AS plain
        LEFT JOIN LATERAL regexp_matches(plain, '^(.*)\\(([0-9]{4})年?\\)(?:(第?)0*([0-9]+))?(.*)$') AS part ON true)`);
    await db.query(`
      CREATE FUNCTION normal_number(stated text) RETURNS text ${LOOK}
        CASE WHEN stated ~ '${NUMBERED}' THEN stated ELSE formed_number(stated) END`);
    await db.query(
      `CREATE FUNCTION paper_form(stated text) RETURNS text ${LOOK} in_capitals(normal_number(stated))`,
    );
    await db.query(`
      CREATE FUNCTION reference_form(stated text) RETURNS text ${LOOK}
        CASE WHEN stated LIKE '%/%' THEN stated ELSE normal_number(stated) END`);
  }

  /**
   * A key goes into its form unless another row has that already: of several that mean the same one does, and the others stay
   * as they are. What refers to a key that stays, stays with it. A form that has no room in its column is left out.
   */
  private async createBringing(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE FUNCTION room_of(col_of regclass, col name) RETURNS integer STABLE STRICT LANGUAGE sql RETURN (
        SELECT CASE WHEN atttypmod > 0 THEN atttypmod - 4 ELSE 1000000000 END FROM pg_attribute WHERE attrelid = col_of AND attname = col)`);
    await db.query(`
      CREATE FUNCTION bring_key_into_form(noun regclass, key name, form text) RETURNS void LANGUAGE plpgsql AS $$
      BEGIN
        EXECUTE format('UPDATE %1$s AS stored SET %2$I = chosen.formed FROM (
            SELECT DISTINCT ON (formed) stated, formed
            FROM (SELECT %2$I AS stated, %3$I(%2$I) AS formed FROM %1$s WHERE %2$I <> %3$I(%2$I)) AS otherwise
            WHERE length(formed) BETWEEN 1 AND %4$s AND NOT EXISTS (SELECT FROM %1$s AS other WHERE other.%2$I = formed)
            ORDER BY formed, stated
          ) AS chosen WHERE stored.%2$I = chosen.stated',
          noun, key, form, room_of(noun, key));
      END $$`);
    await db.query(`
      CREATE FUNCTION bring_into_form(noun regclass, col name, form text, of regclass = NULL, key name = NULL, id name = NULL)
      RETURNS void LANGUAGE plpgsql AS $$
      BEGIN
        EXECUTE format('UPDATE %1$s AS stored SET %2$I = %3$I(%2$I)', noun, col, form)
          || CASE WHEN id IS NULL THEN '' ELSE format(', %1$I = %3$I(%2$I) || substr(%1$I, length(%2$I) + 1)', id, col, form) END
          || format(' WHERE %1$I <> %2$I(%1$I) AND length(%2$I(%1$I)) BETWEEN 1 AND %3$s', col, form, room_of(noun, col))
          || CASE WHEN of IS NULL THEN '' ELSE format(' AND NOT EXISTS (SELECT FROM %1$s AS other WHERE other.%2$I = stored.%3$I)', of, key, col) END;
      END $$`);
    await db.query(`
      CREATE FUNCTION bring_list_into_form(noun regclass, col name, form text, of regclass = NULL, key name = NULL)
      RETURNS void LANGUAGE plpgsql AS $$
      DECLARE
        formed text := CASE WHEN of IS NULL THEN format('%I(each)', form)
          ELSE format('CASE WHEN EXISTS (SELECT FROM %s WHERE %I = each) THEN each ELSE %I(each) END', of, key, form) END;
      BEGIN
        EXECUTE format('UPDATE %1$s AS stored SET %2$I = formed.list FROM (
            SELECT %2$I AS stated, ARRAY(SELECT %3$s FROM unnest(%2$I) WITH ORDINALITY AS item(each, nth) ORDER BY nth)::varchar[] AS list
            FROM (SELECT DISTINCT %2$I FROM %1$s WHERE %2$I <> ''{}'') AS lists
          ) AS formed WHERE stored.%2$I = formed.stated AND stated <> list', noun, col, formed);
      END $$`);
  }

  async down(): Promise<void> {
    throw new Error('a migration is not undone: restore the backup');
  }
}
