import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { Database } from '../../subgraphs/kernel';
import { registry } from '../../subgraphs/registry';
import { testDatabase, type TestDatabase } from '../support/database';
import { Emptier } from '../support/emptier';
import { gb18030 } from '../support/gb18030';
import { loadHere, type LoadOptions } from '../support/import-here';
import { HEADER, command, file, mixed, refusedOf, rejectsOf, row, uscc } from '../support/imports';

let database: TestDatabase;
let db: Database;
let emptier: Emptier;
beforeAll(async () => {
  database = await testDatabase();
  emptier = await Emptier.of(database.url, registry.name);
  db = await Database.open({
    url: database.url,
    schema: registry.name,
    entities: registry.entities,
    poolSize: 6,
  });
});
afterEach(() => emptier.empty());
afterAll(async () => {
  await emptier.close();
  await db.close();
  await database.drop();
});

const count = async (where = 'true') =>
  (await db.read<{ n: number }>(`SELECT count(*)::int AS n FROM enterprise WHERE ${where}`))[0]?.n;

const load = (path: string, options?: LoadOptions) => loadHere(db, path, options);

/** Waits until the import has kept a place beyond these rows. */
async function reached(rows: number): Promise<void> {
  for (const until = Date.now() + 120_000; Date.now() < until; await sleep(5)) {
    const [progress] = await db.read<{ rows: number }>('SELECT rows_done::int AS rows FROM import_progress');
    if ((progress?.rows ?? 0) >= rows) return;
  }
  throw new Error(`the import never came to row ${rows}`);
}

describe('an import that is broken off', () => {
  test('after each kill -9 the same command MUST go on, and end with every row once in the table or the rejects', async () => {
    const path = file('killed.csv', [HEADER, ...mixed(20_000)]);
    for (const rows of [2000, 9000]) {
      const { child, ended } = command(['enterprises', path, '--source', 'register'], {
        DATABASE_URL: database.url,
      });
      await reached(rows);
      child.kill('SIGKILL');
      expect((await ended).code).toBeNull();
    }
    const { code, out, err } = await command(['enterprises', path, '--source', 'register'], {
      DATABASE_URL: database.url,
    }).ended;
    expect(err).toMatch(/Goes on after \d+ rows/);
    expect({ code, out }).toMatchObject({
      code: 2,
      out: expect.stringContaining('rows read: 20000 (') as string,
    });
    const refused = refusedOf(20_000);
    expect(rejectsOf(path).map(({ line }) => line)).toEqual(refused.map((at) => at + 2));
    expect(await count()).toBe(20_000 - refused.length);
    expect(out).toContain(`rejected: ${refused.length}`);
  });

  test('Ctrl-C MUST end it after the batch at hand and say how to go on, and no row be taken in twice', async () => {
    const path = file('stopped.csv', [HEADER, ...mixed(20_000)]);
    const { child, ended } = command(['enterprises', path, '--source', 'register'], {
      DATABASE_URL: database.url,
    });
    await reached(2000);
    child.kill('SIGINT');
    const stopped = await ended;
    expect(stopped.code).toBe(130);
    const after = Number(
      /Stopped after row (\d+). To go on from there, give the same command again/.exec(stopped.out)?.[1],
    );
    expect(after % 1000).toBe(0);
    expect(await count()).toBe(after - refusedOf(after).length);
    const { totals, before } = await load(path);
    const refused = refusedOf(20_000).length;
    expect(before).toBe(after);
    expect(totals).toEqual({
      rows: 20_000,
      accepted: 20_000 - refused,
      unchanged: 0,
      rejected: refused,
      codes: { DATE_INVALID: 200, CSV_QUOTES_BROKEN: 80 },
    });
  });

  test('what it wrote to the rejects file for an uncommitted batch MUST be taken back', async () => {
    const path = file('half.csv', [HEADER, ...mixed(1500)]);
    await load(path);
    const whole = readFileSync(`${path}.rejects.ndjson`, 'utf8');
    await db.transaction((tx) =>
      tx.query('UPDATE import_progress SET finished = false, rows_done = 1000, rejected = 14'),
    );
    writeFileSync(`${path}.rejects.ndjson`, `${whole}{"line":15`);
    await load(path);
    expect(readFileSync(`${path}.rejects.ndjson`, 'utf8')).toBe(whole);
  });

  test('one whose rejects file is gone MUST start over, so that the file is complete', async () => {
    const path = file('lost.csv', [HEADER, ...mixed(1500)]);
    await load(path);
    const whole = readFileSync(`${path}.rejects.ndjson`, 'utf8');
    await db.transaction((tx) =>
      tx.query('UPDATE import_progress SET finished = false, rows_done = 1000, rejected = 14'),
    );
    rmSync(`${path}.rejects.ndjson`);
    const said: string[] = [];
    expect(await load(path, { said })).toMatchObject({ before: 0, totals: { rows: 1500, accepted: 0 } });
    expect(said.join()).toContain('starts over');
    expect(readFileSync(`${path}.rejects.ndjson`, 'utf8')).toBe(whole);
  });
});

