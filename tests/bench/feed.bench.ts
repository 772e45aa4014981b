import { Client } from 'pg';
import { credit } from '../../subgraphs/credit';
import { ndjsonSnapshot } from '../../subgraphs/credit/feed/snapshot';
import { readChanges, readHead } from '../../subgraphs/credit/feed/feed.loaders';
import { PUBLIC_CALLER, type Database } from '../../subgraphs/kernel';
import { benchSubgraph } from './bench-subgraph';
import { say } from './say';

const LISTINGS = 1_000_000;
const CHANGES = 5_000_000;
const PAGE = 500;
const ROUNDS = 40;

/** How many listings come in one statement, each time twice as many. */
const AT_ONCE = [12_500, 25_000, 50_000, 100_000];
const TOUCHED = [1, 100, 1_000, 65_536];

/**
 * `npm run bench -- feed [prepare|measure] [listings changes]`: pages of 500 changes from anywhere, the head, many listings in
 * one statement, the hash tree, and the whole list as NDJSON, over 1,000,000 listings with 5,000,000 changes in their history.
 * `prepare` fills only, some minutes. Every figure is of the database's work and its round trip.
 */
export async function bench(asked: readonly string[]): Promise<void> {
  const [listings = LISTINGS, changes = CHANGES] = asked.flatMap((each) => Number(each) || []);
  const { subgraph, stop } = await benchSubgraph('feed', credit);
  const { db } = subgraph;
  const owner = new Client({ connectionString: String((db.dataSource.options as { url?: string }).url) });
  await owner.connect();
  try {
    await owner.query('SET search_path = credit');
    await fill(owner, db, listings, changes);
    if (asked[0] === 'prepare') return;
    const { sequence, listed } = await readHead(db);
    say(`${listed} listings, ${sequence} changes`);
    await pages(db, Number(sequence) - PAGE);
    say(`the head: ${await timed(() => readHead(db))}`);
    await tree(owner);
    await atOnce(owner);
    await stream(subgraph.open({ caller: PUBLIC_CALLER, purpose: null, requestId: 'bench', client: '' }));
  } finally {
    await owner.end();
    await stop();
  }
}

async function pages(db: Database, last: number): Promise<void> {
  for (const part of [0, 0.01, 0.25, 0.5, 0.75, 0.99, 1]) {
    const place = Math.floor(last * part);
    say(
      `a page of ${PAGE} after ${place}: ${await timed(() => readChanges(db, String(place), PAGE, TODAY))}`,
    );
  }
}

/** What a commit pays for the root, by the buckets that it touched. */
async function tree(owner: Client): Promise<void> {
  for (const buckets of TOUCHED) {
    const ms = await undone(owner, () =>
      owner.query(
        `SELECT hash_buckets(array_agg(at)) FROM generate_series(0, 65535, 65536 / ${buckets}) AS at`,
      ),
    );
    say(`the hash tree after a change in ${buckets} buckets: ${ms.toFixed(1)} ms`);
  }
}

/** Listings that come in one statement, with all that the commit does for the feed. */
async function atOnce(owner: Client): Promise<void> {
  for (const listings of AT_ONCE) {
    const ms = await undone(owner, async () => {
      await owner.query(comings(2 * LISTINGS + 1, 2 * LISTINGS + listings));
      await owner.query('SET CONSTRAINTS ALL IMMEDIATE');
    });
    say(
      `${listings} listings in one statement: ${(ms / 1_000).toFixed(1)} s, ${((ms * 1_000) / listings).toFixed(0)} µs each`,
    );
  }
}

/** How long it took; nothing of it stays. */
async function undone(owner: Client, work: () => Promise<unknown>): Promise<number> {
  await owner.query('BEGIN');
  const began = performance.now();
  await work();
  const ms = performance.now() - began;
  await owner.query('ROLLBACK');
  return ms;
}

const TODAY = new Date().toISOString().slice(0, 10);

/** The fastest is what a quiet machine takes, whatever else this one does. */
async function timed(work: () => Promise<unknown>): Promise<string> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const began = performance.now();
    await work();
    times.push(performance.now() - began);
  }
  times.sort((a, b) => a - b);
  const [fastest, median, slowest] = [0, ROUNDS / 2, ROUNDS - 1].map((at) => (times[at] ?? 0).toFixed(2));
  return `fastest ${fastest} ms, median ${median} ms, slowest of ${ROUNDS} ${slowest} ms`;
}

