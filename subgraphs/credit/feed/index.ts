import { defineNoun } from '../../kernel';
import { FeedResolver, PageResolver, acknowledgeChanges, changeFields } from './feed.resolver';

export const feed = defineNoun({
  verbs: [acknowledgeChanges],
  resolvers: [FeedResolver, PageResolver, changeFields],
});
