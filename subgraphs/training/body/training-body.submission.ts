import { submissionOf } from '../../kernel';
import { TrainingBody, TrainingBodyInput } from './training-body';

export const trainingBodySubmission = submissionOf(TrainingBody, TrainingBodyInput, {
  kind: 'training-bodies',
  // what the reviews have found stays
  leaves: ['status', 'unmetConditions'],
  row: () => ({}),
});
