import { readFileSync, readdirSync } from 'node:fs';
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

const ROUNDS = 15;

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

/** Coverages and rankings, the first three counted ahead. */
const GROUPED = [
  'trainingCoverage(region: $, year: 2026) { total trained }',
  'unqualifiedRates(region: $, by: REGION) { samples unqualified }',
  'enforcementRanking(region: $, quarter: "2026-Q2") { inspections cases fines }',
  'safetyOfficerCoverage(region: $) { units withOfficer }',
  'validityCoverage(region: $) { certificates checked }',
];
/** How many a list has, which is counted when it is asked for. */
const LISTS = [
  'equipmentItems(filter: { region: $ }) { totalCount }',
  'hazards(filter: { region: $ }) { totalCount }',
  'cases(filter: { region: $ }) { totalCount }',
  'cccCertificates(region: $) { totalCount }',
];

/** Rows of each table at most. */
const SIZES = [20_000, 1_000_000];

/**
 * `npm run bench -- overview [rows …]`: one request for the figures of all departments, at 20,000 rows a table and at up to a
 * million, and what it costs PostgreSQL in processor time.
 */
export async function bench(args: readonly string[]): Promise<void> {
  for (const size of args.length > 0 ? args.map(Number) : SIZES) await ofSize(size);
}

async function ofSize(rows: number): Promise<void> {
  say(`\n${rows} rows a table at most`);
  const env = {
    DATABASE_URL: '',
    DATA_DIR: join(__dirname, `../../.data/bench-overview-${rows}`),
    DEMO_DATA: 'off',
    SANDBOX: 'off',
    PORT: '0',
  };
  const config = readConfig({ ...process.env, ...env });
  const databases = await openDatabases(config, () => undefined);
  await migrate(subgraphs, databases.urlOf, say);
  // their data keys are there before anything is that looks sealed
  const log = createLog('warn', 'bench');
  await (await startLocal(config, await startSubgraphs(config, databases, log), log)).stop();
  const owner = new Client({ connectionString: databases.urlOf('hazards') });
  await owner.connect();
  try {
    await fillDepartments(owner, rows);
    // as it is a while after an import, when nothing else is under way
    await owner.query('VACUUM ANALYZE');
    await measure(config, databases, owner);
    await withoutIndexes(owner);
  } finally {
    await owner.end();
    await databases.close();
  }
}

/** Each question on a platform of its own, so that every connection is new. */
async function measure(config: Config, databases: Databases, owner: Client): Promise<void> {
  const log = createLog('warn', 'bench');
  const { address, stop } = await startLocal(config, await startSubgraphs(config, databases, log), log);
  const token = await developmentToken(config, {
    department: 'MARKET_SUPERVISION',
    region: '430000',
    subject: 'bench',
    scope: '',
  });
  const used = processorOf(await serverOf(owner));
  try {
    for (const { name, query } of questions()) {
      const ask = async () => {
        const { errors } = await postTo(address, query, { token });
        if (errors) throw new Error(`${name}: ${JSON.stringify(errors)}`);
      };
      await ask();
      const before = used();
      const ms = await median(ask);
      say(`${name}: ${ms.toFixed(1)} ms, of PostgreSQL ${((used() - before) / ROUNDS).toFixed(1)} ms`);
    }
  } finally {
    await stop();
  }
}

async function serverOf(owner: Client): Promise<number> {
  const { rows } = await owner.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
  return Number(statusOf(rows[0]?.pid ?? 0)[1]);
}

/** What Linux says of a process, from its state on: its parent, and at 11 to 14 the ticks it and its past children have used. */
const statusOf = (pid: number | string): string[] =>
  readFileSync(`/proc/${pid}/stat`, 'latin1').split(') ')[1]?.split(' ') ?? [];
const TICK_MS = 10;

/** The processor time of a PostgreSQL, with all its connections, in ms. */
function processorOf(server: number): () => number {
  return () => {
    const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
    const ticks = all.flatMap((pid) => {
      try {
        const status = statusOf(pid);
        if (Number(pid) === server) return status.slice(11, 15).map(Number);
        return Number(status[1]) === server ? status.slice(11, 13).map(Number) : [];
      } catch {
        return []; // has ended meanwhile
      }
    });
    return TICK_MS * ticks.reduce((sum, each) => sum + each, 0);
  };
}

