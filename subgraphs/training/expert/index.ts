import { defineNoun } from '../../kernel';
import { Expert } from './expert';
import { ExpertListResolver } from './expert.resolver';
import { expertSubmission } from './expert.submission';

export const expert = defineNoun({
  entity: Expert,
  submission: expertSubmission,
  resolvers: [ExpertListResolver],
});
