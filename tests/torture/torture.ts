import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { Consumer, type Copy } from './consumers';
import { read } from './readers';
import { openStage, type Stage } from './stage';
import { Stints, writeBySql, writeBySubmission, type Work } from './writers';

export interface Outcome {
  /** How often what was done. */
  counts: Record<string, number>;
  faults: string[];
  /** The database's published list, its lines by id. */
  published: Record<string, string>;
  head: { sequence: string; listed: number; digestMatches: boolean };
  copies: (Copy | null)[];
}

const WRITERS = 8;
const CONSUMERS = 4;
const READERS = 2;
const CATCH_UP_MS = 30_000;

/**
 * Eight writers list, amend, repair, revoke and roll back; consumers follow over HTTP and are killed throughout; readers
 * look for what must be gone; PostgreSQL is restarted half-way. In the end every copy must be the published list.
 */
export async function torture(seconds: number): Promise<Outcome> {
  const stage = await openStage();
  const counts: Record<string, number> = {};
  const faults: string[] = [];
  let stopped = false;
  const count = (what: string) => (counts[what] = (counts[what] ?? 0) + 1);
  const work: Work = {
    stage,
    stints: new Stints(),
    stopped: () => stopped,
    count: (what) => void count(what),
  };
  const consumers = Array.from({ length: CONSUMERS }, (_, at) => new Consumer(work, at, faults));
  try {
    const writing = Array.from({ length: WRITERS }, (_, at) =>
      at < 6 ? writeBySql(work, at) : writeBySubmission(work, at),
    );
    const reading = Array.from({ length: READERS }, () => read(work, faults));
    const living = consumers.map((consumer) => consumer.live());
    await sleep(seconds * 500);
    await stage.restartPostgres();
    count('restarted');
    await sleep(seconds * 500);
    stopped = true;
    await Promise.all([...writing, ...reading, ...living]);
    const published = await publishedNow(stage);
    const head = await headNow(stage);
    await caughtUp(consumers, head.sequence);
    return { counts, faults, published, head, copies: consumers.map((consumer) => consumer.copy()) };
  } finally {
    stopped = true;
    await Promise.all(consumers.map((consumer) => consumer.kill()));
    await stage.close();
  }
}

/** The published list by the listings themselves, whatever the feed says of them. */
async function publishedNow(stage: Stage): Promise<Record<string, string>> {
  const rows = await ask<{ id: string; line: string }>(
    stage,
    `SELECT id, listing_line(listing) AS line FROM dishonesty_listing AS listing
     WHERE status = 'LISTED' AND expires_on >= (now() AT TIME ZONE 'Asia/Shanghai')::date`,
  );
  return Object.fromEntries(rows.map(({ id, line }) => [id, line]));
}

async function headNow(stage: Stage): Promise<Outcome['head']> {
  await ask(stage, `SELECT expire_listings((now() AT TIME ZONE 'Asia/Shanghai')::date, 1000000)`);
  const [head] = await ask<Outcome['head']>(
    stage,
    `SELECT sequence, listed, digest = (SELECT bit_xor(line_digest(listing_line(listing))) FROM dishonesty_listing AS listing
       WHERE status = 'LISTED' AND expires_on >= (now() AT TIME ZONE 'Asia/Shanghai')::date) AND root = list_root() AS "digestMatches" FROM dishonesty_feed`,
  );
  if (!head) throw new Error('the feed has no head');
  return head;
}

async function ask<Row>({ url }: Stage, text: string): Promise<Row[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query('SET search_path = credit');
  return (await client.query(text).finally(() => client.end())).rows as Row[];
}

async function caughtUp(consumers: readonly Consumer[], sequence: string): Promise<void> {
  const isThere = (copy: Copy | null) =>
    copy?.caughtUp && (copy.sequence === null || copy.sequence === sequence);
  for (const until = Date.now() + CATCH_UP_MS; Date.now() < until; await sleep(100)) {
    if (consumers.every((consumer) => isThere(consumer.copy()))) return;
  }
}
