import type { Platform } from '../support/platform';

/** The day on which an old database is asked: some dates are over by then, some are not. */
const MOMENT = '2026-12-01T09:00:00+08:00';

const page = (fields: string) => `(first: 100) { totalCount edges { node { ${fields} } } }`;

/** Something of each subgraph, across them and with what is sealed; each finds rows in the database that was kept. */
const QUESTIONS: Record<string, string> = {
  registry: `{
    enterprises${page('uscc name status legalRepresentative region { fullName } matters { code } priorLicences { name validUntil }')}
    enterpriseChanges${page('sequence kind at enterprise { uscc }')}
    grids${page('code name people(first: 9) { totalCount }')} dutyLists${page('id items')} industryRestrictions${page('id')}
    projectSafety${page('name kind')} region(code: "430682") { fullName } departments(filter: { region: "430682" }) { code name } }`,
  equipment: `{
    equipmentItems${page('code status nextInspectionDue overdue kind { name } user { name } lastInspection { inspectedOn conclusion } history(first: 9) { totalCount }')}
    equipmentOrders${page('number status rectifyBy')} equipmentViolations${page('id type')} inspectionBodies${page('id valid inspectors(first: 9) { totalCount }')}
    refusedFillings${page('cylinderSerial refusal')} liftFigures(region: "000000") { lifts insured } safetyOfficerCoverage(region: "000000") { units withOfficer } }`,
  quality: `{
    spotChecks${page('id stage result product { name } seller { name } history { step } trace { id answeredOn }')}
    samplingPlans${page('number carriedOutOn')} laboratories { code } certificationBodies { code }
    unqualifiedRates(region: "000000") { of samples unqualified } unansweredTraces${page('id')} }`,
  enforcement: `{
    cases${page('number status filingDue decisionDue overdue party { name } penalty { documentNumber } history { step at officer } criminalTransfer { status decideBy }')}
    penalties${page('documentNumber fine published publicUntil')} notices${page('number kind dueOn overdue')} draws${page('id seedDigest poolDigest result verified')}
    drawChecks${page('id outcome')} tips${page('number status named dueOn forMarketSupervision { subject description }')}
    supervisoryInspections${page('id')} typicalCases${page('id votes')} }`,
  training: `{
    qualifications${page('id personId holderName fullName status validUntil item { name } employer { name }')}
    trainingDuties${page('id status dueOn')} trainingCourses${page('id topic attendance(first: 9) { totalCount }')} experts${page('id name fullName')}
    trainingBodies${page('id status')} weldingMachines${page('chip')} }`,
  credit: `{
    dishonestyListings${page('id status subjectName personName listedOn expiresOn publishBy enterprise { name } history { step takenOn } feedback { result } repairs { id status }')}
    barredPrincipals${page('id maskedName name')} insuranceCoverage(region: "000000") { field obliged insured } feedConsumers { name acknowledged } }`,
  hazards: `{
    hazards${page('number status dueOn overdue description enterprise { name } equipment { code } plan { measures responsibleName } notifications { recipient name } history { step }')}
    accidents${page('number grade deaths description evaluationDue history { step }')} fireKeyUnits${page('uscc complete enterprise { name }')}
    hazardStatistics(region: "000000") { key found open closed overdue } accidentStatistics(region: "000000", year: 2026) { grade accidents deaths } }`,
  matters: `{
    matters { code name overview(region: "000000") { equipmentCount overdueInspections openCases finesTotal openMajorHazards listedEnterprises validCertificates unqualifiedRate principalTrainingRate } }
    actionPlans { id } newRisks${page('id status history { step officer }')} assignedItems${page('id status overdue')} dutyRecords${page('id')}
    actionTasks(plan: "JIANAN-2024") { id dueOn } }`,
};

/** The answers that an officer of the whole country gets, by question; an error is part of them. */
export async function answersOf(platform: Platform): Promise<Record<string, unknown>> {
  platform.now(MOMENT);
  const answers: Record<string, unknown> = {};
  for (const [name, question] of Object.entries(QUESTIONS)) {
    const token = await platform.token(
      'MARKET_SUPERVISION',
      '000000',
      'share:conditional',
      'share:restricted',
      'read:credit',
    );
    const { data, errors = [] } = await platform.post(question, { token, purpose: '升级核对' });
    answers[name] = {
      data,
      errors: errors.map(({ message, path, extensions }) => ({ code: extensions.code, path, message })),
    };
  }
  return answers;
}

/** What the feed tells of itself. */
export async function feedOf(platform: Platform): Promise<Record<string, unknown>> {
  const { data } = await platform.post('{ dishonestyFeed { epoch listed digest } }');
  return data.dishonestyFeed as Record<string, unknown>;
}

/** How many rows each table of the subgraphs has, as `schema.table`. */
export async function rowsOf(sql: Platform['sql']): Promise<Record<string, number>> {
  const tables = await sql<{ name: string }>(
    `SELECT schemaname || '.' || tablename AS name FROM pg_tables
     WHERE schemaname NOT IN ('pg_catalog', 'information_schema') ORDER BY 1`,
  );
  const rows: Record<string, number> = {};
  for (const { name } of tables)
    rows[name] = Number((await sql<{ count: string }>(`SELECT count(*) FROM ${name}`))[0]?.count);
  return rows;
}
