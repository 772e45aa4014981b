import { audit } from './journal';
import { subgraphCaller } from './caller';
import type { RequestContext } from './context';
import { snakeCase, tableOf, type EntityClass, type Transaction } from './database';
import type { Log } from './log';
import { keyOf, linksOf, nameOf, type Link } from './notes';
import { ownedFacts, withOwnersFacts } from './owned-fact';
import { askOwners, brokenReferences } from './reference-check';
import { changeRow } from './step';
import { flaggedLinks, type FlaggedReference } from './unknown-reference';

/** How long a flag stays before it is looked at again, read or not. */
const LOOK_AGAIN_MS = 10 * 60_000;
/** So many are looked at together. */
const LOOK = 1_000;

/** Whether any row of these tables can be flagged. */
export function canBeFlagged(entities: readonly EntityClass[]): boolean {
  return entities.some((entity) => flaggedLinks(entity).length > 0);
}

/** Looks at them again and again, until it is ended. What fails is tried again the next time. */
export function keepLooking(
  open: () => RequestContext,
  entities: readonly EntityClass[],
  log: Log,
): () => void {
  if (!canBeFlagged(entities)) return () => undefined;
  const look = () =>
    lookAtAll(open(), entities).catch((err: unknown) =>
      log.warn({ err }, 'flagged references cannot be looked at again'),
    );
  const looking = setInterval(() => void look(), LOOK_AGAIN_MS).unref();
  return () => clearInterval(looking);
}

/** Looks at all flags that nobody has looked at for so long. */
export async function lookAtAll(context: RequestContext, entities: readonly EntityClass[]): Promise<void> {
  const before = new Date(context.now.getTime() - LOOK_AGAIN_MS);
  for (let left = true; left;) {
    const flags = await context.db.read<FlaggedReference>(
      `SELECT noun, key, field, reference, target FROM unknown_reference WHERE looked_at <= $1 AND reason <> 'DIFFERS' ORDER BY looked_at LIMIT $2`,
      [before, LOOK],
    );
    await lookAgain(context, entities, flags);
    left = flags.length === LOOK;
  }
}

/** Asks once more for what these references name, and takes away the flags of what is known by now. Whether it has learned anything. */
export async function lookAgain(
  asked: RequestContext,
  entities: readonly EntityClass[],
  flags: readonly FlaggedReference[],
): Promise<boolean> {
  if (flags.length === 0) return false;
  const context = { ...asked, caller: subgraphCaller(asked.peers.self), loaders: new Map() };
  const groups = entities.map((entity) => ({ entity, ...referencesOf(entity, flags) }));
  const used = groups.filter(({ of }) => of.length > 0);
  await Promise.all(used.map(({ entity, rows }) => askOwners(context, entity, rows)));
  const facts = await Promise.all(entities.map((entity) => factsOf(context, entity, flags)));
  return context.db.transaction(async (tx) => {
    const seen: Seen[] = [];
    for (const { entity, rows, of } of used) {
      const broken = await brokenReferences(tx, context, entity, rows);
      const reasons = new Map(broken.map(({ at, broken: reason }) => [at, reason]));
      seen.push(...of.map((flag, at) => ({ flag, reason: reasons.get(at) ?? null })));
    }
    for (const fact of facts.flat()) {
      if (fact.isAnswered) await stateAgain(tx, context, fact);
      seen.push(fact);
    }
    const left = seen.flatMap(({ flag, reason }) => (reason ? [{ ...flag, reason }] : []));
    const known = seen.flatMap(({ flag, reason }) => (reason ? [] : [flag]));
    const changed = await keep(tx, context, left);
    if (known.length > 0) await forget(tx, context, known);
    return changed || known.length > 0;
  });
}

/** A flag as it was found when it was looked at again: null where nothing is to be told any more. */
interface Seen {
  flag: FlaggedReference;
  reason: FlaggedReference['reason'] | null;
}
interface SeenFact extends Seen {
  entity: EntityClass;
  isAnswered: boolean;
}

