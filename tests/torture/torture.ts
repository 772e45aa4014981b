import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { backUpFeed, type Backup } from '../support/backup';
import { feedConsumers, type Copy } from '../support/feed-consumers';
import { faithful } from '../support/mirror';
import { Consumer } from './consumers';
import { Gate } from './gate';
import { Liar } from './liar';
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
const BY_SQL = 6;
/** Of each language: one that takes the whole list, one that walks the feed. */
const OF_EACH = 2;
const CATCH_UP_MS = 30_000;

/**
 * Eight writers list, amend, repair, revoke and roll back; consumers of every language follow a mirror that forges now and
 * again, and are killed throughout; readers look for what must be gone. Meanwhile changes are cleaned up, a backup is restored,
 * PostgreSQL restarted, keys and epoch are renewed. In the end every copy must be the published list.
 */
export async function torture(seconds: number, readers = 2): Promise<Outcome> {
  const stage = await openStage();
  const counts: Record<string, number> = {};
  const faults: string[] = [];
  let stopped = false;
  const count = (what: string) => (counts[what] = (counts[what] ?? 0) + 1);
  const work: Work = {
    stage,
    stints: new Stints(),
    gate: new Gate(),
    stopped: () => stopped,
    count: (what) => void count(what),
  };
  const liar = new Liar();
  stage.mirror.change = liar.change;
  const languages = feedConsumers(stage.folder);
  const consumers = Array.from({ length: OF_EACH * languages.length }, (_, at) => {
    return new Consumer(work, liar, languages[Math.floor(at / OF_EACH)]!, at, faults);
  });
  const atWork: Promise<void>[] = [];
  const begin = (...all: Promise<void>[]) =>
    void atWork.push(...all.map((one) => one.catch((error: Error) => void faults.push(`${error.stack}`))));
  try {
    begin(...Array.from({ length: BY_SQL }, (_, at) => writeBySql(work, at)));
    begin(...Array.from({ length: readers }, () => read(work, faults)));
    begin(...consumers.map((consumer) => consumer.live()), cleanUp(work));
    await restoreAfter(seconds * 200, work);
    // what these know of their records is not in the backup
    for (let at = BY_SQL; at < WRITERS; at++) begin(writeBySubmission(work, at));
    await sleep(seconds * 200);
    await stage.restartPostgres();
    count('restarted');
    await sleep(seconds * 200);
    await stage.renewKeys();
    count('renewed keys');
    await sleep(seconds * 200);
    await ask(stage, 'UPDATE dishonesty_feed SET epoch = gen_random_uuid()');
    count('renewed the epoch');
    await sleep(seconds * 200);
    stopped = true;
    await Promise.all(atWork);
    stage.mirror.change = faithful;
    const published = await publishedNow(stage);
    const head = await headNow(stage);
    await caughtUp(consumers, head.sequence);
    return { counts, faults, published, head, copies: consumers.map((consumer) => consumer.copy()) };
  } finally {
    stopped = true;
    await Promise.all(atWork);
    await Promise.all(consumers.map((consumer) => consumer.kill()));
    await stage.close();
  }
}

/** What was written in half of this time is lost, and nobody but the feed tells the consumers. */
async function restoreAfter(ms: number, { stage, stints, gate, count }: Work): Promise<void> {
  await sleep(ms / 2);
  let forget = () => {};
  let backup: Backup | undefined;
  await gate.alone(async () => {
    backup = await backUpFeed(stage.url);
    forget = stints.keep();
  });
  await sleep(ms / 2);
  await gate.alone(async () => {
    await backup?.restore();
    forget();
  });
  await backup?.close();
  count('restored');
}

/** All the time, up to what was changed a moment ago. */
async function cleanUp({ stage, stopped, count }: Work): Promise<void> {
  for (; !stopped(); await sleep(1_000)) {
    const cleaned = await ask(stage, `SELECT retire_changes(clock_timestamp() - interval '1 s')`).catch(
      () => null,
    );
    if (cleaned) count('cleaned up');
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
  client.on('error', () => undefined); // PostgreSQL is restarted
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
