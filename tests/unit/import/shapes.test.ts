import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { columnsOf } from '../../../subgraphs/import/columns';
import { inspect, openRows } from '../../../subgraphs/import/read-file';
import { enterpriseSubmission } from '../../../subgraphs/registry/enterprise/enterprise.submission';

const folder = mkdtempSync(join(tmpdir(), 'onematter-shapes-'));
afterAll(() => rmSync(folder, { recursive: true }));
const columns = columnsOf(enterpriseSubmission);
const TITLES = ['来源系统中的记录编号', '统一社会信用代码', '名称', '登记地区划代码', '住所'];
const NAMES = ['sourceId', 'uscc', 'name', 'regionCode', 'address'];
const CELLS = ['1', 'u', '甲有限公司', '430682', '长安街道'];
const RECORD = Object.fromEntries(NAMES.map((name, at) => [name, CELLS[at]]));

async function opened(content: string | Buffer, name = 'shape.csv') {
  const path = join(folder, name);
  writeFileSync(path, content);
  const { rows, notice } = await openRows(await inspect(path), columns);
  const read = [];
  for await (const row of rows) read.push(row);
  return { rows: read, notice };
}
const records = async (content: string | Buffer, name?: string) =>
  (await opened(content, name)).rows.map(({ record, refusal }) => refusal?.code ?? record);

describe('a file of separated values', () => {
  test.each([
    ['comma', ','],
    ['tab', '\t'],
    ['semicolon', ';'],
  ])('by %s MUST be known by its header, whatever its lines end with', async (_, separator) => {
    for (const end of ['\n', '\r\n', '\r']) {
      for (const titles of [TITLES, NAMES]) {
        const text = [titles, CELLS, CELLS].map((cells) => cells.join(separator)).join(end);
        expect(await records(text)).toEqual([RECORD, RECORD]);
        expect(await records(`${text}${end}${end}`)).toEqual([RECORD, RECORD]);
      }
    }
  });

  test.each([',', ';', '|', '\t', '^'])(
    'that says sep=%s MUST be read so, and its lines counted with that',
    async (separator) => {
      const text = [TITLES, CELLS].map((cells) => cells.join(separator)).join('\n');
      const { rows } = await opened(`sep=${separator}\n${text}`);
      expect(rows).toMatchObject([{ line: 3, record: RECORD }]);
      expect(await records(`"sep=${separator}"\r\n${text}`)).toEqual([RECORD]);
    },
  );

  test('cells with the separator, quotes and line breaks MUST be whole, the line breaks as one sign', async () => {
    const address = '长安街道; 1号,\t"2楼"\n3室';
    const quoted = `"${address.replaceAll('"', '""')}"`;
    for (const separator of [',', '\t', ';']) {
      for (const end of ['\n', '\r\n', '\r']) {
        const row = [...CELLS.slice(0, 4), quoted].join(separator).replaceAll('\n', end);
        const text = [NAMES.join(separator), row, CELLS.join(separator)].join(end);
        expect(await records(text)).toEqual([{ ...RECORD, address }, RECORD]);
      }
    }
  });

  test('Excel’s UTF-16 text with tabs MUST be read, and named as such', async () => {
    const text = `\ufeff${[TITLES, CELLS].map((cells) => cells.join('\t')).join('\r\n')}\r\n`;
    const little = await opened(Buffer.from(text, 'utf16le'), 'unicode.txt');
    expect(little).toMatchObject({
      rows: [{ record: RECORD }],
      notice: 'The file is read as UTF-16 (little endian).',
    });
    const big = await opened(Buffer.from(text, 'utf16le').swap16(), 'unicode.tsv');
    expect(big).toMatchObject({
      rows: [{ record: RECORD }],
      notice: 'The file is read as UTF-16 (big endian).',
    });
  });

  test('empty columns and rows at its end MUST be left out, and a cell under no title refuse its row', async () => {
    const text = [
      `${TITLES.join(',')},,,`,
      `${CELLS.join(',')}, ,\u3000,`,
      ',,,,,,,',
      ' , ,',
      `${CELLS.join(',')},,x,`,
    ];
    expect(await records(text.join('\n'))).toEqual([RECORD, 'COLUMNS_DIFFER']);
  });

  test('what Excel writes for text, ="007", MUST be a cell, separators in it included', async () => {
    const row = ['1', 'u', '甲有限公司', '="430682"', '="a,""b"""'].join(',');
    const quoted = ['1', 'u', '甲有限公司', '"=""430682"""', '"=""a,""""b"""""""'].join(',');
    const read = { ...RECORD, address: 'a,"b"' };
    expect(await records([NAMES.join(','), row, quoted].join('\n'))).toEqual([read, read]);
    expect(await records([NAMES.join(','), row.replace('430682"', '430682')].join('\n'))).toEqual([
      'CSV_QUOTES_BROKEN',
    ]);
  });
});

