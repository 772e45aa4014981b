import fc from 'fast-check';
import { workbook, type Sheet } from './workbook';
import { head, imported, merged, row, rowsOf, seen } from './sheets';

const ACROSS = 'it is merged with cells of other columns';
const BENEATH = 'another value lies beneath the merged cells';
const one = (rows: string, after = '', before = ''): Sheet[] => [{ name: '登记', rows, after, before }];

describe('merged cells', () => {
  test('over rows of one column MUST give each of them their value', async () => {
    const rows =
      head('address') +
      row(2, ['1', 'u', '甲', '430682', '长安街道']) +
      row(3, ['2', 'v', '', '430682']) +
      row(4, ['3', 'w', '', '430682', '']);
    expect(seen(await rowsOf({ sheet: one(rows, merged('C2:C4', 'E2:E3')) }))).toEqual([
      [2, '1|u|甲|430682|长安街道'],
      [3, '2|v|甲|430682|长安街道'],
      [4, '3|w|甲|430682|'],
    ]);
  });

  test('MUST give any table back that was drawn with them', async () => {
    const table = fc.array(fc.tuple(fc.constantFrom('甲', '乙', ''), fc.constantFrom('430682', '430600')), {
      minLength: 1,
      maxLength: 30,
    });
    await fc.assert(
      fc.asyncProperty(table, async (values) => {
        const areas: string[] = [];
        const shown = values.map((cells, at) =>
          cells.map((cell, column) => {
            if (at > 0 && values[at - 1]?.[column] === cell) return '';
            let last = at;
            while (values[last + 1]?.[column] === cell) last++;
            if (last > at) areas.push(`${'CD'[column]}${at + 2}:${'CD'[column]}${last + 2}`);
            return cell;
          }),
        );
        const rows = shown.map((cells, at) => row(at + 2, [`S${at}`, 'u', ...cells])).join('');
        expect(seen(await rowsOf({ sheet: one(head() + rows, merged(...areas.reverse())) }))).toEqual(
          values.map(([name, region], at) => [at + 2, `S${at}|u|${name}|${region}`]),
        );
      }),
      { numRuns: 50 },
    );
  });

  test('over several columns MUST refuse each row that they touch, and no other, unless they are empty', async () => {
    const rows =
      head() + row(2, ['1', 'u', '甲']) + row(3, ['2', 'u']) + row(4, ['3', 'u', '', '4']) + row(5, ['合计']);
    expect(seen(await rowsOf({ sheet: one(rows, merged('C2:D3', 'A5:D5')) }))).toEqual([
      [2, ACROSS],
      [3, ACROSS],
      [4, '3|u||4'],
      [5, ACROSS],
    ]);
    const empty = await rowsOf({ sheet: one(head() + row(2, ['1', 'u']), merged('C2:D2', 'A3:D9')) });
    expect(seen(empty)).toEqual([[2, '1|u||']]);
  });

  test('under which another value lies MUST refuse its row, the same value not', async () => {
    const rows =
      head() + row(2, ['1', 'u', '甲', '4']) + row(3, ['2', 'u', '乙', '4']) + row(4, ['3', 'u', '甲', '4']);
    expect(seen(await rowsOf({ sheet: one(rows, merged('C2:C4', 'D2:D3')) }))).toEqual([
      [2, '1|u|甲|4'],
      [3, BENEATH],
      [4, '3|u|甲|4'],
    ]);
  });

  test('of the header MUST give no value to the rows below, and those beside the table none at all', async () => {
    const rows = head() + row(2, ['1', 'u', '', '4']) + row(3, ['2', 'u', '乙', '4']);
    expect(seen(await rowsOf({ sheet: one(rows, merged('C1:C2')) }))).toEqual([
      [2, 'it is merged with a cell of the header'],
      [3, '2|u|乙|4'],
    ]);
    const beside = await rowsOf({ sheet: one(head() + row(2, ['1', 'u', '甲', '4']), merged('E1:G9')) });
    expect(seen(beside)).toEqual([[2, '1|u|甲|4']]);
  });

  test('above the header MUST be a title, and groups of columns be named over their columns', async () => {
    const rows =
      row(1, ['临湘市企业登记报送表']) +
      row(3, ['来源系统中的记录编号', '企业', '', '登记地区划代码']) +
      row(4, ['', '*统一社会信用代码', '名称（必填）', '']) +
      row(5, ['1', 'u', '甲', '4']);
    const areas = merged('A1:D2', 'A3:A4', 'B3:C3', 'D3:D4');
    const { rows: read, notice } = await imported(workbook({ sheet: one(rows, areas) }));
    expect(seen(read)).toEqual([[5, '1|u|甲|4']]);
    expect(notice).toBe(
      'The header is in line 4; what stands above it is not read: "临湘市企业登记报送表", "来源系统中的记录编号 企业  登记地区划代码".',
    );
  });

  test('that are all of a row MUST make no record of their own: it is the lower part of the one above', async () => {
    const rows =
      head() + row(2, ['1', 'u', '甲', '4']) + '<row r="3"><c r="A3"/></row>' + row(5, ['2', 'u', '乙', '4']);
    const areas = ['A2:A4', 'B2:B4', 'C2:C4', 'D2:D4'];
    expect(seen(await rowsOf({ sheet: one(rows, merged(...areas)) }))).toEqual([
      [2, '1|u|甲|4'],
      [5, '2|u|乙|4'],
    ]);
  });

  test('of which the first cannot be read MUST refuse each of their rows', async () => {
    const formula = '<row r="2"><c r="A2"><v>1</v></c><c r="C2"><f>A1</f></c></row>';
    const read = await rowsOf({ sheet: one(head() + formula + row(3, ['2']), merged('C2:C3')) });
    expect(read.map(({ refusal }) => refusal?.code)).toEqual(['CELL_UNREADABLE', 'CELL_UNREADABLE']);
  });

  test.each(['B2:A1', 'A1:', 'x', ''])('of the range %j MUST refuse the file', async (area) => {
    await expect(rowsOf({ sheet: one(head(), merged(area)) })).rejects.toThrow(/is damaged/);
  });
});

