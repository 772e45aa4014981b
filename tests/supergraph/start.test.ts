import { setTimeout as sleep } from 'node:timers/promises';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { subgraphs } from '../../subgraphs';
import { legalRulesDigest } from '../../subgraphs/kernel';
import { postTo, sendTo } from '../support/http';
import { startCommand, type Child } from '../support/child';

const folder = mkdtempSync(join(tmpdir(), 'onematter-start-'));
const children: Child[] = [];
let running: Child;
let address: string;

/** `npm start`, with a folder of its own. */
async function start(): Promise<void> {
  running = startCommand(['start'], { DATA_DIR: folder, PORT: '0', LOG_LEVEL: 'error' });
  children.push(running);
  address = (await running.line(/^OneMatter is ready: (\S+)\/$/m))[1] ?? '';
}

beforeAll(() => chmodSync(folder, 0o755)); // PostgreSQL’s OS user has to enter it
afterAll(async () => {
  for (const child of children) await child.stop();
  if (existsSync(pidFile())) process.kill(Number(readFileSync(pidFile(), 'utf8').split('\n')[0]), 'SIGQUIT');
  rmSync(folder, { recursive: true, force: true });
});

const pidFile = () => join(folder, 'postgres/postmaster.pid');
const count = async () =>
  (await postTo(address, '{ enterprises { totalCount } }')).data.enterprises.totalCount as number;

describe('npm start', () => {
  let first: number;

  test('with nothing but a folder it MUST be ready within 60 s, with demo data, and say where in one line', async () => {
    await start();
    expect(running.output().match(/^OneMatter is ready: http:\/\/127\.0\.0\.1:\d+\/$/gm)).toHaveLength(1);
    first = await count();
    expect(first).toBeGreaterThan(1_000);
    const { data } = await postTo(
      address,
      '{ enterprises(first: 100) { edges { node { name synthetic } } } }',
    );
    const nodes = (data.enterprises.edges as { node: { name: string; synthetic: boolean } }[]).map(
      ({ node }) => node,
    );
    expect(nodes.filter(({ name, synthetic }) => !synthetic || !name.includes('合成数据'))).toEqual([]);
  });

  test('its health MUST name every subgraph', async () => {
    let ready = await sendTo(`${address}/health/ready`, null);
    // the log of all that was loaded is made beside
    for (
      const end = Date.now() + 30_000;
      ready.text.includes('"behind"') && Date.now() < end;
      await sleep(200)
    )
      ready = await sendTo(`${address}/health/ready`, null);
    expect([ready.status, JSON.parse(ready.text)]).toEqual([
      200,
      {
        status: 'ready',
        subgraphs: Object.fromEntries(subgraphs.map(({ name }) => [name, 'ready'])),
        reactions: 'up to date',
        legalRules: legalRulesDigest(),
      },
    ]);
    expect((await sendTo(`${address}/health/live`, null)).status).toBe(200);
    expect((await sendTo(`${address}/`, null)).text).toContain('<title>');
  });

  test('killed and started again it MUST have the same data, and no more', async () => {
    running.kill('SIGKILL');
    await running.ended;
    await start();
    expect(await count()).toBe(first);
    expect(running.output()).not.toMatch(/synthetic records are loaded/);
  });

  test('SIGTERM MUST end it with 0 within 10 s, and its database with it', async () => {
    const inTime = Date.now() + 10_000;
    running.kill('SIGTERM');
    expect(await running.ended).toBe(0);
    expect(Date.now()).toBeLessThan(inTime);
    expect(existsSync(pidFile())).toBe(false);
  });
});
