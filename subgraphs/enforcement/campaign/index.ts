import { defineNoun } from '../../kernel';
import { Campaign, campaignOf } from './campaign';
import { TypicalCase } from './typical-case';
import { TypicalCaseResolver } from './typical-case.resolver';
import { nominateCase, typicalCaseSteps } from './typical-case.steps';

/** Campaigns are read from a document, not from a table. */
export const campaign = defineNoun({
  types: [Campaign],
  references: { Campaign: ({ code }: { code: string }) => campaignOf(code) },
});

export const typicalCase = defineNoun({
  entity: TypicalCase,
  find: false,
  procedure: typicalCaseSteps,
  verbs: [nominateCase],
  resolvers: [TypicalCaseResolver],
});
