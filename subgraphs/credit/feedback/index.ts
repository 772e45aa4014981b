import { defineNoun } from '../../kernel';
import { MeasureFeedback } from './feedback';
import { feedbackFields, listingFeedback } from './feedback.resolver';
import { feedbackSubmission } from './feedback.submission';

export const feedback = defineNoun({
  entity: MeasureFeedback,
  find: false,
  submission: feedbackSubmission,
  resolvers: [feedbackFields, listingFeedback],
});
