import { composeUscc } from '../../../subgraphs/kernel';
import { startPlatform, type Platform } from '../../support/platform';
import { testDatabase } from '../../support/database';
import { storyOf } from '../story';

export const PLACE = '430682';
/** 长安街道: the town of what is reported. */
export const TOWN = '430682001';
export const UNIT = composeUscc('91430682', 'YY00000E');
export const LIFT = '31104306820240018';
const MARKET = `${PLACE}-MARKET_SUPERVISION`;
const number = (nth: number) => `临市监立〔2026〕${nth}号`;
export const CASES = { decided: number(19), transferred: number(20), lead: number(21) };
export const DECISION = '临市监罚〔2026〕19号';
export const NOTICE = '临市监督〔2026〕1号';
export const HAZARD = 'YH430682-2026-0001';

/** What was told, where anything was: by the day on which the story is over it is verified, answered and rewarded. */
export interface World {
  platform: Platform;
  story: ReturnType<typeof storyOf>;
  /** The numbers of the tips; none where nothing was told. */
  tips: string[];
  /** The numbers of what became of the last one: it is offered to fire and rescue, and an officer keeps away from it. */
  passed: { transfer: string; recusal: string };
  /** The number that this system has given. */
  reported: string;
}

/** The same hazards, cases, decisions, notices and transfers, that go back to tips or to an inspection. */
export async function worldOf(
  begunBy: 'TIP' | 'INSPECTION',
  settings: Record<string, string>,
): Promise<World> {
  const platform = await startPlatform('local', settings, testDatabase);
  const story = minuteByMinute(platform, storyOf(platform));
  story.on('2026-06-15');
  for (const name of ['市监-1', '市监-2']) await story.employ(name, 'MARKET_SUPERVISION', PLACE);
  await story.employ('应急', 'EMERGENCY_MANAGEMENT', PLACE);
  const of = { sourceId: '1', regionCode: TOWN, industryCode: '7020' };
  const unit = { ...of, uscc: UNIT, name: '临湘市物业有限公司（合成数据）', status: 'OPERATING' };
  await story.submit('市监-1', 'submitEnterprises', 'EnterpriseInput', unit);
  const lift = { ...of, code: LIFT, kindCode: '3110', userUscc: UNIT };
  await story.submit('市监-1', 'submitEquipment', 'EquipmentInput', lift);
  const tips = begunBy === 'TIP' ? await tell({ platform, story }) : [];
  const passed = begunBy === 'TIP' ? await passOn({ platform, story }) : { transfer: '', recusal: '' };
  story.on('2026-06-15');
  const reported = await follow(story, tips);
  if (tips.length > 0) await answer(story, tips);
  story.on('2026-06-16');
  return { platform, story, tips, passed, reported };
}

/** The clock goes on by a minute with each step, so that steps have an order. */
function minuteByMinute(platform: Platform, story: World['story']): World['story'] {
  let minute = 0;
  return {
    ...story,
    on(day) {
      minute = 0;
      story.on(day);
    },
    step(...asked) {
      platform.now(new Date(Date.UTC(2026, 5, 15, 4, minute++)).toISOString());
      return story.step(...asked);
    },
  };
}

/** A tip about the unit that leads to all that follows, and one about the town that looks after it. */
async function tell({ platform, story }: Pick<World, 'platform' | 'story'>): Promise<string[]> {
  const said = {
    category: 'MARKET',
    regionCode: TOWN,
    uscc: UNIT,
    subject: '门锁被短接',
    description: '层门开着运行',
  };
  const about = { aboutDepartmentCode: `${TOWN}-MARKET_SUPERVISION`, reporterName: '欧阳举报人' };
  for (const more of [{}, about])
    await story.step(null, 'submitTip', 'TipInput', { ...said, ...more }, 'receiptCode');
  const rows = await platform.sql<{ number: string }>('SELECT number FROM enforcement.tip ORDER BY named');
  const numbers = rows.map((row) => row.number);
  for (const each of numbers) await accept(story, each);
  return numbers;
}

/** One that another department is competent for, and that an officer keeps away from. */
async function passOn({ platform, story }: Pick<World, 'platform' | 'story'>): Promise<World['passed']> {
  const said = { category: 'MARKET', regionCode: TOWN, uscc: UNIT, subject: '出口锁闭', description: '出口' };
  await story.step(null, 'submitTip', 'TipInput', said, 'receiptCode');
  const [tip] = await platform.sql<{ number: string }>(
    `SELECT number FROM enforcement.tip WHERE subject = '出口锁闭'`,
  );
  const away = { tipNumber: tip?.number, officer: '市监-9', ground: 'CONCERNED', reason: '涉及本人' };
  const { number: recusal } = await story.step(
    '市监-1',
    'askTipRecusal',
    'AskTipRecusalInput',
    away,
    'number',
  );
  const offer = { toDepartmentCode: `${PLACE}-FIRE_RESCUE`, reason: '消防职责', note: '已移送' };
  await story.step('市监-1', 'transferTip', 'TransferTipInput', { number: tip?.number, ...offer }, 'number');
  const [transfer] = await platform.sql<{ number: string }>('SELECT number FROM enforcement.tip_transfer');
  return { transfer: transfer?.number ?? '', recusal };
}

