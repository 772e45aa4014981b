import { defineNoun, ofField, taggedWith } from '../../kernel';
import { EnforcementCase } from './case';
import { CaseCause, causeOf } from './case-cause';
import { ClockStop } from './case-course';
import { CaseEvent } from './case-event';
import { CaseFile } from './case-file';
import { casesAhead, visible } from './case.lists';
import { handledAhead } from '../ranking/ranking.lists';
import { CaseListsResolver, caseFields } from './case.resolver';
import { caseSubmission } from './case.submission';

export const enforcementCase = defineNoun({
  entity: EnforcementCase,
  shown: visible,
  counts: [casesAhead, handledAhead],
  submission: caseSubmission,
  about: {
    through: ['hazardNumber', 'equipmentCode', 'originReference', 'partyUscc'],
    by: ['causeCode', 'matterCodes'],
    own: ({ causeCode, matterCodes }, learned) => [
      ...taggedWith(matterCodes),
      ...ofField(causeOf(causeCode).domain, learned),
    ],
  },
  one: {
    name: 'case',
    says: '按案号查案件. The case with this number.',
    level: 'UNCONDITIONAL',
    key: 'number',
    keySays: '案号，括号不限. The number of the case, in any brackets.',
  },
  resolvers: [caseFields, CaseListsResolver],
  tables: [CaseEvent],
  types: [CaseCause, CaseEvent, CaseFile, ClockStop],
});