describe('an import', () => {
  test('good rows MUST be kept and each bad one told with its line, field, code and content', async () => {
    const wrong = row(2, { code: `${uscc(2).slice(0, 17)}?` });
    const lines = [
      row(1, { address: '"长安街道\n1号"' }),
      wrong,
      row(3),
      row(4, { region: '999999' }),
      'E-5,"x',
      row(3),
    ];
    const path = file('mixed.csv', gb18030(`${HEADER}\n${lines.join('\n')}\n`));
    const { totals, state } = await load(path);
    expect({ state, totals }).toEqual({
      state: 'finished',
      totals: {
        rows: 6,
        accepted: 1,
        unchanged: 1,
        rejected: 4,
        codes: { CSV_QUOTES_BROKEN: 1, REGION_UNKNOWN: 1, TEXT_INVALID: 1, USCC_INVALID: 1 },
      },
    });
    expect(rejectsOf(path)).toMatchObject([
      {
        line: 2,
        sourceId: 'E-1',
        field: 'address',
        code: 'TEXT_INVALID',
        row: { name: '临湘市1号燃气有限公司' },
      },
      {
        line: 4,
        sourceId: 'E-2',
        field: 'uscc',
        code: 'USCC_INVALID',
        row: { sourceId: 'E-2', registeredOn: '2020-01-02' },
      },
      { line: 6, sourceId: 'E-4', field: 'regionCode', code: 'REGION_UNKNOWN' },
      { line: 7, sourceId: null, field: null, code: 'CSV_QUOTES_BROKEN', row: 'E-5,"x' },
    ]);
    const stored = await db.read('SELECT source_id, name, registered_on FROM enterprise');
    expect(stored).toEqual([
      { source_id: 'E-3', name: '临湘市3号燃气有限公司', registered_on: '2020-01-02' },
    ]);
  });

  test('it MUST be on record in the audit chain as the operator of the source', async () => {
    await load(file('audited.csv', [HEADER, row(1)]), { source: 'hunan-register' });
    const [last] = await db.read<{ record: string }>(
      'SELECT record FROM journal ORDER BY entry DESC LIMIT 1',
    );
    expect(JSON.parse(last?.record ?? '')).toMatchObject({
      ...{ subject: 'import:hunan-register', operation: 'submitEnterprises', subjects: [{ key: uscc(1) }] },
    });
  });

  test('a finished file MUST NOT be loaded again unless asked for, and then change nothing', async () => {
    const path = file('twice.csv', [HEADER, row(1), row(2), row(3, { date: 'x' })]);
    await load(path);
    const audits = () => db.read('SELECT FROM journal');
    expect(await audits()).toHaveLength(1);
    expect(await load(path)).toMatchObject({
      state: 'finished before',
      totals: { accepted: 2, rejected: 1 },
    });
    expect(await audits()).toHaveLength(1);
    expect(await load(path, { again: true })).toMatchObject({
      state: 'finished',
      totals: { rows: 3, accepted: 0, unchanged: 2, rejected: 1 },
    });
    expect(rejectsOf(path)).toHaveLength(1);
  });

  test('a large one MUST leave the planner statistics of its tables, which a small one leaves alone', async () => {
    const analyzed = () =>
      db.read<{ name: string; at: string }>(
        `SELECT relname AS name, last_analyze::text AS at FROM pg_stat_user_tables
         WHERE schemaname = 'registry' AND last_analyze IS NOT NULL ORDER BY 1`,
      );
    const before = await analyzed();
    await load(file('small.csv', [HEADER, row(1)]));
    expect(await analyzed()).toEqual(before);
    await load(file('large.csv', [HEADER, ...Array.from({ length: 10_000 }, (_, at) => row(at + 2))]));
    const known = new Map(before.map(({ name, at }) => [name, at]));
    const anew = (await analyzed()).filter(({ name, at }) => known.get(name) !== at);
    expect(anew.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['enterprise', 'journal', 'import_progress']),
    );
  });

  test('the same file as a higher revision MUST be another import, and one without rejects leave no rejects file', async () => {
    const path = file('revision.csv', [HEADER, row(1)]);
    await load(path);
    expect(await load(path, { revision: 2 })).toMatchObject({ state: 'finished', totals: { accepted: 1 } });
    expect(await count('revision = 2')).toBe(1);
    expect(existsSync(`${path}.rejects.ndjson`)).toBe(false);
  });

  test('two processes MUST NOT work on one import at once', async () => {
    const path = file('both.csv', [HEADER, ...mixed(3000)]);
    const outcomes = await Promise.all([load(path), load(path)]);
    expect(outcomes.map(({ state }) => state).sort()).toEqual(['finished', 'finished before']);
    expect(rejectsOf(path)).toHaveLength(refusedOf(3000).length);
  });
});
