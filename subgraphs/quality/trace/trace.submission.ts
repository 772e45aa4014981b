import { ReferenceUnknown, submissionOf, type Database } from '../../kernel';
import { TraceStep, TraceStepInput } from './trace-step';
import { checkReported } from './trace.rules';

/** When the sample of each spot check was taken. */
async function sampledOnOf(
  db: Database,
  records: readonly { spotCheckId: string }[],
): Promise<ReadonlyMap<string, string>> {
  const checks = await db.read<{ id: string; sampledOn: string }>(
    'SELECT id, sampled_on AS "sampledOn" FROM spot_check WHERE id = ANY($1::varchar[])',
    [records.map(({ spotCheckId }) => spotCheckId)],
  );
  return new Map(checks.map(({ id, sampledOn }) => [id, sampledOn]));
}

export const traceStepSubmission = submissionOf(TraceStep, TraceStepInput, {
  kind: 'trace-steps',
  term: { zh: '双向追查环节', en: 'trace step' },
  writtenIn: 'fromRegionCode',
  prepare: async ({ db, today }, _, records) => ({ sampledOn: await sampledOnOf(db, records), today }),
  row(record, { sampledOn, today }) {
    const { spotCheckId } = record;
    const sampled = sampledOn.get(spotCheckId);
    if (sampled === undefined)
      throw ReferenceUnknown({
        field: 'spotCheckId',
        target: { zh: '监督抽查', en: 'spot check' },
        got: spotCheckId,
      });
    checkReported(record, sampled, today);
    return {};
  },
});
