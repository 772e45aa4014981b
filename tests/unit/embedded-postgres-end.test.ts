import * as fs from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  exitOf,
  home,
  linesOf,
  openedBefore,
  postmasterOf,
  query,
  serves,
  startOpener,
  using,
  type Opener,
} from '../support/embedded-postgres';
import { leftOf, processesOf } from '../support/processes';

/** As long as a sentinel tries, for a busy machine; on a quiet one it takes a second. */
const GONE_WITHIN_MS = 120_000;

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await sleep(2);
}
const has = (folder: string, name: RegExp) =>
  fs.existsSync(folder) && fs.readdirSync(folder).some((each) => name.test(each));

/** Moments of an opening, first and later ones, by what is to be seen of them. */
const moments: [moment: string, reached: (folder: string) => boolean][] = [
  ['it has made its folder', (folder) => fs.existsSync(folder)],
  ['initdb is at work', (folder) => has(folder, /^postgres\.new-/)],
  ['the cluster is there', (folder) => has(folder, /^postgres$/)],
  [
    'PostgreSQL was started',
    (folder) => processesOf(join(folder, 'postgres')).some((line) => / -c /.test(line)),
  ],
  ['PostgreSQL has its pid file', serves],
];

describe('after a kill -9 of the process that has it open', () => {
  test.each(moments)(
    'when %s, nothing MUST be left, and the next open MUST work',
    async (moment, reached) => {
      const folder = join(home, moment.replaceAll(' ', '-'));
      const opener = startOpener(folder, 'wait');
      await until(() => reached(folder));
      opener.kill('SIGKILL');
      expect(await leftOf(folder, GONE_WITHIN_MS)).toEqual([]);
      expect(serves(folder)).toBe(false);
      await using(folder, async ({ url }) => {
        expect(await query(url, 'select 1 as alive')).toEqual([{ alive: 1 }]);
      });
      // and again, where there is a cluster
      const second = startOpener(folder, 'wait');
      await until(() => serves(folder));
      second.kill('SIGKILL');
      expect(await leftOf(folder, GONE_WITHIN_MS)).toEqual([]);
    },
  );

  test('a statement that is still at work MUST NOT keep it alive', async () => {
    const folder = await openedBefore('at-work');
    const opener = startOpener(folder, 'wait');
    const [url = ''] = await linesOf(opener, 1);
    const asleep = query(url, 'select pg_sleep(600)').catch((error: Error) => error.message);
    opener.kill('SIGKILL');
    expect(await leftOf(folder, GONE_WITHIN_MS)).toEqual([]);
    expect(await asleep).toMatch(/terminat/);
  });

  test('of two that are killed at once the last MUST be seen to, and of one the other MUST NOT hear', async () => {
    const folder = await openedBefore('two');
    const [one, other] = [startOpener(folder, 'wait'), startOpener(folder, 'wait')];
    const [[url = '']] = await Promise.all([linesOf(one, 1), linesOf(other, 1)]);
    const postmaster = postmasterOf(folder);
    one.kill('SIGKILL');
    await exitOf(one);
    await sleep(3_000); // its sentinel has looked by then
    expect(await query(url, 'select 1 as alive')).toEqual([{ alive: 1 }]);
    expect(postmasterOf(folder)).toBe(postmaster);
    const third = startOpener(folder, 'wait');
    await linesOf(third, 1);
    for (const each of [other, third]) each.kill('SIGKILL');
    expect(await leftOf(folder, GONE_WITHIN_MS)).toEqual([]);
  });

  test('a sentinel that is killed MUST be replaced', async () => {
    const folder = await openedBefore('guarded');
    const opener = startOpener(folder, 'wait');
    await linesOf(opener, 1);
    const sentinel = () => processesOf(folder).find((line) => line.includes('sentinel.cjs'));
    const first = sentinel();
    process.kill(Number.parseInt(first ?? ''), 'SIGKILL');
    await until(() => sentinel() !== undefined && sentinel() !== first);
    opener.kill('SIGKILL');
    expect(await leftOf(folder, GONE_WITHIN_MS)).toEqual([]);
  });
});

describe('a PostgreSQL that dies', () => {
  const printed = (opener: Opener) => {
    let output = '';
    opener.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    return () => output;
  };

  test('it MUST be started again at the same address, again and again, with all that it acknowledged', async () => {
    const folder = await openedBefore('reviving');
    const opener = startOpener(folder, 'tell');
    const output = printed(opener);
    await until(() => output().includes('postgresql://'));
    const url = output().trim();
    await query(url, 'create table kept (id int)');
    for (const round of [1, 2, 3]) {
      await query(url, `insert into kept values (${round})`);
      process.kill(postmasterOf(folder), 'SIGKILL');
      await until(() => output().split('has died').length > round);
      const answers = async () => query(url, 'select count(*)::int as rows from kept').catch(() => null);
      let rows = await answers();
      for (; rows === null; await sleep(50)) rows = await answers();
      expect(rows).toEqual([{ rows: round }]);
    }
    opener.stdin.end();
    await exitOf(opener);
    expect(await leftOf(folder, GONE_WITHIN_MS)).toEqual([]);
  });

  test('one that cannot be started any more MUST be told of once, and its process can end', async () => {
    const folder = await openedBefore('lost');
    const opener = startOpener(folder, 'tell');
    const output = printed(opener);
    await until(() => output().includes('postgresql://'));
    fs.renameSync(join(folder, 'postgres/global'), join(folder, 'postgres/global.gone'));
    process.kill(postmasterOf(folder), 'SIGKILL');
    await exitOf(opener);
    expect(opener.exitCode).toBe(3);
    const lines = output().trim().split('\n').slice(1);
    expect(lines.at(-1)).toMatch(/^The embedded PostgreSQL in .* cannot be kept running: .*global/);
    expect(lines.slice(0, -1)).toEqual([
      'The embedded PostgreSQL has died; it is started again.',
      ...['1', '2', '4', '8'].map((wait) =>
        expect.stringMatching(
          `^The embedded PostgreSQL cannot be started: .*global.* It is tried again in ${wait} s\\.$`,
        ),
      ),
    ]);
    expect(await leftOf(folder, GONE_WITHIN_MS)).toEqual([]);
  });
});
