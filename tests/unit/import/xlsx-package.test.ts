import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BadCell } from '../../../subgraphs/import/columns';
import { openWorkbook } from '../../../subgraphs/import/xlsx/workbook';
import { contentTypes, relations, workbookParts, zip } from './workbook';

const folder = mkdtempSync(join(tmpdir(), 'onematter-package-'));
afterAll(() => rmSync(folder, { recursive: true }));

const ROWS = '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>甲</t></is></c></row>';
const parts = workbookParts({ sheet: ROWS, texts: '<si><t>共享</t></si>' });
const SHEET = 'xl/worksheets/sheet1.xml';

/** The cells of a zip with these parts, which are those above but for what is changed. */
async function cellsOf(changes: Record<string, string | Buffer>, without: string[] = []) {
  const files = Object.entries({ ...parts, ...changes }).filter(([name]) => !without.includes(name));
  return cellsIn(zip(files));
}
async function cellsIn(content: Buffer) {
  const path = join(folder, 'a.xlsx');
  writeFileSync(path, content);
  const { sheets, open } = await openWorkbook(path);
  const rows = [];
  for (const sheet of sheets) for await (const { cells } of (await open(sheet)).rows()) rows.push(cells);
  return rows;
}
const inPart = (name: string, change: (text: string) => string | Buffer) => ({
  [name]: change(parts[name] ?? ''),
});
const READ = [['共享', '甲']];

