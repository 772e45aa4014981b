import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openEmbeddedPostgres } from '../../subgraphs/embedded-postgres';
import {
  MODULE,
  REGISTER,
  exitOf,
  home,
  linesOf,
  postmasterOf,
  query,
  sendToGroup,
  serves,
  startOpener,
  using,
  type Account,
  type Opener,
} from '../support/embedded-postgres';

const isRoot = process.getuid?.() === 0;
const nobody: Account = isRoot ? { uid: idOf('-u'), gid: idOf('-g') } : {};
/** A private clone is out of reach for another user, and then so is this test. */
const nobodyReadsSources =
  isRoot &&
  spawnSync(process.execPath, ['-r', REGISTER, '-e', `require(${JSON.stringify(MODULE)})`], nobody).status ===
    0;
const shared = join(home, 'shared');

function idOf(flag: string): number {
  return Number(spawnSync('id', [flag, 'nobody'], { encoding: 'utf8' }).stdout);
}

/** What the child was told is written, and what is there after reopening. */
async function acknowledgedAndFound(
  interrupt: (child: Opener) => Promise<void>,
): Promise<[string[], string[]]> {
  await using(shared, ({ url }) =>
    query(url, 'drop table if exists entry; create table entry (id bigserial primary key)'),
  );
  const child = startOpener(shared, 'write');
  const [, ...acknowledged] = await linesOf(child, 200);
  await interrupt(child);
  const found = await using(shared, ({ url }) => query(url, 'select id from entry'));
  return [acknowledged, found.map(({ id }) => String(id))];
}

test('a kill -9 during the first start MUST leave nothing half-made and MUST NOT lock out the next start', async () => {
  const child = startOpener(shared, 'wait');
  const halfMade = () =>
    fs.existsSync(shared) &&
    fs.readdirSync(shared).some((name) => fs.existsSync(join(shared, name, 'postgres/base')));
  while (!halfMade()) await sleep(5);
  await sendToGroup(child, 'SIGKILL');
  expect(fs.readdirSync(shared)).not.toContain('postgres');

  await using(shared, ({ url }) => query(url, 'select 1'));

  expect(fs.readdirSync(shared).sort()).toEqual(['postgres', 'postgres-password', 'postgres.log']);
});

test('rows MUST still be there after closing and opening again', async () => {
  await using(shared, ({ url }) => query(url, 'create table kept as select 42 as answer'));
  const rows = await using(shared, ({ url }) => query(url, 'select answer from kept'));
  expect(rows).toEqual([{ answer: 42 }]);
});

test('the database MUST be durable, sorted by bytes, on Chinese time, and closed to other machines', async () => {
  const names = [
    'listen_addresses',
    'unix_socket_directories',
    'fsync',
    'shared_buffers',
    'max_connections',
    'TimeZone',
    'server_encoding',
  ];
  await using(shared, async ({ url }) => {
    const [settings] = await query(
      url,
      `select ${names
        .map((name) => `current_setting('${name}')`)
        .map((call, i) => `${call} as "${names[i]}"`)
        .join()}`,
    );
    expect(Object.values(settings ?? {})).toEqual([
      '127.0.0.1',
      '',
      'on',
      '256MB',
      '200',
      'Asia/Shanghai',
      'UTF8',
    ]);
    expect(
      await query(
        url,
        "select string_agg(c, '' order by c) as sorted from unnest(array['é', 'a', 'B', '湘']) c",
      ),
    ).toEqual([{ sorted: 'Baé湘' }]);
    const stranger = new URL(url);
    stranger.password = 'guessed';
    await expect(query(stranger.href, 'select 1')).rejects.toThrow('password authentication failed');
  });
  expect(fs.statSync(join(shared, 'postgres-password')).mode & 0o777).toBe(0o600);
});

test('Ctrl-C MUST NOT reach PostgreSQL, which goes on serving whoever else has it open', async () => {
  const [acknowledged, found] = await acknowledgedAndFound(async (child) => {
    await using(shared, async ({ url }) => {
      const postmaster = postmasterOf(shared);
      await sendToGroup(child, 'SIGINT');
      await sleep(2_000); // by then the sentinel of the other has looked
      expect(await query(url, 'select 1 as alive')).toEqual([{ alive: 1 }]);
      expect(postmasterOf(shared)).toBe(postmaster);
    });
  });
  expect(found).toEqual(expect.arrayContaining(acknowledged));
});

