import { tableOf, snakeCase, type Database, type EntityClass } from './database';
import type { Words } from './errors';
import { sealedProperties } from './notes';
import { defineRules, legalRules, type LegalRow, type LegalRule } from './rules';
import { ERASED } from './sealing';

/** Why personal data are kept although their period is over, and of which rows that holds (SQL). */
export interface Hold {
  why: Words;
  where: string;
}

/** What a table keeps of persons, and for how long after what it was kept for has ended. */
export interface Kept {
  entity: EntityClass;
  /** The last day on which it was needed, in SQL over the columns of the row; null while it still is. */
  ended: string;
  holds?: readonly Hold[];
  /** Columns that hold a part of what is sealed, and what stands there afterwards. */
  masks?: Readonly<Record<string, string>>;
  /** Of which rows it is, where not of all. */
  where?: string;
  /** Names that lie open while the law publishes them: where they stand, what they are compared by, and the texts that may repeat them. */
  open?: { name: string; known: string; texts: readonly string[] };
}

/** One class of personal data, with the rule that says how long it is kept. */
export interface Retention extends Kept {
  /** The id of its rule. */
  rule: string;
}

type Period = Pick<LegalRow, 'value' | 'unit' | 'source' | 'verified'>;
type Declared = Kept & Period & { says: string };

/** 个人信息保护法 is in force since then; what had ended before counts from that day. */
const IN_FORCE = '2021-11-01';

const SHORTEST = '《个人信息保护法》第十九条（实现处理目的所必要的最短时间）、第四十七条';
const NOT_FOUND = '所涉记录未查到专门的保存期限，暂定';
/** Where no text was found that gives a period for the record: as long as a breach of it can still be penalised. */
export const WHILE_PENALISED: Period = {
  value: 5,
  unit: 'years',
  source: `${SHORTEST}；${NOT_FOUND}：涉及公民生命健康安全的违法行为五年内仍可处罚（《行政处罚法》第三十六条）`,
  verified: false,
};
/** The same for what an act of an authority is about: as long as it can be brought before a court. */
export const WHILE_SUED: Period = {
  value: 5,
  unit: 'years',
  source: `${SHORTEST}；${NOT_FOUND}：行政行为作出五年内仍可起诉（《行政诉讼法》第四十六条）`,
  verified: false,
};
/** What serves to reach somebody, and proves nothing. */
export const WHILE_REACHED: Period = {
  value: 6,
  unit: 'months',
  source: `${SHORTEST}；${NOT_FOUND}：自知道行政行为之日起六个月内可起诉（《行政诉讼法》第四十六条）`,
  verified: false,
};

/** Declares the classes of personal data of a subgraph, each with its rule: `<subgraph>.kept.<class>`. */
export function defineRetention(classes: Readonly<Record<string, Declared>>): readonly Retention[] {
  const entries = Object.entries(classes);
  const numbers = Object.fromEntries(entries.map(([rule, { says }]) => [rule, says]));
  const rows = entries.map(([id, { value, unit, source, verified }]) => {
    return { id, from: IN_FORCE, to: null, value, unit, source, verified };
  });
  defineRules({ periods: {}, numbers }, rows);
  return entries.map(([rule, { entity, ended, holds, masks, where, open }]) => {
    return { rule, entity, ended, holds, masks, where, open };
  });
}

/** How long the class is kept as of now: the last of its versions. */
export function ruleOf({ rule }: Retention): LegalRule {
  const version = versionsOf(rule).at(-1);
  if (!version) throw new Error(`there is no rule ${rule}`);
  return version;
}

const versionsOf = (id: string) => legalRules().filter((version) => version.id === id && !version.region);

/** Placed by hand, with its document. */
const BY_HAND: Words = { zh: '依人工登记的保留事项', en: 'it is held by an order on record' };

/** What the statements over a class are made of; every expression is over the columns of the row. */
export interface ClassInSql {
  table: string;
  /** The column of its primary key. */
  key: string;
  isKept: string;
  isErased: string;
  /** The last day of the period; null while what it is kept for goes on. */
  due: string;
  ended: string;
  /** What holds the row, by its place in `whys`; null: nothing. */
  held: string;
  whys: readonly Words[];
}

export function inSql(db: Database, retention: Retention): ClassInSql {
  const { entity, ended, holds = [], where = 'true', open, rule } = retention;
  const table = tableOf(entity);
  const [key = '', ...more] = db.dataSource
    .getMetadata(entity)
    .primaryColumns.map((each) => each.databaseName);
  if (more.length > 0) throw new Error(`${table} has more than one column as its key`);
  const columns = open ? [snakeCase(open.known)] : sealedColumns(entity);
  const isIn = (column: string) => `starts_with(${column}, '${ERASED}')`;
  const byHand = `EXISTS (SELECT FROM retention_hold AS hold
    WHERE hold.rule = '${rule}' AND hold.key = ${table}.${key}::text AND hold.released_at IS NULL)`;
  const cases = [...holds.map((hold) => hold.where), byHand].map((each, at) => `WHEN ${each} THEN ${at}`);
  return {
    table,
    key,
    isKept: `(${where}) AND (${columns.map((each) => `(${each} IS NOT NULL AND NOT ${isIn(each)})`).join(' OR ')})`,
    isErased: `(${where}) AND (${columns.map(isIn).join(' OR ')})`,
    due: dueIn(`(${ended})`, rule),
    ended: `(${ended})`,
    held: `(CASE ${cases.join(' ')} END)`,
    whys: [...holds.map(({ why }) => why), BY_HAND],
  };
}

export function sealedColumns(entity: EntityClass): string[] {
  return sealedProperties(entity).map(snakeCase);
}

/** By the version that held on the day on which it ended. */
function dueIn(ended: string, rule: string): string {
  const versions = versionsOf(rule);
  const first = versions[0]?.from ?? IN_FORCE;
  const day = `greatest(${ended}, date '${first}')`;
  const cases = versions.map(
    ({ to, value, unit }) =>
      `WHEN ${to === null ? 'true' : `${day} <= date '${to}'`} THEN ${day} + ${intervalOf(value, unit)}`,
  );
  return `(CASE WHEN ${ended} IS NULL THEN NULL ${cases.join(' ')} END)::date`;
}

function intervalOf(value: number, unit: LegalRule['unit']): string {
  if (unit === 'years' || unit === 'months' || unit === 'days') return `make_interval(${unit} => ${value})`;
  throw new Error(`personal data are kept for days, months or years, not ${unit}`);
}
