import { defineNoun } from '../../kernel';
import { QualificationCheckResolver } from './check';
import { Qualification } from './qualification';
import { QualificationListResolver, qualificationFields } from './qualification.resolver';
import { qualificationSubmission } from './qualification.submission';

export const qualification = defineNoun({
  entity: Qualification,
  submission: qualificationSubmission,
  one: {
    name: 'qualification',
    says: '按编号查人员资格. The qualification with this id.',
    level: 'UNCONDITIONAL',
    key: 'id',
    keySays: '资格编号. The id of the qualification.',
  },
  resolvers: [qualificationFields, QualificationListResolver, QualificationCheckResolver],
});
