import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { testDatabase, type TestDatabase } from '../support/database';
import { HEADER, command, file, folder, imported, rejectsOf, row, uscc } from '../support/imports';

describe('what an import says', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await testDatabase();
  });
  afterAll(() => database.drop());
  const load = (path: string, ...more: string[]) =>
    imported(['enterprises', path, '--source', 's', ...more], { DATABASE_URL: database.url });

  test('it MUST end with 0 only if every row was taken, new or known, and with 2 if any was refused', async () => {
    const good = file('all-taken.csv', [HEADER, row(1), row(2)]);
    expect((await load(good)).code).toBe(0);
    expect((await load(good)).code).toBe(0);
    const none = file('none-taken.csv', [HEADER, row(3, { date: '2020-02-30' })]);
    expect((await load(none)).code).toBe(2);
    const some = file('some-taken.csv', [HEADER, row(1), row(4, { region: '43' })]);
    expect((await load(some)).code).toBe(2);
    // and what was imported before is judged by what became of it then
    expect(await load(some)).toMatchObject({
      code: 2,
      out: expect.stringContaining('imported already') as string,
    });
  });

  test('a dry run MUST say that nothing was written, end as the import would, and leave the file to be imported', async () => {
    const path = file('dry.csv', [HEADER, row(21), row(22, { date: '2020-02-30' })]);
    const { code, out } = await load(path, '--dry-run');
    expect(code).toBe(2);
    expect(out).toMatch(/未写入任何数据。 Nothing was written\.\s+报送批次 import: 无 none/);
    expect(out).toMatch(
      /accepted: 1\s[^]*DATE_INVALID: 1 [^]*rejects file: \S+dry\.csv\.dry-run\.rejects\.ndjson/,
    );
    const real = await load(path);
    expect(real.out).toMatch(/rows read: 2\s[^]*accepted: 1\s[^]*rejects file: \S+dry\.csv\.rejects\.ndjson/);
  });

  test('its report MUST count the refused rows by code, with its sentences in both languages and no value of a row', async () => {
    const codes = { DATE_INVALID: 3, REGION_CODE_INVALID: 2, CSV_QUOTES_BROKEN: 1 };
    const path = file('reasons.csv', [
      HEADER,
      row(11, { region: '43' }),
      row(12, { region: '44' }),
      ...[13, 14, 15].map((number) => row(number, { date: '2020-02-30' })),
      row(16, { address: 'x"y' }),
    ]);
    const { out } = await load(path);
    const told = [...out.matchAll(/^ {4}(\w+): (\d+) – (.*)$/gm)].map(([, code, rows, says]) => ({
      code,
      rows,
      says,
    }));
    expect(told.map(({ code, rows }) => [code, Number(rows)])).toEqual(Object.entries(codes));
    for (const { says } of told) expect(says).toMatch(/^.*[\u4e00-\u9fff].*。 [A-Z…].*\.$/);
    expect(out).not.toMatch(/2020-02-30|\{/);
    expect(rejectsOf(path)).toHaveLength(6);
  });
});

describe('an import whose rules need another subgraph', () => {
  test('MUST ask it on the same database, and refuse by its answer', async () => {
    const database = await testDatabase();
    const load = (kind: string, path: string) =>
      imported([kind, path, '--source', 's'], { DATABASE_URL: database.url });
    await load('enterprises', file('employers.csv', [HEADER, row(31)]));
    const head = 'sourceId,uscc,regionCode,appointedOn,idNumber,name';
    const principal = (id: string, of: number) =>
      `${id},${uscc(of)},430682,2026-03-01,430682190001010006,合成`;
    const path = file('principals.csv', [head, principal('1', 31), principal('2', 32)]);
    const { code, out } = await load('principals', path);
    await database.drop();
    expect(code).toBe(2);
    expect(out).toMatch(/accepted: 1\s[^]*REFERENCE_UNKNOWN: 1 /);
  });
});

describe('the command', () => {
  test.each([
    [
      'an unknown kind',
      ['enterprizes', 'x.csv', '--source', 's'],
      'There is no kind enterprizes to import. Kinds: enterprises, ',
    ],
    ['a missing source', ['enterprises', 'x.csv'], '--source <name> is required.'],
    ['a missing file', ['enterprises', 'none.csv', '--source', 's'], 'There is no file '],
    [
      'an unknown column',
      ['enterprises', 'WRONG', '--source', 's'],
      'Column 1 of the header is unknown: "id". Known columns',
    ],
  ])('%s MUST be told in one line with exit code 1, before a database is made', async (_, args, message) => {
    const wrong = file('wrong.csv', ['id,uscc', '1,2']);
    const dataDir = join(folder, 'without-database');
    const { code, out, err } = await imported(
      args.map((arg) => (arg === 'WRONG' ? wrong : arg)),
      { DATA_DIR: dataDir },
    );
    expect({ code, out, lines: err.trim().split('\n').length }).toEqual({ code: 1, out: '', lines: 1 });
    expect(err).toContain(message);
    expect(existsSync(join(dataDir, 'postgres'))).toBe(false);
  });

  test('--template MUST list the kinds, write both files of one, and never write over a file that may be filled in', async () => {
    const list = await imported(['--template'], {});
    expect(list).toMatchObject({ code: 0, err: '' });
    expect(list.out).toMatch(/^enterprises +市场主体 enterprise\n/);
    expect(list.out.trim().split('\n').length).toBeGreaterThan(50);
    const to = join(folder, 'templates/new');
    const paths = ['xlsx', 'csv'].map((format) => join(to, `inspections-template.${format}`));
    const write = () => imported(['--template', 'inspections', '--to', to], {});
    expect(await write()).toEqual({ code: 0, out: `${paths.join('\n')}\n`, err: '' });
    writeFileSync(paths[1] ?? '', 'filled in');
    expect(await write()).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringContaining('is there already') as string,
    });
    expect(readFileSync(paths[1] ?? '', 'utf8')).toBe('filled in');
    expect(await imported(['--template', 'enterprizes', '--to', to], {})).toMatchObject({
      code: 1,
      err: expect.stringContaining('There is no kind enterprizes') as string,
    });
  });

  test('a source that is not the caller’s MUST be refused with its code’s sentence and exit code 1', async () => {
    const path = file('authority.csv', [HEADER, row(1)]);
    const args = ['enterprises', path, '--source', 'registration-authority', '--department', 'FIRE_RESCUE'];
    const database = await testDatabase();
    const { code, err } = await imported(args, { DATABASE_URL: database.url });
    await database.drop();
    expect({ code, lines: err.trim().split('\n').length }).toEqual({ code: 1, lines: 1 });
    expect(err).toContain('may be used by market supervision only');
  });

  test('without DATABASE_URL it MUST start the embedded PostgreSQL, migrate it, load the file and stop it', async () => {
    const path = file('embedded.ndjson', [
      JSON.stringify({ sourceId: '1', uscc: uscc(1), name: '甲', regionCode: '430682' }),
      '{',
    ]);
    const dataDir = join(folder, 'data');
    const { code, out } = await command(['enterprises', path, '--source', 's'], { DATA_DIR: dataDir }).ended;
    expect(code).toBe(2);
    expect(out).toMatch(
      /rows read: 2\s+接收 accepted: 1\s+未变 unchanged: 0\s+退回 rejected: 1\s+JSON_BROKEN: 1 – /,
    );
    expect(out).toMatch(/seconds: [\d.]+\s+每秒行数 rows\/s: \d+\s+退回文件 rejects file: .*embedded/);
    expect(existsSync(join(dataDir, 'postgres/postmaster.pid'))).toBe(false);
  });
});
