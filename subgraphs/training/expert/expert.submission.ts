import { checkSourceId, masked, seal, submissionOf } from '../../kernel';
import { Expert, ExpertInput } from './expert';

export const expertSubmission = submissionOf(Expert, ExpertInput, {
  kind: 'experts',
  row({ sourceId, name }, { settings }) {
    checkSourceId(sourceId);
    return { name: masked(name), sealedName: seal(name, settings.dataKey) };
  },
});
