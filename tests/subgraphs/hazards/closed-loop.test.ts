import { as } from '../../support/callers';
import {
  NOTICE,
  PLAN,
  SUPERVISORS,
  broughtTo,
  cityMarket,
  committee,
  elsewhere,
  emergency,
  fire,
  hazardBed,
  market,
  otherMarket,
  report,
  take,
} from './sample';

const SHARE = 'share:conditional';

const bed = hazardBed();

describe('the closed loop of a hazard', () => {
  beforeEach(() => bed.empty());

  const read = (number: string, fields: string, caller = market) =>
    bed.run(`{ hazard(number: "${number}") { ${fields} } }`, { caller });

  test('a report MUST be seen by the competent kind of department in its region only, until it is verified', async () => {
    const number = await broughtTo(bed, 'REPORTED');
    for (const caller of [market, cityMarket])
      expect((await read(number, 'status', caller)).data.hazard).toEqual({ status: 'REPORTED' });
    for (const caller of [as.public, emergency, fire, elsewhere, committee]) {
      expect((await read(number, 'status', caller)).data.hazard).toBeNull();
      expect(
        (await bed.run('{ hazards { totalCount edges { node { number } } } }', { caller })).data.hazards,
      ).toEqual({
        totalCount: 0,
        edges: [],
      });
    }
    expect(await take(bed, 'verifyHazard', { number }, fire)).toFailWith('NOT_FOUND');
    await take(bed, 'verifyHazard', { number, criterionCode: 'GB45067-4.6-2' }, market);
    expect((await read(number, 'status criterion { clause }', fire)).data.hazard).toMatchObject({
      status: 'VERIFIED',
    });
    expect((await read(number, 'status', as.public)).data.hazard).toBeNull();
  });

  test('a report MUST be verified by another officer, with its criterion, or dismissed with a reason', async () => {
    const number = await report(bed, {}, market);
    expect(await take(bed, 'verifyHazard', { number, criterionCode: 'GB45067-4.6-2' }, market)).toFailWith(
      'HAZARD_VERIFIER_MUST_DIFFER',
    );
    expect(await take(bed, 'verifyHazard', { number }, otherMarket)).toFailWith('HAZARD_CRITERION_MISSING');
    expect(await take(bed, 'verifyHazard', { number, criterionCode: 'GB35181' }, otherMarket)).toFailWith(
      'HAZARD_CRITERION_OF_OTHER',
    );
    expect(await take(bed, 'verifyHazard', { number, criterionCode: 'GB0' }, otherMarket)).toFailWith(
      'HAZARD_CRITERION_UNKNOWN',
    );
    const dismissed = await take(
      bed,
      'dismissHazard',
      { number, reason: '经查不属实' },
      otherMarket,
      'status history { step reason }',
    );
    expect(dismissed.data.step).toEqual({
      status: 'DISMISSED',
      history: [
        { step: 'REPORT', reason: null },
        { step: 'DISMISS', reason: '经查不属实' },
      ],
    });
    expect((await read(number, 'status', fire)).data.hazard).toBeNull();
  });

  test('whoever leads MUST decide: assigned to fire and rescue, the hazard is theirs', async () => {
    const number = await broughtTo(bed, 'VERIFIED');
    const wrong = {
      number,
      leadDepartmentCode: '430682-FIRE_RESCUE',
      supervisorCodes: ['430682-MARKET_SUPERVISION'],
    };
    const twice = { ...wrong, supervisorCodes: [...wrong.supervisorCodes, ...wrong.supervisorCodes] };
    expect(await take(bed, 'assignHazard', twice, committee)).toFailWith('HAZARD_SUPERVISORS_TOO_FEW');
    expect(
      await take(bed, 'assignHazard', { ...wrong, leadDepartmentCode: '411003-FIRE_RESCUE' }, committee),
    ).toFailWith('HAZARD_DEPARTMENT_ELSEWHERE');
    const assigned = await take(
      bed,
      'assignHazard',
      { ...wrong, supervisorCodes: ['430682-MARKET_SUPERVISION', '430600-SAFETY_COMMITTEE'] },
      committee,
      'competentKind leadDepartment { code } supervisors { code }',
    );
    expect(assigned.data.step).toEqual({
      competentKind: 'FIRE_RESCUE',
      leadDepartment: { code: '430682-FIRE_RESCUE' },
      supervisors: [{ code: '430682-MARKET_SUPERVISION' }, { code: '430600-SAFETY_COMMITTEE' }],
    });
    expect(await take(bed, 'notifyHazard', { number, ...NOTICE }, market)).toFailWith('HAZARD_NOT_COMPETENT');
    expect(await take(bed, 'notifyHazard', { number, ...NOTICE }, fire)).toSucceed();
  });

  test('the principal and the actual controller MUST both be notified, and both receipts be there before it is closed', async () => {
    const number = await broughtTo(bed, 'RECTIFYING');
    expect(await take(bed, 'submitRectification', { number, evidence: '照片' }, emergency)).toSucceed();
    expect(await take(bed, 'closeHazard', { number, evidence: '复查' }, market)).toFailWith(
      'HAZARD_RECEIPT_MISSING',
    );
    for (const recipient of ['PRINCIPAL', 'ACTUAL_CONTROLLER'])
      expect(await take(bed, 'acknowledgeHazard', { number, recipient }, market)).toSucceed();
    expect(await take(bed, 'acknowledgeHazard', { number, recipient: 'PRINCIPAL' }, market)).toFailWith(
      'HAZARD_ALREADY_ACKNOWLEDGED',
    );
    const { data } = await take(
      bed,
      'closeHazard',
      { number, evidence: '复查' },
      market,
      'status closedOn closedOnTime notifications { recipient acknowledgedAt }',
    );
    expect(data.step).toMatchObject({ status: 'CLOSED', closedOn: '2026-06-15', closedOnTime: true });
    expect(data.step.notifications).toHaveLength(2);
  });

  test('names and phones MUST be sealed at rest, and shown for a purpose inside the region, on record', async () => {
    const number = await broughtTo(bed, 'RECTIFYING');
    for (const table of ['hazard_notification', 'rectification_plan', 'journal', 'hazard_event']) {
      const rows = await bed.subgraph.db.read<{ row: string }>(`SELECT ${table}::text AS row FROM ${table}`);
      expect(JSON.stringify(rows)).not.toMatch(/张三丰|李四光|王五|1390000000/);
    }
    const fields = 'notifications { name phone } plan { measures funds responsibleName responsiblePhone }';
    const as2 = (region: string, purpose?: string, ...scopes: string[]) =>
      bed.run(`{ hazard(number: "${number}") { ${fields} } }`, {
        caller: as.officer('HOUSING', region, ...scopes),
        purpose,
      });
    const shown = (await as2('430600', '督办', SHARE)).data.hazard;
    expect(shown.notifications).toContainEqual({ name: '张三丰', phone: '13900000001' });
    expect(shown.plan).toEqual({
      measures: PLAN.measures,
      funds: '12000.00',
      responsibleName: '王五',
      responsiblePhone: '13900000003',
    });
    for (const answer of [
      await as2('411003', '督办', SHARE),
      await as2('430600', undefined, SHARE),
      await as2('430600', '督办'),
    ]) {
      expect(JSON.stringify(answer.data)).not.toMatch(/张三丰|王五|139/);
    }
  });

  test('an extension MUST leave the first deadline as it was: both readings are kept', async () => {
    const number = await broughtTo(bed, 'SUBMITTED');
    await take(bed, 'refuseRectification', { number, reason: '门锁仍可短接' }, otherMarket);
    bed.now('2026-07-15T04:00:00Z');
    expect(
      await take(bed, 'extendHazard', { number, dueOn: '2026-07-15', reason: '缺配件' }, market),
    ).toFailWith('HAZARD_EXTENSION_NOT_LATER');
    expect(
      await take(bed, 'extendHazard', { number, dueOn: '2026-07-31', reason: '缺配件' }, market),
    ).toSucceed();
    bed.now('2026-07-31T04:00:00Z');
    await take(bed, 'submitRectification', { number, evidence: '照片2' }, market);
    const { data } = await take(
      bed,
      'closeHazard',
      { number, evidence: '复查' },
      otherMarket,
      'originalDueOn dueOn closedOnTime closedOnTimeWithExtensions history { step dueOn reason officer department { code } fromStatus toStatus }',
    );
    expect(data.step).toMatchObject({
      originalDueOn: '2026-07-15',
      dueOn: '2026-07-31',
      closedOnTime: false,
      closedOnTimeWithExtensions: true,
    });
    expect(data.step.history.find(({ step }: { step: string }) => step === 'EXTEND')).toMatchObject({
      ...{
        dueOn: '2026-07-31',
        reason: '缺配件',
        officer: market.subject,
        department: { code: market.departmentCode },
      },
    });
    bed.now('2026-08-01T04:00:00Z');
    expect(
      await take(bed, 'extendHazard', { number, dueOn: '2026-09-01', reason: '再延' }, market),
    ).toFailWith('HAZARD_NOT_NOTIFIED');
  });

  test('what is overdue MUST NOT be extended afterwards', async () => {
    const number = await broughtTo(bed, 'NOTIFIED');
    bed.now('2026-07-16T04:00:00Z');
    expect((await read(number, 'overdue')).data.hazard).toEqual({ overdue: true });
    expect(
      await take(bed, 'extendHazard', { number, dueOn: '2026-09-01', reason: '忘了' }, market),
    ).toFailWith('HAZARD_EXTENSION_TOO_LATE');
  });

  test('exposure MUST be the last rung, and what the public sees', async () => {
    const number = await broughtTo(bed, 'NOTIFIED');
    await take(
      bed,
      'assignHazard',
      { number, leadDepartmentCode: '430682-MARKET_SUPERVISION', supervisorCodes: SUPERVISORS },
      market,
    );
    expect(await take(bed, 'escalateHazard', { number, to: 'EXPOSURE', reason: '拖延' }, fire)).toFailWith(
      'HAZARD_ESCALATION_OUT_OF_ORDER',
    );
    for (const to of ['LETTER', 'CIRCULAR', 'INTERVIEW']) {
      expect(
        await take(
          bed,
          'escalateHazard',
          { number, to, reason: '进展缓慢', evidence: '函〔2026〕1号' },
          fire,
        ),
      ).toSucceed();
      expect((await read(number, 'status', as.public)).data.hazard).toBeNull();
    }
    expect(
      await take(bed, 'escalateHazard', { number, to: 'EXPOSURE', reason: '拖延' }, emergency),
    ).toFailWith('HAZARD_NOT_SUPERVISOR');
    await take(bed, 'escalateHazard', { number, to: 'EXPOSURE', reason: '拒不整改' }, committee);
    const seen = await read(number, 'status escalation enterprise { uscc } description', as.public);
    expect(seen.data.hazard).toMatchObject({ status: 'NOTIFIED', escalation: 'EXPOSURE', description: null });
    expect(seen).toFailWith('SHARING_DENIED');
  });

  test('listed supervision MUST end with the closing, and production resume after it only', async () => {
    const number = await broughtTo(bed, 'SUBMITTED');
    expect(await take(bed, 'listHazard', { number, reason: '重大' }, committee, 'listedOn')).toMatchObject({
      data: { step: { listedOn: '2026-06-15' } },
    });
    expect(await take(bed, 'haltProduction', { number, reason: '危及人身' }, market, 'haltedOn')).toSucceed();
    expect(await take(bed, 'resumeProduction', { number }, market)).toFailWith('HAZARD_NOT_REVIEWED');
    expect(await take(bed, 'closeHazard', { number, evidence: '复查' }, market)).toFailWith(
      'HAZARD_CLOSER_MUST_DIFFER',
    );
    const closed = await take(
      bed,
      'closeHazard',
      { number, evidence: '复查' },
      otherMarket,
      'listedOn haltedOn',
    );
    expect(closed.data.step).toEqual({ listedOn: null, haltedOn: '2026-06-15' });
    expect((await take(bed, 'resumeProduction', { number }, otherMarket, 'haltedOn')).data.step).toEqual({
      haltedOn: null,
    });
  });

  test('a look-back MUST be another officer’s, and confirm the closing or reopen it', async () => {
    const number = await broughtTo(bed, 'CLOSED');
    expect(await take(bed, 'lookBackHazard', { number }, otherMarket)).toFailWith(
      'HAZARD_LOOK_BACK_MUST_DIFFER',
    );
    expect(
      (await take(bed, 'lookBackHazard', { number }, committee, 'status lookedBackOn')).data.step,
    ).toEqual({
      status: 'CLOSED',
      lookedBackOn: '2026-06-15',
    });
    const reopened = await take(
      bed,
      'reopenHazard',
      { number, reason: '再次短接' },
      committee,
      'status closedOn plan { id } overdue',
    );
    expect(reopened.data.step).toEqual({ status: 'REOPENED', closedOn: null, plan: null, overdue: false });
    expect(
      await take(
        bed,
        'notifyHazard',
        { number, ...NOTICE, dueOn: '2026-08-01' },
        market,
        'originalDueOn dueOn',
      ),
    ).toMatchObject({
      data: { step: { originalDueOn: '2026-07-15', dueOn: '2026-08-01' } },
    });
    expect(await take(bed, 'submitRectification', { number, evidence: '照片' }, market)).toFailWith(
      'HAZARD_PLAN_MISSING',
    );
  });

  test('history MUST NOT be changed or removed, not even by the service', async () => {
    const number = await broughtTo(bed, 'CLOSED');
    const { data } = await read(number, 'history { sequence }');
    expect(data.hazard.history.map(({ sequence }: { sequence: number }) => sequence)).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8,
    ]);
    for (const statement of ["UPDATE hazard_event SET reason = ''", 'DELETE FROM hazard_event']) {
      await expect(bed.subgraph.db.read(statement)).rejects.toThrow('append-only');
    }
  });

  test('of two officers who act at once one MUST win, and the other be told', async () => {
    for (let round = 0; round < 5; round++) {
      const number = await broughtTo(bed, 'SUBMITTED');
      const answers = await Promise.all([
        take(bed, 'closeHazard', { number, evidence: '甲' }, otherMarket),
        take(bed, 'refuseRectification', { number, reason: '乙' }, cityMarket),
        take(bed, 'closeHazard', { number, evidence: '丙' }, cityMarket),
      ]);
      expect(answers.filter(({ errors }) => !errors)).toHaveLength(1);
      for (const lost of answers.filter(({ errors }) => errors))
        expect(lost).toFailWith('HAZARD_NOT_SUBMITTED');
      expect((await read(number, 'history { step }')).data.hazard.history).toHaveLength(8);
    }
  });

  test('a step MUST need its scope and its region', async () => {
    const number = await broughtTo(bed, 'VERIFIED');
    expect(await take(bed, 'notifyHazard', { number, ...NOTICE }, as.public)).toFailWith('SHARING_DENIED');
    expect(
      await take(bed, 'notifyHazard', { number, ...NOTICE }, { ...market, scopes: ['write:hazards'] }),
    ).toFailWith('SCOPE_MISSING');
    expect(await take(bed, 'notifyHazard', { number, ...NOTICE }, elsewhere)).toFailWith('OUTSIDE_REGION');
    expect(await take(bed, 'notifyHazard', { number, ...NOTICE, dueOn: '2026-06-14' }, market)).toFailWith(
      'DATE_OUT_OF_RANGE',
    );
    expect(await take(bed, 'planRectification', { number, ...PLAN }, market)).toFailWith(
      'HAZARD_NOT_NOTIFIED',
    );
  });
});
