import { paperForm, submissionOf } from '../../kernel';
import { DutyRecord, DutyRecordInput } from './duty';
import { checkDuty } from './duty.rules';

export const dutySubmission = submissionOf(DutyRecord, DutyRecordInput, {
  kind: 'duty-records',
  row(record, { caller, today }) {
    checkDuty(record, caller, today);
    return { evidenceCompared: [...paperForm(record.evidence)].slice(0, 500).join('') };
  },
});
