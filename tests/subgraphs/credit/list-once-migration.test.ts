import fc from 'fast-check';
import { migrate } from '../../../migrations/run';
import { credit } from '../../../subgraphs/credit';
import { DishonestyListing } from '../../../subgraphs/credit/listing/listing';
import { subjectOf } from '../../../subgraphs/credit/listing/listing.rules';
import { Database, normalNumber } from '../../../subgraphs/kernel';
import type { TestDatabase } from '../../support/database';
import { restore } from '../../upgrade/restore';

/** Characters that a number is written with, and any others. */
const NUMBERS = fc.sample(
  fc.oneof(
    fc.string({
      unit: fc.constantFrom(...'湘罚〔［【(（<«】〕)）>»20260１８８第号年 a字z＝-—－\u200b\u3000\u2007'),
      maxLength: 30,
    }),
    fc
      .tuple(fc.constantFrom(...'[(【〔〖﹝＜'), fc.constantFrom('', ' ', '第', '00', '０'), fc.nat(3_000))
      .map(([bracket, between, serial]) => `临市监罚${bracket}2025〕${between}${serial}号`),
    fc.string({ unit: 'binary', maxLength: 20 }).map((text) => text.replaceAll('\0', '')),
  ),
  { numRuns: 400, seed: 7 },
);

let database: TestDatabase;
let db: Database;
/** What the kernel's fields are of a listing, in the tables of 0.1.0. */
const insert = (rows: object[]) =>
  db.transaction((tx) =>
    tx.query(
      `INSERT INTO dishonesty_listing (source, source_id, revision, content_digest, id, list, status, subject_kind, uscc, subject_name, cause,
         basis_document, department_code, decided_on, listed_on, expires_on, region_code, synthetic)
       SELECT split_part(id, '/', 1), split_part(id, '/', 2), 1, '', id, 'MARKET_SERIOUS_ILLEGAL', status, CASE WHEN uscc IS NULL THEN 'PERSON' ELSE 'ENTERPRISE' END,
         uscc, name, '合成', document, '430682-MARKET_SUPERVISION', '2026-01-12', '2026-01-12', '2099-01-12', '430682', true
       FROM json_to_recordset($1) AS row (id varchar, status varchar, uscc varchar, name varchar, document varchar)`,
      [JSON.stringify(rows)],
    ),
  );
const listing = (id: string, document: string, changes: object = {}) => ({
  ...{ id, document, status: 'LISTED', uscc: '91430682MA4L16JQ90', name: '甲公司', ...changes },
});
let before: { epoch: string; sequence: string; listed: number };
const feed = async () =>
  (await db.read<typeof before>('SELECT epoch, sequence, listed FROM dishonesty_feed'))[0] as typeof before;

beforeAll(async () => {
  database = await restore('0.1.0');
  db = await Database.open({ url: database.url, schema: 'credit', entities: [] });
  const person = { uscc: null };
  await insert([listing('a/9', '临市监罚决〔2026〕1号')]);
  await insert([
    listing('a/1', '临市监罚决[2026]1号'),
    listing('a/0', '临市监罚决（2026）01号', { status: 'REMOVED_EARLY' }),
    listing('a/2', '临市监罚决（2026）01号', { status: 'REVOKED' }),
    listing('a/3', '临市监罚决〔2026〕1号', { uscc: '91430682MA4L99990A' }),
    listing('a/4', '临市监罚决〔2026〕5号', { ...person, name: '张 三' }),
    listing('b/4', '临市监罚决[2026]5号', { ...person, name: '张三' }),
    ...['临市监告[2026]88号', '临市监告（2026）88号', '临市监告〔2026〕088号'].map((notice) =>
      listing(`decision/${notice}`, notice, { status: 'NOTIFIED' }),
    ),
    ...NUMBERS.map((number, at) => listing(`n/${at}`, number, { ...person, name: `某${at}` })),
  ]);
  await db.transaction((tx) =>
    tx.query(`INSERT INTO principal_ban (source, source_id, revision, content_digest, id, region_code, person_id, sealed_name, kind, basis_document, decided_on, ends_on)
      SELECT 's', id, 1, '', 's/' || id, '430682', 'p', '', 'LIFETIME_IN_INDUSTRY', document, '2026-01-02', ends::date
      FROM (VALUES ('1', '临应急罚[2026]1号', '2031-01-02'), ('2', '临应急罚〔2026〕01号', NULL), ('3', '临应急罚〔2026〕2号', NULL)) AS row (id, document, ends)`),
  );
  before = await feed();
  await db.close();
  await migrate([credit], () => database.url);
  db = await Database.open({ url: database.url, schema: 'credit', entities: [DishonestyListing] });
});
afterAll(async () => {
  await db?.close();
  await database?.drop();
});

