import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { DEFAULT_AS_OF } from '../../subgraphs/demo';
import { startCommand, type Child } from '../support/child';
import { query, using } from '../support/embedded-postgres';
import { postTo, sendTo } from '../support/http';
import { leftOf } from '../support/processes';
import { ROOT } from '../support/sources';

const GONE_WITHIN_MS = 30_000;
const home = mkdtempSync(join(tmpdir(), 'onematter-interrupted-'));
const started: Child[] = [];
beforeAll(() => chmodSync(home, 0o755)); // PostgreSQL’s OS user has to enter it
afterAll(async () => {
  for (const child of started) await child.stop();
  await leftOf(home, GONE_WITHIN_MS);
  rmSync(home, { recursive: true, force: true });
});

function start(folder: string): Child {
  const child = startCommand(['start'], { DATA_DIR: folder, PORT: '0', SANDBOX: 'off', LOG_LEVEL: 'error' });
  started.push(child);
  return child;
}

async function reached(child: Child, holds: () => boolean): Promise<void> {
  const ended = child.ended.then(() => true);
  while (!holds())
    if (await Promise.race([ended, sleep(5, false)])) throw new Error(`it ended before: ${child.output()}`);
}

/** Moments of a first start. */
const moments: Record<string, (folder: string, child: Child) => boolean> = {
  'PostgreSQL is being made': (folder) => existsSync(join(folder, 'postgres-password')),
  'migrations are running': (_, child) => child.output().includes('equipment: '),
  'demo data are being loaded': (_, child) => child.output().includes('enforcement: '),
};
const cases: [signal: 'SIGINT' | 'SIGTERM' | 'SIGKILL', moment: string][] = [
  ...Object.keys(moments).map((moment) => ['SIGKILL', moment] as ['SIGKILL', string]),
  ['SIGINT', 'migrations are running'],
  ['SIGTERM', 'demo data are being loaded'],
];
const NEARLY_LOADED = `INSERT INTO registry.import_progress (kind, source, file_digest, rows_done, accepted, unchanged, rejected, finished)
  VALUES ('demo-data', 'synthetic', 'seed 1, region all, as of ${DEFAULT_AS_OF}', 1990, 1990, 0, 0, false)
  ON CONFLICT (kind, source, file_digest) DO UPDATE SET rows_done = 1990`;
const ENDS_WITH = { SIGINT: 130, SIGTERM: 143, SIGKILL: 'SIGKILL' };

describe('a start that is interrupted', () => {
  test.each(cases)('by %s while %s MUST leave no process behind', async (signal, moment) => {
    const folder = join(home, `${signal} ${moment}`.replaceAll(' ', '-'));
    const child = start(folder);
    await reached(child, () => moments[moment]?.(folder, child) ?? true);
    child.kill(signal);
    expect(await child.ended).toBe(ENDS_WITH[signal]);
    expect(await leftOf(folder, GONE_WITHIN_MS)).toEqual([]);
    expect(child.output()).not.toMatch(/cannot start|ready/);
  });

  test('the next start MUST finish what was begun, from where it was left', async () => {
    const folder = join(home, 'SIGKILL demo data are being loaded'.replaceAll(' ', '-'));
    // nearly all of the 2,000 enterprises, or this would take as long as a first start
    await using(folder, async ({ url }) => void (await query(url, NEARLY_LOADED)));
    const child = start(folder);
    const [, address = ''] = await child.line(/^OneMatter is ready: (\S+)\/$/m);
    expect((await sendTo(`${address}/health/ready`, null)).status).toBe(200);
    const { data } = await postTo(address, '{ enterprises { totalCount } }');
    expect(data.enterprises.totalCount).toBeGreaterThanOrEqual(10);
    expect(data.enterprises.totalCount).toBeLessThan(500);
    await child.stop();
  });
});

describe('where npm has started it', () => {
  const { PATH = '', HOME = '' } = process.env;
  const outputs = new Map<ChildProcess, string>();
  const npm = (folder: string) => {
    const env = { PATH, HOME, DATA_DIR: folder, PORT: '0', LOG_LEVEL: 'error' };
    const child = spawn('npm', ['run', 'serve', '--', 'training'], { cwd: ROOT, env, detached: true });
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (text: Buffer) =>
        outputs.set(child, `${outputs.get(child) ?? ''}${text.toString()}`),
      );
    return child;
  };

  test.each(['SIGKILL', 'SIGTERM'] as const)(
    'by %s of npm alone both it and its database MUST end',
    async (signal) => {
      const folder = join(home, `npm-${signal}`);
      const parent = npm(folder);
      let address: string | undefined;
      while (!address) {
        await sleep(50);
        if (parent.exitCode !== null) throw new Error(outputs.get(parent));
        address = /training is ready: (\S+)\/graphql/.exec(outputs.get(parent) ?? '')?.[1];
      }
      expect((await sendTo(`${address}/health/live`, null)).status).toBe(200);
      parent.kill(signal);
      await once(parent, 'exit');
      expect(await leftOf(folder, GONE_WITHIN_MS)).toEqual([]);
      await expect(sendTo(`${address}/health/live`, null)).rejects.toThrow('fetch failed');
    },
  );
});
