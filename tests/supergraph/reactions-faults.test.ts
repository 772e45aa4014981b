import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { developmentToken } from '../../gateway/identity';
import { readConfig } from '../../subgraphs/kernel';
import { startCommand, type Child } from '../support/child';
import { commandHere } from '../support/command-here';
import { testDatabase } from '../support/database';
import { postTo, sendTo, type Reply } from '../support/http';
import { startPlatform, type Part, type Platform } from '../support/platform';
import { leftOf } from '../support/processes';

/** A batch is so many devices that have failed their inspection: enough that a kill falls between them. */
const BATCH = 40;
const MARKET = { department: 'MARKET_SUPERVISION', region: '430682' } as const;
const SCOPE = 'write:equipment decide:equipment write:registry write:hazards';
const CLUES = '{ hazardClues(first: 100) { totalCount } }';
const submit = (what: string, type: string) =>
  `mutation ($records: [${type}!]!) { receipt: ${what}(source: "faults", records: $records) { accepted rejected { code message } } }`;

type Post = (query: string, variables?: Record<string, unknown>) => Promise<Reply>;
let devices = 0;

/** Devices that have failed their inspection: acknowledged, each with an entry in the journal of equipment. */
async function failedDevices(post: Post, count = BATCH): Promise<void> {
  const codes = Array.from({ length: count }, () => `3110431022024${String(++devices).padStart(5, '0')}`);
  const decided = { decidedBy: 'decider', decisionDocument: '决〔2026〕1号' };
  const equipment = codes.map((code) => ({
    sourceId: code,
    code,
    kindCode: '3110',
    regionCode: '430682',
    status: 'IN_USE',
    ...decided,
  }));
  const inspections = codes.map((code) => ({
    sourceId: code,
    equipmentCode: code,
    inspectedOn: '2026-06-01',
    conclusion: 'UNQUALIFIED',
  }));
  for (const [query, records] of [
    [submit('submitEquipment', 'EquipmentInput'), equipment],
    [submit('submitInspections', 'InspectionInput'), inspections],
  ] as const) {
    const { data } = await post(query, { records });
    expect(data?.receipt).toEqual({ accepted: count, rejected: [] });
  }
}

async function until(holds: () => Promise<boolean>, what: string, ms = 40_000): Promise<void> {
  for (const end = Date.now() + ms; !(await holds().catch(() => false)); await sleep(15))
    if (Date.now() > end) throw new Error(`it did not come to that: ${what}`);
}

