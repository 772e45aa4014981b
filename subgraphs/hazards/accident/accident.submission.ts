import { submissionOf } from '../../kernel';
import { Accident } from './accident';
import { AccidentInput } from './accident.inputs';
import { checkTimes, gradeOf } from './accident.rules';

export const accidentSubmission = submissionOf(Accident, AccidentInput, {
  kind: 'accidents',
  decided: { closedOn: true },
  row(record, { now }) {
    checkTimes(record, now);
    const circumstances = record.circumstances ?? [];
    return { circumstances, grade: gradeOf({ ...record, circumstances }) };
  },
});
