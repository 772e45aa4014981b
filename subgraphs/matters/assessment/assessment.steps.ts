import {
  NATIONWIDE,
  NotFound,
  audit,
  defineVerb,
  divisionCode,
  insertRows,
  journalSubject,
  requireRegion,
  requireScope,
  tableOf,
  termOf,
  type RequestContext,
  type Transaction,
} from '../../kernel';
import { Assessment } from './assessment';
import { assessmentById, computed, rankingOf, withResult } from './assessment.lists';
import {
  checkConfirmation,
  checkEntry,
  requireAbove,
  requireBegun,
  requireCommittee,
} from './assessment.rules';
import { ConfirmAssessmentInput, EnterScoreInput, EnteredScore } from './figure';
import { AssessmentProposal } from '../proposal/proposal';
import { proposalsOf } from '../proposal/proposal.rules';
import { modelFor } from './model-file';
import { QuarterNotReached, assessmentId, daysOf, parentOf } from './quarter.rules';

/** An assessment begins with the first thing that is said of it. */
export async function begin(
  tx: Transaction,
  assessments: readonly { quarter: string; regionCode: string }[],
): Promise<string[]> {
  const rows = assessments.map(({ quarter, regionCode }) => ({
    id: assessmentId(quarter, regionCode),
    quarter,
    region_code: regionCode,
    parent_code: parentOf(regionCode),
    status: 'OPEN',
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

/** Assessments of which nothing is said any more, since the figures were taken back, were never begun. */
export async function endIfNothingSaid(tx: Transaction, ids: readonly string[]): Promise<void> {
  await tx.query(
    `DELETE FROM assessment WHERE id = ANY($1::varchar[]) AND status = 'OPEN'
       AND NOT EXISTS (SELECT FROM assessment_figure WHERE assessment_id = assessment.id)
       AND NOT EXISTS (SELECT FROM entered_score WHERE assessment_id = assessment.id)`,
    [ids],
  );
}

/** Keeps others from a ranking, `parent quarter`, until the transaction ends. */
async function holdRanking(tx: Transaction, ranking: string): Promise<void> {
  await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`assessment ${ranking}`]);
}

/**
 * Holds the ranking of a division's members until the transaction ends, and says which of those held, `parent quarter`,
 * are confirmed, with one assessment of each: no figure, score or member slips in behind a confirmation.
 */
export async function hold(
  tx: Transaction,
  assessments: readonly { quarter: string; regionCode: string }[],
): Promise<ReadonlyMap<string, string>> {
  const keys = [
    ...new Set(assessments.map(({ quarter, regionCode }) => `${parentOf(regionCode)} ${quarter}`)),
  ].sort();
  for (const key of keys) await holdRanking(tx, key);
  const rows = await tx.query<{ ranking: string; id: string }>(
    `SELECT parent_code || ' ' || quarter AS ranking, min(id) AS id FROM assessment
     WHERE (parent_code, quarter) IN (SELECT split_part(key, ' ', 1), split_part(key, ' ', 2)
       FROM unnest($1::varchar[]) AS key) AND status = 'CONFIRMED' GROUP BY ranking ORDER BY id`,
    [keys],
  );
  return new Map(rows.map(({ ranking, id }) => [ranking, id]));
}

export const enterScore = defineVerb({
  name: 'enterScore',
  says: '录入明查暗访、查阅资料的得分（上级安委会）. Enters the score of a visit or of files; by the committee of a division above.',
  input: EnterScoreInput,
  returns: () => Assessment,
  async run(context, input) {
    const { caller, today, now } = context;
    const { quarter, indicator, points, evidence } = input;
    requireScope(caller, 'decide:matters');
    const region = divisionCode(input.region);
    const model = modelFor(quarter, parentOf(region) ?? NATIONWIDE);
    requireCommittee(caller);
    requireAbove(caller, region);
    requireBegun(quarter, today);
    const assessment = await context.db.transaction(async (tx) => {
      const [confirmed = null] = (await hold(tx, [{ quarter, regionCode: region }])).values();
      checkEntry(input, model, confirmed);
      const [id = ''] = await begin(tx, [{ quarter, regionCode: region }]);
      const [{ count } = { count: 0 }] = await tx.query<{ count: number }>(
        'SELECT count(*)::int AS count FROM entered_score WHERE assessment_id = $1 AND indicator = $2',
        [id, indicator],
      );
      const nth = count + 1;
      const officer = {
        enteredBy: caller.subject ?? '',
        departmentCode: caller.departmentCode,
        enteredAt: now,
      };
      const entry = {
        id: `${id}/${indicator}/${nth}`,
        assessmentId: id,
        indicator,
        nth,
        points,
        evidence,
        ...officer,
      };
      await insertRows(tx, context, EnteredScore, [entry]);
      await audit(tx, context, {
        operation: 'enterScore',
        subjects: [journalSubject(Assessment, { id, regionCode: region })],
        fields: [indicator],
        outcome: 'done',
      });
      return id;
    });
    return assessmentById(context, assessment);
  },
});

/** All members of a ranking together, after the quarter; what they come to is kept as it is then. */
export const confirmAssessment = defineVerb({
  name: 'confirmAssessment',
  says: '确认一个季度的考核和排名. Confirms and freezes the ranking of a quarter.',
  input: ConfirmAssessmentInput,
  returns: () => [Assessment],
  async run(context, { quarter, region: stated, reason }) {
    const { caller, today } = context;
    requireScope(caller, 'decide:matters');
    const region = divisionCode(stated);
    const { to } = daysOf(quarter);
    requireCommittee(caller);
    requireRegion(caller, region, 'region');
    if (today <= to)
      throw QuarterNotReached({
        field: 'quarter',
        from: to,
        step: { zh: '确认', en: 'confirmation' },
        got: quarter,
      });
    await context.db.transaction(async (tx) => {
      await holdRanking(tx, `${region} ${quarter}`);
      const members = await membersWithin(tx, context, region, quarter);
      if (members.length === 0) throw NotFound({ field: 'region', term: termOf(Assessment), got: region });
      const ids = members.map(({ id }) => id);
      const entries = await tx.query<EnteredScore>(
        `SELECT assessment_id AS "assessmentId", entered_by AS "enteredBy" FROM ${tableOf(EnteredScore)} WHERE assessment_id = ANY($1::varchar[])`,
        [ids],
      );
      checkConfirmation(members, entries, caller);
      await tx.query(
        `UPDATE assessment SET status = 'CONFIRMED', confirmed_on = $2, confirmed_by = $3, reason = $4, frozen = kept.result
         FROM json_to_recordset($1) AS kept (id varchar, result jsonb) WHERE assessment.id = kept.id`,
        [JSON.stringify(members.map(({ id, result }) => ({ id, result }))), today, caller.subject, reason],
      );
      const proposed = proposalsOf(members).map((each) => ({
        ...each,
        status: 'PROPOSED' as const,
        proposedOn: today,
        confirmedBy: caller.subject,
      }));
      await insertRows(tx, context, AssessmentProposal, proposed);
      await audit(tx, context, {
        operation: 'confirmAssessment',
        subjects: [
          ...members.map((member) => journalSubject(Assessment, member)),
          ...proposed.map((each) => journalSubject(AssessmentProposal, each, 'id', 'parentCode')),
        ],
        outcome: 'done',
      });
    });
    return rankingOf(context, region, quarter);
  },
});

/** The members of a ranking with what they come to, read within the transaction that confirms them. */
async function membersWithin(
  tx: Transaction,
  { db }: RequestContext,
  region: string,
  quarter: string,
): Promise<Assessment[]> {
  const rows = await tx.query<Assessment>(
    `SELECT ${db.columns(Assessment)} FROM assessment WHERE parent_code = $1 AND quarter = $2 ORDER BY id`,
    [region, quarter],
  );
  const read = { read: <Row>(text: string, values: readonly unknown[] = []) => tx.query<Row>(text, values) };
  const results = await computed(db, rows, read);
  return rows.map((row) => withResult(row, results));
}
