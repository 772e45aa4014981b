import { createHash } from 'node:crypto';
import '../../../subgraphs';
import { overrideRules, type DepartmentKind } from '../../../subgraphs/kernel';
import type { Platform } from '../../support/platform';
import { DESIGNATED, HERE, answers } from './given';
import type { Sample, SamplePart } from './sample';
import { passedOnAndKeptFrom } from './sample-tips';

const NAMES = { MARKET_SUPERVISION: '市监', EMERGENCY_MANAGEMENT: '应急', FIRE_RESCUE: '消防' } as const;
type Kind = keyof typeof NAMES;

const numberOf = (kind: Kind, { at }: Sample, nth: number) => `样${NAMES[kind]}立〔2026〕${10 * at + nth}号`;

function caseOf(kind: Kind, sample: Sample, nth: number): Record<string, unknown> {
  const { region, at, uscc, equipmentCode, industryCode, matterCode, daysAgo } = sample;
  return {
    ...{
      sourceId: `${kind}-c${at}-${nth}`,
      number: numberOf(kind, sample, nth),
      causeCode: kind === 'FIRE_RESCUE' ? 'OTHER' : 'SAFETY_HAZARD_NOT_REMOVED',
      partyUscc: uscc,
      partyName: '样本',
    },
    ...{
      partyRegionCode: region,
      departmentCode: `${region}-${kind}`,
      industryCode,
      matterCodes: [matterCode],
      campaign: 'IRON_FIST',
    },
    ...{
      status: 'INVESTIGATING',
      leadReceivedOn: daysAgo(40),
      filedOn: daysAgo(30),
      actEndedOn: daysAgo(50),
    },
    ...{
      originKind: 'SPOT_CHECK',
      originReference: `sample/q${at}`,
      hazardNumber: `YH-${region}`,
      equipmentCode,
      leadSummary: '样本',
      evidence: '样本',
    },
  };
}

/** A case that goes on, one that is decided and published, one about a person; what steps alone make. */
export const enforcementSample: SamplePart = {
  records: (sample) => {
    const { at, daysAgo } = sample;
    const kind = 'MARKET_SUPERVISION';
    const days = {
      decidedOn: daysAgo(20),
      deliveredOn: daysAgo(19),
      paidOn: daysAgo(18),
      executedOn: daysAgo(17),
      closedOn: daysAgo(16),
    };
    const closed = { ...caseOf(kind, sample, 2), status: 'CLOSED', ...days };
    const decision = {
      documentNumber: `样市监罚〔2026〕${at + 1}号`,
      caseNumber: numberOf(kind, sample, 2),
      kinds: ['FINE'],
      fine: '1000',
    };
    return {
      submitCases: [
        caseOf(kind, sample, 1),
        closed,
        // its hazard is one that nobody knows
        {
          ...caseOf(kind, sample, 3),
          ...DESIGNATED,
          partyKind: 'PERSON',
          partyUscc: null,
          hazardNumber: 'YH-0',
        },
      ],
      submitPenalties: [
        {
          ...decision,
          sourceId: `p${at}`,
          decidedOn: daysAgo(20),
          publishedOn: daysAgo(15),
          pushedOn: daysAgo(16),
        },
      ],
      submitSupervisoryInspections: [inspection(sample, kind, 3)],
    };
  },
  async steps(platform, sample) {
    await casesGoOn(platform, sample);
    await tipsAndDraws(platform, sample);
  },
};

function inspection({ region, at, uscc, daysAgo }: Sample, kind: Kind, day: number): Record<string, unknown> {
  const joint = kind === 'MARKET_SUPERVISION' && {
    mode: 'JOINT',
    jointDepartmentCodes: [`${region}-EMERGENCY_MANAGEMENT`],
  };
  return {
    ...{
      sourceId: `${kind}-i${at}`,
      uscc,
      regionCode: region,
      departmentCode: `${region}-${kind}`,
      inspectedOn: daysAgo(day),
      recordNumber: `样检记〔2026〕${10 * at + day}号`,
    },
    ...{
      steps: ['CHECK'],
      expertAttached: 1,
      findings: 1,
      summary: '样本',
      campaignCode: 'IRON_FIST',
      hazardNumber: `YH-${region}`,
      ...joint,
    },
    caseNumber: `样市监立〔2026〕${10 * at + 1}号`,
  };
}

