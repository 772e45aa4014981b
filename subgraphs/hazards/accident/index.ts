import { defineNoun } from '../../kernel';
import { Accident, AccidentEvent } from './accident';
import { AccidentListResolver, accidentFields } from './accident.resolver';
import { accidentSteps, reportAccident } from './accident.steps';
import { accidentSubmission } from './accident.submission';

export const accident = defineNoun({
  entity: Accident,
  submission: accidentSubmission,
  procedure: accidentSteps,
  verbs: [reportAccident],
  one: {
    name: 'accident',
    says: '按编号查事故. The accident with this number.',
    level: 'UNCONDITIONAL',
    key: 'number',
    keySays: '事故编号. The number of the accident.',
  },
  resolvers: [accidentFields, AccidentListResolver],
  tables: [AccidentEvent],
});
