import {
  ReferenceUnknown,
  audit,
  insertRows,
  readRecord,
  requireRegion,
  requireScope,
  takeStep,
  type RequestContext,
  type Transaction,
  checkDay,
} from '../../kernel';
import { catalogueOf } from '../catalogue/catalogue.lists';
import { rowsOf } from '../catalogue/catalogue.rules';
import { planByNumber } from './sampling.loaders';
import { SamplingPlan } from './sampling-plan';
import { SpotCheck } from './spot-check';
import { SampleNumberTaken } from './spot-check.errors';
import { SpotCheckEvent } from './spot-check-event';
import { CompleteSamplingPlanInput, RecordSamplingInput, SpotCheckResultInput, SpotCheckStepInput } from './spot-check.inputs';
import { checkNotRepeated, levelOf, type Told } from './spot-check.rules';
import { samplesOf } from './spot-check.submission';
import type { SpotCheckStep } from './vocabulary';

/** Samples that are recorded here; no submission can name such a source. */
const HERE = 'recorded/here';
const UNIQUE_VIOLATION = '23505';

/** Records a sample that a department of the caller's region has taken; its level is the caller's. */
export async function recordSampling(context: RequestContext, input: RecordSamplingInput): Promise<SpotCheck> {
  const { sampleNumber, ...asked } = readRecord(RecordSamplingInput, input);
  const { caller, db, today } = context;
  requireScope(caller, 'write:quality');
  requireRegion(caller, asked.regionCode, 'regionCode');
  checkDay('sampledOn', asked.sampledOn, { from: '2000-01-01', to: today });
  await checkReferences(context, asked);
  const sample: Partial<SpotCheck> & ReturnType<typeof sampleOf> = sampleOf(sampleNumber, asked, levelOf(caller.region ?? ''));
  return db.transaction(async (tx) => {
    // two officers who take the same batch at once: the second sees what the first has done
    await tx.query('SELECT pg_advisory_xact_lock(hashtext($1))', [`${asked.productCode} ${asked.batch}`]);
    checkNotRepeated(sample, await samplesOf(db, (text, values) => tx.query(text, values), [asked]));
    await insertRows(tx, SpotCheck, [sample]).catch((error: { code?: string }) => {
      throw error.code === UNIQUE_VIOLATION ? SampleNumberTaken({ field: 'sampleNumber', got: sampleNumber }) : error;
    });
    await keepEvent(tx, context, sample as SpotCheck, 'SAMPLE', asked.sampledOn, null);
    await audit(tx, context, { operation: 'recordSampling', subjects: [sample.id], outcome: 'done' });
    const [stored] = await tx.query<SpotCheck>(`SELECT ${db.columns(SpotCheck)} FROM spot_check WHERE id = $1`, [sample.id]);
    return stored as SpotCheck;
  });
}

function sampleOf(sampleNumber: string, asked: Omit<RecordSamplingInput, 'sampleNumber'>, level: SpotCheck['level']) {
  const id = `recorded/${sampleNumber}`;
  const record = { source: HERE, sourceId: sampleNumber, revision: 1, contentDigest: '', synthetic: false };
  return { ...asked, ...record, id, level, result: 'PENDING' as const, stage: 'SAMPLED' as const, matterCodes: asked.matterCodes ?? [] };
}

async function checkReferences(context: RequestContext, { categoryCode, planNumber }: Omit<RecordSamplingInput, 'sampleNumber'>) {
  if (categoryCode !== null) rowsOf(await catalogueOf(context), categoryCode);
  if (planNumber !== null && !(await planByNumber(context).load(planNumber)))
    throw ReferenceUnknown({ field: 'planNumber', target: { zh: '抽查计划', en: 'sampling plan' }, got: planNumber });
}

interface Verb {
  operation: string;
  step: SpotCheckStep;
  /** Whether it reports what was done (write) or decides (decide). */
  right: 'write' | 'decide';
}

/** One step of a spot check: the rules say what changes, and it goes into the history. */
export function stepSpotCheck(
  context: RequestContext,
  { operation, step, right }: Verb,
  input: SpotCheckStepInput,
  rule: (check: SpotCheck, told: Told) => Partial<SpotCheck>,
): Promise<SpotCheck> {
  const { id, on, note } = readRecord(SpotCheckStepInput, { id: input.id, on: input.on, note: input.note });
  const { caller, today } = context;
  const where = {
    operation,
    scope: `${right}:quality`,
    term: { zh: '监督抽查', en: 'spot check' },
    entity: SpotCheck,
    key: 'id',
    value: id,
  } as const;
  return takeStep(context, where, async (check, tx) => {
    const changes = rule(check, { on: on ?? today, today, caller });
    await keepEvent(tx, context, { ...check, ...changes }, step, on ?? today, note);
    return changes;
  });
}

/** The same with a result: of a test, a second test, a re-inspection. */
export function concludeSpotCheck(
  context: RequestContext,
  verb: Verb,
  input: SpotCheckResultInput,
  rule: (check: SpotCheck, told: Told, result: SpotCheckResultInput['result'], defects: string | null) => Partial<SpotCheck>,
): Promise<SpotCheck> {
  const { result, defects } = readRecord(SpotCheckResultInput, input);
  return stepSpotCheck(context, verb, input, (check, told) => rule(check, told, result, defects));
}

/** 抽查完成: from now on the plan is no secret. */
export function completeSamplingPlan(context: RequestContext, input: CompleteSamplingPlanInput) {
  const { number, on } = readRecord(CompleteSamplingPlanInput, input);
  const step = {
    operation: 'completeSamplingPlan',
    scope: 'write:quality',
    term: { zh: '抽查计划', en: 'sampling plan' },
    value: number,
  } as const;
  return takeStep(context, { ...step, entity: SamplingPlan, key: 'number' }, ({ plannedFrom }) => {
    checkDay('on', on ?? context.today, { from: plannedFrom, to: context.today });
    return { carriedOutOn: on ?? context.today };
  });
}

async function keepEvent(
  tx: Transaction,
  { caller }: RequestContext,
  { id, result }: Pick<SpotCheck, 'id' | 'result'>,
  step: SpotCheckStep,
  takenOn: string,
  note: string | null,
): Promise<void> {
  const takenBy = caller.departmentCode ?? String(caller.department);
  await insertRows(tx, SpotCheckEvent, [{ spotCheckId: id, step, takenOn, result, note, takenBy }]);
}
