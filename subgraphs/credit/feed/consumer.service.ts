import sql from 'sql-template-tag';
import {
  AuthenticationRequired,
  audit,
  declareError,
  isAgency,
  isTooOld,
  openCursor,
  turnTo,
  type Database,
  type RequestContext,
} from '../../kernel';
import { actingDepartment } from '../acting-department';
import type { AcknowledgeInput, FeedConsumer } from './consumer';
import { readHead } from './feed.loaders';
import { dishonesty } from './line';

export const FeedCursorInvalid = declareError(
  'FEED_CURSOR_INVALID',
  '{field} 不是本变动源当前纪元给出的游标，收到：{got}。',
  '{field} is no cursor of this feed and its epoch, but got: {got}.',
);

const ALL = sql`SELECT name, department_code AS "departmentCode", acknowledged, acknowledged_at AS "acknowledgedAt",
  greatest(0, feed.sequence - acknowledged)::text AS lag FROM feed_consumer, dishonesty_feed feed`;

/** A consumer is the subject of a token and a name that it gives itself. An acknowledgement never goes back, unless it begins anew. */
export async function acknowledge(
  context: RequestContext,
  { cursor, name }: AcknowledgeInput,
): Promise<FeedConsumer | null> {
  const { caller, db, settings, now } = context;
  if (!isAgency(caller)) throw AuthenticationRequired();
  const position = openCursor(cursor, settings.dataKey);
  if (!position || isTooOld(position, await readHead(db, position.sequence)))
    throw FeedCursorInvalid({ field: 'cursor', got: cursor });
  const id = `${caller.subject}/${name}`.slice(0, 200);
  await db.transaction(async (tx) => {
    await tx.query(
      `INSERT INTO feed_consumer VALUES ($1, $2, $3, $4, $5) ON CONFLICT (id) DO UPDATE
       SET acknowledged = excluded.acknowledged, acknowledged_at = excluded.acknowledged_at, department_code = excluded.department_code`,
      [id, name, actingDepartment(caller), position.sequence, now],
    );
    await audit(tx, context, {
      operation: 'acknowledgeChanges',
      subjects: [{ type: 'FeedConsumer', key: name }],
      outcome: `up to ${position.sequence}`,
    });
  });
  const [consumer] = await db.byKey<FeedConsumer>(sql`${ALL} WHERE id = ${id}`);
  return consumer ?? null;
}

/** Those who have ever acknowledged anything, the one that is furthest behind first. */
export async function feedConsumers({ db, today }: { db: Database; today: string }): Promise<FeedConsumer[]> {
  await turnTo(db, dishonesty, today);
  return db.byKey<FeedConsumer>(sql`${ALL} ORDER BY acknowledged, id LIMIT 1000`);
}

/** The same for Prometheus, with the feed itself. */
export async function feedFigures(context: RequestContext): Promise<string> {
  const consumers = await feedConsumers(context);
  const head = await readHead(context.db);
  const quoted = (value: string) => JSON.stringify(value);
  return [
    '# HELP onematter_feed_sequence The number of the last change of the published lists.',
    '# TYPE onematter_feed_sequence gauge',
    `onematter_feed_sequence ${head.sequence}`,
    '# HELP onematter_feed_listed How many listings are published.',
    '# TYPE onematter_feed_listed gauge',
    `onematter_feed_listed ${head.listed}`,
    '# HELP onematter_feed_lag How many changes a consumer is behind.',
    '# TYPE onematter_feed_lag gauge',
    ...consumers.map(
      (each) =>
        `onematter_feed_lag{department=${quoted(each.departmentCode)},consumer=${quoted(each.name)}} ${each.lag}`,
    ),
    '',
  ].join('\n');
}
