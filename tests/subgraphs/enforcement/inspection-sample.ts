import { parse } from 'graphql';
import { enforcement } from '../../../subgraphs/enforcement';
import { composeUscc, type Caller } from '../../../subgraphs/kernel';
import { as, callOf } from '../../support/callers';
import { testSubgraph, type TestResult, type TestSubgraph } from '../../support/subgraph';

/** A Monday with working days around it. */
export const TODAY = '2026-06-15';
export const USCC = '91430682MA4L16JQ90';
export const OTHER_USCC = composeUscc('91430682', 'MA4L9999');

const scopes = ['write:enforcement', 'decide:enforcement'];
export const market = as.officer('MARKET_SUPERVISION', '430600', ...scopes);
/** A second officer of the same department. */
export const marketSecond: Caller = { ...market, subject: 'second-officer' };
export const safety = as.officer('EMERGENCY_MANAGEMENT', '430600', ...scopes);
export const fire = as.officer('FIRE_RESCUE', '430600', ...scopes);
export const marketElsewhere = as.officer('MARKET_SUPERVISION', '410000', ...scopes);

const SUBMIT = `mutation ($source: String!, $records: [SupervisoryInspectionInput!]!) {
  submitSupervisoryInspections(source: $source, records: $records) { accepted unchanged rejected { index sourceId code field message } } }`;

export const visit = (changes: object = {}) => ({
  ...{
    sourceId: '1',
    uscc: USCC,
    regionCode: '430682',
    departmentCode: '430682-MARKET_SUPERVISION',
    inspectedOn: '2026-06-01',
    findings: 0,
  },
  ...changes,
});

export interface FieldworkTest extends TestSubgraph {
  submit: (
    records: object[],
    caller?: Caller,
  ) => Promise<{ accepted: number; unchanged: number; rejected: { code: string; field: string }[] }>;
  /** As a member of the public at an address of their own. */
  runFrom: (client: string, query: string, variables?: Record<string, unknown>) => Promise<TestResult>;
}

export async function fieldworkTest(): Promise<FieldworkTest> {
  const test = await testSubgraph(enforcement);
  test.now(`${TODAY}T04:00:00Z`);
  return {
    ...test,
    submit: async (records, caller = market) =>
      (await test.run(SUBMIT, { caller, variables: { source: 'test', records } })).data.submitSupervisoryInspections,
    runFrom: async (client, query, variables = {}) => {
      const context = test.subgraph.open({ ...callOf(as.public), client });
      return JSON.parse(JSON.stringify(await test.subgraph.execute({ document: parse(query), variables }, context))) as TestResult;
    },
  };
}
