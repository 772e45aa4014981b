/**
 * What contract.graphql promises and no subgraph serves yet. A type stands for its fields, a field for its arguments. An
 * entry that is served after all fails the tests, so this list can only shrink.
 */
export const NOT_YET_SERVED: readonly string[] = [
  // enforcement
  ...['Case', 'CaseStatus', 'PenaltyDecision', 'SupervisoryNotice', 'SupervisoryNoticeKind'],
  ...['Enterprise.cases', 'Enterprise.penalties', 'Enterprise.notices', 'Matter.cases'],
  ...['MatterOverview.openCases', 'MatterOverview.finesTotal'],
  ...['Query.case', 'Query.cases', 'Query.penalties', 'Query.typicalCases', 'Query.enforcementRanking'],
  ...['Mutation.submitCases', 'Mutation.fileCase', 'Mutation.decideCase', 'Mutation.transferCase'],
  ...['Mutation.issueNotice', 'Mutation.submitTip'],
];