describe('a header', () => {
  const dress = fc.constantFrom<(title: string) => string>(
    (title) => title,
    (title) => `*${title}`,
    (title) => `${title} *`,
    (title) => `＊${title}`,
    (title) => `${title}（必填）`,
    (title) => `* ${title}(选填)：`,
    (title) => `${title}【必填项】`,
    (title) => `${title}（必填，文本格式）`,
    (title) => `"${[...title].join('\n')}"`,
    (title) => ` ${[...title].join('\u3000')} `,
    (title) => title.toUpperCase(),
    (title) => title.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)),
  );

  test('with marks, blanks, line breaks, brackets and full width MUST name the same columns', async () => {
    const marked = fc.tuple(
      ...NAMES.map((name, at) => fc.tuple(dress, fc.constantFrom(name, TITLES[at] ?? ''))),
    );
    await fc.assert(
      fc.asyncProperty(marked, async (titles) => {
        const header = titles.map(([dressed, title]) => dressed(title)).join(';');
        expect(await records(`${header}\n${CELLS.join(';')}`)).toEqual([RECORD]);
      }),
      { numRuns: 200 },
    );
  });

  test.each(['名称（曾用名）', '名称（万元）', '名称（必填、曾用名）', '原名称', '名称2', '（必填）'])(
    'MUST NOT take %s for 名称: it may be another thing',
    async (title) => {
      const header = TITLES.map((each) => (each === '名称' ? title : each)).join(',');
      await expect(records(`${header}\n${CELLS.join(',')}`)).rejects.toThrow(
        `Column 3 of the header is unknown: "${title}"`,
      );
    },
  );

  test('MUST be found below titles and notes, which are told, with whatever separator they have', async () => {
    const above = [
      '临湘市市场主体登记情况表',
      '填报单位：临湘市市场监督管理局;填报日期：2026年3月1日',
      '',
      '"名称,住所"',
    ];
    const text = [...above, TITLES.join('\t'), CELLS.join('\t')].join('\r\n');
    const { rows, notice } = await opened(text);
    expect(rows).toMatchObject([{ line: 6, record: RECORD }]);
    expect(notice).toBe(
      'The header is in line 5; what stands above it is not read: "临湘市市场主体登记情况表", ' +
        '"填报单位：临湘市市场监督管理局;填报日期：2026年3月1日", "名称,住所".',
    );
  });

  test('that names most columns MUST be taken, the first of equals, and be judged as a whole', async () => {
    const [titles, names, cells] = [TITLES, NAMES, CELLS].map((each) => each.join(','));
    expect((await opened(`名称,住所\n${titles}\n${cells}`)).rows).toMatchObject([
      { line: 3, record: RECORD },
    ]);
    expect((await opened(`${titles}\n${names}\n${cells}`)).rows).toMatchObject([{ line: 2 }, { line: 3 }]);
    await expect(opened(`表\n${titles},电话\n${cells},1`)).rejects.toThrow(
      'Column 6 of the header is unknown: "电话"',
    );
    await expect(opened(`表\n${cells}\n${cells}`)).rejects.toThrow('Column 1 of the header is unknown: "表"');
  });

  test('MUST NOT be looked for without end', async () => {
    const rows = Array.from({ length: 25 }, (_, at) => `第${at}行`);
    await expect(opened([...rows, TITLES.join(','), CELLS.join(',')].join('\n'))).rejects.toThrow(
      'Column 1 of the header is unknown: "第0行"',
    );
  });

  test('with bytes that are no text MUST be refused with line and byte', async () => {
    const bytes = Buffer.concat([
      Buffer.from('表\n'),
      Buffer.from(TITLES.join(',')),
      Buffer.from([0xff, 0x0a]),
    ]);
    const text = Buffer.from(`${CELLS.join(',')}\n`);
    await expect(opened(Buffer.concat([bytes, text]))).rejects.toThrow(
      `The header in line 2 cannot be read. Line 2 has bytes that are no utf-8, from byte ${bytes.length - 2} `,
    );
  });
});
