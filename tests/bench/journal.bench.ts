import { createHash } from 'node:crypto';
import { Client } from 'pg';
import { registry } from '../../subgraphs/registry';
import { Database, audit, type Caller, type RequestContext, type Transaction } from '../../subgraphs/kernel';
import { Together } from '../../subgraphs/kernel/together';
import { benchSubgraph } from './bench-subgraph';
import { say } from './say';

const WRITERS = 8;
const ROUNDS = 4;
/** Guarded reads that are answered at once. */
const READERS = 32;
const agency: Caller = {
  ...{ subject: 'bench', departmentCode: null, region: '430000', scopes: [] },
  department: 'MARKET_SUPERVISION',
};
const EVENT = {
  operation: 'submitEnterprises',
  subjects: [{ type: 'Enterprise', key: '91430682MA00000231' }],
  outcome: 'accepted',
};

/** How an entry is added within a writer's transaction. */
type Adds = (tx: Transaction, context: RequestContext) => Promise<void>;

/** The chain of version 0.1.0: whoever adds holds a lock until the commit, since a link needs the one before it. */
const withLock: Adds = async (tx, { caller, requestId }) => {
  const record = JSON.stringify({ at: new Date().toISOString(), caller, requestId, ...EVENT });
  await tx.query("SELECT pg_advisory_xact_lock(hashtext('bench chain'))");
  const [last] = await tx.query<{ digest: string }>(
    'SELECT digest FROM bench_chain ORDER BY sequence DESC LIMIT 1',
  );
  const digest = createHash('sha256')
    .update(last?.digest ?? '')
    .update(record)
    .digest('hex');
  await tx.query('INSERT INTO bench_chain (record, digest) VALUES ($1, $2)', [record, digest]);
};
/** The journal: no lock, and sealed after the commit by one for all. */
const withJournal: Adds = (tx, context) => audit(tx, context, EVENT);

/** Eight writers that each change a row and add an entry, for so many seconds: by the journal, by the lock, and by neither. */
export async function bench([seconds = '5']: readonly string[]): Promise<void> {
  const { subgraph, url, ownerUrl, stop } = await benchSubgraph('journal', registry);
  const { name: schema, entities } = registry;
  const db = await Database.open({ url, schema, entities, poolSize: WRITERS });
  const context = subgraph.open({ caller: agency, purpose: null, requestId: 'bench', client: 'bench' });
  try {
    await prepare(ownerUrl, schema);
    const rates: Record<string, number[]> = {};
    const ways: [string, Adds][] = [
      ['journal', withJournal],
      ['lock', withLock],
      ['neither', () => Promise.resolve()],
    ];
    for (let round = 0; round < ROUNDS; round++) {
      for (const [name, adds] of round % 2 === 0 ? ways : [...ways].reverse())
        (rates[name] ??= []).push(await rate(db, context, adds, Number(seconds) * 1_000));
    }
    const of = (name: string) => median(rates[name] ?? []);
    for (const [name] of ways)
      say(`${name}: ${of(name).toFixed(0)} commits a second of ${WRITERS} writers (median of ${ROUNDS})`);
    say(`the journal takes ${(of('journal') / of('lock')).toFixed(2)} times as many as the lock`);
    await benchReads(subgraph.db, context, Number(seconds) * 1_000);
    say(`all entries were sealed ${(await sealedAfter(subgraph.db)).toFixed(0)} ms after the last commit`);
  } finally {
    await db.close();
    await stop();
  }
}

/** The chain of before, and a row for each writer; the service's login may not make tables. */
async function prepare(ownerUrl: string, schema: string): Promise<void> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query(`
      CREATE TABLE IF NOT EXISTS ${schema}.bench_chain (sequence bigserial PRIMARY KEY, record text NOT NULL, digest text NOT NULL);
      CREATE TABLE IF NOT EXISTS ${schema}.bench_row (writer int PRIMARY KEY, changes bigint NOT NULL);
      INSERT INTO ${schema}.bench_row SELECT n, 0 FROM generate_series(1, ${WRITERS}) AS n ON CONFLICT DO NOTHING;
      GRANT ALL ON ${schema}.bench_chain, ${schema}.bench_row TO PUBLIC;
      GRANT ALL ON SEQUENCE ${schema}.bench_chain_sequence_seq TO PUBLIC`);
  } finally {
    await client.end();
  }
}

/** Commits a second, each of a row of the writer's own and of its entry. */
async function rate(db: Database, context: RequestContext, adds: Adds, ms: number): Promise<number> {
  const start = performance.now();
  let commits = 0;
  const write = async (writer: number) => {
    while (performance.now() - start < ms) {
      await db.transaction(async (tx) => {
        await tx.query('UPDATE bench_row SET changes = changes + 1 WHERE writer = $1', [writer]);
        await adds(tx, context);
      });
      commits++;
    }
  };
  await Promise.all(Array.from({ length: WRITERS }, (_, at) => write(at + 1)));
  return (commits / (performance.now() - start)) * 1_000;
}

/** Guarded reads that each wait for their entry: one commit each, and one for those who wait at the same moment. */
async function benchReads(db: Database, context: RequestContext, ms: number): Promise<void> {
  const reads = db.writing('reads');
  const event = { ...EVENT, operation: 'read', fields: ['Enterprise.contactPhone'], outcome: 'shown' };
  const record = (contexts: readonly RequestContext[]) =>
    reads.transaction(async (tx) => {
      for (const each of contexts) await audit(tx, each, event);
    });
  const together = new Together(record, 100);
  const ways = { alone: () => record([context]), together: () => together.do(context) };
  const rates: Record<keyof typeof ways, number[]> = { alone: [], together: [] };
  for (const readers of [1, READERS]) {
    for (let round = 0; round < ROUNDS; round++)
      for (const way of ['alone', 'together'] as const)
        rates[way].push(await readRate(readers, ways[way], ms));
    const [alone, shared] = [median(rates.alone.splice(0)), median(rates.together.splice(0))];
    say(
      `${readers} guarded reads at once: ${alone.toFixed(0)} a second with a commit each, ${shared.toFixed(0)} together (${(shared / alone).toFixed(2)} times)`,
    );
  }
}

async function readRate(readers: number, read: () => Promise<void>, ms: number): Promise<number> {
  const start = performance.now();
  let done = 0;
  const go = async () => {
    for (; performance.now() - start < ms; done++) await read();
  };
  await Promise.all(Array.from({ length: readers }, go));
  return (done / (performance.now() - start)) * 1_000;
}

/** How long the sealer is behind when nobody writes any more. */
async function sealedAfter(db: Database): Promise<number> {
  const start = performance.now();
  for (;;) {
    const [{ left } = { left: '' }] = await db.read<{ left: string }>(
      'SELECT (SELECT count(*) FROM journal) - (SELECT count(*) FROM journal_seal) AS left',
    );
    if (left === '0') return performance.now() - start;
  }
}

function median(of: readonly number[]): number {
  const sorted = [...of].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? 0)
    : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}
