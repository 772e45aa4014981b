import { audit } from './audit';
import { requireRegion, requireScope } from './caller';
import { NotFound } from './catalogue';
import type { RequestContext } from './context';
import { snakeCase, tableOf, type Database, type EntityClass, type Transaction } from './database';
import type { Words } from './errors';

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
}

/** What a step makes of a row: the properties that change. */
type Changes<Row> = Partial<Row>;

/**
 * Takes one step: the row is locked, so that of two officers who act at once the second sees what the first has done;
 * `decide` lets the rules speak and says what changes (and may write other rows); all of it is written with its audit
 * record, or nothing is. Returns the row as it is afterwards.
 * @throws AUTHENTICATION_REQUIRED, SCOPE_MISSING, NOT_FOUND, OUTSIDE_REGION, and whatever `decide` throws
 */
export async function takeStep<Row extends object>(
  context: RequestContext,
  step: Step<Row>,
  decide: (row: Row, tx: Transaction) => Changes<Row> | Promise<Changes<Row>>,
): Promise<Row> {
  const { operation, scope, term, entity, key, value } = step;
  requireScope(context.caller, scope);
  const place = step.place ?? ('regionCode' as keyof Row & string);
  return context.db.transaction(async (tx) => {
    const row = await lockRow(tx, context.db, entity, key, value);
    if (!row) throw NotFound({ field: key, term, got: value });
    requireRegion(context.caller, String(row[place]), place);
    const changes = await decide(row, tx);
    const changed = await update(tx, context.db, entity, key, value, changes);
    await audit(tx, context, { operation, subjects: [value], fields: Object.keys(changes), outcome: 'done' });
    return changed ?? row;
  });
}

/** Reads a row and holds it until the transaction ends. */
export async function lockRow<Row extends object>(
  tx: Transaction,
  db: Database,
  entity: EntityClass<Row>,
  key: keyof Row & string,
  value: string,
): Promise<Row | null> {
  const [row] = await tx.query<Row>(`SELECT ${db.columns(entity)} FROM ${tableOf(entity)} WHERE ${snakeCase(key)} = $1 FOR UPDATE`, [
    value,
  ]);
  return row ?? null;
}

async function update<Row extends object>(
  tx: Transaction,
  db: Database,
  entity: EntityClass<Row>,
  key: string,
  value: string,
  changes: Changes<Row>,
): Promise<Row | null> {
  const properties = Object.entries(changes);
  if (properties.length === 0) return null;
  const sets = properties.map(([property], at) => `${snakeCase(property)} = $${at + 2}`);
  const [row] = await tx.query<Row>(
    `UPDATE ${tableOf(entity)} SET ${sets.join(', ')} WHERE ${snakeCase(key)} = $1 RETURNING ${db.columns(entity)}`,
    [value, ...properties.map(([, changed]) => changed)],
  );
  return row ?? null;
}

/** Adds rows to the table of an entity, all with the same properties. A unique key that is taken rejects as PostgreSQL says it (23505). */
export async function insertRows<Row extends object>(
  tx: Transaction,
  entity: EntityClass<Row>,
  rows: readonly Partial<Row>[],
): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = Object.keys(first).map(snakeCase).join(', ');
  const stored = rows.map((row) => Object.fromEntries(Object.entries(row).map(([property, value]) => [snakeCase(property), value])));
  await tx.query(
    `INSERT INTO ${tableOf(entity)} (${columns}) SELECT ${columns} FROM json_populate_recordset(NULL::${tableOf(entity)}, $1)`,
    [JSON.stringify(stored)],
  );
}