describe('the sheet that is read', () => {
  const filled = (id: string) => head() + row(2, [id, 'u', '甲', '4']);
  const sheet = (name: string, rows: string, more: Partial<Sheet> = {}): Sheet => ({ name, rows, ...more });
  const read = async (sheets: Sheet[], wanted: string | null = null) => {
    const { rows, notice } = await imported(workbook({ sheet: sheets }), 'a.xlsx', wanted);
    return { ids: rows.map(({ record }) => record?.sourceId), notice };
  };

  test.each<Sheet['state']>(['hidden', 'veryHidden'])(
    'MUST NOT be a %s one, unless it is named',
    async (state) => {
      const sheets = [sheet('旧', filled('old'), { state }), sheet('报送', filled('new'))];
      expect(await read(sheets)).toEqual({
        ids: ['new'],
        notice: '读取工作表 The sheet that is read: 报送；未读取 not read: 旧 (隐藏 hidden)',
      });
      expect(await read(sheets, '旧')).toEqual({
        ids: ['old'],
        notice: '读取工作表 The sheet that is read: 旧 (隐藏 hidden)；未读取 not read: 报送',
      });
      await expect(read(sheets.slice(0, 1))).rejects.toThrow(
        'has no visible sheet of cells: 旧 (隐藏 hidden)',
      );
    },
  );

  test('MUST be the one with the header and rows, wherever it stands, and the others be told', async () => {
    const sheets = [
      sheet('图', '', { type: 'chartsheet' }),
      sheet('填表说明', row(1, ['请按要求填写'])),
      sheet('空表', head()),
      sheet('报送', filled('1')),
      sheet('Sheet3', ''),
    ];
    expect(await read(sheets)).toEqual({
      ids: ['1'],
      notice: '读取工作表 The sheet that is read: 报送；未读取 not read: 填表说明, 空表, Sheet3',
    });
    expect((await read(sheets.slice(0, 3))).ids).toEqual([]);
    await expect(read(sheets.slice(0, 2))).rejects.toThrow(
      'Column 1 of the header is unknown: "请按要求填写"',
    );
    await expect(read([...sheets.slice(1, 2), ...sheets.slice(4)])).rejects.toThrow(
      'No visible sheet has a header of this kind; 填表说明: Column 1',
    );
  });

  test('MUST be named where several hold rows: none is left out by chance', async () => {
    const sheets = [sheet('一月', filled('1')), sheet('二月', filled('2'))];
    await expect(read(sheets)).rejects.toThrow(
      'Several sheets hold rows of this kind: 一月, 二月. Name one by --sheet.',
    );
    expect((await read(sheets, '二月')).ids).toEqual(['2']);
    await expect(read(sheets, '三月')).rejects.toThrow('--sheet must be one of: 一月, 二月, but got: 三月');
  });

  test('MUST be there: a workbook of charts alone has none', async () => {
    await expect(read([sheet('图', '', { type: 'chartsheet' })])).rejects.toThrow(
      'no visible sheet of cells: none',
    );
  });

  test('MUST be read with its hidden rows and columns, and these be told', async () => {
    const hidden = (line: number, id: string) =>
      row(line, [id, 'u', '甲', '4']).replace('<row', '<row hidden="1"');
    const rows = filled('1') + hidden(3, '2') + hidden(5, '3') + '<row r="6" hidden="true"/>';
    const before = '<cols><col min="3" max="3" hidden="1"/><col min="5" max="16384" hidden="1"/></cols>';
    expect(await read([sheet('报送', rows, { before })])).toEqual({
      ids: ['1', '2', '3'],
      notice:
        '隐藏或筛选掉的行一并读取 Rows that are hidden are read, too: 2，首行 from row 3 on\n' +
        '隐藏的列一并读取 Columns that are hidden are read, too: C name',
    });
  });

  test('MUST be refused before a row of it is given if it is damaged further down', async () => {
    const rows = Array.from({ length: 5000 }, (_, at) => row(at + 2, [`S${at}`, 'u', '甲', '4'])).join('');
    await expect(read([sheet('报送', `${head()}${rows}<row>`)])).rejects.toThrow(/is damaged/);
  });
});
