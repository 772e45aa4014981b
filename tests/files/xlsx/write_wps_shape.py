"""Writes wps-shape.xlsx: no file of WPS Office, but with what its files have that others have not.

Names of parts with backslashes, a dimension of one cell, dates by built-in formats that are not declared, a picture in a
cell (DISPIMG) with the relation that is WPS's own, and its namespace.   python3 write_wps_shape.py   (Python 3.11)
"""

from zipfile import ZIP_DEFLATED, ZipFile

SML = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
HEADER = ['来源系统中的记录编号', '统一社会信用代码', '名称', '登记地区划代码', '行业代码', '法定代表人', '联系电话', '住所', '成立日期']
TEXTS = HEADER + ['P-1', '91430682BUG6000121', '临湘市合成一号', '430682', 'P-2', '91430682BUG600020U', '临湘市合成二号']


def text(place, index):
    return f'<c r="{place}" s="1" t="s"><v>{index}</v></c>'


def relations(targets):
    listed = ''.join(f'<Relationship Id="rId{at + 1}" Type="{kind}" Target="{target}"/>' for at, (kind, target) in enumerate(targets))
    return f'<Relationships xmlns="{PACKAGE}/relationships">{listed}</Relationships>'


ROWS = (
    '<row r="1" spans="1:9">' + ''.join(text(f'{"ABCDEFGHI"[at]}1', at) for at in range(9)) + '</row>'
    '<row r="2" spans="1:9">' + ''.join(text(f'{"ABCD"[at]}2', 9 + at) for at in range(4))
    + '<c r="G2" s="4"><v>7301234567</v></c><c r="I2" s="2"><v>45352</v></c></row>'
    '<row r="3" spans="1:9">' + ''.join(text(f'{"ABC"[at]}3', 13 + at) for at in range(3)) + text('D3', 12)
    + '<c r="H3" t="str"><f>_xlfn.DISPIMG("ID_0A",1)</f><v>=DISPIMG("ID_0A",1)</v></c><c r="I3" s="3"><v>45353</v></c></row>'
)
PARTS = {
    '[Content_Types].xml': f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>',
    '_rels\\.rels': relations([(f'{OFFICE}/officeDocument', 'xl/workbook.xml')]),
    'xl\\workbook.xml': f'<workbook xmlns="{SML}" xmlns:r="{OFFICE}" xmlns:etc="http://www.wps.cn/officeDocument/2017/etCustomData">'
    '<sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>',
    'xl\\_rels\\workbook.xml.rels': relations([
        (f'{OFFICE}/worksheet', 'worksheets/sheet1.xml'), (f'{OFFICE}/styles', 'styles.xml'),
        (f'{OFFICE}/sharedStrings', 'sharedStrings.xml'),
        ('http://www.wps.cn/officeDocument/2020/cellImage', 'cellimages.xml'),
    ]),
    'xl\\worksheets\\sheet1.xml': f'<worksheet xmlns="{SML}" xmlns:etc="http://www.wps.cn/officeDocument/2017/etCustomData">'
    f'<dimension ref="A1"/><sheetData>{ROWS}</sheetData></worksheet>',
    'xl\\sharedStrings.xml': f'<sst xmlns="{SML}">' + ''.join(f'<si><t>{each}</t></si>' for each in TEXTS) + '</sst>',
    'xl\\styles.xml': f'<styleSheet xmlns="{SML}"><numFmts><numFmt numFmtId="176" formatCode="00000000000"/></numFmts><cellXfs>'
    '<xf numFmtId="0"/><xf numFmtId="49"/><xf numFmtId="31"/><xf numFmtId="58"/><xf numFmtId="176"/></cellXfs></styleSheet>',
    'xl\\cellimages.xml': '<etc:cellImages xmlns:etc="http://www.wps.cn/officeDocument/2017/etCustomData"/>',
}

with ZipFile('wps-shape.xlsx', 'w', ZIP_DEFLATED) as target:
    for name, content in PARTS.items():
        target.writestr(name, content)
