import { isSynthetic, type Submission } from '../../kernel';
import { TrainingBody } from './training-body';
import { TrainingBodyInput } from './training-body.inputs';

export const trainingBodySubmission: Submission<TrainingBodyInput, TrainingBody, null> = {
  kind: 'training-bodies',
  term: { zh: '培训机构', en: 'training body' },
  mutation: 'submitTrainingBodies',
  subgraph: 'training',
  input: TrainingBodyInput,
  entity: TrainingBody,
  key: 'id',
  async prepare() {
    return null;
  },
  toRow({ sourceId, revision: _, ...stated }, _prepared, source) {
    // what the reviews have found stays: these columns are not among those that a submission writes
    return { ...stated, id: `${source}/${sourceId}`, synthetic: isSynthetic(source) };
  },
};
