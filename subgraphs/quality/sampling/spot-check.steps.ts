import {
  ReferenceUnknown,
  asError,
  audit,
  byKey,
  checkDay,
  defineVerb,
  insertRows,
  journalSubject,
  procedure,
  refuseDuplicate,
  requireRegion,
  requireScope,
} from '../../kernel';
import type { Acting, CatalogueError, RequestContext, Taken, Transaction } from '../../kernel';
import { catalogueOf } from '../catalogue/catalogue.lists';
import { rowsOf } from '../catalogue/catalogue.rules';
import { CompleteSamplingPlanInput, SamplingPlan } from './sampling-plan';
import type { SpotCheckStage, SpotCheckStep } from './sampling.terms';
import { SpotCheck } from './spot-check';
import * as refusal from './spot-check.errors';
import { SpotCheckEvent } from './spot-check-event';
import { RecordSamplingInput, SpotCheckResultInput, SpotCheckStepInput } from './spot-check.inputs';
import * as rules from './spot-check.rules';
import { samplesOf } from './spot-check.submission';

/** Samples that are recorded here; no submission can name such a source. */
const HERE = 'recorded/here';
const UNIQUE_VIOLATION = '23505';

/** Records a sample that a department of the caller's region has taken; its level is the caller's. */
async function record(context: RequestContext, asked: RecordSamplingInput): Promise<SpotCheck | undefined> {
  const { caller, db, today } = context;
  requireScope(caller, 'write:quality');
  requireRegion(caller, asked.regionCode, 'regionCode');
  checkDay('sampledOn', asked.sampledOn, { from: '2000-01-01', to: today });
  await checkReferences(context, asked);
  const sample = sampleOf(asked, rules.levelOf(caller.region ?? ''));
  return db.transaction(async (tx) => {
    // two officers who take the same batch at once: the second sees what the first has done
    await tx.query('SELECT pg_advisory_xact_lock(hashtext($1))', [`${asked.productCode} ${asked.batch}`]);
    rules.checkNotRepeated(sample, await samplesOf(db, (text, values) => tx.query(text, values), [asked]));
    await refuseDuplicate(tx, SpotCheck, sample);
    await insertRows(tx, context, SpotCheck, [sample]).catch((error: unknown) => {
      const { code } = error as { code?: string };
      throw code === UNIQUE_VIOLATION
        ? refusal.SampleNumberTaken({ field: 'sampleNumber', got: sample.sampleNumber })
        : asError(error);
    });
    await keepEvent(tx, context, sample, { step: 'SAMPLE', takenOn: asked.sampledOn, note: null });
    await audit(tx, context, {
      operation: 'recordSampling',
      subjects: [journalSubject(SpotCheck, sample)],
      outcome: 'done',
    });
    const [stored] = await tx.query<SpotCheck>(
      `SELECT ${db.columns(SpotCheck)} FROM spot_check WHERE id = $1`,
      [sample.id],
    );
    return stored;
  });
}

function sampleOf(asked: RecordSamplingInput, level: SpotCheck['level']) {
  const { sampleNumber: sourceId } = asked;
  const id = `recorded/${sourceId}`;
  const kept = { source: HERE, sourceId, revision: 1, contentDigest: '', synthetic: false };
  return {
    ...asked,
    ...kept,
    id,
    level,
    result: 'PENDING' as const,
    stage: 'SAMPLED' as const,
    matterCodes: asked.matterCodes ?? [],
  };
}

async function checkReferences(
  context: RequestContext,
  { categoryCode, planNumber }: Pick<RecordSamplingInput, 'categoryCode' | 'planNumber'>,
): Promise<void> {
  if (categoryCode !== null) rowsOf(await catalogueOf(context), categoryCode);
  if (planNumber !== null && !(await byKey(SamplingPlan)(context).load(planNumber)))
    throw ReferenceUnknown({
      field: 'planNumber',
      target: { zh: '抽查计划', en: 'sampling plan' },
      got: planNumber,
    });
}

export const recordSampling = defineVerb({
  name: 'recordSampling',
  says: '抽样；上级已抽查的同一批次不得重复. Records a sample; a batch that an upper level has sampled is refused.',
  input: RecordSamplingInput,
  returns: () => SpotCheck,
  run: record,
});

interface Entry {
  step: SpotCheckStep | undefined;
  takenOn: string;
  note: string | null;
}

/** Puts a step into the history, with the result that the check has afterwards. */
async function keepEvent(
  tx: Transaction,
  context: RequestContext,
  { id, result }: Pick<SpotCheck, 'id' | 'result'>,
  entry: Entry,
): Promise<void> {
  const { caller } = context;
  const takenBy = caller.departmentCode ?? String(caller.department);
  await insertRows(tx, context, SpotCheckEvent, [{ ...entry, spotCheckId: id, result, takenBy }]);
}

const told = ({ on }: { on: string | null }, { today, caller }: Acting): rules.Told => ({
  on: on ?? today,
  today,
  caller,
});

/** The refusal of a step by its own code, which names the stage that the check is in. */
const by =
  (refused: (details: ReturnType<typeof rules.about>) => CatalogueError) =>
  (check: SpotCheck): CatalogueError =>
    refused(rules.about(check));

