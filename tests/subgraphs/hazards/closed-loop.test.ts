import { as } from '../../support/callers';
import {
  NOTICE,
  PLAN,
  SUPERVISORS,
  cityMarket,
  committee,
  elsewhere,
  emergency,
  fire,
  hazardBed,
  market,
  otherMarket,
  type HazardBed,
} from './sample';

const SHARE = 'share:conditional';

describe('the closed loop of a hazard', () => {
  let bed: HazardBed;
  beforeEach(async () => (bed = await hazardBed()));
  afterEach(() => bed.stop());

  const read = (number: string, fields: string, caller = market) => bed.run(`{ hazard(number: "${number}") { ${fields} } }`, { caller });

  test('a report MUST be seen by the competent kind of department in its region only, until it is verified', async () => {
    const number = await bed.at('REPORTED');
    for (const caller of [market, cityMarket]) expect((await read(number, 'status', caller)).data.hazard).toEqual({ status: 'REPORTED' });
    for (const caller of [as.public, emergency, fire, elsewhere, committee]) {
      expect((await read(number, 'status', caller)).data.hazard).toBeNull();
      expect((await bed.run('{ hazards { totalCount edges { node { number } } } }', { caller })).data.hazards).toEqual({
        totalCount: 0,
        edges: [],
      });
    }
    expect(await bed.step('verifyHazard', fire, { number })).toFailWith('NOT_FOUND');
    await bed.step('verifyHazard', market, { number, criterionCode: 'GB45067-4.6-2' });
    expect((await read(number, 'status criterion { clause }', fire)).data.hazard).toMatchObject({ status: 'VERIFIED' });
    expect((await read(number, 'status', as.public)).data.hazard).toBeNull();
  });

  test('a report MUST be verified by another officer, with its criterion, or dismissed with a reason', async () => {
    const number = await bed.report({}, market);
    expect(await bed.step('verifyHazard', market, { number, criterionCode: 'GB45067-4.6-2' })).toFailWith('HAZARD_VERIFIER_MUST_DIFFER');
    expect(await bed.step('verifyHazard', otherMarket, { number })).toFailWith('HAZARD_CRITERION_MISSING');
    expect(await bed.step('verifyHazard', otherMarket, { number, criterionCode: 'GB35181' })).toFailWith('HAZARD_CRITERION_OF_OTHER');
    expect(await bed.step('verifyHazard', otherMarket, { number, criterionCode: 'GB0' })).toFailWith('HAZARD_CRITERION_UNKNOWN');
    const dismissed = await bed.step('dismissHazard', otherMarket, { number, reason: '经查不属实' }, 'status history { step reason }');
    expect(dismissed.data.hazard).toEqual({
      status: 'DISMISSED',
      history: [
        { step: 'REPORT', reason: null },
        { step: 'DISMISS', reason: '经查不属实' },
      ],
    });
    expect((await read(number, 'status', fire)).data.hazard).toBeNull();
  });

  test('whoever leads MUST decide: assigned to fire and rescue, the hazard is theirs', async () => {
    const number = await bed.at('VERIFIED');
    const wrong = { number, leadDepartmentCode: '430682-FIRE_RESCUE', supervisorCodes: ['430682-MARKET_SUPERVISION'] };
    expect(await bed.step('assignHazard', committee, wrong)).toFailWith('HAZARD_SUPERVISORS_TOO_FEW');
    expect(await bed.step('assignHazard', committee, { ...wrong, leadDepartmentCode: '411003-FIRE_RESCUE' })).toFailWith(
      'HAZARD_SUPERVISORS_TOO_FEW',
    );
    const assigned = await bed.step(
      'assignHazard',
      committee,
      { ...wrong, supervisorCodes: ['430682-MARKET_SUPERVISION', '430600-SAFETY_COMMITTEE'] },
      'competentKind leadDepartment { code } supervisors { code }',
    );
    expect(assigned.data.hazard).toEqual({
      competentKind: 'FIRE_RESCUE',
      leadDepartment: { code: '430682-FIRE_RESCUE' },
      supervisors: [{ code: '430682-MARKET_SUPERVISION' }, { code: '430600-SAFETY_COMMITTEE' }],
    });
    expect(await bed.step('notifyHazard', market, { number, ...NOTICE })).toFailWith('HAZARD_NOT_COMPETENT');
    expect(await bed.step('notifyHazard', fire, { number, ...NOTICE })).toSucceed();
  });

  test('the principal and the actual controller MUST both be notified, and both receipts be there before it is closed', async () => {
    const number = await bed.at('RECTIFYING');
    expect(await bed.step('submitRectification', emergency, { number, evidence: '照片' })).toSucceed();
    expect(await bed.step('closeHazard', market, { number, evidence: '复查' })).toFailWith('HAZARD_RECEIPT_MISSING');
    for (const recipient of ['PRINCIPAL', 'ACTUAL_CONTROLLER'])
      expect(await bed.step('acknowledgeHazard', market, { number, recipient })).toSucceed();
    expect(await bed.step('acknowledgeHazard', market, { number, recipient: 'PRINCIPAL' })).toFailWith('HAZARD_ALREADY_ACKNOWLEDGED');
    const { data } = await bed.step(
      'closeHazard',
      market,
      { number, evidence: '复查' },
      'status closedOn closedOnTime notifications { recipient acknowledgedAt }',
    );
    expect(data.hazard).toMatchObject({ status: 'CLOSED', closedOn: '2026-06-15', closedOnTime: true });
    expect(data.hazard.notifications).toHaveLength(2);
  });

  test('names and phones MUST be sealed at rest, and shown for a purpose inside the region, on record', async () => {
    const number = await bed.at('RECTIFYING');
    for (const table of ['hazard_notification', 'rectification_plan', 'audit_record', 'hazard_event']) {
      const rows = await bed.subgraph.db.read<{ row: string }>(`SELECT ${table}::text AS row FROM ${table}`);
      expect(JSON.stringify(rows)).not.toMatch(/张三丰|李四光|王五|1390000000/);
    }
    const fields = 'notifications { name phone } plan { measures funds responsibleName responsiblePhone }';
    const as2 = (region: string, purpose?: string, ...scopes: string[]) =>
      bed.run(`{ hazard(number: "${number}") { ${fields} } }`, { caller: as.officer('HOUSING', region, ...scopes), purpose });
    const shown = (await as2('430600', '督办', SHARE)).data.hazard;
    expect(shown.notifications).toContainEqual({ name: '张三丰', phone: '13900000001' });
    expect(shown.plan).toEqual({ measures: PLAN.measures, funds: '12000.00', responsibleName: '王五', responsiblePhone: '13900000003' });
    for (const answer of [await as2('411003', '督办', SHARE), await as2('430600', undefined, SHARE), await as2('430600', '督办')]) {
      expect(JSON.stringify(answer.data)).not.toMatch(/张三丰|王五|139/);
    }
  });

  test('an extension MUST leave the first deadline as it was: both readings are kept', async () => {
    const number = await bed.at('SUBMITTED');
    await bed.step('refuseRectification', otherMarket, { number, reason: '门锁仍可短接' });
    bed.now('2026-07-15T04:00:00Z');
    expect(await bed.step('extendHazard', market, { number, dueOn: '2026-07-15', reason: '缺配件' })).toFailWith(
      'HAZARD_EXTENSION_NOT_LATER',
    );
    expect(await bed.step('extendHazard', market, { number, dueOn: '2026-07-31', reason: '缺配件' })).toSucceed();
    bed.now('2026-07-31T04:00:00Z');
    await bed.step('submitRectification', market, { number, evidence: '照片2' });
    const { data } = await bed.step(
      'closeHazard',
      otherMarket,
      { number, evidence: '复查' },
      'originalDueOn dueOn closedOnTime closedOnTimeWithExtensions history { step dueOn reason officer department { code } fromStatus toStatus }',
    );
    expect(data.hazard).toMatchObject({
      originalDueOn: '2026-07-15',
      dueOn: '2026-07-31',
      closedOnTime: false,
      closedOnTimeWithExtensions: true,
    });
    expect(data.hazard.history.find(({ step }: { step: string }) => step === 'EXTEND')).toMatchObject({
      ...{ dueOn: '2026-07-31', reason: '缺配件', officer: market.subject, department: { code: market.departmentCode } },
    });
    bed.now('2026-08-01T04:00:00Z');
    expect(await bed.step('extendHazard', market, { number, dueOn: '2026-09-01', reason: '再延' })).toFailWith('HAZARD_NOT_NOTIFIED');
  });

  test('what is overdue MUST NOT be extended afterwards', async () => {
    const number = await bed.at('NOTIFIED');
    bed.now('2026-07-16T04:00:00Z');
    expect((await read(number, 'overdue')).data.hazard).toEqual({ overdue: true });
    expect(await bed.step('extendHazard', market, { number, dueOn: '2026-09-01', reason: '忘了' })).toFailWith('HAZARD_EXTENSION_TOO_LATE');
  });

  test('exposure MUST be the last rung, and what the public sees', async () => {
    const number = await bed.at('NOTIFIED');
    await bed.step('assignHazard', market, { number, leadDepartmentCode: '430682-MARKET_SUPERVISION', supervisorCodes: SUPERVISORS });
    expect(await bed.step('escalateHazard', fire, { number, to: 'EXPOSURE', reason: '拖延' })).toFailWith('HAZARD_ESCALATION_OUT_OF_ORDER');
    for (const to of ['LETTER', 'CIRCULAR', 'INTERVIEW']) {
      expect(await bed.step('escalateHazard', fire, { number, to, reason: '进展缓慢', evidence: '函〔2026〕1号' })).toSucceed();
      expect((await read(number, 'status', as.public)).data.hazard).toBeNull();
    }
    expect(await bed.step('escalateHazard', emergency, { number, to: 'EXPOSURE', reason: '拖延' })).toFailWith('HAZARD_NOT_SUPERVISOR');
    await bed.step('escalateHazard', committee, { number, to: 'EXPOSURE', reason: '拒不整改' });
    const seen = await read(number, 'status escalation enterprise { uscc } description', as.public);
    expect(seen.data.hazard).toMatchObject({ status: 'NOTIFIED', escalation: 'EXPOSURE', description: null });
    expect(seen).toFailWith('SHARING_DENIED');
  });

  test('listed supervision MUST end with the closing, and production resume after it only', async () => {
    const number = await bed.at('SUBMITTED');
    expect(await bed.step('listHazard', committee, { number, reason: '重大' }, 'listedOn')).toMatchObject({
      data: { hazard: { listedOn: '2026-06-15' } },
    });
    expect(await bed.step('haltProduction', market, { number, reason: '危及人身' }, 'haltedOn')).toSucceed();
    expect(await bed.step('resumeProduction', market, { number })).toFailWith('HAZARD_NOT_REVIEWED');
    expect(await bed.step('closeHazard', market, { number, evidence: '复查' })).toFailWith('HAZARD_CLOSER_MUST_DIFFER');
    const closed = await bed.step('closeHazard', otherMarket, { number, evidence: '复查' }, 'listedOn haltedOn');
    expect(closed.data.hazard).toEqual({ listedOn: null, haltedOn: '2026-06-15' });
    expect((await bed.step('resumeProduction', otherMarket, { number }, 'haltedOn')).data.hazard).toEqual({ haltedOn: null });
  });

  test('a look-back MUST be another officer’s, and confirm the closing or reopen it', async () => {
    const number = await bed.at('CLOSED');
    expect(await bed.step('lookBackHazard', otherMarket, { number })).toFailWith('HAZARD_LOOK_BACK_MUST_DIFFER');
    expect((await bed.step('lookBackHazard', committee, { number }, 'status lookedBackOn')).data.hazard).toEqual({
      status: 'CLOSED',
      lookedBackOn: '2026-06-15',
    });
    const reopened = await bed.step('reopenHazard', committee, { number, reason: '再次短接' }, 'status closedOn plan { id } overdue');
    expect(reopened.data.hazard).toEqual({ status: 'REOPENED', closedOn: null, plan: null, overdue: false });
    expect(await bed.step('notifyHazard', market, { number, ...NOTICE, dueOn: '2026-08-01' }, 'originalDueOn dueOn')).toMatchObject({
      data: { hazard: { originalDueOn: '2026-07-15', dueOn: '2026-08-01' } },
    });
    expect(await bed.step('submitRectification', market, { number, evidence: '照片' })).toFailWith('HAZARD_PLAN_MISSING');
  });

  test('history MUST NOT be changed or removed, not even by the service', async () => {
    const number = await bed.at('CLOSED');
    const { data } = await read(number, 'history { sequence }');
    expect(data.hazard.history.map(({ sequence }: { sequence: number }) => sequence)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    for (const statement of ["UPDATE hazard_event SET reason = ''", 'DELETE FROM hazard_event']) {
      await expect(bed.subgraph.db.read(statement)).rejects.toThrow('append-only');
    }
  });

  test('of two officers who act at once one MUST win, and the other be told', async () => {
    for (let round = 0; round < 5; round++) {
      const number = await bed.at('SUBMITTED');
      const answers = await Promise.all([
        bed.step('closeHazard', otherMarket, { number, evidence: '甲' }),
        bed.step('refuseRectification', cityMarket, { number, reason: '乙' }),
        bed.step('closeHazard', cityMarket, { number, evidence: '丙' }),
      ]);
      expect(answers.filter(({ errors }) => !errors)).toHaveLength(1);
      for (const lost of answers.filter(({ errors }) => errors)) expect(lost).toFailWith('HAZARD_NOT_SUBMITTED');
      expect((await read(number, 'history { step }')).data.hazard.history).toHaveLength(8);
    }
  });

  test('a step MUST need its scope and its region', async () => {
    const number = await bed.at('VERIFIED');
    expect(await bed.step('notifyHazard', as.public, { number, ...NOTICE })).toFailWith('SHARING_DENIED');
    expect(await bed.step('notifyHazard', { ...market, scopes: ['write:hazards'] }, { number, ...NOTICE })).toFailWith('SCOPE_MISSING');
    expect(await bed.step('notifyHazard', elsewhere, { number, ...NOTICE })).toFailWith('OUTSIDE_REGION');
    expect(await bed.step('notifyHazard', market, { number, ...NOTICE, dueOn: '2026-06-14' })).toFailWith('DATE_OUT_OF_RANGE');
    expect(await bed.step('planRectification', market, { number, ...PLAN })).toFailWith('HAZARD_NOT_NOTIFIED');
  });
});
