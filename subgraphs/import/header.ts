import { textOf, type Cell, type Column, type HeaderField } from './columns';
import { WrongUse } from './errors';
import { POWER_OF_UNIT } from './values';

/** How many rows a title, a reporting unit and a date may take above the header. */
export const MOST_ABOVE = 20;
/** What a title may say in brackets besides: whether a cell must be filled, and how. */
const REMARK =
  /^(必填项?|选填项?|非必填|必须|必录|可选|可不填|可空|可为空|required|optional|文本(格式)?|可?多选|(格式:?)?yyyy[-/.]?mm[-/.]?dd)$/;
const BRACKETED = /^(.+)[([{【〔]([^([{【〔]+)[)\]}】〕]$/u;

/** The fields in the order of the header's cells; a wrong header is refused as a whole. */
export function readHeader(cells: readonly Cell[], known: readonly Column[]): HeaderField[] {
  const titles = cells.map((cell) => textOf(cell).trim());
  while (titles.at(-1) === '') titles.pop();
  const fields = titles.map((title, at) => {
    const field = named(title, known);
    if (field) return field;
    throw new WrongUse(
      `Column ${at + 1} of the header is unknown: ${JSON.stringify(title)}. ${listed(known)}`,
    );
  });
  const columns = fields.map(({ column }) => column);
  const repeated = columns.find((column, at) => columns.indexOf(column) !== at);
  if (repeated)
    throw new WrongUse(`The header names the column ${repeated.name} more than once. ${listed(known)}`);
  const missing = known.filter((column) => column.required && !columns.includes(column));
  if (missing.length > 0) {
    const names = missing.map(({ name }) => name).join(', ');
    throw new WrongUse(`The header lacks the required column ${names}. ${listed(known)}`);
  }
  return fields;
}

function listed(columns: readonly Column[]): string {
  return `Known columns (* required): ${columns.map(({ name, term, required }) => `${name}${required ? '*' : ''} ${term}`).join(', ')}.`;
}

/** How many columns a row names, as the header does. */
export function namedIn(cells: readonly Cell[], known: readonly Column[]): number {
  return new Set(cells.flatMap((cell) => named(textOf(cell), known)?.column ?? [])).size;
}

/** Which of the first rows is the header: the one that names most columns; where none names any, the first. */
export function headerAmong(rows: readonly (readonly Cell[])[], known: readonly Column[]): number {
  const counts = rows.map((cells) => namedIn(cells, known));
  return Math.max(0, counts.indexOf(Math.max(...counts)));
}

/** What the operator should know of a header: what stands above it, and amounts in another unit than that of the field. */
export function noticesOf(
  line: number,
  above: readonly (readonly Cell[])[],
  fields: readonly HeaderField[],
): string[] {
  const units = fields
    .filter(({ power }) => power > 0)
    .map(({ column, power }) => `${column.name} × ${10 ** power}`);
  const inYuan =
    units.length > 0 ? [`By the header, amounts are turned into yuan: ${units.join(', ')}.`] : [];
  if (above.length === 0) return inYuan;
  const texts = above.map((cells) => JSON.stringify(shortened(cells.map(textOf).join(' ').trim())));
  return [`The header is in line ${line}; what stands above it is not read: ${texts.join(', ')}.`, ...inYuan];
}

function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}

/** What a title names, with its marks and with remarks in brackets: *名称, 名称（必填）, 罚款金额（万元）. */
function named(title: string, known: readonly Column[]): HeaderField | null {
  const remarks: string[] = [];
  for (let rest = plain(title); rest !== '';) {
    const words = rest;
    const column = known.find(({ name, term, head }) =>
      [name, term, head].some((each) => plain(each) === words),
    );
    if (column) return withRemarks(column, remarks);
    const [, before = '', inside = ''] = BRACKETED.exec(words) ?? [];
    remarks.push(...inside.split(/[,;、]/));
    rest = plain(before);
  }
  return null;
}

/** A remark that says neither how to fill a cell nor a unit may name another thing: 名称（曾用名） is no name of today. */
function withRemarks(column: Column, remarks: readonly string[]): HeaderField | null {
  let power = 0;
  for (const remark of remarks) {
    const unit = isAmount(column) ? POWER_OF_UNIT[remark.replace(/^单位:?/, '')] : undefined;
    if (unit === undefined && !REMARK.test(remark)) return null;
    power = unit ?? power;
  }
  return { column, power };
}

function isAmount({ kind }: Column): boolean {
  return kind.column.type === 'numeric';
}

/** A title as it is compared: in half width and lower case, without blanks, line breaks and the marks of required columns. */
function plain(title: string): string {
  return title
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .toLowerCase()
    .replace(/^[*※★●]+|[*※★●:]+$/g, '');
}