const ofKind = (kind: Kind): SamplePart => ({
  department: kind,
  records: (sample) => ({
    submitCases: [caseOf(kind, sample, 1)],
    submitSupervisoryInspections: [inspection(sample, kind, kind === 'FIRE_RESCUE' ? 2 : 1)],
  }),
});
export const enforcementOfSafety = ofKind('EMERGENCY_MANAGEMENT');
export const enforcementOfFire = ofKind('FIRE_RESCUE');

function officer(platform: Platform, { region }: Sample) {
  return async (
    verb: string,
    input: string,
    values: object,
    selected: string,
    department: DepartmentKind = 'MARKET_SUPERVISION',
  ) => {
    const token = await platform.token(department, region, 'write:enforcement', 'decide:enforcement');
    const { data, errors } = await platform.post(
      `mutation ($input: ${input}!) { done: ${verb}(input: $input) { ${selected} } }`,
      {
        token,
        variables: { input: values },
      },
    );
    if (errors) throw new Error(`${verb}: ${JSON.stringify(errors)}`);
    return data.done as Record<string, string>;
  };
}

/** Every column that a later step would write is filled, so that each field has something to hide. */
async function casesGoOn(platform: Platform, sample: Sample): Promise<void> {
  const { region, at, uscc } = sample;
  const step = officer(platform, sample);
  const [going, closed] = [
    numberOf('MARKET_SUPERVISION', sample, 1),
    numberOf('MARKET_SUPERVISION', sample, 2),
  ];
  const of = { number: going, reason: '样本' };
  await step('stopClock', 'StopClockInput', { ...of, ground: 'TESTING' }, 'number');
  await step('resumeClock', 'CaseStepInput', of, 'number');
  await step('proposeTransfer', 'ProposeTransferInput', { ...of, team: ['a', 'b'] }, 'number');
  const notice = {
    number: `样市监督〔2026〕${at + 1}号`,
    kind: 'RECTIFICATION',
    departmentCode: `${region}-MARKET_SUPERVISION`,
    dueOn: '2099-01-01',
  };
  const to = {
    addresseeUscc: uscc,
    addresseeDepartmentCode: `${region}-FIRE_RESCUE`,
    caseNumber: going,
    hazardNumber: `YH-${region}`,
    matter: '样本',
  };
  await step('issueNotice', 'IssueNoticeInput', { ...notice, ...to }, 'number');
  await step('receiveNotice', 'NoticeReceiptInput', { number: notice.number }, 'number');
  await step('replyToNotice', 'NoticeReplyInput', { number: notice.number, reply: '样本' }, 'number');
  await step(
    'lookBackAtNotice',
    'LookBackInput',
    { number: notice.number, result: 'DONE', findings: '样本' },
    'number',
  );
  await step(
    'nominateCase',
    'NominateCaseInput',
    { number: closed, month: answers.get('month'), title: '样本', summary: '样本' },
    'number',
  );
  await platform.sql('UPDATE enforcement.typical_case SET votes = 1, published_on = $1', [sample.daysAgo(1)]);
  await platform.sql(
    `UPDATE enforcement.enforcement_case SET notified_on = filing_date, hearing_on = filing_date, legally_reviewed_on = filing_date WHERE number = ANY($1)`,
    [[going, closed]],
  );
  await platform.sql(
    `UPDATE enforcement.criminal_transfer SET decided_at = proposed_at, handed_over_at = proposed_at, answered_at = proposed_at,
       reconsideration_asked_at = proposed_at, reconsidered_at = proposed_at, evidence_at = proposed_at, status = 'COMPLETED',
       refusal_reason = CASE WHEN region_code = $1 THEN '样本' END`,
    [HERE],
  );
}

