import { defineNoun } from '../../kernel';
import { Drill } from './drill';
import {
  TrainingCoverageResolver,
  TrainingDutyListResolver,
  dutyFields,
  enterpriseFields,
} from './duty.resolver';
import { drillSubmission, trainingDutySubmission } from './duty.submission';
import { TrainingDuty } from './training-duty';

export const trainingDuty = defineNoun({
  entity: TrainingDuty,
  submission: trainingDutySubmission,
  resolvers: [dutyFields, enterpriseFields, TrainingDutyListResolver, TrainingCoverageResolver],
  find: false,
});

export const drill = defineNoun({ entity: Drill, submission: drillSubmission, find: false });
