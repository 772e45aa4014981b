import {
  NotFound,
  audit,
  divisionCode,
  insertRows,
  readRecord,
  requireRegion,
  requireScope,
  tableOf,
  type RequestContext,
  type Transaction,
} from '../../kernel';
import { Assessment } from './assessment';
import { computed } from './assessment.loaders';
import { checkConfirmation, checkEntry, requireAbove, requireBegun, requireCommittee } from './assessment.rules';
import { ConfirmAssessmentInput, EnterScoreInput, EnteredScore } from './figure';
import { models } from './model';
import { QuarterNotReached, assessmentId, daysOf, modelOf, parentOf } from './quarter.rules';

/** An assessment begins with the first thing that is said of it. */
export async function begin(tx: Transaction, assessments: readonly { quarter: string; regionCode: string }[]): Promise<string[]> {
  const rows = assessments.map(({ quarter, regionCode }) => ({
    ...{ id: assessmentId(quarter, regionCode), quarter, region_code: regionCode, parent_code: parentOf(regionCode), status: 'OPEN' },
  }));
  const ids = [...new Set(rows.map(({ id }) => id))].sort();
  await tx.query(
    `INSERT INTO assessment (id, quarter, region_code, parent_code, status)
     SELECT DISTINCT id, quarter, region_code, parent_code, status FROM json_populate_recordset(NULL::assessment, $1) ORDER BY id
     ON CONFLICT (id) DO NOTHING`,
    [JSON.stringify(rows)],
  );
  return ids;
}

/**
 * Holds the ranking of a division's members until the transaction ends, and says which of those held is confirmed: no
 * figure, score or member slips in behind a confirmation.
 */
export async function hold(tx: Transaction, assessments: readonly { quarter: string; regionCode: string }[]): Promise<string | null> {
  const keys = [...new Set(assessments.map(({ quarter, regionCode }) => `${parentOf(regionCode)} ${quarter}`))].sort();
  for (const key of keys) await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`assessment ${key}`]);
  const [row] = await tx.query<{ id: string }>(
    `SELECT id FROM assessment WHERE (parent_code, quarter) IN (SELECT split_part(key, ' ', 1), split_part(key, ' ', 2)
       FROM unnest($1::varchar[]) AS key) AND status = 'CONFIRMED' ORDER BY id LIMIT 1`,
    [keys],
  );
  return row?.id ?? null;
}

/** 录入得分: by the committee of a division above. */
export async function enterScore(context: RequestContext, sent: unknown): Promise<string> {
  requireScope(context.caller, 'decide:matters');
  const input = readRecord(EnterScoreInput, sent);
  const { quarter, indicator, points, evidence } = input;
  const region = divisionCode(input.region);
  const model = modelOf(models, quarter);
  requireCommittee(context.caller);
  requireAbove(context.caller, region);
  requireBegun(quarter, context.today);
  return context.db.transaction(async (tx) => {
    checkEntry(input, model, await hold(tx, [{ quarter, regionCode: region }]));
    const [id = ''] = await begin(tx, [{ quarter, regionCode: region }]);
    const [{ count } = { count: 0 }] = await tx.query<{ count: number }>(
      'SELECT count(*)::int AS count FROM entered_score WHERE assessment_id = $1 AND indicator = $2',
      [id, indicator],
    );
    const { subject, departmentCode } = context.caller;
    const nth = count + 1;
    await insertRows(tx, EnteredScore, [
      {
        ...{ id: `${id}/${indicator}/${nth}`, assessmentId: id, indicator, nth, points, evidence },
        ...{ enteredBy: subject ?? '', departmentCode, enteredAt: context.now },
      },
    ]);
    await audit(tx, context, { operation: 'enterScore', subjects: [id], fields: [indicator], outcome: 'done' });
    return id;
  });
}

/** 确认: all members of a ranking together, after the quarter; what they come to is kept as it is then. */
export async function confirmAssessment(context: RequestContext, sent: unknown): Promise<{ region: string; quarter: string }> {
  requireScope(context.caller, 'decide:matters');
  const { quarter, region: sentRegion, reason } = readRecord(ConfirmAssessmentInput, sent);
  const region = divisionCode(sentRegion);
  const { to } = daysOf(quarter);
  requireCommittee(context.caller);
  requireRegion(context.caller, region, 'region');
  if (context.today <= to) throw QuarterNotReached({ field: 'quarter', from: to, step: { zh: '确认', en: 'confirmation' }, got: quarter });
  await context.db.transaction(async (tx) => {
    await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`assessment ${region} ${quarter}`]);
    const rows = await tx.query<Assessment>(
      `SELECT ${context.db.columns(Assessment)} FROM assessment WHERE parent_code = $1 AND quarter = $2 ORDER BY id`,
      [region, quarter],
    );
    if (rows.length === 0) throw NotFound({ field: 'region', term: { zh: '季度考核', en: 'quarterly assessment' }, got: region });
    const read = { read: <Row>(text: string, values: readonly unknown[] = []) => tx.query<Row>(text, values) };
    const results = await computed(context.db, rows, read);
    const members = rows.map((row) => ({ ...row, result: row.frozen ?? results.get(row.id) }) as Assessment);
    const ids = members.map(({ id }) => id);
    const entries = await tx.query<EnteredScore>(
      `SELECT assessment_id AS "assessmentId", entered_by AS "enteredBy" FROM ${tableOf(EnteredScore)} WHERE assessment_id = ANY($1::varchar[])`,
      [ids],
    );
    checkConfirmation(members, entries, context.caller);
    await tx.query(
      `UPDATE assessment SET status = 'CONFIRMED', confirmed_on = $2, confirmed_by = $3, reason = $4, frozen = kept.result
       FROM json_to_recordset($1) AS kept (id varchar, result jsonb) WHERE assessment.id = kept.id`,
      [JSON.stringify(members.map(({ id, result }) => ({ id, result }))), context.today, context.caller.subject, reason],
    );
    await audit(tx, context, { operation: 'confirmAssessment', subjects: ids, outcome: 'done' });
  });
  return { region, quarter };
}
