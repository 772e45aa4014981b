"""Writes openpyxl.xlsx, openpyxl-1904.xlsx (the other calendar, dates as ISO 8601) and openpyxl-stream.xlsx (write-only mode).

python3 write_openpyxl.py   (pip install openpyxl==3.1.5)
"""

from datetime import date, datetime

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from openpyxl.worksheet.formula import ArrayFormula

HEADER = ['来源系统中的记录编号', '统一社会信用代码', '名称', '登记地区划代码', '行业代码', '法定代表人', '联系电话', '住所', '成立日期']
RUNS = CellRichText(TextBlock(InlineFont(b=True), '张'), '三')
ROWS = [
    ['P-1', '91430682BUG6000121', '临湘市合成一号燃气有限公司', 430682, 610, RUNS, 7301234567, '长安街道1号', date(2024, 3, 1)],
    # openpyxl keeps no result of a formula: a text stands in its place
    ['P-2', '91430682BUG600020U', '临湘市合成二号燃气有限公司', '430682', 61, '李四', '0730-7654321', None, '2024-03-02'],
    ['P-3', '91430682BUG600039Q', '临湘市𠮷㐂龴合成三号', '430682', None, None, 7301112222, None, date(2024, 3, 3)],
    ['P-4', '91430682BUG600047K', '临湘市合成四号', '430682', None, None, None, '长安街道\n4号', datetime(2024, 3, 4, 10, 30)],
    ['P-5', '91430682BUG600055E', '=A6&"号"', '430682'],
    ['P-6', '91430682BUG6000639', '临湘市合成六号', '430682', None, '#N/A'],
    ['P-7', 914306820000000123, '临湘市合成七号', '430682'],
    ['P-8', '91430682BUG60008XU', '文字_x005F_x000D_合成八号', '430682'],
    ['P-9', '91430682BUG600098U', '临湘市合成九号', None],
    ['P-10', '91430682BUG600100F', '临湘市合成十号', '430682', None, None, None, None, date(2024, 3, 1)],
    ['P-11', '91430682BUG600119C', '临湘市合成十一号', '430682', None, None, None, True],
    ['P-12', '91430682BUG6001277', '临湘市合成十二号', '430682', None, None, None, 0.156],
]
FORMATS = {
    'E2': '0000', 'E3': '000', 'G2': '00000000000', 'G4': '0000-0000000', 'I2': 'yyyy"年"m"月"d"日"', 'I4': 'yyyy/m/d',
    'I5': 'yyyy/m/d h:mm', 'I11': 'yyyy"年"m"月"', 'H13': '0.0%',
}


def book(name, **settings):
    workbook = Workbook(**settings)
    if not workbook.write_only:
        workbook.remove(workbook.active)
    old, notes, sheet = (workbook.create_sheet(title) for title in ('旧数据', '填表说明', '报送'))
    old.sheet_state = 'veryHidden'
    old.append(HEADER)
    old.append(['OLD-1', '91430682BUG6000121', '旧', '430682'])
    notes.append(['填表说明：请勿改动表头'])
    sheet.append(HEADER)
    return workbook, sheet


def main():
    workbook, sheet = book('openpyxl')
    for row in ROWS:
        sheet.append(row)
    for place, code in FORMATS.items():
        sheet[place].number_format = code
    sheet.merge_cells('H2:H4')
    sheet.merge_cells('C10:D10')
    sheet.row_dimensions[12].hidden = True
    workbook.save('openpyxl.xlsx')

    workbook, sheet = book('openpyxl-1904')
    workbook.epoch = CALENDAR_MAC_1904
    workbook.iso_dates = True
    for row in ROWS[:3]:
        sheet.append(row)
    sheet['E2'].number_format = '0000'
    # one formula for three cells, of which the file holds the first only
    sheet['F2'] = ArrayFormula('F2:F4', '=A2:A4')
    sheet['F3'] = sheet['F4'] = None
    workbook.save('openpyxl-1904.xlsx')

    workbook, sheet = book('openpyxl-stream', write_only=True)
    for row in ROWS[:3]:
        cells = [WriteOnlyCell(sheet, value) for value in row]
        cells[6].number_format = FORMATS['G2']
        sheet.append(cells)
    workbook.save('openpyxl-stream.xlsx')


main()