async function median(work: () => Promise<void>): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const before = performance.now();
    await work();
    times.push(performance.now() - before);
  }
  return times.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? 0;
}

function questions(): { name: string; query: string }[] {
  const ask = (matter: string, region: string, fields: string) =>
    `{ matter(code: "${matter}") { overview(region: "${region}") { ${fields} } } }`;
  return [
    ...MATTERS.flatMap((matter) =>
      PLACES.map((place) => ({ name: `${matter} in ${place}`, query: ask(matter, place, ALL) })),
    ),
    ...MATTERS.flatMap((matter) =>
      Object.entries(PARTS).map(([part, fields]) => ({
        name: `${matter} in 430000, ${part} alone`,
        query: ask(matter, '430000', fields),
      })),
    ),
    ...[...GROUPED, ...LISTS].flatMap((asked) =>
      PLACES.map((place) => ({
        name: `${asked.split(/\W/, 1)[0]} in ${place}`,
        query: `{ ${asked.replaceAll('$', `"${place}"`)} }`,
      })),
    ),
  ];
}

/** The same figures of one matter in the province, each counted by one plain statement that reads its table from end to end. */
async function withoutIndexes(owner: Client): Promise<void> {
  for (const name of ['enable_indexscan', 'enable_indexonlyscan', 'enable_bitmapscan'])
    await owner.query(`SET ${name} = off`);
  for (const [part, statements] of Object.entries(naiveStatements())) {
    const before = performance.now();
    for (const statement of statements) await owner.query(statement);
    say(`ELEVATOR in 430000, ${part} by plain statements: ${(performance.now() - before).toFixed(0)} ms`);
  }
}

function naiveStatements(): Record<string, string[]> {
  const inScope = (region: string) =>
    `${region} LIKE '43%' AND ('ELEVATOR' = ANY(matter_codes) OR industry_code ~ '^(3435|4320|521|61|7020|841)')`;
  const isAbout = `('matter:ELEVATOR' = ANY(about) OR 'kind:3000' = ANY(about))`;
  return {
    equipment: [
      `SELECT count(*), count(*) FILTER (WHERE next_inspection_due < now()) FROM equipment.equipment
       WHERE kind_code LIKE '3%' AND region_code LIKE '43%' AND status NOT IN ('SCRAPPED', 'CANCELLED')`,
    ],
    hazards: [
      `SELECT count(*) FILTER (WHERE closed_on IS NULL), count(*) FILTER (WHERE closed_on IS NULL AND due_on < now()),
         count(*) FILTER (WHERE closed_on <= original_due_on)::float / count(*) FILTER (WHERE closed_on IS NOT NULL OR original_due_on < now())
       FROM hazards.hazard WHERE grade = 'MAJOR' AND status NOT IN ('REPORTED', 'DISMISSED') AND region_code LIKE '43%'
         AND ${isAbout}`,
    ],
    training: [
      `SELECT count(DISTINCT person_id) FROM training.qualification WHERE standing = 'VALID' AND valid_until >= now() AND region_code LIKE '43%'
         AND ('ELEVATOR' = ANY(matter_codes) OR item_id = 'SPECIAL_EQUIPMENT_OPERATOR:T')`,
      `SELECT count(*), count(*) FILTER (WHERE subject IN (SELECT subject FROM training.attendance WHERE outcome = 'PASSED'))
       FROM training.training_duty WHERE year = 2026 AND ${inScope('region_code')}`,
    ],
    enforcement: [
      `SELECT count(*) FROM enforcement.enforcement_case WHERE status = 'FILED' AND party_region_code LIKE '43%' AND ${isAbout}`,
      `SELECT sum(fine) FROM enforcement.penalty_decision AS p JOIN enforcement.enforcement_case ON number = case_number
       WHERE withdrawn_on IS NULL AND p.party_region_code LIKE '43%' AND ${isAbout}`,
    ],
    credit: [
      `SELECT count(DISTINCT uscc) FROM credit.dishonesty_listing WHERE status = 'LISTED' AND expires_on >= now() AND ${inScope('region_code')}`,
    ],
  };
}
