import {
  FieldInvalid,
  FieldMissing,
  ReferenceUnknown,
  checkDay,
  submissionOf,
  type Database,
  type Transaction,
} from '../../kernel';
import { readCatalogue } from '../catalogue/catalogue.lists';
import { rowsOf, type Catalogue } from '../catalogue/catalogue.rules';
import { SamplingPlan, SamplingPlanInput } from './sampling-plan';
import { SpotCheck } from './spot-check';
import { SpotCheckEvent } from './spot-check-event';
import { SpotCheckInput } from './spot-check.inputs';
import { checkNotRepeated, stageOf, type Sample } from './spot-check.rules';

export const spotCheckSubmission = submissionOf(SpotCheck, SpotCheckInput, {
  kind: 'spot-checks',
  outcomes: {
    failed: {
      zh: '报送，抽查不合格',
      en: 'A check is taken in by which the product does not conform',
      when: ({ result }) => result === 'UNQUALIFIED',
    },
  },
  decided: { saleStoppedOn: true, correctionOrderedOn: true, announcedOn: true, publishedOn: true },
  term: { zh: '产品质量监督抽查', en: 'spot check' },
  async prepare({ db, today }, source, records) {
    const plans = await db.read<{ number: string }>(
      'SELECT number FROM sampling_plan WHERE number = ANY($1::varchar[])',
      [records.flatMap(({ planNumber }) => planNumber ?? [])],
    );
    const stored = await samplesOf(db, (text, values) => db.read(text, values), records);
    // those that come with it count as well
    const earlier = [
      ...stored,
      ...records.map((record) => ({ ...record, id: `${source}/${record.sourceId}` })),
    ];
    return {
      catalogue: await readCatalogue(db),
      earlier,
      plans: new Set(plans.map(({ number }) => number)),
      today,
    };
  },
  row(record, { catalogue, earlier, plans, today }, source) {
    checkReferences(record, catalogue, plans);
    checkCourse(record, today);
    checkNotRepeated({ ...record, id: `${source}/${record.sourceId}` }, earlier);
    const objectedOn = record.result === 'DISPUTED' ? record.resultReceivedOn : null;
    return { stage: stageOf(record), objectedOn, resultBy: null, matterCodes: record.matterCodes ?? [] };
  },
  afterStore: (tx, rows) =>
    keepReported(
      tx,
      rows.map(({ id }) => String(id)),
    ),
  history: { entity: SpotCheckEvent, of: 'spotCheckId', order: 'id' },
});

/** Known samples of these products and batches; only they could have been repeated. */
export function samplesOf(
  db: Database,
  read: (text: string, values: readonly unknown[]) => Promise<Sample[]>,
  records: readonly Pick<Sample, 'productCode' | 'batch'>[],
): Promise<Sample[]> {
  return read(
    `SELECT ${db.columns(SpotCheck)} FROM spot_check
     WHERE (product_code, batch) IN (SELECT * FROM unnest($1::varchar[], $2::varchar[]))`,
    [records.map(({ productCode }) => productCode), records.map(({ batch }) => batch)],
  );
}

type Referring = Pick<SpotCheckInput, 'categoryCode' | 'planNumber'>;

function checkReferences(
  { categoryCode, planNumber }: Referring,
  catalogue: Catalogue,
  plans: ReadonlySet<string>,
): void {
  if (categoryCode !== null) rowsOf(catalogue, categoryCode);
  if (planNumber !== null && !plans.has(planNumber))
    throw ReferenceUnknown({
      field: 'planNumber',
      target: { zh: '抽查计划', en: 'sampling plan' },
      got: planNumber,
    });
}

type Course = Omit<SpotCheckInput, 'sourceId' | 'revision'>;

/** What happened follows in order, lies in no future, and is what the result says. */
function checkCourse(record: Course, today: string): void {
  const {
    result,
    sampledOn,
    resultReceivedOn,
    publishedOn,
    defects,
    correctionOrderedOn,
    reinspectedOn,
    reinspectionResult,
  } = record;
  checkDay('sampledOn', sampledOn, { from: '2000-01-01', to: today });
  if (result !== 'PENDING' && resultReceivedOn === null) throw FieldMissing({ field: 'resultReceivedOn' });
  if (result === 'UNQUALIFIED' && defects === null) throw FieldMissing({ field: 'defects' });
  if ((reinspectedOn === null) !== (reinspectionResult === null))
    throw FieldMissing({ field: reinspectedOn === null ? 'reinspectedOn' : 'reinspectionResult' });
  if (reinspectedOn !== null && correctionOrderedOn === null)
    throw FieldMissing({ field: 'correctionOrderedOn' });
  if (publishedOn !== null && (result === 'PENDING' || result === 'DISPUTED'))
    throw FieldInvalid({
      field: 'publishedOn',
      shape: { zh: '空（结果未定）', en: 'nothing, while the result is not final' },
      got: publishedOn,
    });
  let last = sampledOn;
  for (const field of [
    'resultReceivedOn',
    'saleStoppedOn',
    'correctionOrderedOn',
    'reinspectedOn',
    'announcedOn',
  ] as const) {
    const on = record[field];
    checkDay(field, on, { from: last, to: today });
    last = on ?? last;
  }
}

/** What another system has reported goes into the history once for each state that it brings. */
async function keepReported(tx: Transaction, ids: readonly string[]): Promise<void> {
  await tx.query(
    `INSERT INTO spot_check_event (spot_check_id, step, taken_on, result, note, taken_by)
     SELECT id, CASE WHEN result = 'PENDING' THEN 'SAMPLE' ELSE 'TEST' END, coalesce(result_received_on, sampled_on), result, left(defects, 300), source
     FROM spot_check AS now WHERE id = ANY($1::varchar[])
       AND result IS DISTINCT FROM (SELECT result FROM spot_check_event WHERE spot_check_id = now.id ORDER BY id DESC LIMIT 1)`,
    [ids],
  );
}

export const samplingPlanSubmission = submissionOf(SamplingPlan, SamplingPlanInput, {
  kind: 'sampling-plans',
  term: { zh: '监督抽查计划', en: 'sampling plan' },
  row({ plannedFrom, plannedTo, carriedOutOn }, { today }) {
    checkDay('plannedTo', plannedTo, { from: plannedFrom });
    checkDay('carriedOutOn', carriedOutOn, { from: plannedFrom, to: today });
    return {};
  },
});