test('a row once acknowledged MUST NOT be lost by a kill -9 of our process', async () => {
  const [acknowledged, found] = await acknowledgedAndFound((child) => sendToGroup(child, 'SIGKILL'));
  expect(acknowledged).toHaveLength(199);
  expect(found).toEqual(expect.arrayContaining(acknowledged));
});

test('a row once acknowledged MUST NOT be lost by a kill -9 of PostgreSQL and of our process', async () => {
  const [acknowledged, found] = await acknowledgedAndFound(async (child) => {
    process.kill(postmasterOf(shared), 'SIGKILL');
    await sendToGroup(child, 'SIGKILL');
  });
  expect(found).toEqual(expect.arrayContaining(acknowledged));
});

test('a lock left behind by a process that is no more MUST be taken over', async () => {
  const dead = spawnSync(process.execPath, ['-e', '']).pid;
  fs.writeFileSync(join(shared, 'postgres.lock'), `${dead} 1`);
  await using(shared, ({ url }) => query(url, 'select 1'));
  fs.writeFileSync(join(shared, 'postgres.lock'), `${process.pid} 1`); // a restarted container hands out the same pids
  await using(shared, ({ url }) => query(url, 'select 1'));
});

test('two processes that open at once MUST share one server, and closing one MUST NOT stop the other', async () => {
  const folder = join(home, 'contested');
  const [one, other] = [startOpener(folder, 'wait'), startOpener(folder, 'wait')] as const;
  const [[url], [otherUrl]] = await Promise.all([linesOf(one, 1), linesOf(other, 1)]);
  expect(otherUrl).toBe(url);
  expect(fs.readFileSync(join(folder, 'postgres.log'), 'utf8').match(/starting PostgreSQL/g)).toHaveLength(1);

  one.stdin.end();
  await exitOf(one);
  expect(await query(String(url), 'select 1 as alive')).toEqual([{ alive: 1 }]);

  other.stdin.end();
  await exitOf(other);
  expect(serves(folder)).toBe(false);
});

(isRoot ? test : test.skip)(
  'under root a clone in a private folder MUST work, and the folder MUST stay private',
  async () => {
    const outside = join(home, 'private');
    fs.mkdirSync(outside, { mode: 0o700 });
    const folder = join(outside, '.data');
    const lines: string[] = [];
    const database = await openEmbeddedPostgres(folder, (line) => lines.push(line));
    await query(database.url, 'create table kept as select 42 as answer');
    await database.close();
    expect(lines).toEqual([expect.stringContaining('/var/lib/onematter/')]);
    expect(fs.statSync(outside).mode & 0o777).toBe(0o700);

    fs.renameSync(outside, join(home, 'moved'));
    const moved = join(home, 'moved/.data');
    expect(await using(moved, ({ url }) => query(url, 'select answer from kept'))).toEqual([{ answer: 42 }]);
    fs.rmSync(dirname(fs.realpathSync(join(moved, 'postgres'))), { recursive: true });
  },
);

(nobodyReadsSources ? test : test.skip)('an ordinary user MUST be able to use it', async () => {
  const folder = join(home, 'ordinary');
  fs.mkdirSync(folder);
  fs.chownSync(folder, nobody.uid ?? 0, nobody.gid ?? 0);
  const child = startOpener(folder, 'wait', nobody);
  const [url] = await linesOf(child, 1);
  expect(await query(String(url), 'select 1 as alive')).toEqual([{ alive: 1 }]);
  expect(fs.statSync(join(folder, 'postgres')).uid).toBe(nobody.uid);
  child.stdin.end();
  await exitOf(child);
  // root runs what an ordinary user made as that user, and leaves it to them
  expect(await using(folder, ({ url }) => query(url, 'select 1 as alive'))).toEqual([{ alive: 1 }]);
  expect(fs.statSync(join(folder, 'postgres/postgresql.conf')).uid).toBe(nobody.uid);
});

test('a failure MUST be one line that says what is wrong and names DATABASE_URL', async () => {
  const folder = join(home, 'broken');
  fs.mkdirSync(join(folder, 'postgres'), { recursive: true });
  await expect(openEmbeddedPostgres(folder)).rejects.toThrow(
    /^The embedded PostgreSQL in .*postgres-password.* is missing.*DATABASE_URL.*$/,
  );
  fs.writeFileSync(join(folder, 'postgres-password'), 'known');
  await expect(openEmbeddedPostgres(folder)).rejects.toThrow(
    /^The embedded PostgreSQL in [^\n]*DATABASE_URL[^\n]*$/,
  );
});
