// Writes exceljs.xlsx, and exceljs-stream.xlsx by the writer that streams.
// node exceljs.cjs   (npm install exceljs@4.4.0)
const ExcelJS = require('exceljs');

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
const day = (date) => new Date(`2024-03-${date}Z`);
const runs = { richText: [{ text: '张', font: { bold: true } }, { text: '三' }] };

const ROWS = [
  [
    'P-1',
    '91430682BUG6000121',
    '临湘市合成一号燃气有限公司',
    430682,
    610,
    runs,
    7301234567,
    '长安街道1号',
    day('01'),
  ],
  [
    'P-2',
    '91430682BUG600020U',
    { formula: '"临湘市合成二号"&"燃气有限公司"', result: '临湘市合成二号燃气有限公司' },
    '430682',
  ].concat([61, '李四', '0730-7654321', null, '2024-03-02']),
  ['P-3', '91430682BUG600039Q', '临湘市𠮷㐂龴合成三号', '430682', null, null, 7301112222, null, day('03')],
  [
    'P-4',
    '91430682BUG600047K',
    '临湘市合成四号',
    '430682',
    null,
    null,
    null,
    '长安街道\n4号',
    day('04T10:30:00'),
  ],
  ['P-5', '91430682BUG600055E', { formula: 'A6&"号"' }, '430682'],
  ['P-6', '91430682BUG6000639', '临湘市合成六号', '430682', null, { error: '#N/A' }],
  ['P-7', 914306820000000123, '临湘市合成七号', '430682'],
  ['P-8', '91430682BUG60008XU', '文字_x005F_x000D_合成八号', '430682'],
  ['P-9', '91430682BUG600098U', '临湘市合成九号', null],
  ['P-10', '91430682BUG600100F', '临湘市合成十号', '430682', null, null, null, null, day('01')],
  ['P-11', '91430682BUG600119C', '临湘市合成十一号', '430682', null, null, null, true],
  ['P-12', '91430682BUG6001277', '临湘市合成十二号', '430682', null, null, null, 0.156],
];
const FORMATS = {
  E2: '0000',
  E3: '000',
  G2: '00000000000',
  G4: '0000-0000000',
  I2: 'yyyy"年"m"月"d"日"',
  I4: 'yyyy/m/d',
  I5: 'yyyy/m/d h:mm',
  I11: 'yyyy"年"m"月"',
  H13: '0.0%',
};

async function write(book, rows, commit) {
  const old = book.addWorksheet('旧数据', { state: 'veryHidden' });
  const notes = book.addWorksheet('填表说明');
  const sheet = book.addWorksheet('报送');
  old.addRow(HEADER);
  old.addRow(['OLD-1', '91430682BUG6000121', '旧', '430682']);
  notes.addRow(['填表说明：请勿改动表头']);
  sheet.addRow(HEADER);
  rows.forEach((cells, at) => {
    const row = sheet.addRow(cells);
    row.eachCell((cell) => FORMATS[cell.address] && (cell.numFmt = FORMATS[cell.address]));
    if (at === 10) row.hidden = true;
  });
  ['H2:H4', 'C10:D10'].forEach((range) => sheet.mergeCells(range));
  await commit([old, notes, sheet]);
}

async function main() {
  const book = new ExcelJS.Workbook();
  await write(book, ROWS, () => book.xlsx.writeFile('exceljs.xlsx'));
  const stream = new ExcelJS.stream.xlsx.WorkbookWriter({ filename: 'exceljs-stream.xlsx', useStyles: true });
  await write(stream, ROWS, async (sheets) => {
    sheets.forEach((sheet) => sheet.commit());
    await stream.commit();
  });
}

main();
