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

/** What a row of these nouns rests on, as it is written from now on; what makes two rows the same, and which of them stands. */
const NOUNS = [
  ['principal_ban', 'basis_document', 100, 'number', 'person_id, basis_document', 'ends_on DESC'],
  ['principal_appointment', null, 0, null, 'uscc, person_id, appointed_on', 'ended_on DESC'],
  ['safety_insurance', 'policy_number', 64, 'code', 'uscc, field, valid_from, policy_number', 'valid_until'],
  [
    'safety_standard',
    'certificate_number',
    64,
    'number',
    'uscc, awarded_on, certificate_number',
    'valid_until',
  ],
  ['credit_repair', 'document', 100, 'number', null, null],
] as const;

/** A ban, an appointment, a policy and a certificate count once, as a listing does. */
export class RecordADocumentOnce1795725000001 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const statement of NORMAL_FORMS) await db.query(statement);
    for (const [table, column, longest, form, by, order] of NOUNS) {
      if (column !== null) {
        await db.query(`
          ALTER TABLE ${table} ALTER ${column} TYPE varchar(${longest}) COLLATE "C" USING pg_temp.normal_${form}(${column}, ${longest})`);
      }
      if (by !== null) await markDuplicates(db, table, by, order);
    }
  }

  async down(): Promise<void> {
    throw new Error('a migration is not undone: restore the backup');
  }
}

/** Nothing says which was sent first: what bars or holds longest stands, and the cover that ends soonest. */
async function markDuplicates(db: QueryRunner, table: string, by: string, order: string): Promise<void> {
  const isWhole = by.split(', ').map((column) => `${column} IS NOT NULL`);
  await db.query(`ALTER TABLE ${table} ADD duplicate_of varchar(130) COLLATE "C"`);
  await db.query(`
    UPDATE ${table} AS row SET duplicate_of = ranked.first
    FROM (SELECT id, first_value(id) OVER (PARTITION BY ${by} ORDER BY ${order}, id) AS first FROM ${table} WHERE ${isWhole.join(' AND ')}) AS ranked
    WHERE ranked.id = row.id AND ranked.first <> row.id`);
  await db.query(`CREATE UNIQUE INDEX ${table}_once ON ${table} (${by}) WHERE duplicate_of IS NULL`);
  await db.query(`CREATE INDEX ${table}_by_first ON ${table} (duplicate_of) WHERE duplicate_of IS NOT NULL`);
}

/** `normalNumber` and `normalCode` of the kernel in SQL, for this session. What would not fit its column stays as it is. */
const NORMAL_FORMS = [
  `CREATE OR REPLACE FUNCTION pg_temp.plain(number text) RETURNS text IMMUTABLE STRICT LANGUAGE sql RETURN
    translate(normalize(translate(normalize(number, NFKC), '${SPACES}', ''), NFC), '${WRITTEN}', '${READ}')`,
  `CREATE OR REPLACE FUNCTION pg_temp.normal_number(number text, longest integer) RETURNS text IMMUTABLE STRICT LANGUAGE sql RETURN (
    SELECT CASE WHEN length(normal) BETWEEN 1 AND longest THEN normal ELSE number END
    FROM (SELECT coalesce(translate(part[1] || '〔' || part[2] || '〕' || coalesce(part[3], '') || coalesce(part[4], '')
        || CASE WHEN part[1] <> '' AND part[4] <> '' AND part[5] = '' THEN '号' ELSE part[5] END, '${SMALL}', '${CAPITAL}'), plain) AS normal
      FROM pg_temp.plain(number) AS plain,
        LATERAL (SELECT regexp_match(plain, '^(.*)\\(([0-9]{4})年?\\)(?:(第?)0*([0-9]+))?(.*)$') AS part) AS parts) AS found)`,
  `CREATE OR REPLACE FUNCTION pg_temp.normal_code(code text, longest integer) RETURNS text IMMUTABLE STRICT LANGUAGE sql RETURN (
    SELECT CASE WHEN length(normal) BETWEEN 1 AND longest THEN normal ELSE code END
    FROM (SELECT translate(pg_temp.plain(code), '${SMALL}', '${CAPITAL}') AS normal) AS found)`,
];
