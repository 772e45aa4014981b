import { randomUUID } from 'node:crypto';
import {
  FieldInvalid,
  byKey,
  checkDay,
  defineVerb,
  insertRows,
  procedure,
  refuseDuplicate,
  takeStep,
  type RequestContext,
  type Transaction,
} from '../../kernel';
import type { SpotCheckResult } from '../sampling/sampling.terms';
import { SpotCheck } from '../sampling/spot-check';
import { AddTraceStepInput, AnswerTraceInput, OpenTraceInput, TraceStep } from './trace-step';
import {
  TraceOpenAlready,
  answeredAlready,
  checkAnswerer,
  checkTraceable,
  notTraceable,
  producerOf,
} from './trace.rules';

/** Steps that are added here; no submission can name such a source. */
const HERE = 'recorded/here';

type Added = Pick<
  TraceStep,
  | 'spotCheckId'
  | 'parentId'
  | 'direction'
  | 'enterpriseUscc'
  | 'regionCode'
  | 'certificateNumber'
  | 'request'
  | 'fromRegionCode'
>;

async function add(tx: Transaction, context: RequestContext, added: Added): Promise<void> {
  const sourceId = randomUUID();
  const record = { source: HERE, sourceId, revision: 1, contentDigest: '' };
  const step = { ...record, ...added, id: `recorded/${sourceId}`, notifiedOn: context.today };
  await refuseDuplicate(tx, TraceStep, step);
  await insertRows(tx, context, TraceStep, [step]);
}

/** What is done with a spot check that is traced: the authority of the producer's place is notified (令第18号 第四十四条). */
export const tracingSteps = procedure(
  SpotCheck,
  {
    scope: 'quality',
    key: 'id',
    keyAs: 'spotCheckId',
    stateOf: ({ result }): SpotCheckResult => result,
    refuse: notTraceable,
  },
  {
    openTrace: {
      from: ['UNQUALIFIED'],
      scope: 'write',
      says: '开展追查：通报生产者所在地. Opens a trace: its producer’s authority is notified.',
      input: OpenTraceInput,
      async decide(check, { spotCheckId, request }, context, tx) {
        const first =
          "SELECT 1 FROM trace_step WHERE spot_check_id = $1 AND parent_id IS NULL AND direction = 'UP' LIMIT 1";
        const [known] = await tx.query(first, [spotCheckId]);
        if (known) throw TraceOpenAlready({ field: 'spotCheckId', id: spotCheckId, got: spotCheckId });
        const { certificateNumber, regionCode: fromRegionCode } = check;
        const { enterpriseUscc, regionCode } = producerOf(check);
        const asked = { spotCheckId, parentId: null, direction: 'UP', certificateNumber, request } as const;
        await add(tx, context, { ...asked, fromRegionCode, enterpriseUscc, regionCode });
        return {};
      },
    },
  },
);

const WRITE = { operation: 'addTraceStep', scope: 'write:quality', key: 'id' } as const;

/** One more enterprise, asked for by whoever holds the sample or, below a step, by the authority of that step. */
export const addTraceStep = defineVerb({
  name: 'addTraceStep',
  says: '增加追查环节. Adds an enterprise that the trace leads to.',
  input: AddTraceStepInput,
  returns: () => SpotCheck,
  async run(context, added) {
    const { spotCheckId, parentId } = added;
    if (parentId === null) {
      const onCheck = {
        ...WRITE,
        term: { zh: '监督抽查', en: 'spot check' },
        entity: SpotCheck,
        value: spotCheckId,
      };
      await takeStep(context, onCheck, async (check, tx) => {
        checkTraceable(check);
        await add(tx, context, { ...added, fromRegionCode: check.regionCode });
        return {};
      });
    } else {
      const onParent = {
        ...WRITE,
        term: { zh: '追查环节', en: 'trace step' },
        entity: TraceStep,
        value: parentId,
      };
      await takeStep(context, onParent, async (parent, tx) => {
        if (parent.spotCheckId !== spotCheckId)
          throw FieldInvalid({
            field: 'parentId',
            shape: { zh: `${spotCheckId} 的追查环节`, en: `a step of ${spotCheckId}` },
            got: parentId,
          });
        await add(tx, context, { ...added, fromRegionCode: parent.regionCode });
        return {};
      });
    }
    return byKey(SpotCheck)(context).load(spotCheckId);
  },
});

/** The authority of the step's region answers, and nobody else. */
export const traceSteps = procedure(
  TraceStep,
  {
    scope: 'quality',
    key: 'id',
    admit: (step, { caller }) => checkAnswerer(step, caller.department),
    stateOf: ({ answeredOn }) => (answeredOn === null ? 'NOTIFIED' : 'ANSWERED'),
    refuse: answeredAlready,
  },
  {
    answerTrace: {
      from: ['NOTIFIED'],
      to: null,
      scope: 'write',
      says: '答复协查. Answers what an authority was asked.',
      input: AnswerTraceInput,
      decide({ notifiedOn }, { answer, on }, { today }) {
        const answeredOn = on ?? today;
        checkDay('on', answeredOn, { from: notifiedOn, to: today });
        return { answer, answeredOn };
      },
    },
  },
);
