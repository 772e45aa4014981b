"""Writes xlsxwriter.xlsx and xlsxwriter-memory.xlsx (constant memory: inline texts, rows as they come).

python3 write_xlsxwriter.py   (pip install XlsxWriter==3.2.9)
"""

from datetime import datetime

import xlsxwriter

HEADER = ['来源系统中的记录编号', '统一社会信用代码', '名称', '登记地区划代码', '行业代码', '法定代表人', '联系电话', '住所', '成立日期']


def write(name, **options):
    workbook = xlsxwriter.Workbook(name, options)
    as_code = workbook.add_format({'num_format': '0000'})
    as_phone = workbook.add_format({'num_format': '00000000000'})
    as_date = workbook.add_format({'num_format': 'yyyy"年"m"月"d"日"'})
    bold = workbook.add_format({'bold': True})
    old = workbook.add_worksheet('旧数据')
    sheet = workbook.add_worksheet('报送')
    bars = workbook.add_chart({'type': 'bar'})
    bars.add_series({'values': '=报送!$E$2:$E$4'})
    workbook.add_chartsheet('图').set_chart(bars)
    sheet.activate()
    old.very_hidden()
    old.write_row(0, 0, HEADER)
    sheet.write_row(0, 0, HEADER)
    old.write_row(1, 0, ['OLD-1', '91430682BUG6000121', '旧', '430682'])
    sheet.write_row(1, 0, ['P-1', '91430682BUG6000121', '临湘市合成一号燃气有限公司', 430682])
    sheet.write_number(1, 4, 610, as_code)
    sheet.write_rich_string(1, 5, bold, '张', '三')
    sheet.write_number(1, 6, 7301234567, as_phone)
    sheet.write_string(1, 7, '长安街道\n1号')
    sheet.write_datetime(1, 8, datetime(2024, 3, 1), as_date)
    sheet.write_row(2, 0, ['P-2', '91430682BUG600020U'])
    # without a result of ours a 0 is stored
    sheet.write_formula(2, 2, '="临湘市合成二号"&"燃气有限公司"')
    sheet.write_string(2, 3, '430682')
    sheet.write_row(3, 0, ['P-3', '91430682BUG600039Q', '文字_x000D_𠮷合成三号', '430682'])
    sheet.set_row(3, None, None, {'hidden': True})
    workbook.close()


write('xlsxwriter.xlsx')
write('xlsxwriter-memory.xlsx', constant_memory=True)
