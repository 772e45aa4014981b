import type { SamplePart } from './sample';

/** The day after a quarter that is over, so that the figures of that quarter may have been counted on it. */
const before = (day: string): { quarter: string; measuredOn: string } => {
  const [year = '', month = ''] = day.split('-');
  return { quarter: `${year}-Q${Math.ceil(Number(month) / 3)}`, measuredOn: day };
};

/** A report on a task of the plan of the place, and a figure for its assessment. */
export const mattersSample: SamplePart = {
  department: 'SAFETY_COMMITTEE',
  records: ({ region, at, daysAgo }) => ({
    submitTaskProgress: [
      {
        ...{ sourceId: `t${at}`, itemId: at === 0 ? 'LINXIANG-2024-2026.1' : 'JIANAN-2024.1.1', regionCode: region, state: 'UNDER_WAY' },
        ...{ departmentCode: `${region}-SAFETY_COMMITTEE`, numerator: 1, denominator: 2, percent: 50, doneTo: daysAgo(9) },
        ...{ evidence: '样本', reportedOn: daysAgo(5) },
      },
    ],
    submitAssessmentFigures: [
      {
        ...{ sourceId: `a${at}`, ...before(daysAgo(0)), regionCode: region, indicator: '8.2', numerator: 1, denominator: 2 },
        evidence: '{ __typename }',
      },
    ],
  }),
};
