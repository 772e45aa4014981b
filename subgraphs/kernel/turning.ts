import { setTimeout as sleep } from 'node:timers/promises';
import sql, { raw, type Sql } from 'sql-template-tag';
import type { ClassType } from 'type-graphql';
import type { RequestContext } from './context';
import { snakeCase, tableOf, type EntityClass } from './database';
import { declareEvent, journalSubject } from './events';
import { audit } from './journal';
import type { Log } from './log';
import { keyOf } from './notes';

/** A day that has passed is noticed within this. */
const LOOK_MS = 60_000;
/** A process that has just started has better things to do. */
const AT_START_MS = 1_000;
/** So many records are told of in one entry of the journal. */
const TOLD = 100;

/** What happens by itself when a day has passed: an entry of the journal, and nothing else. */
export interface Turning {
  operation: string;
  /** Tells of what has happened since it was looked at last. */
  look: (context: RequestContext) => Promise<void>;
}

interface Past {
  operation: string;
  entity: EntityClass;
  /** The property with the last day. */
  day: string;
  /** The rows of which it is true once that day has passed. */
  of: Sql;
}

/** Declares what happens to the rows of a noun when a day has passed, by the name that the journal gives it. */
export function whenPast<Row extends object>(
  entity: EntityClass<Row>,
  operation: string,
  { done, says, day, of }: { done: string; says: string; day: keyof Row & string; of: Sql },
): Turning {
  declareEvent(entity as ClassType, operation, { done, says });
  return { operation, look: (context) => turn(context, { operation, entity, day, of }) };
}

/** Looks again and again whether a day has passed, until it is ended. */
export function keepTurning(
  open: () => RequestContext,
  turnings: readonly Turning[],
  log: Log,
): () => Promise<void> {
  const ending = new AbortController();
  const { signal } = ending;
  const look = async () => {
    await sleep(AT_START_MS, undefined, { ref: false, signal });
    for (;;) {
      for (const turning of turnings)
        await turning
          .look(open())
          .catch((err: unknown) =>
            log.warn({ err, turning: turning.operation }, 'whether a day has passed cannot be told now'),
          );
      await sleep(LOOK_MS, undefined, { ref: false, signal });
    }
  };
  const looking = turnings.length === 0 ? Promise.resolve() : look().catch(() => undefined);
  return async () => {
    ending.abort();
    await looking;
  };
}

/**
 * Tells of the rows whose last day has passed since it was looked at last: once, whoever looks. It begins on the day on
 * which it is first looked at; what was past by then is told of by nobody.
 */
async function turn(context: RequestContext, { operation, entity, day, of }: Past): Promise<void> {
  const { db, today } = context;
  await db.transaction(async (tx) => {
    const begun = await tx.query(
      'INSERT INTO day_turned (turning, through, began_on) VALUES ($1, $2, $2) ON CONFLICT DO NOTHING RETURNING 1',
      [operation, today],
    );
    const [last] = await tx.query<{ through: string }>(
      'SELECT through FROM day_turned WHERE turning = $1 FOR UPDATE',
      [operation],
    );
    if (begun.length > 0 || !last || last.through >= today) return;
    const column = raw(snakeCase(day));
    const { text, values } = sql`SELECT ${raw(db.columns(entity))} FROM ${raw(tableOf(entity))}
      WHERE ${column} >= ${last.through} AND ${column} < ${today} AND ${of} ORDER BY ${raw(snakeCase(keyOf(entity)))}`;
    const subjects = (await tx.query<object>(text, values)).map((row) => journalSubject(entity, row));
    for (let from = 0; from < subjects.length; from += TOLD)
      await audit(tx, context, { operation, subjects: subjects.slice(from, from + TOLD), outcome: 'done' });
    await tx.query('UPDATE day_turned SET through = $2 WHERE turning = $1', [operation, today]);
  });
}
