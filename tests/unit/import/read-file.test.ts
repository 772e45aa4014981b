import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { columnsOf, type SourceRow } from '../../../subgraphs/import/columns';
import { inspect, openRows } from '../../../subgraphs/import/read-file';
import { enterpriseSubmission } from '../../../subgraphs/registry/enterprise/enterprise.submission';
import { gb18030 } from '../../support/gb18030';

const folder = mkdtempSync(join(tmpdir(), 'onematter-read-'));
afterAll(() => rmSync(folder, { recursive: true }));
const columns = columnsOf(enterpriseSubmission);
const HEADER = 'sourceId,uscc,name,regionCode';

async function read(name: string, content: string | Buffer, encoding?: string): Promise<SourceRow[]> {
  const path = join(folder, name);
  writeFileSync(path, content);
  const rows: SourceRow[] = [];
  for await (const row of (await openRows(await inspect(path, encoding), columns)).rows) rows.push(row);
  return rows;
}
const seen = (rows: SourceRow[]) =>
  rows.map(({ line, record, refusal }) => [line, refusal?.code ?? record?.name]);

describe('a CSV file', () => {
  test('a row MUST be known by the physical line where it starts, whatever line breaks its cells hold', async () => {
    const rows = await read(
      'lines.csv',
      `${HEADER}\r\n1,u,甲,430682\r\n2,u,"乙\r\n""二"", 号",430682\r\n\r\n3,u,丙,430682`,
    );
    expect(seen(rows)).toEqual([
      [2, '甲'],
      [3, '乙\n"二", 号'],
      [6, '丙'],
    ]);
  });

  test('a broken quote MUST cost its own line only', async () => {
    const lines = [
      '1,u,甲,430682',
      '2,u,"乙,430682',
      '3,u,"丙"x,430682',
      '4,u,丁"1,430682',
      '5,u,戊,430682',
      '6,u,"己,430682',
    ];
    expect(seen(await read('quotes.csv', [HEADER, ...lines].join('\n')))).toEqual([
      [2, '甲'],
      [3, 'CSV_QUOTES_BROKEN'],
      [4, 'CSV_QUOTES_BROKEN'],
      [5, 'CSV_QUOTES_BROKEN'],
      [6, '戊'],
      [7, 'CSV_QUOTES_BROKEN'],
    ]);
  });

  test('a row with more or fewer columns than the header MUST be refused, an empty row skipped', async () => {
    const rows = await read('columns.csv', `${HEADER}\n1,u,甲,430682,x\n2,u,乙\n,,,\n3,u,丙,430682,,\n`);
    expect(seen(rows)).toEqual([
      [2, 'COLUMNS_DIFFER'],
      [3, 'COLUMNS_DIFFER'],
      [5, '丙'],
    ]);
  });

  test('UTF-8 with a byte order mark, GB 18030 and a named encoding MUST give the same text', async () => {
    const text = `${HEADER}\n1,u,临湘市𠮷㐂€燃气,430682\n`;
    for (const content of [Buffer.from(text), Buffer.from(`\ufeff${text}`), gb18030(text)]) {
      expect(seen(await read('encoding.csv', content))).toEqual([[2, '临湘市𠮷㐂€燃气']]);
    }
    expect(seen(await read('named.csv', gb18030(text), 'GBK'))).toEqual([[2, '临湘市𠮷㐂€燃气']]);
  });

  test('the encoding MUST be found where Chinese text begins after a megabyte of ASCII', async () => {
    const ascii = '1,u,Ltd,430682\n'.repeat(80_000);
    const rows = await read('late.csv', gb18030(`${HEADER}\n${ascii}2,u,临湘市,430682\n`));
    expect(rows.at(-1)?.record?.name).toBe('临湘市');
  });

  test('a line with bytes that are no text MUST be refused, never stored with replacement characters', async () => {
    const content = Buffer.concat([
      Buffer.from(`${HEADER}\n1,u,甲,430682\n2,u,`),
      Buffer.from([0xff, 0xfe]),
      Buffer.from(',430682\n'),
    ]);
    expect(seen(await read('bytes.csv', content, 'utf-8'))).toEqual([
      [2, '甲'],
      [3, 'TEXT_UNDECODABLE'],
    ]);
  });

  test('a file without line ends MUST NOT fill the memory: its line is cut and refused', async () => {
    const rows = await read('long.csv', `${HEADER}\n${'x'.repeat(3_000_000)}\n2,u,乙,430682\n`);
    expect(seen(rows)).toEqual([
      [2, 'LINE_TOO_LONG'],
      [3, '乙'],
    ]);
    expect(String(rows[0]?.raw).length).toBeLessThan(300_000);
  });
});

describe('a header', () => {
  test('official Chinese terms MUST name columns as well as field names do', async () => {
    const rows = await read(
      'chinese.csv',
      '来源系统中的记录编号,统一社会信用代码,名称,登记地区划代码,成立日期\n1,u,甲,430682,2020-01-02\n',
    );
    expect(rows[0]?.record).toEqual({
      sourceId: '1',
      uscc: 'u',
      name: '甲',
      regionCode: '430682',
      registeredOn: '2020-01-02',
    });
  });

  test.each([
    ['an unknown column', `${HEADER},phone`, 'Column 5 of the header is unknown: "phone"'],
    ['a repeated column', `${HEADER},名称`, 'The header names the column name more than once'],
    ['a missing column', 'sourceId,name', 'The header lacks the required column uscc, regionCode'],
    ['no header', '', 'The file is empty'],
    ['broken quotes', '"sourceId,uscc', 'The header in line 1 cannot be read'],
  ])('%s MUST be refused by name before a row is read', async (_, header, message) => {
    await expect(read('header.csv', header && `${header}\n1,u,甲,430682\n`)).rejects.toThrow(message);
  });
});

describe('an NDJSON file', () => {
  test('a line that is no JSON object MUST be refused by itself', async () => {
    const rows = await read(
      'a.ndjson',
      '{"sourceId":"1","name":"甲"}\n{"sourceId":\n[1]\n\n{"sourceId":"2","name":"乙"}\n',
    );
    expect(seen(rows)).toEqual([
      [1, '甲'],
      [2, 'JSON_BROKEN'],
      [3, 'JSON_BROKEN'],
      [5, '乙'],
    ]);
  });

  test('a code that is written as a number MUST be refused rather than rounded', async () => {
    const [row] = await read('b.ndjson', '{"sourceId":"1","uscc":914306820000000123}\n');
    expect(row?.refusal).toMatchObject({ code: 'DIGITS_LOST', details: { field: 'uscc' } });
    expect(row?.raw).toContain('914306820000000123');
  });
});
