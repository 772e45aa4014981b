import { defineNoun } from '../../kernel';
import { Source } from './source';
import { SourceResolver } from './source.resolver';
import { acceptSource, offerSource, registerSource, withdrawSourceOffer } from './source.verbs';

export const source = defineNoun({
  entity: Source,
  verbs: [registerSource, offerSource, withdrawSourceOffer, acceptSource],
  one: { name: 'source', says: '按名称查来源系统. The source of this name.', level: 'UNCONDITIONAL' },
  resolvers: [SourceResolver],
});
