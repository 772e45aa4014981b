import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Database } from '../../subgraphs/kernel';
import { registry } from '../../subgraphs/registry';
import { testDatabase, type TestDatabase } from '../support/database';
import { HEADER, command, file, folder, imported, row, uscc } from '../support/imports';

let database: TestDatabase;
let db: Database;
beforeAll(async () => {
  database = await testDatabase();
  db = await Database.open({ url: database.url, schema: registry.name, entities: registry.entities });
});
afterAll(async () => {
  await db.close();
  await database.drop();
});

const run = (...args: string[]) => imported(args, { DATABASE_URL: database.url });
const load = (path: string, source: string) => run('enterprises', path, '--source', source);
const takingBack = (id: string) => ['--take-back', id, '--reason', '误导入'];
const takeBack = (id: string, ...more: string[]) => run(...takingBack(id), ...more);
const idIn = (out: string) => String(/报送批次 import: (enterprises-[0-9a-f]{16})/.exec(out)?.[1]);
const names = (numbers: number[]) =>
  db.read('SELECT uscc, name, source FROM enterprise WHERE uscc = ANY($1) ORDER BY uscc', [
    numbers.map(uscc),
  ]);
const count = async () =>
  (await db.read<{ n: number }>('SELECT count(*)::int AS n FROM enterprise'))[0]?.n ?? 0;
const garbled = (number: number) => row(number).replace('临湘市', '涓存箻');

describe('a mistaken file', () => {
  test('MUST be taken back by the id that its import has told at its start and at its end, and the corrected one be imported as it is', async () => {
    const wrong = file('wrong.csv', [HEADER, ...[1, 2, 3].map(garbled)]);
    const mistaken = await load(wrong, 'ctiy');
    expect(mistaken.code).toBe(0);
    const id = idIn(mistaken.out);
    expect(mistaken.err).toContain(`报送批次 import: ${id}`);
    const right = file('right.csv', [HEADER, ...[1, 2, 3].map((number) => row(number))]);
    expect((await load(right, 'city')).code).toBe(2);
    const taken = await takeBack(id);
    expect(taken).toMatchObject({ code: 0 });
    expect(taken.out).toMatch(/已撤回 taken back: 3\s+未撤回 left: 0\s/);
    expect(await names([1, 2, 3])).toEqual([]);
    expect((await run('enterprises', right, '--source', 'city', '--again')).code).toBe(0);
    expect(await names([1])).toEqual([{ uscc: uscc(1), name: '临湘市1号燃气有限公司', source: 'city' }]);
    // and the mistaken file itself counts as never imported
    expect((await load(wrong, 'ctiy')).out).toContain('OWNED_BY_ANOTHER_SOURCE: 3');
  });

  test('of many rows MUST be taken back in batches, go on after Ctrl-C and kill -9, and leave the rows that others built on, told in a file', async () => {
    const before = await count();
    const rows = Array.from({ length: 12_000 }, (_, at) => garbled(10_000 + at));
    const id = idIn((await load(file('many.csv', [HEADER, ...rows]), 'city')).out);
    const later = file('later.csv', [`${HEADER},revision`, `${row(10_005)},2`, `${row(21_999)},2`]);
    expect((await load(later, 'city')).code).toBe(0);
    const ending = ['SIGINT', 'SIGKILL'] as const;
    for (const [at, signal] of ending.entries()) {
      const { child, ended } = command(takingBack(id), { DATABASE_URL: database.url });
      while ((await count()) > before + 12_000 - (at + 1) * 2_000) await sleep(5);
      child.kill(signal);
      expect((await ended).code).toBe(signal === 'SIGINT' ? 130 : null);
    }
    const left = join(folder, 'left.ndjson');
    const { code, out } = await takeBack(id, '--rejects', left);
    expect(code).toBe(2);
    expect(out).toMatch(
      /未撤回 left: 2\s+IMPORT_ROW_CHANGED: 2 – [^\n]+\s+其中待更正 of them open to correction: 0/,
    );
    const told = readFileSync(left, 'utf8').trim().split('\n');
    expect(told.map((line) => (JSON.parse(line) as { key: string }).key)).toEqual([21_999, 10_005].map(uscc));
    expect(await count()).toBe(before + 2);
  });

  test.each([
    [['enterprises', '--take-back', 'x'], '--take-back takes fewer arguments'],
    [['--take-back', 'enterprises'], '--reason <text> is required'],
    [['--take-back', 'enterprises', '--reason', 'x'], '--take-back must name an import as its report does'],
    [['--take-back', 'nothing-0123456789abcdef', '--reason', 'x'], 'There is no kind nothing to import'],
    [
      ['--take-back', 'enterprises-0123456789abcdef', '--reason', 'x'],
      'import names no import that is known',
    ],
  ])('%j MUST be refused with 1, in one line', async (args, says) => {
    const { code, out, err } = await run(...args);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err.trim().split('\n')).toEqual([expect.stringContaining(says)]);
  });
});
