import { CatalogueError, isYuan, valuesCalled, type Kind } from '../kernel';
import { readDay, readMoment } from './days';
import { TermAmbiguous } from './errors';

type AnyKind = Kind<unknown, unknown>;

/** Units of amounts, by their power of ten. */
export const POWER_OF_UNIT: Readonly<Record<string, number>> = {
  元: 0,
  千元: 3,
  万: 4,
  万元: 4,
  百万元: 6,
  亿: 8,
  亿元: 8,
};

/**
 * What a cell says, in the one form that its field reads. Agencies write days, amounts and terms in many ways; a way that
 * could be understood in two is left as it is, for the field to refuse.
 * @throws a CatalogueError that names the field and what stands in the cell
 */
export function readValue(cell: string, name: string, kind: AnyKind, power = 0): unknown {
  const text = withoutExcelMarks(cell).trim();
  const value = text === '' ? text : inOneForm(text, kind, name, power);
  if (value !== cell && value !== '') check(value, kind, name, cell);
  return value;
}

function check(value: unknown, kind: AnyKind, name: string, cell: string): void {
  try {
    kind.parse(value, name);
  } catch (error) {
    throw error instanceof CatalogueError
      ? new CatalogueError(error.entry, { ...error.details, got: cell })
      : error;
  }
}

/** ="007" and '007: so Excel is told that something is text. */
function withoutExcelMarks(cell: string): string {
  const [, formula] = /^="((?:[^"]|"")*)"$/.exec(cell.trim()) ?? [];
  if (formula !== undefined) return formula.replaceAll('""', '"');
  // only before a code or a sign that Excel would compute with: a name may begin with an apostrophe
  return cell.replace(/^'(?=[\d=+@-]|[!-~]*\d[!-~]*$)/, '');
}

function inOneForm(text: string, kind: AnyKind, name: string, power: number): unknown {
  if (kind.item) return readList(text, kind.item, name);
  if (kind.enumeration !== undefined) return readTerm(text, kind.enumeration, name);
  switch (kind.column.type) {
    case 'date':
      return readDay(text) ?? text;
    case 'timestamptz':
      return readMoment(text) ?? text;
    case 'numeric':
      return readAmount(text, power);
    case 'int':
      return readNumber(text);
    case 'boolean':
      return /^(true|false)$/i.test(text) ? text.toLowerCase() : text;
    default:
      return text;
  }
}

/** A value of an enumeration by its own name or by its official term. */
function readTerm(text: string, enumeration: string, name: string): string {
  const values = valuesCalled(enumeration, text);
  if (values.length > 1) throw TermAmbiguous({ field: name, values: values.join(', '), got: text });
  return values[0] ?? text;
}

/**
 * Items are joined by semicolons, bars or line breaks; codes and terms, which have no commas of their own, by commas as
 * well. A term that has one (安全出口、疏散通道) is taken as a whole first.
 */
function readList(text: string, item: AnyKind, name: string): string[] {
  const { enumeration } = item;
  const isCoded = enumeration !== undefined || item.column.collation !== undefined;
  const pieces = pieceswise(text, /[;；|｜\n]/);
  if (!isCoded) return pieces;
  return pieces.flatMap((piece) => {
    if (enumeration !== undefined && valuesCalled(enumeration, piece).length > 0)
      return readTerm(piece, enumeration, name);
    const items = pieceswise(piece, /[、，,]/);
    return enumeration === undefined ? items : items.map((each) => readTerm(each, enumeration, name));
  });
}

function pieceswise(text: string, by: RegExp): string[] {
  return text
    .split(by)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');
}

const AMOUNT = /^¥?(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?(元|万元?|亿元?)?$/;

/** An amount in yuan, exactly: its digits are moved, never computed with. A unit in the cell goes before that of the header. */
function readAmount(text: string, power: number): string {
  if (power === 0 && isYuan(text)) return text;
  const found = AMOUNT.exec(text.normalize('NFKC').replace(/\s/g, ''));
  if (!found) return text;
  const [, whole = '', fraction = '', unit] = found;
  return moved(whole.replaceAll(',', ''), fraction, unit === undefined ? power : (POWER_OF_UNIT[unit] ?? 0));
}

function moved(whole: string, fraction: string, power: number): string {
  const digits = whole + fraction.padEnd(power, '0');
  const point = whole.length + power;
  const yuan = digits.slice(0, point).replace(/^0+(?=\d)/, '');
  const rest = digits.slice(point).replace(/0+$/, '');
  return rest === '' ? yuan : `${yuan}.${rest}`;
}

/** A whole number as spreadsheets show it: 1,234 or 12.00. */
function readNumber(text: string): string {
  const plain = text.normalize('NFKC').replace(/(?<=\d)\.0+$/, '');
  return /^\d{1,3}(,\d{3})+$/.test(plain) ? plain.replaceAll(',', '') : plain;
}
