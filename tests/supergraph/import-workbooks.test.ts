import { copyFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { Database, unseal } from '../../subgraphs/kernel';
import { registry } from '../../subgraphs/registry';
import { testDatabase, type TestDatabase } from '../support/database';
import { Emptier } from '../support/emptier';
import { folder, imported, rejectsOf } from '../support/imports';
import { TEST_SETTINGS } from '../support/settings';

const FILES = resolve(__dirname, '../files/xlsx');

let database: TestDatabase;
let emptier: Emptier;
beforeAll(async () => {
  database = await testDatabase();
  emptier = await Emptier.of(database.url, registry.name);
});
afterEach(() => emptier.empty());
afterAll(async () => {
  await emptier.close();
  await database.drop();
});

/** What the command makes of a workbook: what is stored of each record, and why the others are not. */
async function loaded(name: string, options: string[] = []) {
  const path = join(folder, basename(name));
  copyFileSync(join(FILES, name), path);
  const args = ['enterprises', path, '--source', 'register', ...options];
  const { code, out, err } = await imported(args, { DATABASE_URL: database.url });
  const db = await Database.open({
    url: database.url,
    schema: registry.name,
    entities: registry.entities,
    poolSize: 1,
  });
  const stored = await db.read<Record<string, string | null>>(
    `SELECT source_id, name, industry_code, legal_representative, address, registered_on::text, contact_phone
     FROM enterprise ORDER BY length(source_id), source_id`,
  );
  await db.close();
  const rows = stored.map(({ contact_phone: phone, ...row }) => {
    const told = phone ? unseal(phone, TEST_SETTINGS.dataKey) : '';
    return `${Object.values(row).join('|')}|${told}`;
  });
  return { code, out, err, path, stored: rows };
}
const refusals = (path: string) => rejectsOf(path).map(({ line, code, field }) => `${line} ${code} ${field}`);

/** The table that each program writes: what is stored of it, and which rows are refused by a cell that cannot be told. */
const STORED = [
  'P-1|临湘市合成一号燃气有限公司|0610|张三|长安街道1号|2024-03-01|07301234567',
  'P-2|临湘市合成二号燃气有限公司|061|李四|长安街道1号|2024-03-02|0730-7654321',
  'P-3|临湘市𠮷㐂龴合成三号|||长安街道1号|2024-03-03|0730-1112222',
  'P-8|文字_x000D_合成八号|||||',
  'P-11|临湘市合成十一号|||TRUE||',
  'P-12|临湘市合成十二号|||15.6%||',
];
const UNREADABLE = [
  '6 CELL_UNREADABLE name',
  '7 CELL_IS_ERROR legalRepresentative',
  '8 DIGITS_LOST uscc',
  '10 CELL_UNREADABLE name',
];
/** Rows that are readable, and wrong: a time in a date, a month in a date. */
const WRONG = [5, 11];

describe('a workbook by the command', () => {
  test.each<[string, string[], string[], number[]]>([
    ['exceljs', STORED, UNREADABLE, WRONG],
    ['openpyxl', STORED, UNREADABLE, WRONG],
    // a program that calculates leaves no formula without its result
    [
      'libreoffice',
      [...STORED.slice(0, 3), 'P-5|P-5号|||||', ...STORED.slice(3)],
      UNREADABLE.slice(1),
      WRONG,
    ],
    // _x000D_ as these two write it is a carriage return, which is no part of a name
    ['sheetjs', STORED.filter((row) => !row.startsWith('P-8')), UNREADABLE, [...WRONG, 9]],
    ['poi', STORED.filter((row) => !row.startsWith('P-8')), UNREADABLE, [...WRONG, 9]],
  ])(
    'of %s MUST be stored as it is shown, or refused by the cell',
    async (program, rows, unreadable, wrong) => {
      const { code, err, path, stored } = await loaded(`${program}.xlsx`);
      expect({ code, stored }).toEqual({ code: 2, stored: rows });
      const refused = refusals(path);
      expect(refused).toEqual(expect.arrayContaining(unreadable));
      expect(refused.length).toBe(unreadable.length + wrong.length);
      expect(refused.map((each) => parseInt(each, 10))).toEqual(expect.arrayContaining(wrong));
      expect(err).toContain('not read: 旧数据 (隐藏 hidden), 填表说明');
      expect(err).toContain('Rows that are hidden are read, too: 1');
    },
  );

  test('of XlsxWriter MUST lose no formula in silence', async () => {
    const { path, stored } = await loaded('xlsxwriter.xlsx');
    expect(stored).toContain('P-3|文字_x000D_𠮷合成三号|||||');
    expect(refusals(path)).toContain('3 CELL_UNREADABLE name');
  });

  test('of the shape of WPS Office MUST lose no picture in silence', async () => {
    const { path, stored } = await loaded('wps-shape.xlsx');
    expect(stored).toEqual(['P-1|临湘市合成一号||||2024-03-01|07301234567']);
    expect(refusals(path)).toEqual(['3 CELL_UNREADABLE address']);
  });

  test('MUST be read from the sheet that --sheet names, each of them once', async () => {
    const old = await loaded('openpyxl.xlsx', ['--sheet', '旧数据']);
    expect({ code: old.code, stored: old.stored }).toEqual({ code: 0, stored: ['OLD-1|旧|||||'] });
    expect((await loaded('openpyxl.xlsx', ['--sheet', '旧数据'])).out).toContain('was imported already');
    const other = await loaded('openpyxl.xlsx', ['--sheet', '报送']);
    expect(other.out).toContain('rows read: 12');
    const none = await loaded('openpyxl.xlsx', ['--sheet', '无']);
    expect({ code: none.code, err: none.err }).toEqual({
      code: 1,
      err: expect.stringContaining(
        '--sheet must be one of: 旧数据 (隐藏 hidden), 填表说明, 报送, but got: 无',
      ) as string,
    });
  });

  test('that is protected by a password MUST be refused in one line, and nothing be stored', async () => {
    const { code, err, out, stored } = await loaded('poi-encrypted.xlsx');
    expect({ code, out, stored }).toEqual({ code: 1, out: '', stored: [] });
    expect(err).toMatch(/^The workbook is protected by a password: .*\n$/);
  });
});
