import { defineNoun } from '../../kernel';
import { TypicalCase } from './typical-case';
import { TypicalCaseResolver } from './typical-case.resolver';
import { nominateCase, typicalCaseSteps } from './typical-case.steps';

export const typicalCase = defineNoun({
  entity: TypicalCase,
  find: false,
  procedure: typicalCaseSteps,
  verbs: [nominateCase],
  resolvers: [TypicalCaseResolver],
});
