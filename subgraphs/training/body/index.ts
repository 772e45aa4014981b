import { defineNoun } from '../../kernel';
import { TrainingBody } from './training-body';
import { TrainingBodyListResolver, trainingBodyFields } from './training-body.resolver';
import { trainingBodySteps } from './training-body.steps';
import { trainingBodySubmission } from './training-body.submission';

export const trainingBody = defineNoun({
  entity: TrainingBody,
  submission: trainingBodySubmission,
  procedure: trainingBodySteps,
  one: {
    name: 'trainingBody',
    says: '按编号查培训机构. The training body with this id.',
    level: 'PUBLIC',
    key: 'id',
    keySays: '编号. The id of the record.',
  },
  resolvers: [trainingBodyFields, TrainingBodyListResolver],
});
