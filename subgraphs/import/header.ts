import { textOf, type Cell, type Column } from './columns';
import { WrongUse } from './errors';

/** How many rows a title, a reporting unit and a date may take above the header. */
export const MOST_ABOVE = 20;
/** What a title may say in brackets besides: whether a cell must be filled, and how. */
const REMARK =
  /^(必填项?|选填项?|非必填|必须|必录|可选|可不填|可空|可为空|required|optional|文本(格式)?|可?多选|(格式:?)?yyyy[-/.]?mm[-/.]?dd)$/;
const BRACKETED = /^(.+)[([{【〔]([^([{【〔]+)[)\]}】〕]$/u;

/** The columns in the order of the header's cells; a wrong header is refused as a whole. */
export function readHeader(cells: readonly Cell[], known: readonly Column[]): Column[] {
  const titles = cells.map((cell) => textOf(cell).trim());
  while (titles.at(-1) === '') titles.pop();
  const columns = titles.map((title, at) => {
    const column = named(title, known);
    if (column) return column;
    throw new WrongUse(
      `Column ${at + 1} of the header is unknown: ${JSON.stringify(title)}. ${listed(known)}`,
    );
  });
  const repeated = columns.find((column, at) => columns.indexOf(column) !== at);
  if (repeated)
    throw new WrongUse(`The header names the column ${repeated.name} more than once. ${listed(known)}`);
  const missing = known.filter((column) => column.required && !columns.includes(column));
  if (missing.length > 0) {
    const names = missing.map(({ name }) => name).join(', ');
    throw new WrongUse(`The header lacks the required column ${names}. ${listed(known)}`);
  }
  return columns;
}

function listed(columns: readonly Column[]): string {
  return `Known columns (* required): ${columns.map(({ name, term, required }) => `${name}${required ? '*' : ''} ${term}`).join(', ')}.`;
}

/** How many columns a row names, as the header does. */
export function namedIn(cells: readonly Cell[], known: readonly Column[]): number {
  return new Set(cells.flatMap((cell) => named(textOf(cell), known) ?? [])).size;
}

/** Which of the first rows is the header: the one that names most columns; where none names any, the first. */
export function headerAmong(rows: readonly (readonly Cell[])[], known: readonly Column[]): number {
  const counts = rows.map((cells) => namedIn(cells, known));
  return Math.max(0, counts.indexOf(Math.max(...counts)));
}

/** What the operator should know of what stands above the header, which is not read. */
export function notReadAbove(line: number, above: readonly (readonly Cell[])[]): string[] {
  if (above.length === 0) return [];
  const texts = above.map((cells) => JSON.stringify(shortened(cells.map(textOf).join(' ').trim())));
  return [`The header is in line ${line}; what stands above it is not read: ${texts.join(', ')}.`];
}

function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}

/**
 * The column that a title names, with its marks and with remarks in brackets: *名称, 名称（必填）. A remark that says anything else
 * may name another thing: 名称（曾用名） is no name of today.
 */
function named(title: string, known: readonly Column[]): Column | undefined {
  for (let rest = plain(title); rest !== '';) {
    const words = rest;
    const column = known.find(({ name, term, head }) =>
      [name, term, head].some((each) => plain(each) === words),
    );
    if (column) return column;
    const [, before = '', remark = ''] = BRACKETED.exec(words) ?? [];
    rest = remark.split(/[,;、]/).every((each) => REMARK.test(each)) ? plain(before) : '';
  }
  return undefined;
}

/** A title as it is compared: in half width and lower case, without blanks, line breaks and the marks of required columns. */
function plain(title: string): string {
  return title
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .toLowerCase()
    .replace(/^[*※★●]+|[*※★●:]+$/g, '');
}
