import { ReferenceUnknown, type Submission } from '../../kernel';
import { TraceStep } from './trace-step';
import { TraceStepInput } from './trace.inputs';
import { checkReported } from './trace.rules';

interface Prepared {
  /** When the sample of each spot check was taken. */
  sampledOn: ReadonlyMap<string, string>;
  today: string;
}

export const traceStepSubmission: Submission<TraceStepInput, TraceStep, Prepared> = {
  kind: 'trace-steps',
  term: { zh: '双向追查环节', en: 'trace step' },
  mutation: 'submitTraceSteps',
  subgraph: 'quality',
  input: TraceStepInput,
  entity: TraceStep,
  key: 'id',
  writtenIn: 'fromRegionCode',
  async prepare({ db, today }, _, records) {
    const checks = await db.read<{ id: string; sampledOn: string }>(
      'SELECT id, sampled_on AS "sampledOn" FROM spot_check WHERE id = ANY($1::varchar[])',
      [records.map(({ spotCheckId }) => spotCheckId)],
    );
    return { sampledOn: new Map(checks.map(({ id, sampledOn }) => [id, sampledOn])), today };
  },
  toRow({ sourceId, revision: _, ...record }, { sampledOn, today }, source) {
    const sampled = sampledOn.get(record.spotCheckId);
    if (sampled === undefined)
      throw ReferenceUnknown({ field: 'spotCheckId', target: { zh: '监督抽查', en: 'spot check' }, got: record.spotCheckId });
    checkReported(record, sampled, today);
    return { ...record, id: `${source}/${sourceId}` };
  },
};
