import { isSynthetic, type Submission } from '../../kernel';
import { Accident } from './accident';
import { AccidentInput } from './accident.inputs';
import { checkTimes, gradeOf } from './accident.rules';

export const accidentSubmission: Submission<AccidentInput, Accident, { now: Date }> = {
  kind: 'accidents',
  term: { zh: '事故', en: 'accident' },
  mutation: 'submitAccidents',
  subgraph: 'hazards',
  input: AccidentInput,
  entity: Accident,
  key: 'number',
  prepare: async ({ now }) => ({ now }),
  toRow({ sourceId: _, revision: __, ...record }, { now }, source) {
    checkTimes(record, now);
    const facts = { ...record, circumstances: record.circumstances ?? [] };
    return { ...facts, grade: gradeOf(facts), synthetic: isSynthetic(source) };
  },
};