/** What owners say by now of the facts of rows that are flagged. */
async function factsOf(
  context: RequestContext,
  entity: EntityClass,
  flags: readonly FlaggedReference[],
): Promise<SeenFact[]> {
  const owned = ownedFacts(entity).map(({ property }) => property);
  const of = flags.filter(({ noun, field }) => noun === nameOf(entity) && owned.includes(field));
  if (of.length === 0) return [];
  const { db } = context;
  const key = keyOf(entity);
  const stored = await db.read<Record<string, unknown>>(
    `SELECT ${db.columns(entity)} FROM ${tableOf(entity)} WHERE ${snakeCase(key)} = ANY($1::varchar[])`,
    [of.map((flag) => flag.key)],
  );
  const rows = new Map(stored.map((row) => [row[key], row]));
  return Promise.all(
    of.map(async (flag): Promise<SeenFact> => {
      const row = rows.get(flag.key);
      if (!row) return { flag, entity, reason: null, isAnswered: false };
      const stated = { ...row, [flag.field]: flag.reference || null };
      const { told } = await withOwnersFacts(context, entity, [stated], [flag.field]);
      const reason = told.find(({ link }) => link.property === flag.field)?.broken ?? null;
      return { flag, entity, reason, isAnswered: reason === null || reason === 'DIFFERS' };
    }),
  );
}

/** What was stated is written once more, and with it what its owner has. */
async function stateAgain(
  tx: Transaction,
  context: RequestContext,
  { flag, entity }: SeenFact,
): Promise<void> {
  const stated = { [flag.field]: flag.reference || null };
  await changeRow(tx, context, entity, keyOf(entity), flag.key, stated);
}

/** The rows that hold these references, with nothing else in them. */
function referencesOf(entity: EntityClass, flags: readonly FlaggedReference[]) {
  const found = flags.flatMap((flag) => {
    const link = flag.noun === nameOf(entity) ? linkOf(entity, flag) : undefined;
    return link ? [{ flag, row: rowOf(entity, link, flag) }] : [];
  });
  return { of: found.map(({ flag }) => flag), rows: found.map(({ row }) => row) };
}

function linkOf(entity: EntityClass, { field, target }: FlaggedReference): Link | undefined {
  return linksOf(entity).find(({ property, to }) => property === field && nameOf(to()) === target);
}

function rowOf(entity: EntityClass, { property, many, when }: Link, { key, reference }: FlaggedReference) {
  const held = { [keyOf(entity)]: key, [property]: many ? [reference] : reference };
  return when ? { ...held, [when.property]: when.is } : held;
}

const THESE = `json_populate_recordset(NULL::unknown_reference, $1) AS seen
   WHERE (seen.noun, seen.key, seen.field, seen.reference) = (flag.noun, flag.key, flag.field, flag.reference)`;

/** Once its owner has said that it does not know a record, its silence says no more. */
async function keep(tx: Transaction, { now }: RequestContext, flags: readonly FlaggedReference[]) {
  if (flags.length === 0) return false;
  const told = await tx.query(
    `UPDATE unknown_reference AS flag SET reason = seen.reason FROM ${THESE} AND seen.reason <> 'UNCHECKED' AND flag.reason <> seen.reason RETURNING 1`,
    [JSON.stringify(flags)],
  );
  await tx.query(`UPDATE unknown_reference AS flag SET looked_at = $2 FROM ${THESE}`, [
    JSON.stringify(flags),
    now,
  ]);
  return told.length > 0;
}

async function forget(tx: Transaction, context: RequestContext, known: readonly FlaggedReference[]) {
  await tx.query(`DELETE FROM unknown_reference AS flag USING ${THESE}`, [JSON.stringify(known)]);
  const subjects = [
    ...new Map(known.map(({ noun: type, key }) => [`${type} ${key}`, { type, key }])).values(),
  ];
  await audit(tx, context, {
    operation: 'knowReferences',
    subjects,
    outcome: `${known.length} known by now`,
  });
}
