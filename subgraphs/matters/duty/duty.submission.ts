import { isSynthetic, type RequestContext, type Submission } from '../../kernel';
import { DutyRecord, DutyRecordInput } from './duty-record';
import { checkDuty } from './duty.rules';

export const dutySubmission: Submission<DutyRecordInput, DutyRecord, RequestContext> = {
  kind: 'duty-records',
  term: { zh: '履职记录', en: 'duty record' },
  mutation: 'submitDutyRecords',
  subgraph: 'matters',
  input: DutyRecordInput,
  entity: DutyRecord,
  key: 'id',
  async prepare(context) {
    return context;
  },
  toRow(record, { caller, today }, source) {
    const { sourceId, revision: _, ...stated } = record;
    checkDuty(record, caller, today);
    return { ...stated, id: `${source}/${sourceId}`, synthetic: isSynthetic(source) };
  },
};
