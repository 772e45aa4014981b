import { again } from './again';
import type { RequestContext } from './context';
import { snakeCase, type Database, type Transaction } from './database';
import { declareError, type Words } from './errors';
import { nameOf } from './notes';
import { audit } from './journal';
import { inSql, ruleOf, sealedColumns, type ClassInSql, type Retention } from './retention';
import type { LegalRule } from './rules';
import { erasedText, type ErasedFor } from './sealing';
import type { Submission } from './submission';

const BATCH = 200;

const StillKept = declareError(
  'PERSONAL_DATA_KEPT',
  '记录 {key} 的个人信息不能删除：{why:words}。',
  'The personal data of {key} are not erased: {why:words}.',
);
export const NothingKept = declareError(
  'PERSONAL_DATA_NONE',
  '{rule} 中没有记录 {key} 的个人信息。',
  'Nothing personal is kept of {key} under {rule}.',
);

interface Erasing {
  retention: Retention;
  submissions?: readonly Submission[];
  /** Today, at the latest. */
  on: string;
  onProgress?: (done: number) => void;
}
interface Found {
  key: string;
  /** As imports know the row. */
  known: string;
  division: string | null;
}

/**
 * Erases what is due of a class: in small transactions, each with its entry in the journal, so that a service may run beside
 * it and it may be ended at any moment; who begins anew goes on with what is left. What something holds stays.
 */
export async function eraseDue(context: RequestContext, erasing: Erasing): Promise<number> {
  const { retention, on, onProgress } = erasing;
  const sql = inSql(context.db, retention);
  let [done, after] = [0, ''];
  for (;;) {
    const erased = await again(() =>
      context.db.transaction(async (tx) => {
        const rows = await find(
          tx,
          sql,
          erasing,
          `${sql.due} < $1::date AND ${sql.held} IS NULL AND ${sql.key} > $2`,
          [on, after],
        );
        await erase(tx, context, erasing, rows, 'PERIOD');
        return rows;
      }),
    );
    done += erased.length;
    if (erased.length > 0) onProgress?.(done);
    if (erased.length < BATCH) return done;
    after = erased.at(-1)?.key ?? '';
  }
}

/**
 * Erases what is kept of one record since the person asks for it: as soon as what it was kept for has ended, unless a law
 * says for how long it is kept, or something holds it.
 * @throws PERSONAL_DATA_KEPT with the reason; PERSONAL_DATA_NONE
 */
export function eraseAsAsked(
  context: RequestContext,
  erasing: Erasing,
  asked: { key: string; document: string },
): Promise<void> {
  const { retention, on } = erasing;
  const sql = inSql(context.db, retention);
  const { key, document } = asked;
  return context.db.transaction(async (tx) => {
    const [row] = await find(tx, sql, erasing, `${sql.key} = $1`, [key]);
    if (!row) throw NothingKept({ key, rule: retention.rule });
    const [state] = await tx.query<{ ended: string | null; due: string | null; held: number | null }>(
      `SELECT ${sql.ended}::date::text AS ended, ${sql.due}::text AS due, ${sql.held} AS held FROM ${sql.table} WHERE ${sql.key} = $1`,
      [key],
    );
    const why = whyKept(state, on, sql, retention);
    if (why) throw StillKept({ key, why });
    await erase(tx, context, erasing, [row], 'REQUEST', { document });
  });
}

function whyKept(
  state: { ended: string | null; due: string | null; held: number | null } | undefined,
  on: string,
  { whys }: ClassInSql,
  retention: Retention,
): Words | undefined {
  const { ended = null, due = null, held = null } = state ?? {};
  if (held !== null) return whys[held];
  if (ended === null || ended >= on)
    return { zh: '保存目的尚未实现', en: 'what it is kept for has not ended' };
  const { verified, source } = ruleOf(retention);
  if (verified && due !== null && due >= on)
    return { zh: `法定保存期限至 ${due} 届满（${source}）`, en: `the law keeps it until ${due} (${source})` };
  return undefined;
}

/** Rows of the class for which that holds, locked; what another transaction holds is left for the next time. */
async function find(
  tx: Transaction,
  { table, key, isKept }: ClassInSql,
  { retention, submissions = [] }: Erasing,
  where: string,
  values: readonly unknown[],
): Promise<Found[]> {
  await tx.query('SET LOCAL statement_timeout = 0');
  const submission = submissions.find(({ entity }) => entity === retention.entity);
  const known = snakeCase(submission?.key ?? '') || key;
  return tx.query<Found>(
    `SELECT ${key}::text AS key, ${known}::text AS known, to_jsonb(${table})->>'region_code' AS division
     FROM ${table} WHERE (${isKept}) AND ${where} ORDER BY ${key} LIMIT ${BATCH} FOR UPDATE SKIP LOCKED`,
    values,
  );
}

