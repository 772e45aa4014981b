import { defineNoun } from '../../kernel';
import { StatisticsResolver, overviewFields } from './statistics.resolver';
import { InspectionTally, LifelineTally, inspectionTallySubmission, lifelineTallySubmission } from './tally';

/** Figures of hazards, and the tallies that they are seen beside. */
export const statistics = defineNoun({
  submission: [inspectionTallySubmission, lifelineTallySubmission],
  resolvers: [StatisticsResolver, overviewFields],
  tables: [InspectionTally, LifelineTally],
});