async function accept(story: World['story'], tip: string): Promise<void> {
  const { errors } = await story.ask(
    '市监-1',
    'mutation ($number: ID!) { acceptTip(number: $number) { status } }',
    {
      number: tip,
    },
  );
  if (errors) throw new Error(JSON.stringify(errors));
}

/** What was found, as officers record it. Returns the number that this system has given to what was reported. */
async function follow({ step, submit }: World['story'], [told]: readonly string[]): Promise<string> {
  const tip = told ?? null;
  const source = tip === null ? 'INSPECTION' : 'TIP';
  const channel = tip === null ? 'INSPECTION' : 'TIP_VERIFIED';
  const found = {
    uscc: UNIT,
    equipmentCode: LIFT,
    regionCode: TOWN,
    industryCode: '7020',
    domain: 'SPECIAL_EQUIPMENT',
  };
  const went = { channel, origin: source, originReference: tip };
  const stored = {
    ...found,
    ...went,
    sourceId: 'h1',
    number: HAZARD,
    grade: 'MAJOR',
    description: '层门变形',
  };
  const judged = { criterionCode: 'GB45067-4.6-2', foundOn: '2026-06-14', status: 'VERIFIED' };
  await submit('市监-1', 'submitHazards', 'HazardInput', { ...stored, ...judged });
  const report = { ...found, ...went, description: '门锁回路被短接' };
  const { number: reported } = await step('市监-1', 'reportHazard', 'ReportHazardInput', report, 'number');
  await step('市监-2', 'verifyHazard', 'VerifyHazardInput', {
    number: reported,
    criterionCode: 'GB45067-4.6-2',
  });
  for (const to of ['LETTER', 'CIRCULAR', 'INTERVIEW', 'EXPOSURE'])
    await step('市监-2', 'escalateHazard', 'EscalateHazardInput', { number: reported, to, reason: '逾期' });
  await prosecute(step, source, tip, HAZARD);
  const violation = {
    sourceId: 'v1',
    equipmentCode: LIFT,
    uscc: UNIT,
    regionCode: TOWN,
    type: 'OTHER',
    foundOn: '2026-06-15',
  };
  await submit('市监-1', 'submitEquipmentViolations', 'EquipmentViolationInput', {
    ...violation,
    foundBy: tip === null ? 'SUPERVISION' : 'REPORT',
  });
  const notice = {
    number: NOTICE,
    kind: 'RECTIFICATION',
    departmentCode: MARKET,
    dueOn: '2026-07-15',
    matter: '整改',
  };
  const about = { addresseeUscc: UNIT, caseNumber: CASES.decided, hazardNumber: HAZARD };
  await step('市监-1', 'issueNotice', 'IssueNoticeInput', { ...notice, ...about });
  return reported as string;
}

async function prosecute(
  step: World['story']['step'],
  originKind: string,
  tip: string | null,
  hazard: string,
) {
  const party = {
    partyKind: 'ENTERPRISE',
    partyUscc: UNIT,
    partyName: '临湘市物业有限公司（合成数据）',
    partyRegionCode: TOWN,
  };
  const lead = {
    reason: '查实',
    causeCode: 'EQUIPMENT_UNREGISTERED',
    departmentCode: MARKET,
    receivedOn: '2026-06-15',
  };
  const origin = {
    originKind,
    originReference: tip,
    hazardNumber: hazard,
    equipmentCode: LIFT,
    industryCode: '7020',
  };
  for (const each of Object.values(CASES))
    await step('市监-1', 'registerLead', 'RegisterLeadInput', { number: each, ...party, ...lead, ...origin });
  for (const each of [CASES.decided, CASES.transferred]) {
    const of = { number: each, reason: '查实' };
    await step('市监-2', 'fileCase', 'FileCaseInput', of);
    await step('市监-1', 'startInvestigation', 'StartInvestigationInput', {
      ...of,
      investigators: ['市监-1', '市监-3'],
    });
  }
  const of = { number: CASES.decided, reason: '依法' };
  await step('市监-1', 'proposeTransfer', 'ProposeTransferInput', {
    ...of,
    number: CASES.transferred,
    team: ['甲', '乙'],
  });
  await step('市监-1', 'notifyParty', 'NotifyPartyInput', of);
  const decision = { ...of, documentNumber: DECISION, kinds: ['FINE'], fine: '1000', waived: true };
  await step('市监-2', 'decideCase', 'DecideCaseInput', decision);
  await step('市监-1', 'deliverDecision', 'CaseStepInput', of);
  await step('市监-2', 'publishDecision', 'PublicationInput', { documentNumber: DECISION, reason: '依法' });
}

async function answer({ step }: World['story'], [tip]: readonly string[]): Promise<void> {
  const led = { caseNumber: CASES.decided, hazardNumber: HAZARD };
  await step('市监-1', 'verifyTip', 'VerifyTipInput', { number: tip, finding: '属实', ...led });
  await step('市监-1', 'tellTipReporter', 'TipReasonInput', { number: tip, reason: '已立案' });
  await step('市监-2', 'rewardTip', 'RewardTipInput', { number: tip, amount: '500.00' });
}
