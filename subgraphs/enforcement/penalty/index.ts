import { defineNoun } from '../../kernel';
import { finesAhead } from '../ranking/ranking.lists';
import { PenaltyDecision } from './penalty-decision';
import { penaltyByNumber, visible } from './penalty.lists';
import {
  PenaltiesResolver,
  caseFields,
  creditFileFields,
  enterprisePenalties,
  penalisedFields,
  penaltyFields,
  RegionPenaltiesResolver,
} from './penalty.resolver';
import { publication } from './penalty.steps';
import { penaltySubmission } from './penalty.submission';

export const penaltyDecision = defineNoun({
  entity: PenaltyDecision,
  counts: [finesAhead],
  find: penaltyByNumber,
  shown: visible,
  submission: penaltySubmission,
  procedure: publication,
  one: {
    name: 'penalty',
    says: '按文号查处罚决定；公众仅见公示中的. The decision with this number; anyone sees what is published now.',
    level: 'PUBLIC',
    key: 'documentNumber',
    keySays: '处罚决定书文号，括号不限. The number of the decision, in any brackets.',
  },
  resolvers: [
    enterprisePenalties,
    penalisedFields,
    RegionPenaltiesResolver,
    penaltyFields,
    caseFields,
    creditFileFields,
    PenaltiesResolver,
  ],
});
