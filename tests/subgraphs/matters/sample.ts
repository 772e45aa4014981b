import { matters } from '../../../subgraphs/matters';
import { as } from '../../support/callers';
import { testSubgraph, type RunOptions, type TestSubgraph } from '../../support/subgraph';

/** The safety committees of a city and of one of its counties, and two departments of the county. */
export const city = as.officer('SAFETY_COMMITTEE', '430600', 'write:matters', 'decide:matters');
export const county = as.officer('SAFETY_COMMITTEE', '430682', 'write:matters', 'decide:matters');
export const fire = as.officer('FIRE_RESCUE', '430682', 'write:matters');
export const emergency = as.officer('EMERGENCY_MANAGEMENT', '430682', 'write:matters');
/** Another officer of the same department. */
export const other = <Officer extends typeof city>(officer: Officer): Officer => ({ ...officer, subject: `other-${officer.subject}` });

export const make = {
  progress: (changes: object = {}) => ({
    ...{ sourceId: '1', itemId: 'LINXIANG-GOALS-2026.8', regionCode: '430682', departmentCode: '430682-FIRE_RESCUE', state: 'UNDER_WAY' },
    ...{ numerator: 30, denominator: 40, evidence: '临消函〔2026〕8号', reportedOn: '2026-10-08', ...changes },
  }),
};

const INPUTS: Record<string, string> = {
  submitTaskProgress: 'TaskProgressInput',
  submitAssessmentFigures: 'AssessmentFigureInput',
  submitDutyRecords: 'DutyRecordInput',
};

export interface MattersTest extends TestSubgraph {
  submit(mutation: string, records: object[], options?: RunOptions): ReturnType<TestSubgraph['run']>;
}

/** The subgraph with a clock that stands at a day in the autumn of 2026. */
export async function mattersTest(): Promise<MattersTest> {
  const test1 = await testSubgraph(matters);
  test1.now('2026-10-15T02:00:00Z');
  return {
    ...test1,
    submit: (mutation, records, options) =>
      test1.run(
        `mutation ($records: [${INPUTS[mutation]}!]!) { receipt: ${mutation}(source: "test", records: $records) {
          accepted unchanged rejected { index sourceId code field } } }`,
        { ...options, variables: { records } },
      ),
  };
}
