import { defineNoun, oneOf } from '../../kernel';
import { QualificationCheckResolver } from './check';
import { Qualification, QualificationStatus } from './qualification';
import { inStatus, qualifiedForAhead, qualifiedInAhead } from './qualification.lists';
import { QualificationListResolver, qualificationFields } from './qualification.resolver';
import { qualificationSubmission } from './qualification.submission';

export const qualification = defineNoun({
  entity: Qualification,
  submission: qualificationSubmission,
  counts: [qualifiedForAhead, qualifiedInAhead],
  inState: { kind: oneOf(QualificationStatus), condition: inStatus },
  one: {
    name: 'qualification',
    says: '按编号查人员资格. The qualification with this id.',
    level: 'UNCONDITIONAL',
    key: 'id',
    keySays: '资格编号. The id of the qualification.',
  },
  resolvers: [qualificationFields, QualificationListResolver, QualificationCheckResolver],
});
