import { parse } from 'graphql';
import { equipment } from '../../subgraphs/equipment';
import { submit, type Subgraph } from '../../subgraphs/kernel';
import { cylinderFillingSubmission } from '../../subgraphs/equipment/cylinder/cylinder.submission';
import { benchSubgraph } from './bench-subgraph';
import { say } from './say';

const CYLINDERS = 20_000;
const ROUNDS = 200;
const FILLER = '91430682MA00000231';

/** A million fillings (or as many as are asked for): the history of one cylinder, and how fast more come in. */
export async function bench([fillings = '1000000']: readonly string[]): Promise<void> {
  const { subgraph, stop } = await benchSubgraph('equipment', equipment);
  try {
    await fill(subgraph, Number(fillings));
    const [{ count } = { count: 0 }] = await subgraph.db.read<{ count: number }>(
      'SELECT count(*)::int AS count FROM cylinder_filling',
    );
    say(`${count} fillings of ${CYLINDERS} cylinders`);
    const indexed = await timed(ROUNDS, (at) => history(subgraph, `BENCH-${at * 97}`));
    const scanned = await timed(5, (at) => unindexed(subgraph, `BENCH-${at * 97}`));
    say(
      `one cylinder's history: ${indexed.toFixed(2)} ms; without its index ${scanned.toFixed(1)} ms, ${(scanned / indexed).toFixed(0)} times as long`,
    );
    const batch = await timed(20, (at) => send(subgraph, at));
    say(
      `submission: a batch of 1000 in ${batch.toFixed(0)} ms, ${Math.round(1_000_000 / batch)} fillings a second`,
    );
  } finally {
    await stop();
  }
}

async function fill({ db }: Subgraph, fillings: number): Promise<void> {
  const [{ count } = { count: 0 }] = await db.read<{ count: number }>(
    'SELECT count(*)::int AS count FROM cylinder_filling',
  );
  if (count >= fillings) return;
  await db.transaction(async (tx) => {
    await tx.query('SET LOCAL statement_timeout = 0');
    await tx.query(
      `INSERT INTO gas_cylinder (source, source_id, revision, content_digest, serial, medium, valve, region_code, manufactured_on, next_inspection_due, synthetic)
       SELECT 'bench', n, 1, '', 'BENCH-' || n, '氧气', 'RESIDUAL_PRESSURE', '430682', '2024-01-01', '2099-01-01', true
       FROM generate_series(0, $1 - 1) AS n ON CONFLICT DO NOTHING`,
      [CYLINDERS],
    );
    await tx.query(
      `INSERT INTO cylinder_filling (source, source_id, revision, content_digest, id, cylinder_serial, region_code, filler_uscc, filled_on)
       SELECT 'bench', n, 1, '', 'BENCH-' || n % $2 || '/bench/' || n, 'BENCH-' || n % $2, '430682', $3, '2024-01-01'::date + (n / $2)::int
       FROM generate_series(0, $1 - 1) AS n ON CONFLICT DO NOTHING`,
      [fillings, CYLINDERS, FILLER],
    );
  });
}

const agency = {
  subject: 'bench',
  department: 'MARKET_SUPERVISION',
  departmentCode: null,
  region: '000000',
  scopes: ['write:equipment'],
} as const;
const open = (subgraph: Subgraph) =>
  subgraph.open({ caller: agency, purpose: null, requestId: 'bench', client: 'bench' });
const HISTORY = parse(
  'query ($serial: ID!) { gasCylinder(serial: $serial) { serial fillings(first: 20) { edges { node { filledOn batch } } } } }',
);

async function history(subgraph: Subgraph, serial: string): Promise<void> {
  const { errors } = await subgraph.execute({ document: HISTORY, variables: { serial } }, open(subgraph));
  if (errors) throw new Error(JSON.stringify(errors));
}

/** The same rows where no index can help: the column is hidden from the planner. */
async function unindexed({ db }: Subgraph, serial: string): Promise<void> {
  await db.read(
    "SELECT * FROM cylinder_filling WHERE cylinder_serial || '' = $1 ORDER BY filled_on DESC, id DESC LIMIT 21",
    [serial],
  );
}

async function send(subgraph: Subgraph, at: number): Promise<void> {
  const run = `${Date.now()}-${at}`;
  const records = Array.from({ length: 1_000 }, (_, n) => ({
    ...{
      sourceId: `${run}-${n}`,
      cylinderSerial: `BENCH-${(n * 13) % CYLINDERS}`,
      fillerUscc: FILLER,
      regionCode: '430682',
    },
    filledOn: '2026-11-01',
  }));
  const { accepted } = await submit(open(subgraph), cylinderFillingSubmission, 'bench-more', records);
  if (accepted !== records.length) throw new Error(`only ${accepted} were accepted`);
}

/** Milliseconds a round, after one to warm up. */
async function timed(rounds: number, work: (at: number) => Promise<void>): Promise<number> {
  await work(0);
  const start = performance.now();
  for (let at = 1; at <= rounds; at++) await work(at);
  return (performance.now() - start) / rounds;
}
