import { isSynthetic, type RequestContext, type Submission, checkSourceId, personIdOf, checkDay } from '../../kernel';
import { subjectOf } from '../course/course.submission';
import { Drill } from './drill';
import { DrillInput, TrainingDutyInput } from './duty.inputs';
import { checkActivity, periodOf } from './duty.rules';
import { TrainingDuty } from './training-duty';

export const trainingDutySubmission: Submission<TrainingDutyInput, TrainingDuty, RequestContext> = {
  kind: 'training-duties',
  term: { zh: '培训演练任务', en: 'training duty' },
  mutation: 'submitTrainingDuties',
  subgraph: 'training',
  input: TrainingDutyInput,
  entity: TrainingDuty,
  key: 'id',
  async prepare(context) {
    return context;
  },
  toRow({ sourceId, revision: _, eventOn, idNumber, matterCodes, ...stated }, { settings }, source) {
    checkSourceId(sourceId);
    checkActivity(stated.activity, stated.trigger, idNumber);
    return {
      ...stated,
      ...periodOf(stated.trigger, eventOn),
      id: `${source}/${sourceId}`,
      subject: subjectOf(stated),
      personId: idNumber && personIdOf(idNumber, settings.dataKey),
      matterCodes: matterCodes ?? [],
      synthetic: isSynthetic(source),
    };
  },
};

export const drillSubmission: Submission<DrillInput, Drill, RequestContext> = {
  kind: 'drills',
  term: { zh: '应急演练', en: 'drill' },
  mutation: 'submitDrills',
  subgraph: 'training',
  input: DrillInput,
  entity: Drill,
  key: 'id',
  async prepare(context) {
    return context;
  },
  toRow({ sourceId, revision: _, ...stated }, { today }, source) {
    checkDay('heldOn', stated.heldOn, { to: today });
    return { ...stated, id: `${source}/${sourceId}` };
  },
};