async function stream(context: Parameters<typeof ndjsonSnapshot.answer>[0]): Promise<void> {
  const before = process.memoryUsage().rss;
  const began = performance.now();
  const { body, headers } = await ndjsonSnapshot.answer(context, {});
  let [bytes, most] = [0, before];
  if (body === null || typeof body === 'string') throw new Error('the snapshot is no stream');
  for await (const part of body.open()) {
    bytes += (part as Buffer).length;
    most = Math.max(most, process.memoryUsage().rss);
  }
  if (String(bytes) !== headers['content-length'])
    throw new Error(`the snapshot has ${bytes} bytes, and said ${headers['content-length']}`);
  const [mb, seconds] = [
    (size: number) => (size / 1024 / 1024).toFixed(0),
    (performance.now() - began) / 1000,
  ];
  say(
    `the whole list: ${mb(bytes)} MB in ${seconds.toFixed(1)} s; RSS ${mb(before)} MB before, ${mb(most)} MB at most`,
  );
}

/**
 * Rows as the triggers would have made them: every listing came, three of five changes amended one, and half of them went
 * and came back. By the superuser, with the triggers off.
 */
async function fill(owner: Client, db: Database, listings: number, changes: number): Promise<void> {
  if (Number((await readHead(db)).sequence) >= changes) return;
  say(`filling with ${listings} listings and ${changes} changes, once …`);
  await owner.query('SET session_replication_role = replica');
  await owner.query('TRUNCATE dishonesty_change, published_listing, dishonesty_listing, bucket_row');
  for (const statement of filling(listings, changes)) await owner.query(statement);
  await owner.query('SET session_replication_role = origin');
  // what a filling that was broken off left is filled anew: the head comes last
  await owner.query(`UPDATE dishonesty_feed SET sequence = ${changes}`);
  await owner.query('VACUUM ANALYZE');
}

/** Listings that come, told apart by their numbers. */
function comings(first: number, last: number): string {
  return `INSERT INTO dishonesty_listing (source, source_id, revision, content_digest, id, list, status, subject_kind, uscc, subject, subject_name, cause,
       basis_document, department_code, decided_on, listed_on, expires_on, earliest_removal_on, region_code, industry_code, synthetic)
     SELECT 'bench', n::text, 1, '', 'bench/' || n, 'MARKET_SERIOUS_ILLEGAL', 'LISTED', 'ENTERPRISE', '91430682MA4L16JQ90', '91430682MA4L16JQ90', '合成数据企业' || n,
       '合成数据：生产不符合保障人体健康和人身、财产安全国家标准的产品', '合成市监罚决〔2026〕' || n || '号', '430682-MARKET_SUPERVISION',
       '2026-01-02', '2026-01-05', '2099-01-05', '2027-01-05', '430682', '3770', true
     FROM generate_series(${first}, ${last}) AS n`;
}

function filling(listings: number, changes: number): string[] {
  const returned = Math.floor(listings / 2);
  const pairs = changes - 2 * returned;
  return [
    comings(1, listings),
    `INSERT INTO dishonesty_change
     SELECT n, CASE WHEN n <= ${listings} THEN 'LISTED' ELSE 'AMENDED' END, now() - interval '1 year' * (1 - n::float / ${changes}),
       'bench/' || 1 + (n - 1) * CASE WHEN n <= ${listings} THEN 1 ELSE 7919 END % ${listings}, 'MARKET_SERIOUS_ILLEGAL', '91430682MA4L16JQ90', NULL, NULL
     FROM generate_series(1::bigint, ${pairs}) AS n`,
    `INSERT INTO dishonesty_change
     SELECT ${pairs} + 2 * n - step, CASE step WHEN 1 THEN 'REMOVED' ELSE 'LISTED' END, now(), 'bench/' || n, 'MARKET_SERIOUS_ILLEGAL',
       '91430682MA4L16JQ90', CASE step WHEN 1 THEN 'REVOKED' END, NULL
     FROM generate_series(1, ${returned}) AS n, generate_series(0, 1) AS step`,
    `INSERT INTO published_listing
     SELECT id, line_digest(line), octet_length(line) + 1, expires_on,
       CASE WHEN source_id::bigint <= ${returned} THEN ${pairs} + 2 * source_id::bigint ELSE source_id::bigint END
     FROM (SELECT *, listing_line(listing) AS line FROM dishonesty_listing AS listing OFFSET 0) AS listing`,
    `UPDATE dishonesty_feed SET listed = ${listings},
       bytes = (SELECT sum(line_bytes) FROM published_listing), digest = (SELECT bit_xor(line_digest) FROM published_listing)`,
    'ANALYZE published_listing',
    'SELECT hash_buckets(array_agg(at)) FROM generate_series(0, 65535) AS at',
  ];
}
