import type { Platform } from '../../support/platform';
import { quarterOf } from './given';
import type { Sample, SamplePart } from './sample';

/** A report on a task of the plan of the place, a figure for its assessment, and what comes by steps of a workflow. */
export const mattersSample: SamplePart = {
  department: 'SAFETY_COMMITTEE',
  records: ({ region, at, daysAgo }) => ({
    submitTaskProgress: [
      {
        ...{
          sourceId: `t${at}`,
          itemId: at === 0 ? 'LINXIANG-2024-2026.7' : 'JIANAN-2024.9.5',
          regionCode: region,
          state: 'UNDER_WAY',
        },
        ...{
          departmentCode: `${region}-SAFETY_COMMITTEE`,
          numerator: 1,
          denominator: 2,
          percent: 50,
          doneTo: '2024-06-30',
        },
        ...{ evidence: '样本', reportedOn: daysAgo(5) },
      },
    ],
    submitAssessmentFigures: [
      {
        ...{
          sourceId: `a${at}`,
          quarter: quarterOf(daysAgo(0)),
          measuredOn: daysAgo(0),
          regionCode: region,
          indicator: '8.2',
        },
        ...{ numerator: 1, denominator: 2, evidence: '{ __typename }' },
      },
      {
        ...{ sourceId: `b${at}`, quarter: quarterOf(daysAgo(0)), measuredOn: daysAgo(0), regionCode: region },
        ...{ indicator: '8.2', beside: 'EXTENDED', numerator: 1, evidence: '{ __typename }' },
      },
    ],
    submitDutyRecords: [
      {
        ...{
          sourceId: `d${at}`,
          kind: 'MEETING',
          regionCode: region,
          departmentCode: `${region}-SAFETY_COMMITTEE`,
          heldOn: daysAgo(120),
        },
        evidence: '样本',
      },
      {
        ...{ sourceId: `v${at}`, kind: 'COVERT_VISIT', regionCode: region, heldOn: daysAgo(120) },
        ...{ departmentCode: `${region}-SAFETY_COMMITTEE`, evidence: '样本' },
      },
    ],
  }),
  async steps(platform, sample) {
    await assessed(platform, sample);
    await worked(platform, sample);
    await released(platform, sample);
  },
};

/** An assessment that was confirmed, with one indicator of which everything is known. */
async function assessed(platform: Platform, { region, daysAgo }: Sample): Promise<void> {
  const quarter = quarterOf(daysAgo(120));
  const figures = {
    points: 1.05,
    maxPoints: 2,
    numerator: 1,
    denominator: 2,
    missing: false,
    applicable: true,
    targetReached: false,
  };
  const indicator = {
    ...{
      code: '8.2',
      item: 8,
      section: '二',
      name: '样本',
      kind: 'BASE',
      mode: 'DATA',
      formula: '样本',
      calculation: '样本',
      ...figures,
    },
    ...{ evidence: '{ __typename }', source: 'sample', measuredOn: daysAgo(120) },
    ...{
      origin: 'COMPUTED',
      counts: '样本',
      missingBecause: '样本',
      departmentCode: `${region}-SAFETY_COMMITTEE`,
    },
  };
  const frozen = {
    score: 1.05,
    rank: 1,
    interview: false,
    unqualified: false,
    missing: 0,
    openPoints: 0,
    indicators: [indicator],
    beside: [
      {
        ...{ indicator: '8.2', kind: 'EXTENDED', count: 1, records: '{ __typename }', computed: true },
        ...{ source: 'sample', measuredOn: daysAgo(120) },
      },
    ],
  };
  await platform.sql(
    `INSERT INTO matters.assessment VALUES ($1, $2, $3, $4, 'CONFIRMED', $5, 'officer', '样本', $6)`,
    [
      ...[
        `${quarter}-${region}`,
        quarter,
        region,
        `${region.slice(0, 4)}00`,
        daysAgo(90),
        JSON.stringify(frozen),
      ],
    ],
  );
  await platform.sql(
    `INSERT INTO matters.assessment_proposal VALUES ($1, 'INTERVIEW', $2, $3, $4, $5, '样本', 'TAKEN', $6, 'officer', $6, 'officer', $7, '样本〔2026〕1号', '样本')`,
    [
      ...[
        `${quarter}-${region}/INTERVIEW`,
        `${quarter}-${region}`,
        quarter,
        region,
        `${region.slice(0, 4)}00`,
      ],
      ...[daysAgo(90), `${region}-SAFETY_COMMITTEE`],
    ],
  );
  const entry = `${quarter}-${region}/7/1`;
  await platform.sql(
    `INSERT INTO matters.entered_score VALUES ($1, $2, '7', 1, 3, '样本', 'officer', NULL, now())`,
    [...[entry, `${quarter}-${region}`]],
  );
}

