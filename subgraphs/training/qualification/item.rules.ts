import {
  arrayOf,
  code,
  date,
  declareError,
  declareReferenceList,
  flag,
  objectOf,
  oneOf,
  orNull,
  text,
  valuesOf,
  wordsOf,
} from '../../kernel';
import equipmentItems from '../official/equipment-items.json';
import items from '../official/qualification-items.json';
import { QualificationScheme, type QualificationItem } from './item';

export const ItemUnknown = declareError(
  'QUALIFICATION_ITEM_UNKNOWN',
  '{field}：{scheme:QualificationScheme} 在 {date} 没有资格项目 {got}。',
  '{field}: {scheme:QualificationScheme} had no item {got} on {date}.',
);

/** Where the items of a scheme are from. */
const SOURCES: Readonly<Record<QualificationScheme, string>> = {
  SPECIAL_EQUIPMENT_OPERATOR: '《特种设备作业人员考核规则》（TSG Z6001-2019）；2019-06-01 以前为2011年的项目',
  SPECIAL_OPERATION:
    '《特种作业目录》（国家安全监管总局令第30号附件，2015年增三项），施行至 2026-05-31；此后的目录（应急〔2026〕45号）正文未见，项目照旧列出，增减未核',
  SAFETY_MANAGEMENT: '《安全生产法》第二十七条；特种设备安全总监、安全员依市场监管总局令第74号',
};

const all: readonly QualificationItem[] = arrayOf(
  objectOf({
    id: code(60),
    scheme: oneOf(QualificationScheme),
    code: code(24),
    name: text(200),
    category: text(200),
    from: date,
    to: orNull(date),
    successor: orNull(code(60)),
    verified: flag,
  }),
)
  .parse(items, 'qualification-items')
  .map((item) => ({ ...item, source: SOURCES[item.scheme] }));
const MISSING: Readonly<Record<QualificationScheme, string | null>> = {
  SPECIAL_EQUIPMENT_OPERATOR:
    '2011 年项目的名称和对应关系据一般了解. Names and successors of the items of 2011 are general knowledge.',
  SPECIAL_OPERATION:
    '2026-06-01 起施行的目录（应急〔2026〕45号）正文未见，现列项目为此前目录的. The text of the catalogue in force since 2026-06-01 was not seen: these are the items of the one before it.',
  SAFETY_MANAGEMENT: '项目名称据一般了解. Names of the items are general knowledge.',
};
const AS_OF: Readonly<Record<QualificationScheme, string>> = {
  SPECIAL_EQUIPMENT_OPERATOR: '2019-06-01',
  SPECIAL_OPERATION: '2015-07-01',
  SAFETY_MANAGEMENT: '2026-11',
};
for (const scheme of valuesOf(QualificationScheme)) {
  const items = all.filter((item) => item.scheme === scheme);
  declareReferenceList(
    {
      id: `training.${scheme}`,
      name: `资格项目：${wordsOf(QualificationScheme, scheme).zh}. Items of qualification: ${wordsOf(QualificationScheme, scheme).en}.`,
      source: SOURCES[scheme],
      asOf: AS_OF[scheme],
      missing: MISSING[scheme],
    },
    () => ({ rows: items.length, verified: items.filter(({ verified }) => verified).length }),
  );
}

/** Which items the operators of the kinds of equipment need, any one of them. */
const kinds = arrayOf(
  objectOf({
    kind: code(20),
    items: arrayOf(code(60)),
    /** Only devices with this feature need them. */
    feature: orNull(code(24)),
    /** They are for who repairs it: to operate it none is needed. */
    repair: orNull(flag),
    note: text(200),
    verified: flag,
  }),
).parse(equipmentItems, 'equipment-items');
const byId = new Map(all.map((item) => [item.id, item]));

export function itemById(id: string): QualificationItem | null {
  return byId.get(id) ?? null;
}

/** The items that certificates are issued for today. */
export function currentItems(scheme: QualificationScheme | null): readonly QualificationItem[] {
  return all.filter((item) => item.to === null && (!scheme || item.scheme === scheme));
}

/**
 * What a code on a certificate stands for: by the catalogue of its day of issue, since G1 of 2018 is not G1 of 2020. An
 * old item counts as the one that it became; one that became nothing stays what it was.
 */
export function itemOn(scheme: QualificationScheme, code: string, issuedOn: string): QualificationItem {
  const stated = all.find(
    (item) =>
      item.scheme === scheme &&
      item.code === code &&
      item.from <= issuedOn &&
      (item.to === null || issuedOn <= item.to),
  );
  if (!stated) throw ItemUnknown({ field: 'item', scheme, date: issuedOn, got: code });
  return byId.get(stated.successor ?? '') ?? stated;
}

/** The items any one of which the operator of a kind of equipment needs, or of some devices of it, or who repairs it; none if no certificate is needed. */
export function itemsForKind(code: string): readonly string[] {
  return nearestTo(code)?.items ?? [];
}

function nearestTo(code: string) {
  const [nearest] = kinds
    .filter(({ kind }) => code.startsWith(kind.replace(/0+$/, '')))
    .sort((a, b) => depth(b.kind) - depth(a.kind));
  return nearest;
}

/**
 * Those that its operator needs, or null where it cannot be told: the entry is too wide, its kinds need different items and some of them may need
 * none; or only devices with a feature need one, and that of this one is not known (TSG Z6001-2019: 快开门式压力容器).
 */
export function itemsOrUnclear(code: string, features: readonly string[] = []): readonly string[] | null {
  const nearest = nearestTo(code);
  if (nearest?.repair === true) return [];
  const feature = nearest?.feature ?? null;
  if (feature !== null && !features.includes(feature)) return null;
  const items = itemsForKind(code);
  const isWide = kinds.some(({ kind }) => kind !== code && kind.startsWith(code.replace(/0+$/, '')));
  return items.length === 0 && isWide ? null : items;
}

/** The items that operators of any equipment under these entries of the catalogue need: of the entry itself and of those below it. */
export function itemsForScope(codes: readonly string[]): string[] {
  const below = codes.flatMap((code) =>
    kinds.filter(({ kind }) => kind.startsWith(code.replace(/0+$/, ''))).flatMap((row) => row.items),
  );
  return [...new Set([...below, ...codes.flatMap(itemsForKind)])].sort();
}

function depth(kind: string): number {
  return kind.replace(/0+$/, '').length;
}
