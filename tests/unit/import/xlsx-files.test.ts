import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { BadCell, columnsOf, type SourceRow } from '../../../subgraphs/import/columns';
import { inspect, openRows } from '../../../subgraphs/import/read-file';
import { openWorkbook } from '../../../subgraphs/import/xlsx/workbook';
import { enterpriseSubmission } from '../../../subgraphs/registry/enterprise/enterprise.submission';

const FILES = resolve(__dirname, '../../files/xlsx');
const folder = mkdtempSync(join(tmpdir(), 'onematter-files-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function imported(name: string) {
  const { rows, notice } = await openRows(await inspect(join(FILES, name)), columnsOf(enterpriseSubmission));
  const read: SourceRow[] = [];
  for await (const row of rows) read.push(row);
  return { rows: read.map(shown), notice };
}
/** The values of a row, or the code of its refusal and the field. */
function shown({ line, record, refusal }: SourceRow): string {
  const cells = refusal ? [refusal.code, refusal.details.field] : Object.values(record ?? {}).slice(2);
  return [line, record?.sourceId, ...cells].join('|').replace(/\|+$/, '');
}
/** All sheets of a workbook, cell by cell. */
async function sheetsOf(name: string) {
  const { sheets, open, close } = await openWorkbook(join(FILES, name));
  const read = [];
  for (const sheet of sheets) {
    const rows: string[] = [];
    for await (const { line, cells } of (await open(sheet)).rows())
      rows.push(
        `${line}|${cells.map((cell) => (cell instanceof BadCell ? `!${cell.got}` : cell)).join('|')}`,
      );
    read.push({ name: sheet.name, isHidden: sheet.isHidden, rows });
  }
  close();
  return read;
}

/** What the scripts of the folder write, each as far as its program can. */
const TABLE = [
  '2|P-1|临湘市合成一号燃气有限公司|430682|0610|张三|07301234567|长安街道1号|2024-03-01',
  '3|P-2|临湘市合成二号燃气有限公司|430682|061|李四|0730-7654321|长安街道1号|2024-03-02',
  '4|P-3|临湘市𠮷㐂龴合成三号|430682|||0730-1112222|长安街道1号|2024-03-03',
  '5|P-4|临湘市合成四号|430682||||长安街道\n4号|2024-03-04T10:30:00+08:00',
  '6|P-5|CELL_UNREADABLE|name',
  '7|P-6|CELL_IS_ERROR|legalRepresentative',
  '8|P-7|DIGITS_LOST|uscc',
  '9|P-8|文字_x000D_合成八号|430682',
  '10|P-9|CELL_UNREADABLE|name',
  '11|P-10|临湘市合成十号|430682|||||2024-03',
  '12|P-11|临湘市合成十一号|430682||||TRUE',
  '13|P-12|临湘市合成十二号|430682||||15.6%',
];
const NOTICE =
  '读取工作表 The sheet that is read: 报送；未读取 not read: 旧数据 (隐藏 hidden), 填表说明\n' +
  '隐藏或筛选掉的行一并读取 Rows that are hidden are read, too: 1，首行 from row 12 on';
const differing = (...rows: [at: number, row: string][]) => {
  const table = [...TABLE];
  for (const [at, row] of rows) table[at - 2] = row;
  return table;
};

describe('the same table, as each program writes it,', () => {
  test.each<[string, string[]]>([
    ['exceljs.xlsx', TABLE],
    ['exceljs-stream.xlsx', TABLE],
    ['openpyxl.xlsx', TABLE],
    ['zip64.xlsx', TABLE],
    // it calculates formulas when it opens a file
    ['libreoffice.xlsx', differing([6, '6|P-5|P-5号|430682'])],
    // these two write _x000D_ as it is, which then means a carriage return to every spreadsheet program
    [
      'sheetjs.xlsx',
      differing([5, (TABLE[3] ?? '').replace('\n', '\r\n')], [9, '9|P-8|文字\r合成八号|430682']),
    ],
    ['poi.xlsx', differing([9, '9|P-8|文字\r合成八号|430682'])],
    ['poi-stream.xlsx', differing([3, '3|P-2|CELL_UNREADABLE|name'], [9, '9|P-8|文字\r合成八号|430682'])],
  ])('%s MUST give its rows, none of them empty by accident', async (name, rows) => {
    expect(await imported(name)).toEqual({ rows, notice: NOTICE });
  });
});

describe('a peculiarity of', () => {
  test.each(['xlsxwriter.xlsx', 'xlsxwriter-memory.xlsx'])(
    '%s, a zero for each formula, MUST be refused',
    async (name) => {
      const { rows, notice } = await imported(name);
      expect(rows).toEqual([
        '2|P-1|临湘市合成一号燃气有限公司|430682|0610|张三|07301234567|长安街道\n1号|2024-03-01',
        '3|P-2|CELL_UNREADABLE|name',
        '4|P-3|文字_x000D_𠮷合成三号|430682',
      ]);
      expect(notice).toContain('not read: 旧数据 (隐藏 hidden)');
    },
  );

  test('openpyxl, dates as texts and one array formula for three cells, MUST be read and refused', async () => {
    expect((await imported('openpyxl-1904.xlsx')).rows).toEqual([
      '2|P-1|CELL_UNREADABLE|legalRepresentative',
      '3|P-2|CELL_UNREADABLE|legalRepresentative',
      '4|P-3|CELL_UNREADABLE|legalRepresentative',
    ]);
    const sheets = await sheetsOf('openpyxl-1904.xlsx');
    expect(sheets[2]?.rows.map((row) => row.split('|').at(-1))).toEqual([
      '成立日期',
      '2024-03-01',
      '2024-03-02',
      '2024-03-03',
    ]);
  });

  test('openpyxl in write-only mode, inline texts, MUST be read', async () => {
    expect((await imported('openpyxl-stream.xlsx')).rows).toEqual([
      '2|P-1|临湘市合成一号燃气有限公司|430682|610|张三|07301234567|长安街道1号|2024-03-01',
      '3|P-2|临湘市合成二号燃气有限公司|430682|61|李四|0730-7654321||2024-03-02',
      '4|P-3|临湘市𠮷㐂龴合成三号|430682|||07301112222||2024-03-03',
    ]);
  });

  test('SheetJS in China, 43 seconds behind each day, MUST leave the day as it is', async () => {
    expect((await imported('sheetjs-shanghai.xlsx')).rows).toEqual([
      '2|P-1|临湘市合成一号|430682|||||2024-03-01',
    ]);
  });

  test('WPS Office, pictures in cells and dates that are not declared, MUST be told apart', async () => {
    expect((await imported('wps-shape.xlsx')).rows).toEqual([
      '2|P-1|临湘市合成一号|430682|||07301234567||2024-03-01',
      '3|P-2|CELL_UNREADABLE|address',
    ]);
  });
});

describe('a file of others,', () => {
  test('the strict form of Excel, MUST be read', async () => {
    const [first, second] = await sheetsOf('others/SimpleStrict.xlsx');
    expect(first?.rows.slice(0, 3)).toEqual(['1|test||1', '2|test 2||2', '3|||3']);
    expect(second?.name).toBe('Sheet Number 2');
  });

  test('with hidden sheets and charts, MUST show which sheets hold cells', async () => {
    const names = async (name: string) =>
      (await sheetsOf(`others/${name}`)).map(({ name, isHidden }) => (isHidden ? `(${name})` : name));
    expect(await names('any_sheets.xlsx')).toEqual(['Visible', '(Hidden)', '(VeryHidden)']);
    expect(await names('TwoSheetsOneHidden.xlsx')).toEqual(['(Sheet1)', 'Sheet2']);
    expect(await names('chart_sheet.xlsx')).not.toContain('Chart1');
  });

  test('without numbers of rows, with pronunciations or pictures, MUST be read cell by cell', async () => {
    const [unnumbered] = await sheetsOf('others/59746_NoRowNums.xlsx');
    expect(unnumbered?.rows).toHaveLength(71);
    expect(unnumbered?.rows[1]).toBe(
      '2|TRUE|[M+Na]+1|1|644.24222|667.23145|8.346|0.177|3|259103.248642121|98.495|F1',
    );
    expect((await sheetsOf('others/rph.xlsx'))[0]?.rows).toEqual(['1|課きく　毛こ']);
    expect((await sheetsOf('others/pictures_in_cell_and_over_cell.xlsx'))[0]?.rows).toEqual([
      '1|!#VALUE!',
      '3|!#VALUE!',
    ]);
  });

  test('a bomb of entities, MUST be refused before it is unfolded', async () => {
    await expect(sheetsOf('others/poc-xmlbomb.xlsx')).rejects.toThrow('it has a document type declaration');
  });
});

describe('a file that is no .xlsx workbook', () => {
  const SAVE_ANEW = 'open it in a spreadsheet program, save it as .xlsx';
  test.each([
    ['poi-encrypted.xlsx', 'protected by a password'],
    ['libreoffice.xls', `is a workbook of before 2007 (.xls): ${SAVE_ANEW}`],
    ['libreoffice.ods', `is an OpenDocument file (.ods): ${SAVE_ANEW}`],
    ['others/Simple.xlsb', `is a binary workbook (.xlsb): ${SAVE_ANEW}`],
  ])('%s MUST be refused by what it is, though it is called .xlsx', async (name, message) => {
    const renamed = join(folder, 'renamed.xlsx');
    copyFileSync(join(FILES, name), renamed);
    const file = await inspect(renamed);
    await expect(openRows(file, columnsOf(enterpriseSubmission))).rejects.toThrow(message);
  });

  test.each(['libreoffice.xls', 'libreoffice.ods', 'others/Simple.xlsb'])(
    '%s MUST be refused by its name, with what to do',
    async (name) => {
      await expect(inspect(join(FILES, name))).rejects.toThrow(SAVE_ANEW);
    },
  );

  test('cut short at any place, MUST be refused before a row of it is given', async () => {
    const whole = readFileSync(join(FILES, 'openpyxl.xlsx'));
    for (let length = 0; length < whole.length; length += 311) {
      const path = join(folder, 'cut.xlsx');
      writeFileSync(path, whole.subarray(0, length));
      const file = await inspect(path);
      await expect(openRows(file, columnsOf(enterpriseSubmission))).rejects.toThrow(
        /is damaged or no \.xlsx/,
      );
    }
  });
});
