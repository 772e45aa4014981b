import { randomUUID } from 'node:crypto';
import { FieldInvalid, insertRows, readRecord, takeStep, type RequestContext, type Transaction } from '../../kernel';
import { SpotCheck } from '../sampling/spot-check';
import { TraceStep } from './trace-step';
import { AddTraceStepInput, AnswerTraceInput, OpenTraceInput } from './trace.inputs';
import { TraceOpenAlready, checkAnswer, checkTraceable, producerOf } from './trace.rules';

/** Steps that are added here; no submission can name such a source. */
const HERE = 'recorded/here';
const STEP_OF_CHECK = { scope: 'write:quality', term: { zh: '监督抽查', en: 'spot check' }, entity: SpotCheck, key: 'id' } as const;
const STEP_OF_TRACE = { scope: 'write:quality', term: { zh: '追查环节', en: 'trace step' }, entity: TraceStep, key: 'id' } as const;

/** Notifies the authority of the producer's place (令第18号 第四十四条): the first step of the trace. */
export function openTrace(context: RequestContext, input: OpenTraceInput): Promise<SpotCheck> {
  const { spotCheckId, request } = readRecord(OpenTraceInput, input);
  return takeStep(context, { ...STEP_OF_CHECK, operation: 'openTrace', value: spotCheckId }, async (check, tx) => {
    checkTraceable(check);
    const [known] = await tx.query("SELECT 1 FROM trace_step WHERE spot_check_id = $1 AND parent_id IS NULL AND direction = 'UP' LIMIT 1", [
      spotCheckId,
    ]);
    if (known) throw TraceOpenAlready({ field: 'spotCheckId', id: spotCheckId, got: spotCheckId });
    const { certificateNumber, regionCode: fromRegionCode } = check;
    await add(tx, context, {
      spotCheckId,
      parentId: null,
      direction: 'UP',
      certificateNumber,
      request,
      fromRegionCode,
      ...producerOf(check),
    });
    return {};
  });
}

/** One more enterprise, asked for by whoever holds the sample or, below a step, by the authority of that step. */
export async function addTraceStep(context: RequestContext, input: AddTraceStepInput): Promise<void> {
  const asked = readRecord(AddTraceStepInput, input);
  const { spotCheckId, parentId } = asked;
  const operation = 'addTraceStep';
  if (parentId === null) {
    await takeStep(context, { ...STEP_OF_CHECK, operation, value: spotCheckId }, async (check, tx) => {
      checkTraceable(check);
      await add(tx, context, { ...asked, fromRegionCode: check.regionCode });
      return {};
    });
    return;
  }
  await takeStep(context, { ...STEP_OF_TRACE, operation, value: parentId }, async (parent, tx) => {
    if (parent.spotCheckId !== spotCheckId)
      throw FieldInvalid({ field: 'parentId', shape: { zh: `${spotCheckId} 的追查环节`, en: `a step of ${spotCheckId}` }, got: parentId });
    await add(tx, context, { ...asked, fromRegionCode: parent.regionCode });
    return {};
  });
}

/** The authority of the step's region answers, and nobody else. */
export function answerTrace(context: RequestContext, input: AnswerTraceInput): Promise<TraceStep> {
  const { id, answer, on } = readRecord(AnswerTraceInput, input);
  return takeStep(context, { ...STEP_OF_TRACE, operation: 'answerTrace', value: id }, (step) => {
    checkAnswer(step, context.caller.department, on ?? context.today, context.today);
    return { answer, answeredOn: on ?? context.today };
  });
}

type Asked = Pick<
  TraceStep,
  'spotCheckId' | 'parentId' | 'direction' | 'enterpriseUscc' | 'regionCode' | 'certificateNumber' | 'request' | 'fromRegionCode'
>;

async function add(tx: Transaction, { today }: RequestContext, asked: Asked): Promise<void> {
  const sourceId = randomUUID();
  const record = { source: HERE, sourceId, revision: 1, contentDigest: '' };
  await insertRows(tx, TraceStep, [{ ...record, ...asked, id: `recorded/${sourceId}`, notifiedOn: today }]);
}
