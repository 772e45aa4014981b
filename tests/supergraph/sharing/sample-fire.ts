import type { SamplePart } from './sample';

const FIVE = ['industryOfficer', 'townOfficer', 'communityWorker', 'fireOfficer', 'specialist'];

/** Key fire units, fire checks and accidents. */
export const fireSample: SamplePart = {
  department: 'FIRE_RESCUE',
  records: ({ region, at, uscc, equipmentCode, industryCode, daysAgo }) => {
    const of = { sourceId: `f${at}`, regionCode: region, uscc };
    return {
      submitFireKeyUnits: [
        {
          ...{ ...of, place: '样本', designatedOn: daysAgo(400), onlineSince: daysAgo(300) },
          ...Object.fromEntries(
            FIVE.map((role, nth) => [role, `canary-guarantor-${region}-${8_000 + nth}|样本单位|000`]),
          ),
        },
      ],
      submitFireChecks: [
        {
          ...{
            ...of,
            departmentCode: `${region}-FIRE_RESCUE`,
            checkedOn: daysAgo(20),
            hazardsFound: 1,
            hazardNumbers: [`YH-${region}`],
            summary: '样本',
          },
          ...{ riskFactors: ['EXITS'], toClear: ['ESCAPE_ROUTES'], toControl: ['HOT_WORK'] },
        },
      ],
      submitAccidents: [
        {
          ...{
            ...of,
            number: `SG-${region}-${at}`,
            kind: 'WORK_SAFETY',
            occurredAt: `${daysAgo(20)}T01:00:00Z`,
            learnedAt: `${daysAgo(20)}T01:10:00Z`,
          },
          ...{
            reportedAt: `${daysAgo(20)}T01:30:00Z`,
            reportedUpAt: `${daysAgo(20)}T02:30:00Z`,
            equipmentCode,
            industryCode,
            deaths: 1,
          },
          ...{ seriousInjuries: 1, directLoss: '1', description: '样本', closedOn: daysAgo(10) },
          foundUnreportedOn: daysAgo(15),
        },
      ],
    };
  },
  /** Corrected: only by a step has an accident a history. Its report is published: then anyone may know of it. */
  async steps(platform, { region, at }) {
    const token = await platform.token('FIRE_RESCUE', region, 'write:hazards', 'decide:hazards');
    const about = { number: `SG-${region}-${at}`, reason: '样本' };
    const variables = { correct: { ...about, deaths: 2 }, publish: about };
    const { errors } = await platform.post(
      `mutation ($correct: CorrectAccidentInput!, $publish: PublishAccidentReportInput!) {
        correctAccident(input: $correct) { number } publishAccidentReport(input: $publish) { number } }`,
      { token, variables },
    );
    if (errors) throw new Error(`correctAccident, publishAccidentReport: ${JSON.stringify(errors)}`);
  },
};
