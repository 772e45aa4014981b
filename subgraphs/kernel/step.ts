import sql, { empty, raw, type Sql } from 'sql-template-tag';
import { changesAbout, withAbout } from './about';
import { again } from './again';
import { journalSubject } from './events';
import { audit } from './journal';
import { requireRegion, requireScope } from './caller';
import { NotFound, RecordDuplicate } from './catalogue';
import type { RequestContext } from './context';
import { requireEmpowered } from './empowerment';
import { snakeCase, tableOf, type Database, type EntityClass, type Transaction } from './database';
import type { Words } from './errors';
import { isShown } from './finding';
import { withTagger } from './matter-tag';
import { onceOf } from './notes';
import { withOwnersFacts } from './owned-fact';
import { checkWritten } from './unknown-reference';

/** One step of a workflow: which verb, on which row. */
export interface Step<Row extends object> {
  /** The mutation. */
  operation: string;
  /** What the caller's token must allow, e.g. `decide:hazards`. */
  scope: string;
  /** What is acted on, by its official term. */
  term: Words;
  entity: EntityClass<Row>;
  /** The property that identifies a row, and the value that was sent under that name. */
  key: keyof Row & string;
  value: string;
  /** The property with the division that the officer must answer for. */
  place?: keyof Row & string;
  /** Whether an institution that acts for itself may take it. */
  bodies?: boolean;
}

/** What a step makes of a row: the properties that change. */
type Changes<Row> = Partial<Row>;

/**
 * Takes one step: the row is locked, so that of two officers who act at once the second sees what the first has done;
 * `decide` applies the rules and returns what changes (and may write other rows); all of it is written with its audit
 * record, or nothing is. Returns the row as it is afterwards.
 * @throws AUTHENTICATION_REQUIRED, SCOPE_MISSING, TOWN_NOT_EMPOWERED, NOT_FOUND, OUTSIDE_REGION, RECORD_DUPLICATE, and whatever `decide` throws
 */
export async function takeStep<Row extends object>(
  context: RequestContext,
  step: Step<Row>,
  decide: (row: Row, tx: Transaction) => Changes<Row> | Promise<Changes<Row>>,
): Promise<Row> {
  requireScope(context.caller, step.scope, step.bodies);
  requireEmpowered(context.caller, step.scope, step.operation, context.today);
  return again(() =>
    context.db.transaction(async (tx) => {
      const { row, fields } = await stepWithin(tx, context, step, decide);
      await audit(tx, context, {
        operation: step.operation,
        subjects: [journalSubject(step.entity, row, step.key, step.place)],
        fields,
        outcome: 'done',
      });
      return row;
    }),
  );
}

/** The same within a transaction that another step has begun, and puts on record: `field` is what the caller calls the key there. */
export async function stepWithin<Row extends object>(
  tx: Transaction,
  context: RequestContext,
  {
    term,
    entity,
    key,
    value,
    place = 'regionCode' as keyof Row & string,
    field = key,
  }: Omit<Step<Row>, 'operation' | 'scope'> & { field?: string },
  decide: (row: Row, tx: Transaction) => Changes<Row> | Promise<Changes<Row>>,
): Promise<{ row: Row; fields: string[] }> {
  // a row that the caller may not know of is not there
  const row = await lockRow(tx, context.db, entity, key, value, isShown(entity, context));
  if (!row) throw NotFound({ field, term, got: value });
  requireRegion(context.caller, String(row[place]), field === key ? place : field);
  refuseRepeated(entity, row, { field, term, got: value });
  const changes = await decide(row, tx);
  const changed = await changeRow(tx, context, entity, key, value, changes);
  return { row: changed ?? row, fields: Object.keys(changes) };
}

