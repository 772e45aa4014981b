import type { ClassType } from 'type-graphql';
import type { RequestContext } from './context';
import { snakeCase, tableOf, type EntityClass } from './database';
import { Fact, Kept } from './fact';
import { code, date, listOf } from './kinds';
import type { Log } from './log';
import { keyOf, linksOf, type Link } from './notes';
import { objectOf } from './official-file';
import { factsOf, onceANoun, whereAnswered } from './peers';
import { keysBy } from './reference-check';
import type { SharingLevel } from './vocabulary';

/**
 * 所涉内容. What a record is about, in the codes that matters are made of (`kind:5110`, `domain:GAS`, `matter:ELEVATOR`): its
 * own, and those of the records that it names, as their owners say on the day of writing. A matter's figures of deeds
 * count by it, and never by the industry of a party.
 */
export interface IsAbout {
  about: string[];
  /** The day on which all owners had answered; null while one is silent: it is asked again. */
  aboutOn: string | null;
}
export interface DeclaredAbout<Row> {
  /** The references to records of other subgraphs that it is about as well. */
  through: readonly (keyof Row & string)[];
  /** The properties that `own` looks at. */
  by: readonly (keyof Row & string)[];
  /** What the record itself says, knowing what those are about that it names. */
  own: (row: Row, learned: readonly string[]) => readonly string[];
}
const declarations = new WeakMap<ClassType, DeclaredAbout<object>>();

export const aboutCodes = listOf(code(80));
export const ABOUT =
  '所涉内容，以设备种类、产品类别、领域、行业、角色和事项的代码表示；所涉其他部门的记录，以登记当日其主管方所答为准. What it is about, by codes of kinds of equipment, categories of products, fields, industries, roles and matters; of what it names, as its owner said on the day of writing.';

/** The property that keeps what a record is about, shown at this level. */
export function About(level: SharingLevel) {
  return Fact(level, aboutCodes, ABOUT);
}

/** The property that keeps the day on which all owners had said so. */
export function AboutOn() {
  return Kept(date, '所涉内容核实日期. The day on which all owners had said what it is about.', {
    optional: true,
  });
}

/** Declares what the records of a noun are about. */
export function declareAbout<Row extends object>(
  entity: EntityClass<Row>,
  declared: DeclaredAbout<Row>,
): void {
  declarations.set(entity, declared as DeclaredAbout<object>);
}

const askOf = onceANoun((noun) => factsOf(noun, { fields: 'about', facts: objectOf({ about: aboutCodes }) }));

/** What the record at the other end of a reference is about; null, if its owner is silent or may still learn of it. */
async function learned(context: RequestContext, link: Link, key: string): Promise<readonly string[] | null> {
  const answer = await whereAnswered(askOf(link.to())(context, key).then((record) => ({ record })));
  return answer && (answer.record?.about ?? (link.unknown === 'flag' ? null : []));
}

function throughOf(entity: EntityClass, { through }: DeclaredAbout<object>): readonly Link[] {
  return linksOf(entity).filter(({ property }) => (through as readonly string[]).includes(property));
}

/** Asks the owners of all that these rows name what it is about: within a transaction that follows, the answers are at hand. */
export async function askAbout(
  context: RequestContext,
  entity: EntityClass,
  rows: readonly object[],
): Promise<void> {
  const declared = declarations.get(entity);
  if (declared) await Promise.all(rows.map((row) => allLearned(context, throughOf(entity, declared), row)));
}

function allLearned(context: RequestContext, links: readonly Link[], row: object) {
  return Promise.all(links.flatMap((link) => keysBy(link, row).map((key) => learned(context, link, key))));
}

/** The rows with what they are about. While an owner is silent, what was known before is kept. */
export async function withAbout<Row extends object>(
  context: RequestContext,
  entity: EntityClass,
  rows: readonly Row[],
): Promise<readonly Row[]> {
  const declared = declarations.get(entity);
  if (!declared) return rows;
  const links = throughOf(entity, declared);
  return Promise.all(
    rows.map(async (row) => {
      const answers = await allLearned(context, links, row);
      const isSilent = answers.includes(null);
      const before = isSilent ? ((row as Partial<IsAbout>).about ?? []) : [];
      const told = [...before, ...answers.flatMap((answer) => answer ?? [])];
      const about = [...new Set([...told, ...declared.own(row, told)])].sort();
      return { ...row, about, aboutOn: isSilent ? null : context.today };
    }),
  );
}

/** Whether a change of these properties changes what a row is about. */
export function changesAbout(entity: EntityClass, properties: readonly string[]): boolean {
  const declared = declarations.get(entity);
  const looked: readonly string[] = declared ? [...declared.by, ...declared.through] : [];
  return looked.some((property) => properties.includes(property));
}

/** So many are asked for together. */
const ASK = 1_000;

/** Asks once more for what rows are about whose owners were silent, or that were there before anybody asked. */
export async function learnAll(open: () => RequestContext, entities: readonly EntityClass[]): Promise<void> {
  for (const entity of entities) {
    if (!declarations.has(entity)) continue;
    for (let last: string | null = ''; last !== null;) last = await learnSome(open(), entity, last);
  }
}

/** The key of the last row that was asked for, or null where there are no more. */
async function learnSome(
  context: RequestContext,
  entity: EntityClass,
  after: string,
): Promise<string | null> {
  const { db } = context;
  const [table, property] = [tableOf(entity), keyOf(entity)];
  const key = snakeCase(property);
  const rows = await db.read<Record<string, unknown>>(
    `SELECT ${db.columns(entity)} FROM ${table} WHERE about_on IS NULL AND ${key} > $1 ORDER BY ${key} LIMIT ${ASK}`,
    [after],
  );
  const told: readonly Record<string, unknown>[] = await withAbout(context, entity, rows);
  const stored = told.map(({ [property]: of, about, aboutOn }) => ({ [key]: of, about, about_on: aboutOn }));
  await db.transaction((tx) =>
    tx.query(
      `UPDATE ${table} AS stored SET about = told.about, about_on = told.about_on
       FROM json_populate_recordset(NULL::${table}, $1) AS told
       WHERE stored.${key} = told.${key} AND stored.about_on IS NULL
         AND (stored.about <> told.about OR told.about_on IS NOT NULL)`,
      [JSON.stringify(stored)],
    ),
  );
  return rows.length === ASK ? String(rows.at(-1)?.[property]) : null;
}

const LEARN_AGAIN_MS = 10 * 60_000;

/** Asks again and again, until it is ended. */
export function keepLearning(
  open: () => RequestContext,
  entities: readonly EntityClass[],
  log: Log,
): () => void {
  if (!entities.some((entity) => declarations.has(entity))) return () => undefined;
  const learn = () =>
    learnAll(open, entities).catch((err: unknown) =>
      log.warn({ err }, 'what records are about cannot be asked for'),
    );
  const learning = setInterval(() => void learn(), LEARN_AGAIN_MS).unref();
  return () => clearInterval(learning);
}
