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

/**
 * `npm run bench -- feed [listings changes]`: a page of 500 changes from anywhere, the head, and the whole list as NDJSON, over
 * 1,000,000 listings with 5,000,000 changes in their history. Every figure is of the database's work and its round trip.
 */
export async function bench([listings, changes]: readonly string[]): Promise<void> {
  const { subgraph, stop } = await benchSubgraph('feed', credit);
  try {
    const { db } = subgraph;
    await fill(db, Number(listings ?? LISTINGS), Number(changes ?? CHANGES));
    const { sequence, listed } = await readHead(db);
    say(`${listed} listings, ${sequence} changes`);
    const last = Number(sequence) - PAGE;
    const places = [0, 0.01, 0.25, 0.5, 0.75, 0.99, 1].map((part) => Math.floor(last * part));
    for (const place of places) {
      const times = await timed(() => readChanges(db, String(place), PAGE, TODAY));
      say(
        `a page of ${PAGE} after ${place}: median ${times.median} ms, slowest of ${ROUNDS} ${times.slowest} ms`,
      );
    }
    const head = await timed(() => readHead(db));
    say(`the head: median ${head.median} ms, slowest ${head.slowest} ms`);
    await stream(subgraph.open({ caller: PUBLIC_CALLER, purpose: null, requestId: 'bench', client: '' }));
  } finally {
    await stop();
  }
}

const TODAY = new Date().toISOString().slice(0, 10);

async function timed(work: () => Promise<unknown>): Promise<{ median: string; slowest: string }> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const began = performance.now();
    await work();
    times.push(performance.now() - began);
  }
  times.sort((a, b) => a - b);
  return { median: (times[ROUNDS / 2] ?? 0).toFixed(2), slowest: (times.at(-1) ?? 0).toFixed(2) };
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
async function fill(db: Database, listings: number, changes: number): Promise<void> {
  if (Number((await readHead(db)).sequence) >= changes) return;
  say(`filling with ${listings} listings and ${changes} changes, once …`);
  const client = new Client({ connectionString: String((db.dataSource.options as { url?: string }).url) });
  await client.connect();
  try {
    await client.query('SET search_path = credit');
    await client.query('SET session_replication_role = replica');
    await client.query('TRUNCATE dishonesty_change, published_listing, dishonesty_listing');
    for (const statement of filling(listings, changes)) await client.query(statement);
    // the root as well: each bucket once
    await client.query('SET session_replication_role = origin');
    await client.query('TRUNCATE bucket_row');
    await client.query('INSERT INTO touched_bucket SELECT DISTINCT bucket FROM published_listing');
    await client.query('VACUUM ANALYZE');
  } finally {
    await client.end();
  }
}

function filling(listings: number, changes: number): string[] {
  const returned = Math.floor(listings / 2);
  const pairs = changes - 2 * returned;
  return [
    `INSERT INTO dishonesty_listing (source, source_id, revision, content_digest, id, list, status, subject_kind, uscc, subject, subject_name, cause,
       basis_document, department_code, decided_on, listed_on, expires_on, earliest_removal_on, region_code, industry_code, synthetic)
     SELECT 'bench', n::text, 1, '', 'bench/' || n, 'MARKET_SERIOUS_ILLEGAL', 'LISTED', 'ENTERPRISE', '91430682MA4L16JQ90', '91430682MA4L16JQ90', '合成数据企业' || n,
       '合成数据：生产不符合保障人体健康和人身、财产安全国家标准的产品', '合成市监罚决〔2026〕' || n || '号', '430682-MARKET_SUPERVISION',
       '2026-01-02', '2026-01-05', '2099-01-05', '2027-01-05', '430682', '3770', true
     FROM generate_series(1, ${listings}) AS n`,
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
    `UPDATE dishonesty_feed SET sequence = ${changes}, listed = ${listings},
       bytes = (SELECT sum(line_bytes) FROM published_listing), digest = (SELECT bit_xor(line_digest) FROM published_listing)`,
  ];
}
