import { crc32, deflateRawSync } from 'node:zlib';

/** The parts of a workbook that a test writes by hand, as a spreadsheet program would zip them. */
export interface WorkbookParts {
  /** The rows of its sheet, as XML; or several sheets, by name. */
  sheet: string | Sheet[];
  texts?: string;
  styles?: string;
  properties?: string;
}
export interface Sheet {
  name: string;
  rows: string;
  state?: 'visible' | 'hidden' | 'veryHidden';
  /** The type of its relation, if it is no sheet of cells. */
  type?: string;
  /** What stands before and after its rows. */
  before?: string;
  after?: string;
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const WORKBOOK_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml';
export const contentTypes = (part = '/xl/workbook.xml', type = WORKBOOK_TYPE) =>
  `<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>` +
  `<Override PartName="${part}" ContentType="${type}"/></Types>`;

/** The relations rId1, rId2, …, each a type and its target. */
export function relations(targets: readonly [type: string, target: string][], types = OFFICE): string {
  const each = targets.map(
    ([type, target], at) => `<Relationship Id="rId${at + 1}" Type="${types}/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${PACKAGE}/relationships">${each.join('')}</Relationships>`;
}

export function workbookParts({
  sheet,
  texts = '',
  styles = '',
  properties = '',
}: WorkbookParts): Record<string, string> {
  const sheets: Sheet[] = typeof sheet === 'string' ? [{ name: '登记', rows: sheet }] : sheet;
  const listed = sheets.map(
    ({ name, state = 'visible' }, at) =>
      `<sheet name="${name}" sheetId="${at + 1}" state="${state}" r:id="rId${at + 1}"/>`,
  );
  return {
    '[Content_Types].xml': contentTypes(),
    '_rels/.rels': relations([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}">${properties}<sheets>${listed.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations([
      ...sheets.map(({ type = 'worksheet' }, at): [string, string] => [
        type,
        `worksheets/sheet${at + 1}.xml`,
      ]),
      ['sharedStrings', 'sharedStrings.xml'],
      ['styles', 'styles.xml'],
    ]),
    ...Object.fromEntries(
      sheets.map(({ rows, before = '', after = '' }, at) => [
        `xl/worksheets/sheet${at + 1}.xml`,
        `<?xml version="1.0"?><worksheet xmlns="${MAIN}">${before}<sheetData>${rows}</sheetData>${after}</worksheet>`,
      ]),
    ),
    'xl/sharedStrings.xml': `<sst xmlns="${MAIN}">${texts}</sst>`,
    'xl/styles.xml': `<styleSheet xmlns="${MAIN}">${styles}</styleSheet>`,
  };
}

export const workbook = (parts: WorkbookParts): Buffer => zip(workbookParts(parts));

type Files = Record<string, string | Buffer> | [name: string, content: string | Buffer][];
/** Something wrong that a zip says of a file. */
export interface Lie {
  checksum?: number;
  size?: number;
}

/** A zip of these files; a name may stand twice. */
export function zip(files: Files, lies: Record<string, Lie> = {}): Buffer {
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let offset = 0;
  for (const [path, file] of Array.isArray(files) ? files : Object.entries(files)) {
    const content = Buffer.from(file);
    const name = Buffer.from(path);
    const packed = deflateRawSync(content);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    // names are UTF-8
    common.writeUInt16LE(0x800, 2);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(lies[path]?.checksum ?? crc32(content), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(lies[path]?.size ?? content.length, 18);
    common.writeUInt16LE(name.length, 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), common, name, packed]);
    centrals.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), common, place, name]));
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(centrals);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 0, 'latin1');
  end.writeUInt16LE(centrals.length, 8);
  end.writeUInt16LE(centrals.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}