async function erase(
  tx: Transaction,
  context: RequestContext,
  { retention, submissions = [], on }: Erasing,
  rows: readonly Found[],
  why: ErasedFor,
  details: Record<string, unknown> = {},
): Promise<void> {
  if (rows.length === 0) return;
  const { table, key } = inSql(context.db, retention);
  const text = erasedText(on, why);
  const keys = rows.map((row) => row.key);
  const set = Object.entries(afterwards(retention, text, (column) => column));
  await tx.query(
    `UPDATE ${table} SET ${set.map(([column, value]) => `${column} = ${value}`).join(', ')} WHERE ${key} = ANY($1)`,
    [keys],
  );
  const kinds = submissions.filter(({ entity }) => entity === retention.entity).map(({ kind }) => kind);
  const before = Object.entries(afterwards(retention, text, (column) => `(before->>'${column}')`));
  // the row as it was before a correction is kept as long as the import can be taken back
  await tx.query(
    `UPDATE import_row SET before = before || jsonb_build_object(${before.map(([column, value]) => `'${column}', ${value}`).join(', ')})
     WHERE before IS NOT NULL AND key = ANY($1::varchar[]) AND run_id IN (SELECT id FROM import_run WHERE kind = ANY($2))`,
    [rows.map(({ known }) => known), kinds],
  );
  await audit(tx, context, {
    operation: 'erasePersonalData',
    event: 'personalData.erased',
    subjects: rows.map((row) => subjectOf(retention, row)),
    outcome: 'done',
    details: { rule: retention.rule, for: why, on, ...details },
  });
}

const subjectOf = ({ entity }: Retention, { key, division }: Found) => {
  return { type: nameOf(entity), key, ...(division !== null && { division }) };
};

/** What stands in the columns of a class once it is erased: in a row, or in the JSON of a former one. */
function afterwards(
  { entity, masks = {}, open }: Retention,
  text: string,
  read: (column: string) => string,
): Record<string, string> {
  const after: Record<string, string> = {};
  for (const column of sealedColumns(entity))
    after[column] = `CASE WHEN ${read(column)} IS NOT NULL THEN '${text}' END`;
  for (const [column, mask] of Object.entries(masks)) after[snakeCase(column)] = `'${mask}'`;
  if (!open) return after;
  for (const column of open.texts.map(snakeCase))
    after[column] = `replace(${read(column)}, ${read(snakeCase(open.name))}, '${NO_NAME}')`;
  return {
    ...after,
    [snakeCase(open.name)]: `'${NO_NAME}'`,
    // two of one decision stay two
    [snakeCase(open.known)]: `'${text}.' || md5(random()::text)`,
  };
}

const NO_NAME = '**';

/** Places or releases what holds a record by hand: a dispute, a case elsewhere. @returns whether there was something to do */
export function holdByHand(
  context: RequestContext,
  { rule, entity }: Retention,
  { key, why, document, release }: { key: string; why: string; document: string; release: boolean },
): Promise<boolean> {
  return context.db.transaction(async (tx) => {
    const done = release
      ? await tx.query(
          'UPDATE retention_hold SET released_at = now(), release_document = $3 WHERE rule = $1 AND key = $2 AND released_at IS NULL RETURNING key',
          [rule, key, document],
        )
      : await tx.query(
          'INSERT INTO retention_hold (rule, key, why, document) VALUES ($1, $2, $3, $4) ON CONFLICT (rule, key) WHERE released_at IS NULL DO NOTHING RETURNING key',
          [rule, key, why, document],
        );
    if (done.length === 0) return false;
    await audit(tx, context, {
      operation: release ? 'releasePersonalData' : 'holdPersonalData',
      event: release ? 'personalData.released' : 'personalData.held',
      subjects: [{ type: nameOf(entity), key }],
      outcome: 'done',
      details: { rule, document },
    });
    return true;
  });
}

/** What has become of a class by a day. */
export interface Standing {
  rule: LegalRule;
  kept: number;
  due: number;
  /** Since when the oldest of them is due. */
  since: string | null;
  /** Those that something holds though they are due. */
  held: { why: Words; rows: number }[];
  erased: number;
}

/** What is kept, due, held and erased of a class on a day. */
export async function standingOn(db: Database, retention: Retention, on: string): Promise<Standing> {
  const { table, isKept, isErased, due: dueOn, held, whys } = inSql(db, retention);
  const rows = await db.transaction(async (tx) => {
    await tx.query('SET LOCAL statement_timeout = 0');
    return tx.query<{ kept: boolean; due: boolean; held: number | null; rows: number; since: string | null }>(
      `SELECT kept, coalesce(due < $1::date, false) AS due, CASE WHEN due < $1::date THEN held END AS held,
         count(*)::int AS rows, min(due)::text AS since
       FROM (SELECT ${isKept} AS kept, ${dueOn} AS due, ${held} AS held FROM ${table} WHERE (${isKept}) OR (${isErased})) AS each
       GROUP BY 1, 2, 3`,
      [on],
    );
  });
  const sum = (of: typeof rows) => of.reduce((total, each) => total + each.rows, 0);
  const kept = rows.filter((each) => each.kept);
  const due = kept.filter((each) => each.due && each.held === null);
  return {
    rule: ruleOf(retention),
    kept: sum(kept),
    due: sum(due),
    since: due.map(({ since }) => since).sort()[0] ?? null,
    held: whys.flatMap((why, at) => {
      const count = sum(kept.filter((each) => each.held === at));
      return count > 0 ? [{ why, rows: count }] : [];
    }),
    erased: sum(rows.filter((each) => !each.kept)),
  };
}
