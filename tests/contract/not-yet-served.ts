/**
 * What contract.graphql promises and no subgraph serves yet. A type stands for its fields, a field for its arguments. An
 * entry that is served after all fails the tests, so this list can only shrink.
 */
export const NOT_YET_SERVED: readonly string[] = [
  // scalars that nothing served holds yet
  'Yuan',

  // quality
  ...['CccCertificate', 'CccCategory', 'CccStatus', 'SpotCheck', 'SpotCheckResult'],
  ...['Enterprise.cccCertificates', 'Enterprise.spotChecks', 'Matter.certificates'],
  ...['MatterOverview.validCertificates', 'MatterOverview.unqualifiedRate'],
  ...['Query.cccCertificate', 'Query.cccRequired', 'Query.cccCatalogue', 'Query.keyProducts', 'Query.spotChecks'],
  ...['Mutation.submitCccCertificates', 'Mutation.submitSpotChecks'],

  // enforcement
  ...['Case', 'CaseStatus', 'PenaltyDecision', 'SupervisoryNotice', 'SupervisoryNoticeKind'],
  ...['Enterprise.cases', 'Enterprise.penalties', 'Enterprise.notices', 'Matter.cases'],
  ...['MatterOverview.openCases', 'MatterOverview.finesTotal'],
  ...['Query.case', 'Query.cases', 'Query.penalties', 'Query.typicalCases', 'Query.enforcementRanking'],
  ...['Mutation.submitCases', 'Mutation.fileCase', 'Mutation.decideCase', 'Mutation.transferCase'],
  ...['Mutation.issueNotice', 'Mutation.submitTip'],

  // training
  ...['Qualification', 'QualificationScheme', 'QualificationCheck', 'TrainingCourse'],
  ...['Enterprise.qualifications', 'Enterprise.principalTraining'],
  ...['MatterOverview.qualifiedPersonnel', 'MatterOverview.principalTrainingRate'],
  ...['Query.verifyQualification', 'Query.trainingCourses', 'Query.trainingCoverage'],
  ...['Mutation.submitQualifications', 'Mutation.submitTrainingCourses'],

  // hazards
  ...['Hazard', 'HazardGrade', 'HazardChannel', 'HazardStatus', 'Escalation', 'Accident'],
  ...['Enterprise.hazards', 'Enterprise.fireUnit', 'Equipment.hazards', 'Matter.hazards'],
  ...['MatterOverview.openMajorHazards', 'MatterOverview.overdueHazards', 'MatterOverview.onTimeRate'],
  ...['Query.hazard', 'Query.hazards', 'Query.hazardStatistics', 'Query.accidents'],
  ...['Mutation.submitHazards', 'Mutation.reportHazard', 'Mutation.verifyHazard', 'Mutation.notifyHazard', 'Mutation.extendHazard'],
  ...['Mutation.submitRectification', 'Mutation.closeHazard', 'Mutation.escalateHazard', 'Mutation.reopenHazard'],
  ...['Mutation.reportAccident'],

  // credit: the feed of changes, and decisions made here instead of being submitted
  ...['DishonestyFeed', 'DishonestyChange', 'DishonestyChanges', 'DishonestyChangePage', 'ChangeKind', 'CursorExpired', 'CursorInvalid'],
  ...['Query.dishonestyFeed', 'Query.dishonestyChanges'],
  ...['Mutation.proposeListing', 'Mutation.decideListing', 'Mutation.applyForRepair', 'Mutation.decideRepair', 'Mutation.revokeListing'],

  // matters: the action plan
  ...['ActionTask', 'Assessment', 'Query.actionTasks', 'Query.assessments'],
];
