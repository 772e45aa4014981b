import { defineNoun, oneOf } from '../../kernel';
import { Accident, AccidentEvent } from './accident';
import { AccidentListResolver, accidentFields } from './accident.resolver';
import { isIn, visible } from './accident.lists';
import { accidentSteps, reportAccident } from './accident.steps';
import { accidentSubmission } from './accident.submission';
import { AccidentState } from './accident.terms';

export const accident = defineNoun({
  entity: Accident,
  submission: accidentSubmission,
  procedure: accidentSteps,
  verbs: [reportAccident],
  one: {
    name: 'accident',
    says: '按编号查事故；公众仅见已公布调查报告的. The accident with this number; the public sees it once its report is published.',
    level: 'PUBLIC',
    key: 'number',
    keySays: '事故编号. The number of the accident.',
  },
  resolvers: [accidentFields, AccidentListResolver],
  tables: [AccidentEvent],
  shown: visible,
  inState: { kind: oneOf(AccidentState), condition: isIn },
});
