import { defineNoun, oneOf } from '../../kernel';
import { Drill } from './drill';
import { inStatus, principalsAhead, coverageAhead } from './duty.lists';
import {
  TrainingCoverageResolver,
  TrainingDutyListResolver,
  coverageFields,
  dutyFields,
  enterpriseFields,
} from './duty.resolver';
import { drillSubmission, trainingDutySubmission } from './duty.submission';
import { DutyStatus, TrainingDuty } from './training-duty';

export const trainingDuty = defineNoun({
  entity: TrainingDuty,
  submission: trainingDutySubmission,
  counts: [principalsAhead, coverageAhead],
  inState: { kind: oneOf(DutyStatus), condition: inStatus },
  resolvers: [
    dutyFields,
    coverageFields,
    enterpriseFields,
    TrainingDutyListResolver,
    TrainingCoverageResolver,
  ],
  find: false,
});

export const drill = defineNoun({ entity: Drill, submission: drillSubmission, find: false });
