import { parse } from 'graphql';
import { enforcement } from '../../subgraphs/enforcement';
import { type Caller, type Subgraph } from '../../subgraphs/kernel';
import { benchSubgraph } from './bench-subgraph';
import { say } from './say';

/**
 * `npm run bench -- enforcement-inspections`: the ranking of a quarter, warnings of overlapping visits and the inspections of an
 * enterprise over 400,000 inspections of three years in three hundred counties.
 */
const ROWS = 400_000;
const ROUNDS = 5;
const OFFICER: Caller = {
  subject: 'bench',
  department: 'HOUSING',
  departmentCode: 'CN-HOUSING',
  region: '000000',
  scopes: [],
};

const RANKING = (region: string) =>
  `{ enforcementRanking(region: "${region}", quarter: "2026-Q2") { rank score components { points } } }`;
const QUERIES: readonly [name: string, query: string, caller: Caller][] = [
  ['ranking of the country', RANKING('000000'), OFFICER],
  ['ranking of a province', RANKING('430000'), OFFICER],
  ['ranking of a city', RANKING('430600'), OFFICER],
  ['overlaps in a county', '{ overlappingVisits(region: "430602") { visits } }', OFFICER],
  ['overlaps in a city', '{ overlappingVisits(region: "430600") { visits } }', OFFICER],
  [
    'inspections of an enterprise',
    '{ _entities(representations: [{ __typename: "Enterprise", uscc: "U00000000000000777" }]) { ... on Enterprise { supervisoryInspections { edges { node { id } } } } } }',
    OFFICER,
  ],
];

export async function bench(): Promise<void> {
  const { subgraph, stop } = await benchSubgraph('enforcement-inspections', enforcement);
  try {
    await fill(subgraph);
    for (const [name, query, caller] of QUERIES) await measure(subgraph, name, query, caller);
  } finally {
    await stop();
  }
}

async function measure(subgraph: Subgraph, name: string, query: string, caller: Caller): Promise<void> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const started = performance.now();
    const call = { caller, purpose: null, requestId: 'bench', client: 'bench' };
    const { errors } = await subgraph.execute({ document: parse(query) }, subgraph.open(call));
    if (errors) throw new Error(`${name}: ${errors[0]?.message}`);
    times.push(performance.now() - started);
  }
  say(`${name.padEnd(32)} best of ${ROUNDS}: ${Math.min(...times).toFixed(1)} ms`);
}

/** Half of the inspections with findings lead to a case; an enterprise has five inspections on average. */
async function fill({ db }: Subgraph): Promise<void> {
  const [known] = await db.read<{ count: number }>(
    'SELECT count(*)::int AS count FROM supervisory_inspection',
  );
  if (known?.count === ROWS) return;
  say(`filling ${ROWS} inspections …`);
  await db.transaction(async (tx) => {
    await tx.query('SET LOCAL statement_timeout = 0');
    await tx.query(
      `INSERT INTO supervisory_inspection (source, source_id, revision, content_digest, id, uscc, place_region_code, region_code,
         department_code, department_kind, inspected_on, mode, expert_attached, findings, case_number, synthetic)
       SELECT 'bench', nth, 1, '', 'bench/' || nth, 'U' || lpad((nth % 200000)::text, 17, '0'), region, region, region || '-' || kind, kind,
         current_date - (nth * 7919 % 1095)::int, 'DAILY', false, nth % 5, CASE WHEN nth % 10 = 1 THEN 'c' || nth END, true
       FROM generate_series(1, $1::bigint) AS nth,
         LATERAL (SELECT (11 + nth % 200000 % 34 + 32 * ((nth % 200000 / 34) % 2))::text || lpad((1 + nth % 200000 % 9)::text, 2, '0') || '02' AS region,
           CASE WHEN nth % 3 = 0 THEN 'FIRE_RESCUE' ELSE 'MARKET_SUPERVISION' END AS kind) AS place`,
      [ROWS],
    );
  });
}
