import { join } from 'node:path';
import { Client } from 'pg';
import { developmentToken } from '../../gateway/identity';
import { startLocal, startSubgraphs } from '../../gateway/platform';
import { migrate } from '../../migrations/run';
import { subgraphs } from '../../subgraphs';
import { openDatabases, type Databases } from '../../subgraphs/databases';
import { createLog, readConfig, type Config } from '../../subgraphs/kernel';
import { postTo } from '../support/http';
import { fillDepartments } from './overview-data';
import { say } from './say';

const ROUNDS = 9;
const NAIVE_ROUNDS = 3;
/** What makes the difference: without these every figure is read from the tables themselves. */
const INDEXES = ['enable_indexscan', 'enable_indexonlyscan', 'enable_bitmapscan'];

const PARTS: Record<string, string> = {
  equipment: 'equipmentCount overdueInspections',
  hazards: 'openMajorHazards overdueHazards onTimeRate',
  quality: 'validCertificates unqualifiedRate',
  training: 'qualifiedPersonnel principalTrainingRate',
  enforcement: 'openCases finesTotal',
  credit: 'listedEnterprises',
};
const ALL = Object.values(PARTS).join(' ');
const PLACES = ['430682', '430000', '000000'];
/** Lifts; fork-lifts, whose users are of 34 industries; a scope of all industries. */
const MATTERS = ['ELEVATOR', 'IN_PLANT_VEHICLE', 'KEY_FIRE_UNIT'];

/** `npm run bench -- overview`: one request for the figures of all departments, over a million hazards and 400,000 devices. */
export async function bench(): Promise<void> {
  const env = { DATABASE_URL: '', DATA_DIR: join(__dirname, '../../.data/bench-overview'), DEMO_DATA: 'off', SANDBOX: 'off', PORT: '0' };
  const config = readConfig({ ...process.env, ...env });
  const databases = await openDatabases(config, () => undefined);
  await migrate(subgraphs, databases.urlOf, say);
  const owner = new Client({ connectionString: databases.urlOf('hazards') });
  await owner.connect();
  try {
    await fillDepartments(owner);
    const ours = await measured(config, databases, ROUNDS);
    for (const name of INDEXES) await owner.query(`ALTER DATABASE ${owner.database} SET ${name} = off`);
    const naive = await measured(config, databases, NAIVE_ROUNDS);
    for (const [name, ms] of ours) {
      const without = naive.get(name) ?? 0;
      say(`${name}: ${ms.toFixed(1)} ms; without indexes ${without.toFixed(0)} ms, ratio ${(without / ms).toFixed(1)}`);
    }
  } finally {
    for (const name of INDEXES) await owner.query(`ALTER DATABASE ${owner.database} RESET ${name}`);
    await owner.end();
    await databases.close();
  }
}

/** The median of each question, in ms, on a platform of its own, so that every connection is new. */
async function measured(config: Config, databases: Databases, rounds: number): Promise<Map<string, number>> {
  const log = createLog('warn', 'bench');
  const { address, stop } = await startLocal(config, await startSubgraphs(config, databases, log), log);
  const token = await developmentToken(config, { department: 'MARKET_SUPERVISION', region: '430000', subject: 'bench', scope: '' });
  const medians = new Map<string, number>();
  try {
    for (const { name, query } of questions()) {
      const times: number[] = [];
      for (let round = 0; round < rounds; round++) {
        const before = performance.now();
        const { errors } = await postTo(address, query, { token });
        times.push(performance.now() - before);
        if (errors) throw new Error(`${name}: ${JSON.stringify(errors)}`);
      }
      medians.set(name, times.sort((a, b) => a - b)[Math.floor(rounds / 2)] ?? 0);
    }
  } finally {
    await stop();
  }
  return medians;
}

function questions(): { name: string; query: string }[] {
  const ask = (matter: string, region: string, fields: string) =>
    `{ matter(code: "${matter}") { overview(region: "${region}") { ${fields} } } }`;
  return [
    ...MATTERS.flatMap((matter) => PLACES.map((place) => ({ name: `${matter} in ${place}`, query: ask(matter, place, ALL) }))),
    ...MATTERS.flatMap((matter) =>
      Object.entries(PARTS).map(([part, fields]) => ({ name: `${matter} in 430000, ${part} alone`, query: ask(matter, '430000', fields) })),
    ),
  ];
}