test('numbers that were stored MUST be written as the kernel writes them', async () => {
  const rows = await db.read<{ id: string; number: string }>(
    `SELECT id, basis_document AS number FROM dishonesty_listing WHERE source = 'n'`,
  );
  const expected = NUMBERS.map((number, at) => [`n/${at}`, normalNumber(number) || number]);
  expect(new Map(rows.map(({ id, number }) => [id, number]))).toEqual(
    new Map(expected as [string, string][]),
  );
  expect(NUMBERS.filter((number) => normalNumber(number) !== number).length).toBeGreaterThan(200);
});

test('subjects MUST be known as a submission knows them', async () => {
  const rows = await db.read<DishonestyListing>(
    `SELECT ${db.columns(DishonestyListing)} FROM dishonesty_listing`,
  );
  expect(rows.length).toBeGreaterThan(400);
  expect(rows.filter((row) => row.subject !== subjectOf(row))).toEqual([]);
});

test('what is on the list longest MUST stand, and the others name it: by list, subject and decision', async () => {
  const rows = await db.read<{ id: string; first: string }>(
    'SELECT id, duplicate_of AS first FROM dishonesty_listing WHERE duplicate_of IS NOT NULL ORDER BY id',
  );
  expect(rows).toEqual([
    { id: 'a/0', first: 'a/9' },
    { id: 'a/1', first: 'a/9' },
    { id: 'b/4', first: 'a/4' },
    { id: 'decision/临市监告〔2026〕088号', first: 'decision/临市监告[2026]88号' },
    { id: 'decision/临市监告（2026）88号', first: 'decision/临市监告[2026]88号' },
  ]);
});

test('a notice MUST be known to have been given', async () => {
  const rows = await db.read('SELECT id FROM dishonesty_listing WHERE notice_document = $1', [
    '临市监告〔2026〕88号',
  ]);
  expect(rows).toEqual([{ id: 'decision/临市监告[2026]88号' }]);
});

test('the feed MUST go on: what repeats is REMOVED, what is written otherwise AMENDED, and its digest is of its lines', async () => {
  const [now, changes] = [
    await feed(),
    await db.read<{ kind: string; id: string; reason: string | null }>(
      `SELECT kind, listing_id AS id, reason FROM dishonesty_change WHERE sequence > $1 AND (kind = 'REMOVED' OR listing_id LIKE 'a/%')
       ORDER BY listing_id`,
      [before.sequence],
    ),
  ];
  expect(now).toMatchObject({ epoch: before.epoch, listed: before.listed - 2 });
  expect(changes).toEqual([
    { kind: 'REMOVED', id: 'a/1', reason: 'WITHDRAWN' },
    { kind: 'REMOVED', id: 'b/4', reason: 'WITHDRAWN' },
  ]);
  const [held] = await db.read<{ holds: boolean }>(
    `SELECT (SELECT digest FROM dishonesty_feed) = bit_xor(line_digest(listing_line(listing))) AS holds
     FROM published_listing known JOIN dishonesty_listing listing ON listing.id = known.listing_id`,
  );
  expect(held).toEqual({ holds: true });
});

test('a ban that was stored twice MUST bar as long as the longer of them', async () => {
  expect(
    await db.read(
      `SELECT id, basis_document AS document, duplicate_of AS first FROM principal_ban WHERE source = 's' ORDER BY id`,
    ),
  ).toEqual([
    { id: 's/1', document: '临应急罚〔2026〕1号', first: 's/2' },
    { id: 's/2', document: '临应急罚〔2026〕1号', first: null },
    { id: 's/3', document: '临应急罚〔2026〕2号', first: null },
  ]);
});
