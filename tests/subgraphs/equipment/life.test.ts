import { as } from '../../support/callers';
import { decider, deviceOf, equipmentBed, make, officer, usccOf } from './sample';

const bed = equipmentBed();

describe('the life of a device', () => {
  let code: string;
  beforeEach(async () => {
    bed.now('2026-06-30T09:00:00+08:00');
    const device = make.equipment({ kindCode: '5110', status: 'UNREGISTERED', userUscc: null });
    ({ code } = device);
    await bed.put('submitEquipment', device);
    await bed.put('submitInspections', first());
  });

  /** Its first inspection (首次检验). */
  const first = (values: object = {}, on = '2026-05-01') =>
    make.inspection(code, on, { kind: 'FIRST', sourceId: `first-${code}`, ...values });

  const step = (verb: string, input: object = {}, caller = decider) =>
    bed.run(
      `mutation ($input: ${INPUTS[verb] ?? 'EquipmentStepInput'}!) { ${verb}(input: $input) { status statusSince registrationNumber } }`,
      {
        caller,
        variables: { input: { code, on: '2026-06-30', ...input } },
      },
    );
  const INPUTS: Record<string, string> = {
    registerEquipment: 'RegisterEquipmentInput',
    changeEquipment: 'ChangeEquipmentInput',
  };
  const register = (input: object = {}) =>
    step('registerEquipment', {
      registrationNumber: '车11湘F00001(26)',
      userUscc: usccOf(1),
      inUseSince: '2026-06-01',
      on: '2026-06-10',
      ...input,
    });
  const history = async () =>
    (
      (
        await deviceOf(
          bed,
          code,
          'history { edges { node { id step fromStatus toStatus happenedOn late reason } } }',
        )
      ).history as History
    ).edges.map(({ node }) => node);
  interface History {
    edges: { node: Record<string, unknown> }[];
  }
  const stateOf = async () => (await deviceOf(bed, code, 'status')).status;

  test('every step MUST change the state and stay in the history, the latest first', async () => {
    expect((await register()).data.registerEquipment).toEqual({
      status: 'IN_USE',
      statusSince: '2026-06-10',
      registrationNumber: '车11湘F00001(26)',
    });
    expect(
      await step('changeEquipment', { userUscc: usccOf(2), on: '2026-06-12', reason: '过户' }),
    ).toSucceed();
    expect(await step('suspendEquipment', { on: '2026-06-15' })).toSucceed();
    expect(await step('resumeEquipment', { on: '2026-06-20' })).toSucceed();
    expect(await step('scrapEquipment', { on: '2026-06-25' })).toSucceed();
    expect(await step('cancelEquipment', { on: '2026-06-30' })).toSucceed();
    expect(
      (await history()).map((each) => [each.step, each.fromStatus, each.toStatus, each.happenedOn]),
    ).toEqual([
      ['CANCELLED', 'SCRAPPED', 'CANCELLED', '2026-06-30'],
      ['SCRAPPED', 'IN_USE', 'SCRAPPED', '2026-06-25'],
      ['RESUMED', 'SUSPENDED', 'IN_USE', '2026-06-20'],
      ['SUSPENDED', 'IN_USE', 'SUSPENDED', '2026-06-15'],
      ['CHANGED', 'IN_USE', 'IN_USE', '2026-06-12'],
      ['REGISTERED', 'UNREGISTERED', 'IN_USE', '2026-06-10'],
    ]);
    expect((await history())[4]).toMatchObject({ reason: '过户', late: false });
  });

  test.each([
    ['2026-05-31', '2026-06-30', false],
    ['2026-05-30', '2026-06-30', true],
    [null, '2026-06-30', false],
  ])('a registration of what is in use since %s MUST on %s be late: %s', async (inUseSince, on, late) => {
    expect(await register({ inUseSince, on })).toSucceed();
    expect((await history())[0]).toMatchObject({ step: 'REGISTERED', late });
    expect(await stateOf()).toBe(inUseSince === null ? 'REGISTERED' : 'IN_USE');
  });

  test('each wrong step MUST be refused with a code of its own and change nothing', async () => {
    for (const verb of ['changeEquipment', 'suspendEquipment', 'resumeEquipment', 'cancelEquipment']) {
      expect(await step(verb)).toFailWith('EQUIPMENT_NOT_REGISTERED');
    }
    await register();
    expect(await register()).toFailWith('EQUIPMENT_ALREADY_REGISTERED');
    expect(await step('resumeEquipment')).toFailWith('EQUIPMENT_NOT_SUSPENDED');
    expect(await step('suspendEquipment', { on: '2026-06-09' })).toFailWith('DATE_OUT_OF_RANGE');
    expect(await step('suspendEquipment', { on: '2026-07-01' })).toFailWith('DATE_OUT_OF_RANGE');
    await step('suspendEquipment', { on: '2026-06-20' });
    expect(await step('suspendEquipment')).toFailWith('EQUIPMENT_ALREADY_SUSPENDED');
    await step('scrapEquipment');
    for (const verb of ['suspendEquipment', 'resumeEquipment', 'scrapEquipment'])
      expect(await step(verb)).toFailWith('EQUIPMENT_GONE');
    expect(await history()).toHaveLength(3);
  });

  const failed = { conclusion: 'UNQUALIFIED' };
  test.each<[string, [object, string?][], string]>([
    ['never inspected', [], 'NEVER_INSPECTED'],
    ['whose first inspection failed', [[failed]], 'FAILED'],
    ['that failed the same day', [[{}], [{ ...failed, sourceId: 'z' }]], 'FAILED'],
    ['that failed since', [[{}], [{ ...failed, kind: 'PERIODIC', sourceId: 'z' }, '2026-06-29']], 'FAILED'],
    ['whose first inspection has run out', [[{}, '2020-05-01']], 'OVERDUE'],
    ['that had no inspection but a periodic one', [[{ kind: 'PERIODIC' }]], 'IN_DATE'],
    ['whose first inspection came after', [[{}, '2026-06-11']], 'IN_DATE'],
  ])('a device %s MUST NOT be registered', async (_, reports, standing) => {
    await bed.empty();
    const device = make.equipment({ kindCode: '5110', status: 'UNREGISTERED', userUscc: null });
    ({ code } = device);
    await bed.put('submitEquipment', device);
    for (const [values, on] of reports) await bed.put('submitInspections', first(values, on));
    const refused = await register();
    expect(refused).toFailWith('REGISTRATION_NEEDS_INSPECTION');
    expect(refused.errors?.[0]?.extensions).toMatchObject({ key: code, standing });
    expect(await stateOf()).toBe('UNREGISTERED');
    const passed = { kind: 'INSTALLATION', sourceId: 'passed', conclusion: 'REINSPECT_QUALIFIED' };
    await bed.put('submitInspections', first(passed, '2026-06-30'));
    expect(await register({ on: '2026-06-30' })).toSucceed();
  });

  test('a device that failed, or was never inspected, MUST NOT be used again, however short it was idle', async () => {
    await register();
    await step('suspendEquipment', { on: '2026-06-20' });
    await bed.put(
      'submitInspections',
      make.inspection(code, '2026-06-22', { ...failed, nextDueOn: '2027-06-22' }),
    );
    expect(await step('resumeEquipment')).toFailWith('RESUMPTION_NEEDS_INSPECTION');
    await bed.put(
      'submitInspections',
      make.inspection(code, '2026-06-25', { conclusion: 'REINSPECT_QUALIFIED' }),
    );
    expect(await step('resumeEquipment')).toSucceed();
    const other = make.equipment({ kindCode: '5110', status: 'SUSPENDED' });
    await bed.put('submitEquipment', other);
    expect(await step('resumeEquipment', { code: other.code })).toFailWith('RESUMPTION_NEEDS_INSPECTION');
  });

  test('idle for a year a device MUST be used again as it is, a day longer only after a passed inspection', async () => {
    await register();
    await step('suspendEquipment', { on: '2026-06-20' });
    bed.now('2027-06-21T09:00:00+08:00');
    expect(await step('resumeEquipment', { on: '2027-06-21' })).toFailWith('RESUMPTION_NEEDS_INSPECTION');
    await bed.put(
      'submitInspections',
      make.inspection(code, '2027-06-21', { kind: 'RESUMPTION', conclusion: 'UNQUALIFIED' }),
    );
    expect(await step('resumeEquipment', { on: '2027-06-21' })).toFailWith('RESUMPTION_NEEDS_INSPECTION');
    expect(await stateOf()).toBe('SUSPENDED');
    await bed.put(
      'submitInspections',
      make.inspection(code, '2027-06-21', { kind: 'RESUMPTION', sourceId: `z-${code}` }),
    );
    expect(await step('resumeEquipment', { on: '2027-06-21' })).toSucceed();
    await step('suspendEquipment', { on: '2027-06-21' });
    bed.now('2028-06-21T09:00:00+08:00');
    expect(await step('resumeEquipment', { on: '2028-06-21' })).toSucceed();
  });

  test('what fell due while it was out of use MUST be inspected before it is used again', async () => {
    await register();
    await bed.put('submitInspections', make.inspection(code, '2026-06-01', { nextDueOn: '2026-06-25' }));
    await step('suspendEquipment', { on: '2026-06-20' });
    expect(await step('resumeEquipment', { on: '2026-06-26' })).toFailWith('RESUMPTION_NEEDS_INSPECTION');
    expect(await step('resumeEquipment', { on: '2026-06-25' })).toSucceed();
  });

  test('only who may decide in the division of the device MUST take a step', async () => {
    expect(await step('scrapEquipment', {}, officer)).toFailWith('SCOPE_MISSING');
    expect(
      await step('scrapEquipment', {}, as.officer('MARKET_SUPERVISION', '410000', 'decide:equipment')),
    ).toFailWith('OUTSIDE_REGION');
    expect(await step('scrapEquipment', {}, as.public)).toFailWith('SHARING_DENIED');
    await register();
    const local = as.officer('MARKET_SUPERVISION', '430682', 'decide:equipment');
    expect(await step('changeEquipment', { regionCode: '411003' }, local)).toFailWith('OUTSIDE_REGION');
    expect(await bed.run('{ equipmentItems { totalCount } }', { caller: officer })).toSucceed();
  });

  test('a device that is submitted in another state MUST have that in its history, an unchanged one MUST NOT', async () => {
    await register();
    const again = { code, kindCode: '5110', sourceId: 'x', regionCode: '430682', userUscc: usccOf(1) };
    const [row] = await bed.subgraph.db.read<{ id: string }>(
      'SELECT source_id AS id FROM equipment WHERE code = $1',
      [code],
    );
    await bed.put('submitEquipment', { ...again, sourceId: row?.id, revision: 2, status: 'IN_USE' });
    expect(await history()).toHaveLength(1);
    await bed.put('submitEquipment', {
      ...again,
      sourceId: row?.id,
      revision: 3,
      status: 'SCRAPPED',
      statusSince: '2026-06-28',
    });
    expect((await history())[0]).toMatchObject({
      step: 'SUBMITTED',
      fromStatus: 'IN_USE',
      toStatus: 'SCRAPPED',
      happenedOn: '2026-06-28',
    });
  });

  test('the history MUST refuse to be changed', async () => {
    await register();
    for (const statement of ["UPDATE equipment_change SET reason = 'x'", 'DELETE FROM equipment_change']) {
      await expect(bed.subgraph.db.read(statement)).rejects.toThrow('only ever added to');
    }
  });

  test('two officers at once MUST NOT both suspend a device', async () => {
    await register();
    const answers = await Promise.all([step('suspendEquipment'), step('suspendEquipment')]);
    expect(answers.filter(({ errors }) => errors === undefined)).toHaveLength(1);
    expect(await history()).toHaveLength(2);
  });
});