const FAILED_IN: Partial<Record<SpotCheckStage, SpotCheckStage>> = {
  CORRECTING: 'FAILED',
  ANNOUNCED: 'SUSPENDED',
};

/** 产品质量法 第十五、十七条; 产品质量监督抽查管理暂行办法（令第18号）第四十四至四十八条. */
export const spotCheckSteps = procedure(
  SpotCheck,
  {
    scope: 'quality',
    key: 'id',
    status: 'stage',
    remember: (
      tx,
      context,
      { id, result },
      { event }: Taken<string, SpotCheckStage, SpotCheckStep>,
      { on, note },
      changes,
    ) =>
      keepEvent(
        tx,
        context,
        { id, result: changes.result ?? result },
        { step: event, takenOn: on ?? context.today, note },
      ),
  },
  {
    recordTestResult: {
      from: ['SAMPLED'],
      to: ({ result }) => (result === 'QUALIFIED' ? 'CLOSED' : 'UNQUALIFIED'),
      scope: 'write',
      event: 'TEST',
      says: '记录检验结果并告知. Records the result; the day is when the party was told.',
      input: SpotCheckResultInput,
      refuse: by(refusal.ResultKnownAlready),
      decide: (check, input, acting) => rules.tested(check, told(input, acting), input.result, input.defects),
    },
    objectToResult: {
      from: ['UNQUALIFIED'],
      to: 'DISPUTED',
      scope: 'write',
      event: 'OBJECT',
      says: '受理异议. Takes in an objection to the result, within fifteen days.',
      input: SpotCheckStepInput,
      refuse: by(refusal.ObjectionNotPossible),
      decide: (check, input, acting) => rules.objected(check, told(input, acting)),
    },
    decideRetest: {
      from: ['DISPUTED'],
      to: ({ result }) => (result === 'QUALIFIED' ? 'CLOSED' : 'UNQUALIFIED'),
      scope: 'decide',
      event: 'RETEST',
      says: '复检结论. The second test, which decides on an objection.',
      input: SpotCheckResultInput,
      refuse: by(refusal.NotDisputed),
      decide: (check, input, acting) => rules.retested(check, told(input, acting), input.result),
    },
    orderStopSale: {
      from: ['UNQUALIFIED', 'DISPUTED'],
      scope: 'decide',
      event: 'STOP_SALE',
      says: '责令停止生产销售. Stops the making and selling of the product.',
      input: SpotCheckStepInput,
      refuse: by(refusal.SaleStopNotPossible),
      decide: (check, input, acting) => rules.saleStopped(check, told(input, acting)),
    },
    orderCorrection: {
      from: ['UNQUALIFIED'],
      to: 'CORRECTING',
      scope: 'decide',
      event: 'ORDER_CORRECTION',
      says: '责令改正. Orders correction within sixty days.',
      input: SpotCheckStepInput,
      refuse: by(refusal.CorrectionNotPossible),
      decide: (check, input, acting) => rules.correctionOrdered(check, told(input, acting)),
    },
    recordReinspection: {
      from: rules.AWAITED,
      to: ({ result }, { stage }) =>
        result === 'QUALIFIED' ? 'CLOSED' : (FAILED_IN[stage] ?? 'UNRECTIFIED'),
      scope: 'write',
      event: 'REINSPECT',
      says: '复查结果. Records a re-inspection; one that passes closes the spot check.',
      input: SpotCheckResultInput,
      refuse: by(refusal.ReinspectionNotDue),
      decide: (check, input, acting) => rules.reinspected(check, told(input, acting), input.result),
    },
    announceFailure: {
      from: ['FAILED'],
      to: 'ANNOUNCED',
      scope: 'decide',
      event: 'ANNOUNCE',
      says: '复查不合格公告（省级以上）. The province announces that re-inspection has failed.',
      input: SpotCheckStepInput,
      refuse: by(refusal.NothingToAnnounce),
      decide: (check, input, acting) => rules.announced(check, told(input, acting)),
    },
    proposeLicenceRevocation: {
      from: ['UNRECTIFIED'],
      to: 'REVOKING',
      scope: 'decide',
      event: 'PROPOSE_REVOCATION',
      says: '建议吊销营业执照. Proposes to revoke the licence.',
      input: SpotCheckStepInput,
      refuse: by(refusal.RevocationNotPossible),
      decide: (check, input, acting) => rules.revocationProposed(check, told(input, acting)),
    },
    publishSpotCheck: {
      scope: 'decide',
      event: 'PUBLISH',
      says: '公布抽查结果. Publishes a final result; from that day anyone sees it.',
      input: SpotCheckStepInput,
      decide: (check, input, acting) => rules.published(check, told(input, acting)),
    },
  },
);

/** 抽查完成: from now on the plan is no secret. */
export const samplingPlanSteps = procedure(
  SamplingPlan,
  { scope: 'quality', key: 'number' },
  {
    completeSamplingPlan: {
      scope: 'write',
      says: '抽查计划完成. A plan is carried out, and no secret from now on.',
      input: CompleteSamplingPlanInput,
      decide({ plannedFrom }, { on }, { today }) {
        checkDay('on', on ?? today, { from: plannedFrom, to: today });
        return { carriedOutOn: on ?? today };
      },
    },
  },
);