describe('separate processes', () => {
  let platform: Platform;
  let token: string;
  const part = (name: string) => platform.parts.get(name) as Part;
  const post: Post = (query, variables) => platform.post(query, { token, variables });
  const clues = async () =>
    (await platform.sql<{ count: number }>('SELECT count(*)::int FROM hazards.hazard_clue'))[0]?.count ?? 0;
  const kill = async (name: string) => {
    part(name).child.kill('SIGKILL');
    await part(name).child.ended;
  };
  /** As many clues as devices, each device once, and as many entries as clues. */
  const expectOnce = async () => {
    await until(async () => (await clues()) >= devices, `${devices} clues`);
    await sleep(300);
    const [found] =
      await platform.sql(`SELECT count(*)::int AS clues, count(DISTINCT equipment_code)::int AS devices,
      (SELECT count(*)::int FROM hazards.journal WHERE record LIKE '%"hazardClue.reported"%') AS entries,
      (SELECT count(*)::int FROM hazards.reaction_set_aside) AS aside FROM hazards.hazard_clue`);
    expect(found).toEqual({ clues: devices, devices, entries: devices, aside: 0 });
  };
  const cursor = async () =>
    (
      await platform.sql<{ number: string; restored: boolean }>(
        `SELECT number, restored FROM hazards.reaction_cursor WHERE reaction = 'clueOfFailedInspection'`,
      )
    )[0];

  beforeAll(async () => {
    devices = 0;
    platform = await startPlatform(['equipment', 'hazards'], {}, testDatabase);
    token = await platform.tokenOf({ subject: 'faults', ...MARKET, scope: SCOPE });
    await until(async () => (await cursor()) !== undefined, 'the reaction has begun');
  });
  afterAll(() => platform?.stop());

  test('a reaction MUST be done once when the one that reacts is killed in the middle', async () => {
    await failedDevices(post);
    await until(async () => (await clues()) > 0, 'the first clue');
    await kill('hazards');
    expect(await clues()).toBeLessThan(devices);
    await part('hazards').restart();
    await expectOnce();
  });

  test('it MUST be done once when the one that is followed is killed in the middle', async () => {
    const before = devices;
    await failedDevices(post);
    await until(async () => (await clues()) > before, 'the first clue');
    await kill('equipment');
    await part('equipment').restart();
    await expectOnce();
  });

  test('what happened in a long absence MUST be done once, though the database drops every connection meanwhile', async () => {
    await kill('hazards');
    for (let batch = 0; batch < 4; batch++) await failedDevices(post, 2 * BATCH);
    await part('hazards').restart();
    for (let round = 0; round < 4; round++) {
      await platform.sql(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'`);
      await sleep(150);
    }
    await expectOnce();
  });

  test('a backup of the journal that was restored MUST be noticed, and followed again when the operator says from where', async () => {
    const [kept] = await platform.sql<{ number: string }>(
      'SELECT max(number) AS number FROM equipment.journal_seal',
    );
    const before = await clues();
    await failedDevices(post, 2);
    await until(async () => (await clues()) === before + 2, 'the last before the restore');
    await kill('equipment');
    // as the backup has it, the last two were never written
    await platform.sql('SET session_replication_role = replica');
    await platform.sql(
      `DELETE FROM equipment.journal AS entry USING equipment.journal_seal AS seal
       WHERE (entry.at, entry.entry) = (seal.at, seal.entry) AND seal.number > $1`,
      [kept?.number],
    );
    await platform.sql('DELETE FROM equipment.journal_seal WHERE number > $1', [kept?.number]);
    await platform.sql('SET session_replication_role = origin');
    await part('equipment').restart();
    await failedDevices(post, 2);
    await until(async () => (await cursor())?.restored === true, 'the restore is noticed');
    await sleep(300);
    expect(await clues()).toBe(before + 2);
    const { out } = await commandHere(
      ['reactions', 'resume', 'clueOfFailedInspection', '--after', String(kept?.number)],
      { DATABASE_URL: String(platform.config.databaseUrl) },
    );
    expect(out).toContain(`goes on after entry ${kept?.number}`);
    await expectOnce();
  });
});

describe('one process with a database of its own', () => {
  const folder = mkdtempSync(join(tmpdir(), 'onematter-reacts-'));
  const settings = { DATA_DIR: folder, PORT: '0', SANDBOX: 'off', DEMO_DATA: 'off', LOG_LEVEL: 'error' };
  let service: Child;
  let address: string;
  let token: string;
  const post: Post = (query, variables) => postTo(address, query, { token, variables });
  const clues = async () => Number((await post(CLUES)).data?.hazardClues?.totalCount ?? Number.NaN);
  const start = async () => {
    service = startCommand(['start'], settings);
    address = (await service.line(/^OneMatter is ready: (\S+)\/$/m))[1] ?? '';
  };
  const standing = async () =>
    (JSON.parse((await sendTo(`${address}/health/ready`, null)).text) as { reactions: string }).reactions;

  beforeAll(async () => {
    devices = 0;
    chmodSync(folder, 0o755); // PostgreSQL’s OS user has to enter it
    await start();
    token = await developmentToken(readConfig({ DATA_DIR: folder }), {
      subject: 'faults',
      ...MARKET,
      scope: SCOPE,
    });
    const register = 'mutation { registerSource(input: { name: "faults" }) { name } }';
    expect(await post(register)).toSucceed();
    await until(async () => (await standing()) === 'up to date', 'the reactions have begun');
  });
  afterAll(async () => {
    await service?.stop();
    await leftOf(folder, 20_000);
    rmSync(folder, { recursive: true, force: true });
  });

  test('a reaction MUST be done once when the process and its database are killed in the middle', async () => {
    await failedDevices(post);
    await until(async () => (await clues()) > 0, 'the first clue');
    service.kill('SIGKILL');
    await service.ended;
    await start();
    await until(async () => (await clues()) === devices, 'all clues after the process was killed');

    await failedDevices(post);
    process.kill(Number.parseInt(readFileSync(join(folder, 'postgres/postmaster.pid'), 'utf8')), 'SIGKILL');
    await until(async () => (await clues()) === devices, 'all clues after the database was killed');
    await sleep(300);
    expect(await clues()).toBe(devices);
    await until(async () => (await standing()) === 'up to date', 'the health says so');
  });
});
