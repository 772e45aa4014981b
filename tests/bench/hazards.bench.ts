import { parse } from 'graphql';
import { Client } from 'pg';
import { hazards } from '../../subgraphs/hazards';
import { Subgraph, createLog } from '../../subgraphs/kernel';
import { benchSubgraph } from './bench-subgraph';
import { benchCall } from './caller';
import { say } from './say';
import { TEST_SETTINGS } from '../support/settings';

const HAZARDS = 1_000_000;
const ROUNDS = 15;
const NAIVE_ROUNDS = 3;
/** The figures of a province by city, counted one by one. */
const COUNTED_ONE_BY_ONE = `
  SELECT left(region_code, 4), count(*), count(closed_on), count(*) FILTER (WHERE closed_on IS NULL AND due_on < now()),
    count(*) FILTER (WHERE closed_on <= original_due_on), count(*) FILTER (WHERE closed_on IS NULL AND original_due_on < now())
  FROM hazards.hazard WHERE grade = 'MAJOR' AND status NOT IN ('REPORTED', 'DISMISSED') AND region_code LIKE '43%' GROUP BY 1`;
/** What makes the difference otherwise: without these every row is read from the table itself. */
const INDEXES = ['enable_indexscan', 'enable_indexonlyscan', 'enable_bitmapscan'];

/** A million hazards in the counties of one province, found over six years, one in ten still open, one in twenty of them exposed. */
async function fill(owner: Client): Promise<void> {
  const { rows } = await owner.query<{ present: boolean }>(
    'SELECT EXISTS (SELECT FROM hazards.hazard) AS present',
  );
  if (rows[0]?.present) return;
  say(`filling ${HAZARDS} hazards, once …`);
  await owner.query(`
    INSERT INTO hazards.hazard (source, source_id, revision, content_digest, number, grade, domain, channel, uscc, equipment_code, region_code,
      industry_code, matter_codes, description, found_on, original_due_on, due_on, status, escalation, competent_kind, closed_on,
      reporter_kind, planned, round, steps, synthetic)
    SELECT 'bench', i, 1, '', 'H-' || lpad(i::text, 7, '0'), (ARRAY['MAJOR','MAJOR','GENERAL'])[1 + i % 3],
      (ARRAY['SPECIAL_EQUIPMENT','FIRE','GAS','CHEMICALS','MINING','CONSTRUCTION','ROAD_TRANSPORT','INDUSTRY_TRADE','FIREWORKS','OTHER'])[1 + i / 3 % 10],
      (ARRAY['SELF_REPORT','INSPECTION','TIP_VERIFIED'])[1 + i / 7 % 3], 'E' || lpad((i % 200000)::text, 17, '0'), 'D' || (i % 400000),
      (430100 + (i % 14) * 100 + 2 + i / 14 % 9)::text, lpad((i * 13 % 9000 + 100)::text, 4, '0'),
      CASE WHEN i % 25 = 0 THEN ARRAY['ELEVATOR'] ELSE '{}' END, repeat('合成数据 ', 20), found, found + 30, found + 30 + (i % 10 = 3)::int * 30,
      CASE WHEN i % 10 = 0 THEN 'RECTIFYING' ELSE 'CLOSED' END, CASE WHEN i % 200 = 0 THEN 'EXPOSURE' ELSE 'NONE' END, 'MARKET_SUPERVISION',
      CASE WHEN i % 10 > 0 THEN found + i % 40 END, 'MARKET_SUPERVISION', false, 1, 1, true
    FROM generate_series(1, ${HAZARDS}) AS i, LATERAL (SELECT date '2020-11-01' + i * 7 % 2190 AS found) AS day`);
  await owner.query('VACUUM ANALYZE hazards.hazard');
}

const SCOPE = { hazardDomains: ['SPECIAL_EQUIPMENT'], industries: ['70', '34', '26'] };
const overview = (regionCode: string): [string, object] => [
  'query ($of: [_Any!]!) { _entities(representations: $of) { ... on MatterOverview { openMajorHazards overdueHazards onTimeRate } } }',
  { of: [{ __typename: 'MatterOverview', matterCode: 'ELEVATOR', regionCode, scope: SCOPE }] },
];
const statistics = (asked: string): [string, object] => [
  `{ hazardStatistics(${asked}) { key found open closed overdue onTimeRate onTimeRateWithExtensions stock increment selfReportShare } }`,
  {},
];
const page = (filter: string): [string, object] => [
  `{ hazards(filter: { ${filter} }) { edges { node { number status } } } }`,
  {},
];

const QUESTIONS: Record<string, [query: string, variables: object]> = {
  'statistics of a province by city': statistics('region: "430000"'),
  'statistics of a province by industry': statistics('region: "430000", groupBy: INDUSTRY'),
  'statistics of a province by year': statistics('region: "430000", groupBy: YEAR'),
  'statistics of a city by county': statistics('region: "430600"'),
  'statistics of a county, one year': statistics('region: "430602", groupBy: TOTAL, year: 2024'),
  'overview of a matter in a province': overview('430000'),
  'overview of a matter in a county': overview('430602'),
  'a page of a province': page('region: "430000"'),
  'a page of what is overdue in a city': page('region: "430600", overdue: true'),
  'a page of what is exposed in a province': page('region: "430000", escalation: EXPOSURE'),
  'the hazards of an enterprise': page('enterprise: "91430682MA4L16JQ90"'),
};

/** The median of each question, in ms. */
async function measure(subgraph: Subgraph, rounds: number): Promise<Map<string, number>> {
  const medians = new Map<string, number>();
  for (const [name, [query, variables]] of Object.entries(QUESTIONS)) {
    const document = parse(query);
    const times: number[] = [];
    for (let round = 0; round < rounds; round++) {
      const before = performance.now();
      const { errors } = await subgraph.execute(
        { document, variables: variables as Record<string, unknown> },
        subgraph.open(benchCall),
      );
      times.push(performance.now() - before);
      if (errors) throw new Error(`${name}: ${JSON.stringify(errors)}`);
    }
    medians.set(name, times.sort((a, b) => a - b)[Math.floor(rounds / 2)] ?? 0);
  }
  return medians;
}

/** Each question over a million hazards with the indexes of the subgraph, and the same statements without. */
export async function bench(): Promise<void> {
  const { subgraph, stop } = await benchSubgraph('hazards', hazards);
  const { url } = subgraph.db.dataSource.options as { url: string };
  const owner = new Client({ connectionString: url });
  await owner.connect();
  try {
    await fill(owner);
    const ours = await measure(subgraph, ROUNDS);
    for (const name of INDEXES) await owner.query(`ALTER DATABASE ${owner.database} SET ${name} = off`);
    const plain = await Subgraph.start(hazards, {
      url,
      settings: TEST_SETTINGS,
      log: createLog('warn', 'bench'),
    });
    const naive = await measure(plain, NAIVE_ROUNDS).finally(() => plain.stop());
    for (const [name, ms] of ours) {
      const without = naive.get(name) ?? 0;
      say(
        `${name}: ${ms.toFixed(1)} ms; without the indexes ${without.toFixed(0)} ms, ratio ${(without / ms).toFixed(1)}`,
      );
    }
    const before = performance.now();
    await owner.query(COUNTED_ONE_BY_ONE);
    say(
      `statistics of a province by city, counted one by one: ${(performance.now() - before).toFixed(0)} ms`,
    );
  } finally {
    for (const name of INDEXES) await owner.query(`ALTER DATABASE ${owner.database} RESET ${name}`);
    await owner.end();
    await stop();
  }
}
