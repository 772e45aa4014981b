import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a character of a name is searched as: what is left over in the first list has nothing in the second and goes. */
const WRITTEN = [
  'ABCDEFGHIJKLMNOPQRSTUVWXYZ',
  '[]{}<>〔〕【】〖〗〘〙〚〛〈〉《》「」『』⟨⟩❨❩❪❫❲❳⦗⦘',
  '.•‧∙⋅・⸱●',
  '‐‒–—―−',
  ' \u00ad\u1680\u180e\u200b\u200c\u200d\u200e\u200f\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u2060\ufeff',
].join('');
const SEARCHED = ['abcdefghijklmnopqrstuvwxyz', '()'.repeat(17), '·'.repeat(8), '-'.repeat(6)].join('');

export class SearchNamesByKey1795712400001 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE FUNCTION search_key(name text) RETURNS text IMMUTABLE STRICT PARALLEL SAFE LANGUAGE sql
      RETURN translate(normalize(name, NFKC), '${WRITTEN}', '${SEARCHED}')`);
    // pairs of characters: what trigrams hold of a Chinese name depends on the locale of the database, in C it is nothing
    await db.query(`
      CREATE FUNCTION search_pairs(name text) RETURNS text[] IMMUTABLE STRICT PARALLEL SAFE LANGUAGE sql RETURN (
        SELECT coalesce(array_agg(DISTINCT substr(key, at, 2)), '{}')
        FROM search_key(name) AS key, generate_series(1, length(key) - 1) AS at)`);
    await db.query('DROP INDEX enterprise_by_name');
    await db.query('CREATE INDEX enterprise_by_name ON enterprise USING gin (search_pairs(name))');
  }

  async down(): Promise<void> {
    throw new Error('a migration is not undone: restore the backup');
  }
}
