"""Packs openpyxl.xlsx anew as zip64.xlsx: written to a pipe, each part with zip64 sizes in a descriptor behind it.

python3 write_zip64.py | cat > zip64.xlsx   (Python 3.11)
"""

import sys
from zipfile import ZIP_DEFLATED, ZipFile

with ZipFile('openpyxl.xlsx') as source, ZipFile(sys.stdout.buffer, 'w', ZIP_DEFLATED) as target:
    for part in source.namelist():
        with target.open(part, 'w', force_zip64=True) as out:
            out.write(source.read(part))
