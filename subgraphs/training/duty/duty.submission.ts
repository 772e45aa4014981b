import { checkDay, checkSourceId, personIdOf, submissionOf } from '../../kernel';
import { subjectOf } from '../subject';
import { Drill, DrillInput } from './drill';
import { checkActivity, periodOf } from './duty.rules';
import { TrainingDuty, TrainingDutyInput } from './training-duty';

export const trainingDutySubmission = submissionOf(TrainingDuty, TrainingDutyInput, {
  kind: 'training-duties',
  row(record, { settings }) {
    const { sourceId, activity, trigger, eventOn, idNumber } = record;
    checkSourceId(sourceId);
    checkActivity(activity, trigger, idNumber);
    return {
      ...periodOf(trigger, eventOn),
      subject: subjectOf(record),
      personId: idNumber && personIdOf(idNumber, settings.dataKey),
    };
  },
});

export const drillSubmission = submissionOf(Drill, DrillInput, {
  kind: 'drills',
  row({ heldOn }, { today }) {
    checkDay('heldOn', heldOn, { to: today });
    return {};
  },
});
