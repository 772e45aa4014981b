import { chmodSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { developmentToken } from '../../gateway/identity';
import { subgraphs } from '../../subgraphs';
import { composeUscc, readConfig } from '../../subgraphs/kernel';
import { startCommand, type Child } from '../support/child';
import { figure } from '../support/figure';
import { postTo, sendTo, type Reply } from '../support/http';
import { leftOf } from '../support/processes';

const folder = mkdtempSync(join(tmpdir(), 'onematter-dies-'));
const SUBMIT = `mutation ($records: [EnterpriseInput!]!) {
  submitEnterprises(source: "outage", records: $records) { accepted unchanged rejected { code } } }`;
const READ =
  '{ enterprises(first: 5) { totalCount edges { node { uscc } } } matter(code: "ELEVATOR") { name } }';
const STORED = 'query ($uscc: Uscc!) { enterprise(uscc: $uscc) { uscc } }';
const ROUNDS = 2;

let service: Child;
let address: string;
let token: string;
beforeAll(async () => {
  chmodSync(folder, 0o755); // PostgreSQL’s OS user has to enter it
  const settings = { DATA_DIR: folder, PORT: '0', SANDBOX: 'off', DEMO_DATA: 'off', LOG_LEVEL: 'error' };
  service = startCommand(['start'], settings);
  address = (await service.line(/^OneMatter is ready: (\S+)\/$/m))[1] ?? '';
  token = await developmentToken(readConfig({ DATA_DIR: folder }), {
    subject: 'outage',
    department: 'MARKET_SUPERVISION',
    region: '430682',
    scope: 'write:registry',
  });
  const registered = await postTo(
    address,
    'mutation { registerSource(input: { name: "outage" }) { name } }',
    {
      token,
    },
  );
  expect(registered.errors).toBeUndefined();
});
afterAll(async () => {
  await service.stop();
  await leftOf(folder, 20_000);
  rmSync(folder, { recursive: true, force: true });
});

const uscc = (number: number) => composeUscc('91430682', `MA${String(number).padStart(6, '0')}`);
const postmaster = () => Number.parseInt(readFileSync(join(folder, 'postgres/postmaster.pid'), 'utf8'));
const ready = async () => {
  const { status, text } = await sendTo(`${address}/health/ready`, null);
  return { status, states: (JSON.parse(text) as { subgraphs: Record<string, string> }).subgraphs };
};

/** Reads and writes one after another until told to stop; keeps every answer, and what was acknowledged. */
function traffic() {
  const answers: Reply[] = [];
  const acknowledged: string[] = [];
  let going = true;
  let number = 0;
  const write = async () => {
    for (; going; await sleep(5)) {
      const key = uscc(++number);
      const record = { sourceId: `o${number}`, uscc: key, name: `${number}号公司`, regionCode: '430682' };
      const answer = await postTo(address, SUBMIT, { token, variables: { records: [record] } });
      answers.push(answer);
      if (answer.data?.submitEnterprises?.accepted === 1) acknowledged.push(key);
    }
  };
  const read = async () => {
    for (; going; await sleep(5)) answers.push(await postTo(address, READ));
  };
  const done = Promise.all([write(), read(), read()]);
  return {
    answers,
    acknowledged,
    sent: () => number,
    stop: async () => {
      going = false;
      await done;
    },
  };
}

test('an embedded PostgreSQL that dies under load MUST come back by itself, with every write that was acknowledged', async () => {
  const { answers, acknowledged, sent, stop } = traffic();
  const unready = [];
  for (let round = 0; round < ROUNDS; round++) {
    const before = acknowledged.length;
    while (acknowledged.length < before + 20) await sleep(20);
    const died = Date.now();
    process.kill(postmaster(), 'SIGKILL');
    let health = await ready();
    while (health.status === 200) health = await ready();
    unready.push(health);
    while (health.status !== 200) health = await ready();
    figure('ready again after PostgreSQL died', Date.now() - died);
  }
  const before = acknowledged.length;
  while (acknowledged.length < before + 20) await sleep(20);
  await stop();

  const codes = answers.flatMap(({ errors = [] }) => errors.map(({ extensions }) => extensions.code));
  expect(codes.length).toBeGreaterThan(0);
  expect([...new Set(codes)]).toEqual(['DATABASE_BUSY']);
  expect(answers.filter(({ status }) => status !== 200)).toEqual([]);
  for (const { status, states } of unready) {
    expect(status).toBe(503);
    expect(Object.keys(states).sort()).toEqual(subgraphs.map(({ name }) => name).sort());
    expect(Object.values(states)).toContain('unavailable');
  }
  const stored = await Promise.all(
    acknowledged.map((key) => postTo(address, STORED, { variables: { uscc: key } })),
  );
  const kept = stored.flatMap(({ data }) => (data.enterprise ? [data.enterprise.uscc as string] : []));
  const { totalCount } = (await postTo(address, READ)).data.enterprises;
  figure('acknowledged writes that were lost', acknowledged.length - kept.length);
  figure('rows beyond those that were sent', Math.max(0, totalCount - sent()));
  expect(totalCount).toBeLessThanOrEqual(sent());
  expect(kept).toEqual(acknowledged);
  expect(service.output().match(/The embedded PostgreSQL has died; it is started again/g)).toHaveLength(
    ROUNDS,
  );
});

test('one that cannot be started any more MUST end the service with 1 and one line that says why', async () => {
  renameSync(join(folder, 'postgres/global'), join(folder, 'postgres/global.gone'));
  process.kill(postmaster(), 'SIGKILL');
  expect(await service.ended).toBe(1);
  expect(service.output().trim().split('\n').at(-1)).toMatch(
    /^OneMatter has to stop: The embedded PostgreSQL in .* cannot be kept running: .*global/,
  );
  expect(await leftOf(folder, 20_000)).toEqual([]);
});
