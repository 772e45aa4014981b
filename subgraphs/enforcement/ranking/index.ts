import { defineNoun } from '../../kernel';
import { EnforcementCircular } from './circular';
import { EnforcementRank } from './enforcement-rank';
import { circularRelease, rankingRelease } from './ranking.releases';
import { RankingResolver, rankFields } from './ranking.resolver';

/** Worked out from cases, penalties and inspections: no table holds it but for what was released. */
export const ranking = defineNoun({
  types: [EnforcementRank, EnforcementCircular],
  resolvers: [rankFields, RankingResolver, ...rankingRelease.verbs, ...circularRelease.verbs],
});