/** What repeats another record stands in no list and counts for nothing: whoever would move it on is told which one stands. */
function refuseRepeated<Row extends object>(
  entity: EntityClass<Row>,
  row: Row,
  details: { field: string; term: Words; got: string },
): void {
  const once = onceOf(entity);
  const first = once ? (row as Record<string, unknown>)[once.property] : null;
  if (typeof first === 'string') throw RecordDuplicate({ ...details, first });
}

/** Reads a row and holds it until the transaction ends. */
export async function lockRow<Row extends object>(
  tx: Transaction,
  db: Database,
  entity: EntityClass<Row>,
  key: keyof Row & string,
  value: string,
  rule: Sql = empty,
): Promise<Row | null> {
  const { text, values } = sql`SELECT ${raw(db.columns(entity))} FROM ${raw(tableOf(entity))}
    WHERE ${raw(snakeCase(key))} = ${value} ${rule} FOR UPDATE`;
  const [row] = await tx.query<Row>(text, values);
  return row ?? null;
}

/** Changes a row that is held: in a step of another row, say. What it refers to from now on must be there. */
export async function changeRow<Row extends object>(
  tx: Transaction,
  context: RequestContext,
  entity: EntityClass<Row>,
  key: string,
  value: string,
  changes: Changes<Row>,
): Promise<Row | null> {
  if (Object.keys(changes).length === 0) return null;
  const { db } = context;
  const changed = Object.keys(changes);
  const stated = await updateRow(tx, db, entity, key, value, changes);
  if (!stated) return null;
  const { rows, told } = await withOwnersFacts(context, entity, [stated], changed);
  const [row = stated] = rows;
  await checkWritten(tx, context, entity, [row], changed, told);
  const isAbout = changesAbout(entity, changed);
  const [whole = row] = isAbout ? await withAbout(context, entity, [row]) : [row];
  const learned = Object.entries(whole).filter(([name, held]) => held !== stated[name as keyof Row]);
  if (learned.length === 0) return stated;
  return updateRow(tx, db, entity, key, value, Object.fromEntries(learned) as Changes<Row>);
}

async function updateRow<Row extends object>(
  tx: Transaction,
  db: Database,
  entity: EntityClass<Row>,
  key: string,
  value: string,
  changes: Changes<Row>,
): Promise<Row | null> {
  const properties = Object.entries(changes);
  // pg takes an array for a list of PostgreSQL: what goes into a jsonb column is sent as text
  const json = db.jsonProperties(entity);
  const sets = properties.map(([property], at) => `${snakeCase(property)} = $${at + 2}`);
  const [row] = await tx.query<Row>(
    `UPDATE ${tableOf(entity)} SET ${sets.join(', ')} WHERE ${snakeCase(key)} = $1 RETURNING ${db.columns(entity)}`,
    [
      value,
      ...properties.map(([property, changed]) =>
        json.has(property) && changed !== null ? JSON.stringify(changed) : changed,
      ),
    ],
  );
  return row ?? null;
}

/**
 * Adds rows to the table of an entity, all with the same properties; what they refer to must be there. A unique key that
 * is taken rejects as PostgreSQL says it (23505).
 */
export async function insertRows<Row extends object>(
  tx: Transaction,
  context: RequestContext,
  entity: EntityClass<Row>,
  rows: readonly Partial<Row>[],
): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const stamped = rows.map((row) => withTagger(entity, row, context.caller, context.now));
  const { rows: owned, told } = await withOwnersFacts(context, entity, stamped);
  await checkWritten(tx, context, entity, owned, undefined, told);
  const whole = await withAbout(context, entity, owned);
  const columns = Object.keys(whole[0] ?? first)
    .map(snakeCase)
    .join(', ');
  const stored = whole.map((row) =>
    Object.fromEntries(Object.entries(row).map(([property, value]) => [snakeCase(property), value])),
  );
  await tx.query(
    `INSERT INTO ${tableOf(entity)} (${columns}) SELECT ${columns} FROM json_populate_recordset(NULL::${tableOf(entity)}, $1)`,
    [JSON.stringify(stored)],
  );
}
