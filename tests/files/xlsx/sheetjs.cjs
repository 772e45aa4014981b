// Writes sheetjs.xlsx, and sheetjs-shanghai.xlsx with a date as this version writes it east of Greenwich.
// TZ=Asia/Shanghai node sheetjs.cjs   (npm install xlsx@0.18.5)
const XLSX = require('xlsx');

const HEADER = [
  '来源系统中的记录编号',
  '统一社会信用代码',
  '名称',
  '登记地区划代码',
  '行业代码',
  '法定代表人',
  '联系电话',
  '住所',
  '成立日期',
];
const text = (v) => ({ t: 's', v });
const number = (v, z) => ({ t: 'n', v, ...(z && { z }) });

const ROWS = [
  [
    text('P-1'),
    text('91430682BUG6000121'),
    text('临湘市合成一号燃气有限公司'),
    number(430682),
    number(610, '0000'),
  ].concat([
    text('张三'),
    number(7301234567, '00000000000'),
    text('长安街道1号'),
    number(45352, 'yyyy"年"m"月"d"日"'),
  ]),
  [
    text('P-2'),
    text('91430682BUG600020U'),
    { t: 's', v: '临湘市合成二号燃气有限公司', f: '"临湘市合成二号"&"燃气有限公司"' },
  ].concat([text('430682'), number(61, '000'), text('李四'), text('0730-7654321'), null, text('2024-03-02')]),
  [text('P-3'), text('91430682BUG600039Q'), text('临湘市𠮷㐂龴合成三号'), text('430682'), null, null].concat([
    number(7301112222, '0000-0000000'),
    null,
    number(45354, 'yyyy/m/d'),
  ]),
  [text('P-4'), text('91430682BUG600047K'), text('临湘市合成四号'), text('430682'), null, null, null].concat([
    text('长安街道\r\n4号'),
    number(45355.4375, 'yyyy/m/d h:mm'),
  ]),
  [text('P-5'), text('91430682BUG600055E'), { t: 'n', f: 'A6&"号"' }, text('430682')],
  [
    text('P-6'),
    text('91430682BUG6000639'),
    text('临湘市合成六号'),
    text('430682'),
    null,
    { t: 'e', v: 0x2a, f: 'NA()' },
  ],
  [text('P-7'), number(914306820000000123), text('临湘市合成七号'), text('430682')],
  [text('P-8'), text('91430682BUG60008XU'), text('文字_x000D_合成八号'), text('430682')],
  [text('P-9'), text('91430682BUG600098U'), text('临湘市合成九号'), null],
  [
    text('P-10'),
    text('91430682BUG600100F'),
    text('临湘市合成十号'),
    text('430682'),
    null,
    null,
    null,
    null,
  ].concat([number(45352, 'yyyy"年"m"月"')]),
  [
    text('P-11'),
    text('91430682BUG600119C'),
    text('临湘市合成十一号'),
    text('430682'),
    null,
    null,
    null,
    { t: 'b', v: true },
  ],
  [
    text('P-12'),
    text('91430682BUG6001277'),
    text('临湘市合成十二号'),
    text('430682'),
    null,
    null,
    null,
    number(0.156, '0.0%'),
  ],
];

function sheetOf(rows) {
  const sheet = { '!ref': XLSX.utils.encode_range({ s: { r: 0, c: 0 }, e: { r: rows.length, c: 8 } }) };
  [HEADER.map(text), ...rows].forEach((cells, r) =>
    cells.forEach((cell, c) => cell && (sheet[XLSX.utils.encode_cell({ r, c })] = cell)),
  );
  return sheet;
}

const book = XLSX.utils.book_new();
XLSX.utils.book_append_sheet(
  book,
  sheetOf([[text('OLD-1'), text('91430682BUG6000121'), text('旧'), text('430682')]]),
  '旧数据',
);
XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet([['填表说明：请勿改动表头']]), '填表说明');
const sheet = sheetOf(ROWS);
sheet['!merges'] = ['H2:H4', 'C10:D10'].map(XLSX.utils.decode_range);
sheet['!rows'] = [];
sheet['!rows'][11] = { hidden: true };
XLSX.utils.book_append_sheet(book, sheet, '报送');
book.Workbook = { Sheets: [{ Hidden: 2 }, { Hidden: 0 }, { Hidden: 0 }] };
XLSX.writeFile(book, 'sheetjs.xlsx', { bookSST: true, compression: true });

const dates = XLSX.utils.book_new();
const row = [
  text('P-1'),
  text('91430682BUG6000121'),
  text('临湘市合成一号'),
  text('430682'),
  null,
  null,
  null,
  null,
];
XLSX.utils.book_append_sheet(dates, sheetOf([[...row, { t: 'd', v: new Date(2024, 2, 1) }]]), '报送');
XLSX.writeFile(dates, 'sheetjs-shanghai.xlsx', { compression: true });
