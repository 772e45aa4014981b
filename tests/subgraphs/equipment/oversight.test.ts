import { decider, deviceOf, equipmentBed, make, officer } from './sample';

const bed = equipmentBed();

describe('violations', () => {
  beforeAll(async () => {
    bed.now('2026-06-30T09:00:00+08:00');
  });

  test('what the data of a device say MUST be found when it is read', async () => {
    const boiler = make.equipment({ kindCode: '1100', nameplateLitres: 29, measuredLitres: 30 });
    const honest = make.equipment({ kindCode: '1100', nameplateLitres: 30, measuredLitres: 30 });
    const found = make.equipment({ kindCode: '5110', status: 'UNREGISTERED' });
    await bed.put('submitEquipment', boiler, honest, found);
    await bed.put(
      'submitInspections',
      make.inspection(boiler.code, '2025-06-30', { nextDueOn: '2026-06-30' }),
      make.inspection(honest.code, '2026-06-29'),
    );
    const of = async (code: string) => (await deviceOf(bed, code, 'violationsToday')).violationsToday;
    expect([await of(boiler.code), await of(honest.code), await of(found.code)]).toEqual([
      ['UNDERSTATED_CAPACITY'],
      [],
      ['UNREGISTERED'],
    ]);
    bed.now('2026-07-01T00:00:00+08:00');
    expect(await of(boiler.code)).toEqual(['OVERDUE_INSPECTION', 'UNDERSTATED_CAPACITY']);
    bed.now('2026-06-30T09:00:00+08:00');
  });

  test('recorded ones MUST be listed by device, type and whether they are corrected; bad ones refused by name', async () => {
    const { code, ...device } = make.equipment({ kindCode: '1100' });
    await bed.put('submitEquipment', { code, ...device });
    const violation = {
      sourceId: `v1`,
      equipmentCode: code,
      regionCode: '430682',
      type: 'ILLEGAL_SMALL_BOILER',
      foundOn: '2026-06-01',
    };
    const answer = await bed.submit('submitEquipmentViolations', [
      violation,
      { ...violation, sourceId: 'v2', type: 'UNREGISTERED', correctedOn: '2026-06-02' },
      { ...violation, sourceId: 'v3', correctedOn: '2026-05-31' },
      { ...violation, sourceId: 'v4', equipmentCode: null },
      { ...violation, sourceId: 'v5', equipmentCode: '31104310220249999' },
    ]);
    expect(answer.data.receipt).toMatchObject({
      accepted: 2,
      rejected: [
        { code: 'DATE_OUT_OF_RANGE', field: 'correctedOn' },
        { code: 'FIELD_MISSING', field: 'equipmentCode' },
        { code: 'REFERENCE_UNKNOWN', field: 'equipmentCode' },
      ],
    });
    const count = (filter: string) =>
      `equipmentViolations(filter: { region: "430000", foundBy: SUPERVISION ${filter} }) { totalCount }`;
    const { data } = await bed.run(
      `{ all: ${count('')} open: ${count('open: true')} typed: ${count('type: UNREGISTERED')} }`,
      {
        caller: officer,
      },
    );
    expect(data).toEqual({ all: { totalCount: 2 }, open: { totalCount: 1 }, typed: { totalCount: 1 } });
    expect(await deviceOf(bed, code, 'violations { totalCount }')).toEqual({ violations: { totalCount: 2 } });
  });
});

