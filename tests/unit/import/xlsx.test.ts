import { workbook } from './workbook';
import { head, imported, rowsOf } from './sheets';

const STYLES =
  '<numFmts><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/></numFmts>' +
  '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="176"/></cellXfs>';
const refusals = async (rows: string) =>
  (await rowsOf({ sheet: head() + rows })).map(({ line, refusal }) => [
    line,
    refusal?.code,
    refusal?.details.field,
    (refusal?.details.reason as { en: string } | undefined)?.en,
  ]);

describe('an .xlsx file', () => {
  test('dates MUST become YYYY-MM-DD, by the calendar of the workbook, and numbers the text that was typed', async () => {
    const cells = [
      '<c r="A2"><v>17</v></c>',
      '<c r="B2" s="1"><v>45350</v></c>',
      '<c r="C2"><v>1234.5599999999999</v></c>',
      '<c r="D2"><v>430682</v></c>',
      '<c r="E2" s="2"><v>59</v></c>',
      '<c r="F2" s="1"><v>45350.4375</v></c>',
    ].join('');
    const parts = { sheet: `${head('registeredOn', 'address')}<row r="2">${cells}</row>`, styles: STYLES };
    expect((await rowsOf(parts))[0]?.record).toEqual({
      ...{ sourceId: '17', uscc: '2024-02-28', name: '1234.56', regionCode: '430682' },
      ...{ registeredOn: '1900-02', address: '2024-02-28' },
    });
    const mac = await rowsOf({ ...parts, properties: '<workbookPr date1904="1"/>' });
    expect(mac[0]?.record?.uscc).toBe('2028-02-29');
  });

  test('what cannot be told MUST refuse its row by name: lost digits, errors, formulas without result, dangling numbers', async () => {
    const row = (at: number, uscc: string) =>
      `<row r="${at}"><c r="A${at}"><v>1</v></c><c r="B${at}"${uscc}</c><c r="D${at}"><v>1</v></c></row>`;
    const unresolved = [
      ['><v>9.1430682000000013E17</v>', 'DIGITS_LOST', undefined],
      [' t="e"><v>#N/A</v>', 'CELL_IS_ERROR', undefined],
      [' t="e">', 'CELL_IS_ERROR', undefined],
      ['><f>A2&amp;"x"</f>', 'CELL_UNREADABLE', 'its formula has no stored result'],
      ['><f>A2&amp;"x"</f><v/>', 'CELL_UNREADABLE', 'its formula has no stored result'],
      ['><f>A2&amp;"x"</f><v>0.0</v>', 'CELL_UNREADABLE', 'its formula has no stored result'],
      ['><f t="shared" si="0"/>', 'CELL_UNREADABLE', 'its formula has no stored result'],
      [' t="str"><f>A2</f>', 'CELL_UNREADABLE', 'its formula has no stored result'],
      [' t="s"><v>99</v>', 'CELL_UNREADABLE', 'it refers to a shared text that is not there'],
      [' t="s"><v>-1</v>', 'CELL_UNREADABLE', 'it refers to a shared text that is not there'],
      [' s="7"><v>1</v>', 'CELL_UNREADABLE', 'it refers to a style that is not there'],
      ['><v>x</v>', 'CELL_UNREADABLE', 'what it holds is not of its type'],
      ['><v> </v>', 'CELL_UNREADABLE', 'what it holds is not of its type'],
      [' t="z"><v>1</v>', 'CELL_UNREADABLE', 'what it holds is not of its type'],
      [' t="str"><f>DISPIMG("ID_1",1)</f><v>=DISPIMG("ID_1",1)</v>', 'CELL_UNREADABLE', 'it holds a picture'],
    ] as const;
    const told = await refusals(unresolved.map(([cell], at) => row(at + 2, cell)).join(''));
    expect(
      told.map(([line, code, field, reason]) => [
        line,
        code,
        field,
        (reason as string | undefined)?.split(';')[0],
      ]),
    ).toEqual(unresolved.map(([, code, reason], at) => [at + 2, code, 'uscc', reason]));
  });

  test('a formula’s stored result MUST be read, an empty text too, unless the file says that it is out of date', async () => {
    const cells =
      '<c r="A2"><f>1+1</f><v>2</v></c><c r="B2" t="str"><f>""</f><v></v></c><c r="C2" t="str"><f t="shared" si="0"/><v>甲</v></c><c r="D2" t="b"><f>TRUE()</f><v>1</v></c>';
    const sheet = `${head()}<row r="2">${cells}</row>`;
    expect((await rowsOf({ sheet }))[0]).toMatchObject({
      refusal: null,
      record: { sourceId: '2', uscc: '', name: '甲', regionCode: 'TRUE' },
    });
    const [row] = await rowsOf({ sheet, properties: '<calcPr calcId="1" fullCalcOnLoad="1"/>' });
    expect(row?.refusal?.message).toContain('the file says that its formulas must be calculated anew');
  });

  test('cells for which the formula of another stands MUST be refused where they hold no result of it', async () => {
    const first =
      '<c r="A2" t="str"><f t="array" ref="A2:B3">F()</f><v>a</v></c><c r="B2" t="str"><v>b</v></c>';
    const rest =
      '<c r="C2"><v>1</v></c></row><row r="3"><c r="A3" t="str"><v>c</v></c><c r="C3"><v>1</v></c></row>';
    const below = '<row r="4"><c r="A4"><v>1</v></c></row>';
    expect(await refusals(`<row r="2">${first}${rest}${below}`)).toEqual([
      [2, undefined, undefined, undefined],
      [3, 'CELL_UNREADABLE', 'uscc', expect.stringContaining('no stored result')],
      [4, undefined, undefined, undefined],
    ]);
  });

  test('shared texts MUST be read without their pronunciation, with what is escaped in them, and left-out cells be empty', async () => {
    const texts =
      '<si><r><t>湖_x0</t></r><r><t xml:space="preserve">041_ &amp; 岳阳_x000d_\n</t></r><rPh sb="0" eb="1"><t>pinyin</t></rPh></si><si><t>430682</t></si>';
    const sheet = `${head()}<row r="2"/><row r="9"><c r="C9" t="s"><v>0</v></c><c t="s"><v>1</v></c></row>`;
    expect(await rowsOf({ sheet, texts })).toMatchObject([
      { line: 9, raw: { sourceId: '', uscc: '', name: '湖_x0041_ & 岳阳\r\n', regionCode: '430682' } },
    ]);
  });

  test('rows and cells that are not numbered MUST stand after those before, and rows of blanks be left out', async () => {
    const row = '<row><c><v>1</v></c><c/><c t="inlineStr"><is><t>甲</t></is></c></row>';
    const blank = '<row><c t="inlineStr"><is><t> \u3000</t></is></c><c s="0"/></row>';
    const both = '<row><c t="inlineStr"><is><t>3</t></is><v></v></c></row>';
    const numberedCells = '<row><c r="A7"><v>2</v></c><c r="C7"><v>3</v></c></row>';
    const read = await rowsOf({ sheet: head() + row + blank + numberedCells + row + both });
    expect(read.map(({ line, record }) => [line, record?.sourceId, record?.uscc, record?.name])).toEqual([
      [2, '1', '', '甲'],
      [7, '2', '', '3'],
      [8, '1', '', '甲'],
      [9, '3', '', ''],
    ]);
  });

  test.each([
    ['rows out of order', '<row r="3"/><row r="3"/>', 'row 3 comes after row 3'],
    ['a first cell of another row', '<row r="3"><c r="A4"><v>1</v></c></row>', 'row 3 holds a cell of row 4'],
    ['a cell of another row', '<row r="3"><c r="A3"/><c r="B4"/></row>', 'row 3 holds a cell of row 4'],
    [
      'one cell twice',
      '<row r="3"><c r="A3"><v>1</v></c><c r="A3"><v>2</v></c></row>',
      'row 3 holds one cell twice',
    ],
    ['two values', '<row r="3"><c r="A3"><v>1</v><v>2</v></c></row>', 'holds two values'],
    ['a place outside', '<row r="3"><c r="XFE3"><v>1</v></c></row>', 'outside of any workbook: XFE3'],
  ])('%s MUST refuse the file: no cell is chosen by chance', async (_, rows, message) => {
    await expect(rowsOf({ sheet: head() + rows })).rejects.toThrow(message);
  });

  test('a file that is no workbook, or a damaged one, MUST be refused by name', async () => {
    await expect(imported(Buffer.from('sourceId,uscc'), 'not.xlsx')).rejects.toThrow(
      /not\.xlsx is damaged or no \.xlsx workbook/,
    );
    await expect(imported(workbook({ sheet: `${head()}<row></rov>` }), 'xml.xlsx')).rejects.toThrow(
      /xml\.xlsx is damaged/,
    );
    await expect(rowsOf({ sheet: '<row><c t="str"><v>a</v></c></row>' })).rejects.toThrow(
      'Column 1 of the header is unknown: "a"',
    );
  });
});
