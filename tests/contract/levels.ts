import type { SharingLevel } from '../../subgraphs/kernel';

/** What holds rows together and says nothing of them, and what anyone gets who asks. */
export const STRUCTURAL =
  /(Connection|Edge|Receipt)$|^(PageInfo|RejectedRecord|LeftRecord|LeftOut|RecordKey|Viewer|CursorExpired|CursorInvalid|Figure|FigureRelease|TipProgress|TipMove)$/;

const these = (names: string): string[] => names.split(' ');

/** The nouns, by the most open of their fields: 政务数据共享条例, as the contract has them. */
export const TYPES: Readonly<Record<SharingLevel, readonly string[]>> = {
  PUBLIC: [
    // who does business where, with what licence, and who governs
    ...these('Enterprise PriorLicence Region Department DutyList Grid IndustryRestriction'),
    ...these(
      'LicenceRequirement RegistrationGate GateReason GateListing LegalRule ReferenceList SafetyStandard',
    ),
    // whether a device is safe to use
    ...these('Equipment EquipmentKind InspectionBody InspectionCycleRule CampaignList'),
    // certificates, catalogue, published results
    ...these('CccCertificate CccNumberParts CccStatusEvent CccCategory CertificationBody Laboratory'),
    ...these('KeyProduct Recall SpotCheck Reinspection'),
    // penalties while published, typical cases, campaigns, what was drawn and found
    ...these('PenaltyDecision TypicalCase Campaign CaseCause DrawCheck'),
    // published listings and feeds
    ...these('DishonestyListing DishonestyFeed DishonestyBucket DishonestyChange'),
    ...these('DishonestyChangePage PublicityFeed PublicityBucket PublicityChange PublicityPage'),
    ...these('JointMeasure Incentive'),
    // exposed hazards, published reports, criteria
    ...these('Hazard Accident HazardCriterion HazardStandard'),
    // matters, stages, plans that are public documents
    ...these('Matter MatterForm MatterVersion MatterScope ChainStage ChainGap StageDuty'),
    ...these('MatterOverview ActionPlan ActionTask ActionMeasure Milestone TaskProgress'),
    ...these('AssessmentModel AssessmentSection AssessmentIndicator'),
    // coverage, and what is checked of a certificate
    ...these('TrainingCoverage FireUnitCoverage GridCoverage SafetyOfficerCoverage ValveCoverage'),
    ...these('InsuranceCoverage ProjectSafetyRate SupervisionCoverage ValidityCoverage LiftFigures'),
    ...these('UnqualifiedRate TrainingBody TrainingBodyReview BodyCondition QualificationItem'),
    ...these('QualificationCheck'),
    // what the public is told of as it was released
    ...these('EnforcementRank RankComponent EnforcementCircular'),
  ],
  UNCONDITIONAL: [
    // devices: users, inspections, checks
    ...these('Inspection EquipmentTest EquipmentChange EquipmentOrder EquipmentViolation'),
    ...these('CampaignCheck CampaignProgress LiftFault Inspector SafetyAppointment SafetyCheck'),
    ...these('MissedSafetyCheck UnitWithoutSafetyOfficer GasCylinder CylinderFilling EmergencyPlan'),
    ...these('OperatorAuthorisation WorkCheck'),
    // unpublished results, traces, validity checks, plans of sampling
    ...these('CccValidityCheck TraceStep SpotCheckEvent InstitutionCheck SamplingPlan'),
    // cases, notices, transfers, draws, supervision
    ...these('Case CaseEvent ClockStop CriminalTransfer SupervisoryNotice LookBack Draw'),
    ...these('PenalisedEnterprise SupervisoryInspection OverlappingVisits VisitCount'),
    ...these('ClosingDownSignal CaseMaterial'),
    // qualifications, courses, drills
    ...these('Qualification TrainingCourse Attendance Drill TrainingDuty PrincipalTraining Expert'),
    ...these('ExpertPool WeldingMachine ProjectSafety GridPerson'),
    // the credit file, unpublished decisions
    ...these('CreditFile CreditRepair ListingStep MeasureFeedback SafetyInsurance FeedConsumer'),
    ...these('PrincipalAppointment PrincipalBan PrincipalBanCheck'),
    // hazards and their history, fire units
    ...these('HazardClue HazardEvent HazardNotification HazardPenalty HazardStanding'),
    ...these('RectificationPlan PrincipalCheck AccidentEvent FireCheck FireKeyUnit FireVisits LedgerRow'),
    // figures, rankings, progress, assessments, work
    ...these('HazardStatistic LifelineCounters AccidentStatistic'),
    ...these('SupervisionCount LiftFaultRate LedgerCount LedgerSummary'),
    ...these('DutyCount MissedDuty ProgressReport LateTask DueTask Assessment AssessmentProposal'),
    ...these('IndicatorScore BesideFigure AssignedItem WorkStep NewRisk DutyRecord EnterpriseChange'),
    ...these('Source UnknownReference AuditRecord'),
    // a tip is there for its handler alone (two-worlds.test.ts)
    ...these('Tip TipTransfer TipRecusal'),
  ],
  CONDITIONAL: [],
  RESTRICTED: ['CaseFile', 'TipContent', 'TipEvent'],
};