/** What an operator adds who has the documents: without them no day of emergency's tips is known, and no duty of a division. */
const row = { from: '2020-01-01', to: null, source: '样本', verified: false } as const;
overrideRules([
  ...(['check', 'check-extension', 'tell'] as const).map((what) => ({
    ...row,
    id: `enforcement.tip.${what}`,
    value: 15,
    unit: 'working days' as const,
    department: 'EMERGENCY_MANAGEMENT' as const,
  })),
  { ...row, id: 'matters.duty.BRIEFING', value: 1, unit: 'months' },
]);

async function tipsAndDraws(platform: Platform, sample: Sample): Promise<void> {
  const { region, at, uscc } = sample;
  const step = officer(platform, sample);
  const tip = {
    regionCode: region,
    subject: `canary-tip_subject-${region}-9${at}`,
    uscc,
    reporterName: '张三',
  };
  for (const [nth, category] of ['MARKET', 'SAFETY', 'FIRE'].entries()) {
    const given = {
      ...tip,
      category,
      blocksEscape: true,
      subject: `${tip.subject}${nth}`,
      description: `canary-tip_description-${region}-9${at}${nth}`,
    };
    const { receiptCode } = await step('submitTip', 'TipInput', given, 'receiptCode');
    answers.set('receiptCode', receiptCode ?? '');
  }
  await passedOnAndKeptFrom(platform, sample, step);
  // the one that says most is the one that is asked for: it has a history, its next step is due, and of the three it is
  // shown to whom the schema names first
  const [kept] = await platform.sql<{ number: string }>(
    `UPDATE enforcement.tip SET subject = subject || repeat('-', 50) WHERE category = 'SAFETY' AND region_code = $1 RETURNING number`,
    [region],
  );
  const token = await platform.token(
    'EMERGENCY_MANAGEMENT',
    region,
    'write:enforcement',
    'decide:enforcement',
  );
  await platform.post(`mutation { acceptTip(number: "${kept?.number}") { number } }`, { token });
  await step(
    'extendTip',
    'TipReasonInput',
    { number: kept?.number, reason: '样本' },
    'number',
    'EMERGENCY_MANAGEMENT',
  );
  await platform.sql(
    `UPDATE enforcement.tip SET accepted_on = received_on, decided_on = received_on, told_on = received_on, status = 'VERIFIED', reward = 1,
       finding = '样本', case_number = $1, hazard_number = $2, reply = '样本' WHERE region_code = $3`,
    [numberOf('MARKET_SUPERVISION', sample, 1), `YH-${region}`, region],
  );
  // the one whose links are fields of its own as well: what is there tells where it lies
  await platform.sql(
    `UPDATE enforcement.tip SET case_number = 'canary-tip_case-' || region_code || '-1', hazard_number = 'canary-tip_hazard-' || region_code || '-2'
       WHERE category = 'MARKET'`,
  );
  const open = `status = 'ACCEPTED', decided_on = NULL, told_on = NULL`;
  await platform.sql(`UPDATE enforcement.tip SET ${open} WHERE category = 'FIRE'`);
  const seed = `sample seed of division ${region}`;
  const seedDigest = createHash('sha256').update(seed).digest('hex');
  const announced = await step(
    'announceSeed',
    'AnnounceSeedInput',
    { title: '样本', kind: 'OBJECTS', regionCode: region, seedDigest },
    'id',
  );
  await step(
    'createDraw',
    'CreateDrawInput',
    { id: announced.id, kind: 'OBJECTS', pool: [uscc], count: 1, seed },
    'id',
  );
  await step(
    'recordDrawCheck',
    'RecordDrawCheckInput',
    { drawId: announced.id, uscc, outcome: 'NO_PROBLEM', checkedOn: sample.daysAgo(0) },
    'id',
  );
  await platform.sql('UPDATE enforcement.draw_check SET published_on = checked_on');
  await platform.sql('UPDATE enforcement.supervisory_inspection SET draw_id = $1 WHERE draw_id IS NULL', [
    announced.id,
  ]);
}
