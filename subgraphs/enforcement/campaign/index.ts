import { defineNoun } from '../../kernel';
import { Campaign, campaignOf } from './campaign';

/** Campaigns are read from a document, not from a table. */
export const campaign = defineNoun({
  types: [Campaign],
  references: { Campaign: ({ code }: { code: string }) => campaignOf(code) },
});
