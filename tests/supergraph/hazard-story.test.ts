import type { DepartmentKind } from '../../subgraphs/kernel';
import { testDatabase } from '../support/database';
import type { Reply } from '../support/http';
import { startPlatform, type Platform } from '../support/platform';

const USCC = '91430682MA4L16JQ90';
const LIFT = '31104310220240001';
const SCOPES = ['write:hazards', 'decide:hazards'];

/** The story of one hazard by HTTP: three officers of three departments, a colleague who reviews, and a member of the public. */
describe('a tip about a lift', () => {
  let platform: Platform;
  let number: string;
  const tokens: Record<string, string> = {};
  beforeAll(async () => {
    platform = await startPlatform('local', {}, testDatabase);
    platform.now('2026-06-15T10:00:00+08:00');
    const officer = (subject: string, department: DepartmentKind, region: string) =>
      platform.tokenOf({ subject, department, region, scope: SCOPES.join(' ') });
    tokens.emergency = await officer('应急-1', 'EMERGENCY_MANAGEMENT', '430682');
    tokens.market = await officer('市监-1', 'MARKET_SUPERVISION', '430682');
    tokens.reviewer = await officer('市监-2', 'MARKET_SUPERVISION', '430600');
    tokens.fire = await officer('消防-1', 'FIRE_RESCUE', '430682');
    tokens.stranger = await officer('市监-3', 'MARKET_SUPERVISION', '411003');
  });
  afterAll(() => platform?.stop());

  type Who = 'emergency' | 'market' | 'reviewer' | 'fire' | 'stranger' | 'public';
  const ask = (who: Who, query: string, variables?: Record<string, unknown>): Promise<Reply> =>
    platform.post(query, { token: tokens[who] ?? null, variables });
  const take = (
    who: Who,
    verb: string,
    input: object,
    type = `${verb[0]?.toUpperCase()}${verb.slice(1)}Input`,
  ) =>
    ask(
      who,
      `mutation ($input: ${type}!) { hazard: ${verb}(input: $input) { number status dueOn closedOnTime closedOnTimeWithExtensions } }`,
      {
        input: { number, ...input },
      },
    );
  const refuse = (who: Who, reason: string) =>
    take(who, 'refuseRectification', { reason }, 'ReasonedStepInput');
  const done = async (reply: Promise<Reply>, status: string) => {
    const answer = await reply;
    expect(answer).toSucceed();
    expect(answer.data.hazard).toMatchObject({ number, status });
  };
  const seenBy = async (who: Who) =>
    (await ask(who, `{ hazard(number: "${number}") { status escalation } }`)).data.hazard as object | null;
  /** What the matter's overview and the statistics say, and how many of its hazards anyone may see. */
  const figures = async () => {
    const overview = 'overview(region: "430600") { openMajorHazards overdueHazards onTimeRate }';
    const statistics =
      'hazardStatistics(region: "430682", groupBy: TOTAL) { open closed overdue onTimeRate onTimeRateWithExtensions }';
    const told = await ask('stranger', `{ matter(code: "ELEVATOR") { ${overview} } ${statistics} }`);
    const { data } = await ask(
      'public',
      `{ matter(code: "ELEVATOR") { hazards(region: "430000") { totalCount } } }`,
    );
    const shown = data.matter.hazards.totalCount;
    return { ...told.data.matter.overview, shown, ...told.data.hazardStatistics[0] };
  };

  test('becomes a verified hazard: only by another officer of the department that decides on lifts', async () => {
    const input = {
      ...{
        domain: 'SPECIAL_EQUIPMENT',
        channel: 'TIP_VERIFIED',
        origin: 'TIP',
        originReference: 'T-2026-1',
        uscc: USCC,
        equipmentCode: LIFT,
      },
      ...{
        regionCode: '430682',
        industryCode: '7020',
        matterCodes: ['ELEVATOR'],
        description: '门锁回路被短接',
        evidence: '举报照片',
      },
    };
    const report =
      'mutation ($input: ReportHazardInput!) { hazard: reportHazard(input: $input) { number status } }';
    expect(await ask('public', report, { input })).toFailWith('SHARING_DENIED');
    expect(await ask('stranger', report, { input })).toFailWith('OUTSIDE_REGION');
    const reported = await ask('emergency', report, { input });
    expect(reported.data.hazard.status).toBe('REPORTED');
    ({ number } = reported.data.hazard as { number: string });
    for (const who of ['public', 'fire', 'stranger'] as const) expect(await seenBy(who)).toBeNull();
    expect(await seenBy('market')).toEqual({ status: 'REPORTED', escalation: 'NONE' });
    expect(await figures()).toMatchObject({ openMajorHazards: null, open: 0 });

    expect(await take('fire', 'verifyHazard', {})).toFailWith('NOT_FOUND');
    expect(await take('market', 'verifyHazard', {})).toFailWith('HAZARD_CRITERION_MISSING');
    await done(
      take('market', 'verifyHazard', { criterionCode: 'GB45067-4.6-2', evidence: '现场检查记录' }),
      'VERIFIED',
    );
    expect(await take('market', 'verifyHazard', { criterionCode: 'GB45067-4.6-2' })).toFailWith(
      'HAZARD_NOT_REPORTED',
    );
    expect(await seenBy('fire')).toEqual({ status: 'VERIFIED', escalation: 'NONE' });
    expect(await seenBy('public')).toBeNull();
    expect(await figures()).toMatchObject({
      openMajorHazards: 1,
      overdueHazards: 0,
      onTimeRate: null,
      open: 1,
      shown: 0,
    });
  });

  test('is notified to principal and actual controller, assigned, extended', async () => {
    const notice = { dueOn: '2026-07-15', principalName: '张三', controllerName: '李四' };
    expect(await take('fire', 'notifyHazard', notice)).toFailWith('HAZARD_NOT_COMPETENT');
    expect(await take('market', 'extendHazard', { dueOn: '2026-08-01', reason: '缺配件' })).toFailWith(
      'HAZARD_NOT_NOTIFIED',
    );
    await done(take('market', 'notifyHazard', notice), 'NOTIFIED');
    const lead = { leadDepartmentCode: '430682-MARKET_SUPERVISION' };
    expect(
      await take('market', 'assignHazard', { ...lead, supervisorCodes: [lead.leadDepartmentCode] }),
    ).toFailWith('HAZARD_SUPERVISORS_TOO_FEW');
    await done(
      take('market', 'assignHazard', {
        ...lead,
        supervisorCodes: ['430682-FIRE_RESCUE', '430682-EMERGENCY_MANAGEMENT'],
      }),
      'NOTIFIED',
    );
    for (const recipient of ['PRINCIPAL', 'ACTUAL_CONTROLLER'])
      await done(take('market', 'acknowledgeHazard', { recipient }), 'NOTIFIED');
    expect(await take('market', 'extendHazard', { dueOn: '2026-07-15', reason: '缺配件' })).toFailWith(
      'HAZARD_EXTENSION_NOT_LATER',
    );
    const extended = await take('market', 'extendHazard', { dueOn: '2026-07-31', reason: '缺配件' });
    expect(extended.data.hazard).toMatchObject({ status: 'NOTIFIED', dueOn: '2026-07-31' });
  });

  test('is escalated by a supervisor rung by rung, and seen by the public once it is exposed', async () => {
    const to = (level: string) => ({ to: level, reason: '进展缓慢', evidence: '函〔2026〕1号' });
    expect(await take('fire', 'escalateHazard', to('INTERVIEW'))).toFailWith(
      'HAZARD_ESCALATION_OUT_OF_ORDER',
    );
    for (const level of ['LETTER', 'CIRCULAR', 'INTERVIEW'])
      await done(take('fire', 'escalateHazard', to(level)), 'NOTIFIED');
    expect(await seenBy('public')).toBeNull();
    await done(take('emergency', 'escalateHazard', to('EXPOSURE')), 'NOTIFIED');
    expect(await seenBy('public')).toEqual({ status: 'NOTIFIED', escalation: 'EXPOSURE' });
    const query = `{ hazard(number: "${number}") { enterprise { uscc } description originReference history { step } notifications { name } } }`;
    const shown = await ask('public', query);
    expect(shown.data.hazard).toEqual({
      enterprise: { uscc: USCC },
      description: null,
      originReference: null,
      history: null,
      notifications: null,
    });
    expect(shown.errors?.map(({ extensions }) => extensions.code)).toEqual(Array(4).fill('SHARING_DENIED'));
    expect((await figures()).shown).toBe(1);
    platform.now('2026-08-01T10:00:00+08:00');
    expect(await figures()).toMatchObject({
      openMajorHazards: 1,
      overdueHazards: 1,
      onTimeRate: 0,
      overdue: 1,
    });
    expect(await take('market', 'extendHazard', { dueOn: '2026-09-01', reason: '再延' })).toFailWith(
      'HAZARD_EXTENSION_TOO_LATE',
    );
    platform.now('2026-07-20T10:00:00+08:00');
  });

  test('is rectified, refused, rectified again, and closed by the right department and officer', async () => {
    expect(await take('market', 'submitRectification', { evidence: '照片1' })).toFailWith(
      'HAZARD_PLAN_MISSING',
    );
    const plan = {
      measures: '更换门锁',
      funds: '12000.00',
      responsibleName: '王五',
      dueOn: '2026-07-25',
      contingency: '停用电梯',
    };
    await done(take('emergency', 'planRectification', plan), 'RECTIFYING');
    expect(await take('reviewer', 'closeHazard', { evidence: '复查' })).toFailWith('HAZARD_NOT_SUBMITTED');
    await done(take('market', 'submitRectification', { evidence: '照片1' }), 'SUBMITTED');
    expect(await refuse('market', '自己')).toFailWith('HAZARD_CLOSER_MUST_DIFFER');
    await done(refuse('reviewer', '仍可短接'), 'RECTIFYING');
    await done(take('market', 'submitRectification', { evidence: '照片2' }), 'SUBMITTED');
    expect(await take('fire', 'closeHazard', { evidence: '复查' })).toFailWith('HAZARD_NOT_COMPETENT');
    expect(await take('stranger', 'closeHazard', { evidence: '复查' })).toFailWith('OUTSIDE_REGION');
    expect(await take('market', 'closeHazard', { evidence: '复查' })).toFailWith('HAZARD_CLOSER_MUST_DIFFER');
    const closed = await take('reviewer', 'closeHazard', { evidence: '复查记录' });
    expect(closed.data.hazard).toMatchObject({
      status: 'CLOSED',
      closedOnTime: false,
      closedOnTimeWithExtensions: true,
    });
    expect(await figures()).toMatchObject({
      openMajorHazards: 0,
      onTimeRate: 0,
      closed: 1,
      onTimeRateWithExtensions: 1,
    });
  });

  test('is looked back on and reopened, its history whole', async () => {
    const again = { reason: '再次短接' };
    expect(await take('reviewer', 'reopenHazard', again)).toFailWith('HAZARD_LOOK_BACK_MUST_DIFFER');
    await done(take('fire', 'lookBackHazard', {}, 'HazardStepInput'), 'CLOSED');
    await done(take('fire', 'reopenHazard', again), 'REOPENED');
    expect(await take('fire', 'reopenHazard', again)).toFailWith('HAZARD_NOT_CLOSED');
    expect(await figures()).toMatchObject({ openMajorHazards: 1, open: 1, closed: 0 });
    const { data } = await ask(
      'market',
      `{ hazard(number: "${number}") { history { sequence step officer department { code name } } } }`,
    );
    const steps = data.hazard.history.map(({ step }: { step: string }) => step);
    expect(steps).toEqual([
      ...[
        'REPORT',
        'VERIFY',
        'NOTIFY',
        'ASSIGN',
        'ACKNOWLEDGE',
        'ACKNOWLEDGE',
        'EXTEND',
        'ESCALATE',
        'ESCALATE',
        'ESCALATE',
        'ESCALATE',
      ],
      ...['PLAN', 'SUBMIT', 'REFUSE', 'SUBMIT', 'CLOSE', 'LOOK_BACK', 'REOPEN'],
    ]);
    expect(data.hazard.history[0]).toMatchObject({
      sequence: 1,
      officer: '应急-1',
      department: { code: '430682-EMERGENCY_MANAGEMENT' },
    });
    expect(data.hazard.history[0].department.name).toEqual(expect.any(String));
  });
});
