import { FieldInvalid, divisionCode, isSynthetic, type RequestContext, type Submission } from '../../kernel';
import { AssessmentConfirmed, checkFigure } from './assessment.rules';
import { begin, hold } from './assessment.service';
import { AssessmentFigure, AssessmentFigureInput } from './figure';
import { models } from './model';
import { assessmentId, modelOf, parentOf } from './quarter.rules';

interface Prepared {
  context: RequestContext;
  /** Rankings: `parent quarter`. */
  confirmed: ReadonlySet<string>;
}

export const figureSubmission: Submission<AssessmentFigureInput, AssessmentFigure, Prepared> = {
  kind: 'assessment-figures',
  term: '考核数据',
  mutation: 'submitAssessmentFigures',
  subgraph: 'matters',
  input: AssessmentFigureInput,
  entity: AssessmentFigure,
  key: 'id',
  async prepare(context, _, records) {
    const quarters = records.map(({ quarter }) => quarter);
    const rows = await context.db.read<{ ranking: string }>(
      `SELECT DISTINCT parent_code || ' ' || quarter AS ranking FROM assessment WHERE quarter = ANY($1::varchar[]) AND status = 'CONFIRMED'`,
      [quarters],
    );
    return { context, confirmed: new Set(rows.map(({ ranking }) => ranking)) };
  },
  toRow(record, { context, confirmed }, source) {
    const { sourceId: _, revision: __, ...stated } = record;
    const regionCode = divisionCode(record.regionCode);
    const id = assessmentId(record.quarter, regionCode);
    checkFigure(record, modelOf(models, record.quarter), context.today);
    const parent = parentOf(regionCode);
    if (parent === null) throw FieldInvalid({ field: 'regionCode', shape: 'a division below the whole country', got: record.regionCode });
    if (confirmed.has(`${parent} ${record.quarter}`)) throw AssessmentConfirmed({ field: 'quarter', got: id });
    const { departmentCode } = context.caller;
    return { ...stated, regionCode, departmentCode, id: `${id}/${record.indicator}`, assessmentId: id, synthetic: isSynthetic(source) };
  },
  async afterStore(tx, rows) {
    const about = rows as unknown as { quarter: string; regionCode: string }[];
    const confirmed = await hold(tx, about);
    // Confirmed since `prepare` looked: nothing of the batch is stored, and sent again it is refused record by record.
    if (confirmed !== null) throw AssessmentConfirmed({ field: 'quarter', got: confirmed });
    await begin(tx, about);
  },
};