/** The table of the contract: how open a class of data may be at most, and its fields. */
export const LAW: readonly (readonly [SharingLevel, string, ...string[]])[] = [
  ['UNCONDITIONAL', 'who represents an enterprise', '*.legalRepresentative', 'EnterpriseChange.closedBy'],
  ['CONDITIONAL', 'the phone of an enterprise', 'Enterprise.contactPhone'],
  [
    'UNCONDITIONAL',
    'who uses, makes, inspects and looks after a device, and where it stands',
    ...['user', 'maker', 'location', 'inspections', 'lastInspection', 'tests', 'safetyOfficer', 'orders'].map(
      (field) => `Equipment.${field}`,
    ),
    ...['violations', 'faults', 'history', 'safetyClass', 'campaignChecks'].map(
      (field) => `Equipment.${field}`,
    ),
  ],
  [
    'CONDITIONAL',
    'names and phones of officers of an enterprise',
    'SafetyAppointment.name',
    '*.phone',
    'Inspector.name',
  ],
  [
    'CONDITIONAL',
    'names and phones of those who answer for a hazard',
    '*.responsibleName',
    '*.responsiblePhone',
  ],
  [
    'CONDITIONAL',
    'whom a hazard was told to, and who answers for its removal',
    'HazardNotification.name',
    '*.leader',
  ],
  [
    'CONDITIONAL',
    'the five who answer for a key fire unit',
    ...['communityWorker', 'fireOfficer', 'industryOfficer', 'specialist', 'townOfficer'].map(
      (field) => `FireKeyUnit.${field}`,
    ),
  ],
  [
    'RESTRICTED',
    'the internal remarks of inspectors, and what institutions were found to do',
    'Inspection.remarks',
    'InstitutionCheck.findings',
  ],
  [
    'UNCONDITIONAL',
    'results that are not published, traces, validity checks',
    'SpotCheck.history',
    'SpotCheck.plan',
    'CccCertificate.traceSteps',
  ],
  ['RESTRICTED', 'sampling before it is carried out', 'SamplingPlan.targets'],
  [
    'CONDITIONAL',
    'parties and subjects who are natural persons',
    '*.personName',
    'Qualification.fullName',
    'Attendance.fullName',
    'Expert.fullName',
    'PrincipalBan.name',
    'PrincipalAppointment.name',
  ],
  ['CONDITIONAL', 'people of a grid', 'GridPerson.name'],
  [
    'CONDITIONAL',
    'the number of a certificate, and how its holder did',
    'Qualification.number',
    'Attendance.score',
  ],
  [
    'RESTRICTED',
    'leads and evidence of a case',
    'CaseFile.leadSummary',
    'CaseFile.evidence',
    'CaseFile.originReference',
    'CaseFile.tips',
  ],
  [
    'RESTRICTED',
    'what a tip says, and all that it led to',
    'TipContent.*',
    'TipEvent.*',
    'Tip.caseNumber',
    'Tip.hazardNumber',
    'TipTransfer.forMarketSupervision',
    'TipTransfer.forEmergencyManagement',
    'TipTransfer.forFireRescue',
  ],
  [
    'RESTRICTED',
    'what a hazard goes back to',
    'Hazard.originReference',
    'Hazard.originForEmergencyManagement',
    'Hazard.originForFireRescue',
  ],
  [
    'UNCONDITIONAL',
    'that there are tips, and by which kind of source a record came',
    '*.tips',
    'Hazard.origin',
    'Case.originKind',
    'EquipmentViolation.foundBy',
  ],
  [
    'UNCONDITIONAL',
    'hazards beyond their exposure',
    'Hazard.description',
    'Hazard.history',
    'Hazard.notifications',
    'Hazard.plan',
  ],
  [
    'UNCONDITIONAL',
    'accidents beyond their published reports',
    'Accident.description',
    'Accident.history',
    'Accident.enterprise',
  ],
  [
    'UNCONDITIONAL',
    'the credit file, and decisions that are not published',
    'Enterprise.creditFile',
    'DishonestyListing.history',
    'DishonestyListing.feedback',
    'DishonestyListing.repairs',
  ],
  [
    'CONDITIONAL',
    'notices before a decision, and what is said to them',
    'DishonestyListing.notice',
    'DishonestyListing.objection',
    'DishonestyListing.objectionFinding',
  ],
  [
    'UNCONDITIONAL',
    'drafts and what is worked on',
    'MatterVersion.history',
    'MatterVersion.newRisk',
    'MatterVersion.handoverItems',
    'MatterVersion.answerBy',
  ],
  ['UNCONDITIONAL', 'progress by division', 'ActionTask.progressByRegion', 'ActionTask.reports'],
  [
    'UNCONDITIONAL',
    'who has decided what arrived decided, by which document',
    '*.decisionDocument',
    '*.decisionGap',
  ],
  ['UNCONDITIONAL', 'the accounts of officers', '*.officer', '*.investigators', '*.takenBy'],
];