describe('supervisory orders (令57号)', () => {
  let number: string;
  beforeEach(async () => {
    await bed.empty();
    bed.now('2026-06-10T09:00:00+08:00');
    const order = make.order();
    ({ number } = order);
    await bed.put('submitEquipmentOrders', order);
  });

  const FIELDS = 'status rectifyBy reportedOn recheckBy recheckByRule { version } recheckedOn overdue';
  const report = (on: string, caller: typeof officer = officer) =>
    bed.run(`mutation ($input: OrderReportInput!) { reportEquipmentOrder(input: $input) { ${FIELDS} } }`, {
      caller,
      variables: { input: { number, on } },
    });
  const recheck = (input: object, caller: typeof officer = decider) =>
    bed.run(`mutation ($input: OrderRecheckInput!) { recheckEquipmentOrder(input: $input) { ${FIELDS} } }`, {
      caller,
      variables: { input: { number, ...input } },
    });
  const overdue = async () =>
    (
      await bed.run(
        `query ($number: ID!) { equipmentOrder(number: $number) { overdue } equipmentOrders(filter: { overdue: true }) { totalCount } }`,
        {
          caller: officer,
          variables: { number },
        },
      )
    ).data;

  test('a re-check MUST be due ten working days after the report, days off not counted', async () => {
    // 端午节 2026: 19 to 21 June are off
    expect((await report('2026-06-10')).data.reportEquipmentOrder).toEqual({
      status: 'REPORTED',
      rectifyBy: '2026-06-15',
      reportedOn: '2026-06-10',
      recheckBy: '2026-06-25',
      recheckByRule: { version: expect.stringMatching(/^equipment\.recheck@/) },
      recheckedOn: null,
      overdue: false,
    });
  });

  test('rectification and re-check MUST be overdue the day after their last, in the field and in the list alike', async () => {
    const seen = async (at: string) => {
      bed.now(`${at}T12:00:00+08:00`);
      const { equipmentOrder, equipmentOrders } = await overdue();
      return [equipmentOrder.overdue, equipmentOrders.totalCount];
    };
    expect(await seen('2026-06-15')).toEqual([false, 0]);
    expect(await seen('2026-06-16')).toEqual([true, 1]);
    await report('2026-06-16');
    const { data } = await bed.run('query ($number: ID!) { equipmentOrder(number: $number) { recheckBy } }', {
      caller: officer,
      variables: { number },
    });
    const { recheckBy } = data.equipmentOrder as { recheckBy: string };
    expect(await seen(recheckBy)).toEqual([false, 0]);
    expect(await seen(new Date(Date.parse(recheckBy) + 86_400_000).toISOString().slice(0, 10))).toEqual([
      true,
      1,
    ]);
  });

  test('a re-check that passes MUST close the order, one that fails MUST set a new last day', async () => {
    await report('2026-06-10');
    expect(await recheck({ on: '2026-06-10', result: 'FAILED' })).toFailWith('FIELD_MISSING');
    expect(
      (await recheck({ on: '2026-06-10', result: 'FAILED', rectifyBy: '2026-06-30' })).data
        .recheckEquipmentOrder,
    ).toEqual({
      status: 'ISSUED',
      rectifyBy: '2026-06-30',
      reportedOn: null,
      recheckBy: null,
      recheckByRule: null,
      recheckedOn: '2026-06-10',
      overdue: false,
    });
    await report('2026-06-10');
    expect((await recheck({ on: '2026-06-10', result: 'PASSED' })).data.recheckEquipmentOrder).toMatchObject({
      status: 'CLOSED',
      overdue: false,
    });
  });

  test('each step out of turn MUST be refused with a code of its own', async () => {
    expect(await recheck({ on: '2026-06-10', result: 'PASSED' })).toFailWith('ORDER_NOT_REPORTED');
    expect(await report('2026-05-31')).toFailWith('DATE_OUT_OF_RANGE');
    await report('2026-06-10');
    expect(await report('2026-06-10')).toFailWith('ORDER_NOT_OPEN');
    const same = { ...decider, subject: officer.subject };
    expect(await recheck({ on: '2026-06-10', result: 'PASSED' }, same)).toFailWith('RECHECK_BY_REPORTER');
    expect(await recheck({ on: '2026-06-10', result: 'PASSED' }, officer)).toFailWith('SCOPE_MISSING');
  });
});

describe('an order in several spellings', () => {
  test('it MUST be one row, at the door of records, of steps and of the query for one', async () => {
    bed.now('2026-06-30T09:00:00+08:00');
    const order = make.order({ number: '岳特监（临）〔2026〕第0031号' });
    const asked = { number: '岳特监(临)【２０２６】第31号', on: '2026-06-20' };
    await bed.put('submitEquipmentOrders', order);
    const again = { ...order, number: '岳特监〔临〕(2026) 第031号' };
    expect(await bed.receipt('submitEquipmentOrders', [again])).toMatchObject({ unchanged: 1, rejected: [] });
    const elsewhere = await bed.receipt('submitEquipmentOrders', [again], { source: 'other' });
    expect(elsewhere.rejected.map(({ code }) => code)).toEqual(['OWNED_BY_ANOTHER_SOURCE']);
    expect(await bed.step('reportEquipmentOrder', asked, officer, 'number status')).toMatchObject({
      data: { step: { number: '岳特监(临)〔2026〕第31号', status: 'REPORTED' } },
    });
    const { data } = await bed.run('{ equipmentOrder(number: "岳特监 [临] [2026年]第31号") { status } }', {
      caller: officer,
    });
    expect(data.equipmentOrder).toEqual({ status: 'REPORTED' });
    expect(await bed.rows("SELECT number FROM equipment_order WHERE number LIKE '岳特监%'")).toHaveLength(1);
  });
});
