import { parse } from 'graphql';
import { Client } from 'pg';
import { seal, type Subgraph } from '../../subgraphs/kernel';
import { training } from '../../subgraphs/training';
import { as, callOf } from '../support/callers';
import { keysFrom } from '../support/settings';
import { benchSubgraph } from './bench-subgraph';
import { say } from './say';

const PEOPLE = 1_000_000;
const ENTERPRISES = 100_000;
const ROUNDS = 20;

/** A million certificates of a hundred thousand employers in the divisions of Hunan, a duty for each employer, and courses that most attended. */
async function fill({ db }: Subgraph): Promise<void> {
  const [known] = await db.read<{ present: boolean }>('SELECT EXISTS (SELECT FROM expert) AS present');
  if (known?.present) return;
  say(`filling ${PEOPLE} certificates and ${ENTERPRISES} duties, once …`);
  const sealed = seal('合成人', keysFrom('bench'));
  const source = (id: string) => `'bench' AS source, ${id} AS source_id, 1 AS revision, '' AS content_digest`;
  const region = '(430100 + (i % 14) * 100 + 2 + i % 9)::text AS region_code';
  const uscc = (at: string) => `('E' || lpad((${at})::text, 17, '0'))`;
  await db.transaction(async (tx) => {
    await tx.query('SET LOCAL statement_timeout = 0');
    await tx.query(
      `INSERT INTO qualification SELECT ${source('i::text')}, md5('q' || i) AS id, md5('p' || i) AS person_id, '合**' AS holder_name, $1, $1, $1,
         md5('n' || i), md5('h' || i), 'SPECIAL_EQUIPMENT_OPERATOR', 'SPECIAL_EQUIPMENT_OPERATOR:' || (ARRAY['N1','Q2','G1','T','A'])[1 + i % 5], 'N1', 'VALID',
         date '2022-01-01' + i % 1400, date '2026-01-01' + i % 1400, NULL, date '2026-01-01' + i % 1400, date '2025-12-01' + i % 1400,
         ${uscc(`i % ${ENTERPRISES}`)}, ${region}, (1000 + i % 8000)::text, '{}', true FROM generate_series(1, ${PEOPLE}) AS i`,
      [sealed],
    );
    await tx.query(
      `INSERT INTO training_course SELECT ${source('i::text')}, 'bench/' || i AS id, '合成数据', 'PRINCIPAL', 'TRAINING', date '2026-01-15', 16, ${region}, NULL, true
       FROM generate_series(1, 1000) AS i`,
    );
    await tx.query(
      `INSERT INTO training_duty SELECT ${source('i::text')}, 'bench/' || i AS id, ${uscc('i')}, ${uscc('i')}, NULL, NULL, 'TRAINING', 'YEARLY', 'PRINCIPAL', 2026,
         date '2026-01-01', date '2026-12-31', date '2026-12-31', 0, ${region}, (1000 + i % 8000)::text, '{}', NULL, true FROM generate_series(1, ${ENTERPRISES}) AS i`,
    );
    await tx.query(
      `INSERT INTO attendance SELECT ${source('i::text')}, 'bench/' || i AS id, 'bench/' || (1 + i % 1000), md5('p' || i), '合**', $1, ${uscc('i')}, ${uscc('i')}, NULL, 'PASSED', NULL, ${region}
       FROM generate_series(1, ${ENTERPRISES}) AS i WHERE i % 7 > 0`,
      [sealed],
    );
    await tx.query(
      `INSERT INTO expert SELECT ${source('i::text')}, 'bench/' || i AS id, '合**', $1, 'GENERAL', 'FIRE', '430000-FIRE_RESCUE', '430000', date '2024-01-01', NULL, true FROM generate_series(1, 1) AS i`,
      [sealed],
    );
  });
  // the service's own role may not
  const { url } = db.dataSource.options as { url: string };
  const owner = new Client({ connectionString: url });
  await owner.connect();
  await owner.query(
    'VACUUM ANALYZE training.qualification, training.training_course, training.training_duty, training.attendance',
  );
  await owner.end();
}

const device = {
  __typename: 'Equipment',
  code: 'd',
  kind: { code: '5110' },
  user: { uscc: 'E00000000000000005' },
};
const overview = {
  __typename: 'MatterOverview',
  matterCode: 'FORKLIFT',
  regionCode: '430000',
  scope: { equipmentKinds: ['5000'], industries: ['33'] },
};

const QUESTIONS: Record<string, [string, object]> = {
  'a certificate is checked': ['{ verifyQualification(number: "x", holderName: "y") { genuine } }', {}],
  'the drivers of a forklift': [
    'query ($of: [_Any!]!) { _entities(representations: $of) { ... on Equipment { qualifiedOperators { totalCount edges { node { id } } } } } }',
    { of: [device] },
  ],
  'the certificates of a county, due for renewal': [
    '{ qualifications(filter: { region: "430102", status: RENEWAL_DUE }) { edges { node { id } } } }',
    {},
  ],
  'who missed training in a county': [
    '{ trainingDuties(filter: { region: "430102", status: OPEN }) { edges { node { id status } } } }',
    {},
  ],
  'coverage of a province': ['{ trainingCoverage(region: "430000", year: 2026) { total trained } }', {}],
  'coverage of a county': ['{ trainingCoverage(region: "430102", year: 2026) { total trained } }', {}],
  'the people of a matter in a province': [
    'query ($of: [_Any!]!) { _entities(representations: $of) { ... on MatterOverview { qualifiedPersonnel } } }',
    { of: [overview] },
  ],
  'the principals of a matter in a province': [
    'query ($of: [_Any!]!) { _entities(representations: $of) { ... on MatterOverview { principalTrainingRate } } }',
    { of: [overview] },
  ],
};

/** How long one question takes, in ms, each time as another caller, so that no limit is met. */
async function ask(subgraph: Subgraph, query: string, variables: object, round: number): Promise<number> {
  const caller = { ...as.officer('MARKET_SUPERVISION', '430000'), subject: `bench ${round}` };
  const before = performance.now();
  const operation = { document: parse(query), variables: variables as Record<string, unknown> };
  const { errors } = await subgraph.execute(operation, subgraph.open(callOf(caller)));
  if (errors) throw new Error(JSON.stringify(errors));
  return performance.now() - before;
}

export async function bench(): Promise<void> {
  const { subgraph, stop } = await benchSubgraph('training', training);
  try {
    await fill(subgraph);
    for (const [name, [query, variables]] of Object.entries(QUESTIONS)) {
      const times: number[] = [];
      for (let round = 0; round < ROUNDS; round++) times.push(await ask(subgraph, query, variables, round));
      times.sort((a, b) => a - b);
      say(`${name}: median ${times[ROUNDS / 2]?.toFixed(1)} ms, worst ${times.at(-1)?.toFixed(1)} ms`);
    }
  } finally {
    await stop();
  }
}
