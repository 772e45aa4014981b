import { defineNoun } from '../../kernel';
import { RankingResolver, rankFields } from './ranking.resolver';

/** Worked out from cases, penalties and inspections: no table holds it. */
export const ranking = defineNoun({ resolvers: [rankFields, RankingResolver] });