/** A figure that its owner has released. */
async function released(platform: Platform, { at, matterCode }: Sample): Promise<void> {
  if (at > 0) return;
  await platform.sql(
    `INSERT INTO equipment.figure_release (matter_code, region_code, figure, as_of, counted, subjects, document,
       secrecy_review, reviewed_by, released_by, department_code)
     VALUES ($1, '430000', 'equipmentCount', now(), '7', 7, '样本〔2026〕1号', '样本密审〔2026〕1号', 'reviewer', 'officer', '430000-MARKET_SUPERVISION')`,
    [matterCode],
  );
}

/** What only the division has added: sums above leave it out. */
const SCOPE = JSON.stringify({
  equipmentKinds: [],
  productCategories: [],
  industries: ['0111'],
  roles: [],
  hazardDomains: [],
});

/** A new risk, an assigned item and a version of a matter, each with its step; who has taken it is a canary. */
async function worked(
  platform: Platform,
  { region, at, daysAgo, industryCode, matterCode }: Sample,
): Promise<void> {
  const [risk, item, fire] = [`NR-${at}`, `AI-${at}`, `${region}-FIRE_RESCUE`];
  await platform.sql(
    `INSERT INTO matters.new_risk VALUES ($1, '样本', '样本', $2, $3, 'ASSIGNED', $4, 'officer', $5, $5, 'NEAREST', ARRAY[$6], $4, 1, $7, $4)`,
    [risk, industryCode ?? '9012', region, daysAgo(9), fire, `${region}-HOUSING`, matterCode],
  );
  await platform.sql(
    `INSERT INTO matters.assigned_item VALUES ($1, 'LETTER', '样本', '样本', $2, $3, $3, 'CLOSED', $4, $4, '样本', $4, 'officer', $4, 1)`,
    [item, region, fire, daysAgo(9)],
  );
  const version = `MV-${at}`;
  await platform.sql(
    `INSERT INTO matters.matter_version (id, matter_code, nth, kind, region_code, status, name, lead_department_code,
       lead_basis, lead_verified, cooperating_department_codes, stored_stages, scope, source_document, source_phrase,
       reason, drafted_by, drafting_department_code, drafted_on, new_risk_id, answer_by, decided_by_code, decided_on, meeting, document,
       in_force_from, former_lead_code, handover_items, handed_over_on, taken_over_on, steps)
     VALUES ($1, $2, $3, 'CHANGE', $4, 'DECIDED', '样本', $5, 'RULED', true, ARRAY[$6], '[]', $7, '样本', '样本',
       '样本', 'officer', $5, $8, $9, $8, $5, $8, '样本', '样本', $8, $6, ARRAY['样本'], $8, $8, 1)`,
    [version, matterCode, 2 + at, region, fire, `${region}-HOUSING`, SCOPE, daysAgo(9), risk],
  );
  for (const [nth, subject] of [risk, item, version].entries()) {
    await platform.sql(
      `INSERT INTO matters.work_step VALUES ($1, $2, 1, 'CLOSED', $3, $4, $5, now(), '样本')`,
      [...[`${subject}/1`, subject, `canary-officer-${region}-${9000 + nth}`, fire, region]],
    );
  }
}
