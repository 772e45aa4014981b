import { defineNoun } from '../../kernel';
import { hazardsOfMatter, overviewFields } from './overview';
import { majorHazards } from './overview.lists';
import { StatisticsResolver, statisticFields } from './statistics.resolver';
import { InspectionTally, LifelineTally, inspectionTallySubmission, lifelineTallySubmission } from './tally';

/** Figures of hazards, and the tallies that they are seen beside. */
export const statistics = defineNoun({
  submission: [inspectionTallySubmission, lifelineTallySubmission],
  resolvers: [StatisticsResolver, statisticFields, ...overviewFields, hazardsOfMatter],
  tables: [InspectionTally, LifelineTally],
  counts: [majorHazards],
});
