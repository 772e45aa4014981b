import {
  FieldInvalid,
  NATIONWIDE,
  divisionCode,
  isSynthetic,
  submissionOf,
  type RequestContext,
} from '../../kernel';
import { AssessmentConfirmed, checkFigure, indicatorOf } from './assessment.rules';
import { recordsOf } from './counted-part';
import { begin, endIfNothingSaid, hold } from './assessment.steps';
import { AssessmentFigure, AssessmentFigureInput } from './figure';
import type { AssessmentModel } from './model';
import { modelFor } from './model-file';
import { assessmentId, parentOf } from './quarter.rules';

interface Prepared {
  context: RequestContext;
  /** Rankings: `parent quarter`. */
  confirmed: ReadonlySet<string>;
  /** The revisions of what is stored, by id: what is known already changes nothing, confirmed or not. */
  stored: ReadonlyMap<string, number>;
}

export const figureSubmission = submissionOf(AssessmentFigure, AssessmentFigureInput, {
  kind: 'assessment-figures',
  term: { zh: '考核数据', en: 'figure' },
  key: 'id',
  async prepare(context, _, records): Promise<Prepared> {
    const rankings = await context.db.read<{ ranking: string }>(
      `SELECT DISTINCT parent_code || ' ' || quarter AS ranking FROM assessment WHERE quarter = ANY($1::varchar[]) AND status = 'CONFIRMED'`,
      [records.map(({ quarter }) => quarter)],
    );
    const ids = records.map((record) => figureId(record));
    const rows = await context.db.read<{ id: string; revision: number }>(
      'SELECT id, revision FROM assessment_figure WHERE id = ANY($1::varchar[])',
      [ids],
    );
    const stored = new Map(rows.map(({ id, revision }) => [id, revision]));
    return { context, confirmed: new Set(rankings.map(({ ranking }) => ranking)), stored };
  },
  row(record, { context, confirmed, stored }, source) {
    const regionCode = divisionCode(record.regionCode);
    const id = figureId(record);
    const isNew = (stored.get(id) ?? 0) < record.revision;
    const parent = parentOf(regionCode);
    const model = modelFor(record.quarter, parent ?? NATIONWIDE);
    checkFigure(record, model, context.today);
    if (parent === null) {
      const shape = { zh: '全国以下的区划', en: 'a division below the whole country' };
      throw FieldInvalid({ field: 'regionCode', shape, got: record.regionCode });
    }
    if (isNew && confirmed.has(`${parent} ${record.quarter}`))
      throw AssessmentConfirmed({ field: 'quarter', got: id });
    const { departmentCode } = context.caller;
    return {
      id,
      computed: isComputed({ ...record, regionCode }, model),
      regionCode,
      departmentCode,
      assessmentId: assessmentId(record.quarter, regionCode),
      synthetic: isSynthetic(source),
    };
  },
  async afterStore(tx, rows) {
    const about = rows.map(({ quarter, regionCode }) => ({ quarter: String(quarter), regionCode }));
    const [confirmed] = (await hold(tx, about)).values();
    // Confirmed since `prepare` looked: nothing of the batch is stored, and sent again it is refused record by record.
    if (confirmed !== undefined) throw AssessmentConfirmed({ field: 'quarter', got: confirmed });
    await begin(tx, about);
  },
  async whyKept(tx, rows) {
    const about = rows.map(({ quarter, regionCode }) => ({ quarter: String(quarter), regionCode }));
    const confirmed = await hold(tx, about);
    const kept = rows.filter(({ quarter, regionCode }) =>
      confirmed.has(`${parentOf(regionCode)} ${String(quarter)}`),
    );
    return new Map(
      kept.map(({ id }) => [String(id), AssessmentConfirmed({ field: 'quarter', got: String(id) })]),
    );
  },
  afterTakeBack: (tx, rows) =>
    endIfNothingSaid(
      tx,
      rows.map(({ assessmentId }) => String(assessmentId)),
    ),
});

function figureId({ quarter, regionCode, indicator, beside }: AssessmentFigureInput): string {
  const id = `${assessmentId(quarter, divisionCode(regionCode))}/${indicator}`;
  return beside === null ? id : `${id}/${beside}`;
}

/** Whether its evidence is the very query that the books answer for that division and quarter. */
function isComputed(
  { indicator, beside, evidence, regionCode, quarter }: AssessmentFigureInput,
  model: AssessmentModel,
): boolean {
  const { countedAs } = indicatorOf(model, indicator);
  return evidence === recordsOf(countedAs, beside, { region: regionCode, quarter });
}
