import { NATIONWIDE, declareError, type DepartmentKind, checkDay } from '../../kernel';
import type { CccCategory } from './ccc-category';

export const CategoryUnknown = declareError(
  'CCC_CATEGORY_UNKNOWN',
  '{field} 不是已收录的强制性产品认证目录类别，收到：{got}。',
  '{field} is no category of the CCC catalogue that is known here, but got: {got}.',
);
export const CatalogueHistoryUnknown = declareError(
  'CCC_HISTORY_UNKNOWN',
  '类别 {category} 在 {knownFrom} 之前的目录情况未收录，不能判断 {got}。',
  'What the catalogue said of {category} before {knownFrom} is not known here, so {got} cannot be judged.',
);
export const CatalogueNotNational = declareError(
  'CCC_CATALOGUE_IS_NATIONAL',
  '目录由国家市场监督管理总局发布：regionCode 须为 {nationwide}，报送部门须为市场监管；收到：{got}（{department:DepartmentKind}）。',
  'The catalogue is published by market supervision for the whole country, {nationwide}; but got: {got} from {department:DepartmentKind}.',
);

/** All rows by category, in the order of their periods. */
export type Catalogue = ReadonlyMap<string, readonly CccCategory[]>;
type Period = Pick<CccCategory, 'knownFrom' | 'mandatoryFrom' | 'mandatoryTo'>;

/** Whether a row makes its category mandatory on a day. A row without a first day has been so since before it is known. */
export function isInForce({ knownFrom, mandatoryFrom, mandatoryTo }: Period, on: string): boolean {
  const from = mandatoryFrom ?? knownFrom;
  return (from === null || from <= on) && (mandatoryTo === null || on <= mandatoryTo);
}

/**
 * 认证认可条例: a product of the catalogue may not be sold without a certificate from the day on which it is mandatory.
 * @throws CCC_CATEGORY_UNKNOWN, and CCC_HISTORY_UNKNOWN for a day of which nothing is known: never a wrong no
 */
export function isMandatory(catalogue: Catalogue, code: string, on: string): boolean {
  const rows = rowsOf(catalogue, code);
  const knownFrom = rows[0]?.knownFrom ?? null;
  if (knownFrom !== null && on < knownFrom)
    throw CatalogueHistoryUnknown({ field: 'on', category: code, knownFrom, got: on });
  return rows.some((row) => isInForce(row, on));
}

/** The row that counts on a day: the one in force, else the next to come, else the last that was. */
export function rowOn(rows: readonly CccCategory[], on: string): CccCategory {
  const row =
    rows.find((each) => isInForce(each, on)) ??
    rows.find(({ mandatoryFrom }) => (mandatoryFrom ?? '') > on) ??
    rows.at(-1);
  return row as CccCategory;
}

export function rowsOf(catalogue: Catalogue, code: string, field = 'categoryCode'): readonly CccCategory[] {
  const rows = catalogue.get(code);
  if (!rows) throw CategoryUnknown({ field, got: code });
  return rows;
}

export function catalogueOn(catalogue: Catalogue, on: string): CccCategory[] {
  return [...catalogue.values()].flat().filter((row) => isInForce(row, on));
}

/** What becomes mandatory within these days, the soonest first. */
export function upcoming(catalogue: Catalogue, from: string, to: string): CccCategory[] {
  return [...catalogue.values()]
    .flat()
    .filter(({ mandatoryFrom }) => mandatoryFrom !== null && from <= mandatoryFrom && mandatoryFrom <= to)
    .sort((a, b) => ((a.mandatoryFrom ?? '') + a.code < (b.mandatoryFrom ?? '') + b.code ? -1 : 1));
}

/** A row of the catalogue as its keeper sends it. */
export function checkCategory(
  { regionCode, mandatoryFrom, mandatoryTo }: Omit<Period, 'knownFrom'> & { regionCode: string },
  department: DepartmentKind | null,
): void {
  if (regionCode !== NATIONWIDE || department !== 'MARKET_SUPERVISION')
    throw CatalogueNotNational({ field: 'regionCode', nationwide: NATIONWIDE, department, got: regionCode });
  checkDay('mandatoryTo', mandatoryTo, { from: mandatoryFrom });
}