describe('the parts of a workbook', () => {
  test('the relation of a sheet MUST be known under any prefix', async () => {
    const another = inPart('xl/workbook.xml', (text) =>
      text.replace('xmlns:r', 'xmlns:d3p1').replace('r:id', 'd3p1:id'),
    );
    expect(await cellsOf(another)).toEqual(READ);
  });

  test('the elements of a sheet MUST be known under any prefix, and those of others be none of it', async () => {
    const prefixed = (text: string) =>
      text.replaceAll(/<(\/?)(?=[a-z])/gi, '<$1x:').replace('xmlns=', 'xmlns:x=');
    expect(await cellsOf(inPart(SHEET, prefixed))).toEqual(READ);
    const other = '</is><extLst><ext xmlns="urn:other"><v>乙</v><c r="C1"><v>1</v></c></ext></extLst></c>';
    expect(await cellsOf(inPart(SHEET, (text) => text.replace('</is></c>', other)))).toEqual(READ);
  });

  test('the strict namespaces of ISO/IEC 29500 MUST be read as the transitional ones', async () => {
    const strict = (text: string) =>
      text
        .replaceAll(
          'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
          'http://purl.oclc.org/ooxml/spreadsheetml/main',
        )
        .replaceAll(
          'http://schemas.openxmlformats.org/officeDocument/2006',
          'http://purl.oclc.org/ooxml/officeDocument',
        );
    expect(
      await cellsOf(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strict(text)]))),
    ).toEqual(READ);
  });

  test.each([
    ['relative', 'sheets/表%201.xml', 'sharedStrings.xml'],
    ['absolute', '/other/sheets/表 1.xml', '/other/SHAREDstrings.XML'],
    ['climbing', '../other/./sheets/%E8%A1%A8%201.xml', '../other/SharedStrings.xml'],
  ])('a main part of any name, and %s targets in any case, MUST be found', async (_, sheet, texts) => {
    const moved = {
      '[Content_Types].xml': contentTypes('/Other/workbook2.xml'),
      '_rels/.rels': relations([['officeDocument', '/other/Workbook2.xml']]),
      'other/workbook2.xml': parts['xl/workbook.xml'] ?? '',
      'other/_rels/Workbook2.xml.rels': relations([
        ['worksheet', sheet],
        ['sharedStrings', texts],
      ]),
      'other/sheets/表 1.xml': parts[SHEET] ?? '',
      'other/sharedStrings.xml': parts['xl/sharedStrings.xml'] ?? '',
    };
    expect(
      await cellsOf(
        moved,
        Object.keys(parts).filter((name) => name.startsWith('xl/')),
      ),
    ).toEqual(READ);
  });

  test('a sheet that is listed without a relation, as macros may be, MUST be none of its sheets', async () => {
    const module = (text: string) =>
      text.replace('<sheet ', '<sheet name="Module" sheetId="9" r:id=""/><sheet ');
    expect(await cellsOf(inPart('xl/workbook.xml', module))).toEqual(READ);
  });

  test.each<BufferEncoding>(['utf16le', 'utf8'])(
    'a part in %s with a byte order mark MUST be read',
    async (encoding) => {
      expect(await cellsOf(inPart(SHEET, (text) => Buffer.from(`\ufeff${text}`, encoding)))).toEqual(READ);
    },
  );

  test('shared texts and styles that are named and not there MUST be missed by the cells that need them', async () => {
    const cells = await cellsOf({}, ['xl/sharedStrings.xml', 'xl/styles.xml']);
    expect(cells).toEqual([[expect.any(BadCell), '甲']]);
    const styled = inPart(SHEET, (text) => text.replace('<c r="B1"', '<c r="B1" s="1"'));
    expect(await cellsOf(styled, ['xl/styles.xml'])).toEqual([['共享', expect.any(BadCell)]]);
  });

  test('a sheet, a list of types or of relations that is not there MUST refuse the file', async () => {
    await expect(cellsOf({}, [SHEET])).rejects.toThrow(`it has no part ${SHEET}`);
    const unrelated = { 'xl/_rels/workbook.xml.rels': relations([]) };
    await expect(cellsOf(unrelated)).rejects.toThrow('the sheet 登记 is not in it');
    await expect(cellsOf({}, ['_rels/.rels'])).rejects.toThrow('it has no part _rels/.rels');
    await expect(cellsOf({}, ['[Content_Types].xml'])).rejects.toThrow('it has no part [Content_Types].xml');
  });

  test.each([
    [
      'a part that stands twice',
      zip([...Object.entries(parts), ['XL/Styles.xml', '']]),
      'two parts of the name XL/Styles.xml',
    ],
    ['another checksum', zip(parts, { [SHEET]: { checksum: 1 } }), 'another checksum'],
  ])('%s MUST be refused', async (_, content, message) => {
    await expect(cellsIn(content)).rejects.toThrow(message);
  });

  test.each<[string, (text: string) => string | Buffer, string]>([
    [
      'bytes that are no text',
      (text) => Buffer.concat([Buffer.from(text), Buffer.from([0xff])]),
      'not valid',
    ],
    ['a document type', (text) => text.replace('<worksheet', '<!DOCTYPE x><worksheet'), 'document type'],
    ['elements without end', (text) => text.replace('<sheetData>', '<a>'.repeat(1000)), 'nested too deep'],
    ['a text without end', (text) => text.replace('甲', 'x'.repeat(10_000_000)), 'longer than any cell'],
    ['a part that is cut off', (text) => text.slice(0, -20), 'unclosed tag'],
  ])('%s MUST be refused before it fills the memory', async (_, change, message) => {
    await expect(cellsOf(inPart(SHEET, change))).rejects.toThrow(message);
  });

  test('a file that unpacks to more than 2 GB MUST be refused before it is unpacked', async () => {
    await expect(cellsIn(zip(parts, { [SHEET]: { size: 2 ** 31 } }))).rejects.toThrow(
      'unpacks to more than 2 GB',
    );
  });
});

describe('a file that is no .xlsx workbook', () => {
  test.each<[string, string | Buffer, string]>([
    ['a web page', '\ufeff\n<html xmlns:x="urn:schemas-microsoft-com:office:excel"><table>', 'is a web page'],
    [
      'an XML spreadsheet',
      '<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook>',
      'XML spreadsheet of 2003',
    ],
    [
      'a binary workbook',
      zip({
        ...parts,
        '[Content_Types].xml': contentTypes(
          '/xl/workbook.xml',
          'application/vnd.ms-excel.sheet.binary.macroEnabled.main',
        ),
      }),
      '(.xlsb)',
    ],
    [
      'a text document',
      zip({
        ...parts,
        '[Content_Types].xml': contentTypes(
          '/xl/workbook.xml',
          'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml',
        ),
      }),
      'wordprocessingml',
    ],
    [
      'an OpenDocument file',
      zip({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '' }),
      '(.ods)',
    ],
  ])('%s MUST be refused by what it is', async (_, content, message) => {
    await expect(cellsIn(Buffer.from(content))).rejects.toThrow(message);
  });
});
