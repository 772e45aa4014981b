import { deviceOf, equipmentBed, make } from './sample';

const bed = equipmentBed();

describe('submitInspections', () => {
  let code: string;
  beforeEach(async () => {
    await bed.empty();
    const device = make.equipment({ kindCode: '5110' });
    ({ code } = device);
    await bed.put('submitEquipment', device);
  });

  const dates = () => deviceOf(bed, code, 'lastInspectedOn nextInspectionDue');

  test('the date that the report states MUST count before the cycle', async () => {
    await bed.put('submitInspections', make.inspection(code, '2025-03-10', { nextDueOn: '2025-09-10' }));
    expect(await dates()).toEqual({ lastInspectedOn: '2025-03-10', nextInspectionDue: '2025-09-10' });
  });

  test('without a stated date the cycle of the kind MUST be taken', async () => {
    await bed.put('submitInspections', make.inspection(code, '2025-03-10'));
    expect(await dates()).toEqual({ lastInspectedOn: '2025-03-10', nextInspectionDue: '2027-03-10' });
  });

  test('an older inspection that arrives late MUST NOT change what the device shows', async () => {
    await bed.put('submitInspections', make.inspection(code, '2026-03-10'));
    await bed.put('submitInspections', make.inspection(code, '2024-03-10', { conclusion: 'UNQUALIFIED' }));
    expect(await dates()).toEqual({ lastInspectedOn: '2026-03-10', nextInspectionDue: '2028-03-10' });
  });

  test('of several inspections in one batch the latest MUST count', async () => {
    await bed.put(
      'submitInspections',
      make.inspection(code, '2026-01-10'),
      make.inspection(code, '2022-01-10'),
    );
    expect(await dates()).toEqual({ lastInspectedOn: '2026-01-10', nextInspectionDue: '2028-01-10' });
  });

  test('a correction of the latest inspection MUST move the dates back as well', async () => {
    const inspection = make.inspection(code, '2026-03-10');
    await bed.put('submitInspections', make.inspection(code, '2024-03-10'), inspection);
    await bed.put('submitInspections', { ...inspection, inspectedOn: '2023-03-10', revision: 2 });
    expect(await dates()).toEqual({ lastInspectedOn: '2024-03-10', nextInspectionDue: '2026-03-10' });
  });

  test('a report MUST count once, in whatever spelling and by whichever source it is sent', async () => {
    const report = (reportNumber: string, values: object = {}) =>
      make.inspection(code, '2026-03-10', { reportNumber, ...values });
    const sent = async (record: object, source?: string) =>
      (await bed.receipt('submitInspections', [record], { source })).rejected.map((each) => each.code);
    await bed.put('submitInspections', report('TJ（2026）-001'));
    for (const spelling of ['tj(2026)-001', 'TJ【２０２６】－００１', ' TJ〔2026〕- 001'])
      expect(await sent(report(spelling, { inspectedOn: '2026-03-11' }))).toEqual(['RECORD_DUPLICATE']);
    expect(await sent(report('TJ(2026)-001'), 'other')).toEqual(['RECORD_DUPLICATE']);
    expect(await sent(report('TJ(2026)-002', { inspectedOn: '2026-03-09' }))).toEqual([]);
    // what was stored twice before names the first; it moves no date of the device either
    await bed.rows(`INSERT INTO inspection SELECT (json_populate_record(one, json_build_object('id', code || '/old/1', 'source', 'old',
        'duplicate_of', one.id, 'inspected_on', '2026-05-05'))).* FROM inspection AS one, equipment WHERE inspected_on = '2026-03-10'`);
    await bed.put('submitInspections', report('TJ(2026)-003', { inspectedOn: '2026-03-08' }));
    const shown = await deviceOf(
      bed,
      code,
      'lastInspectedOn lastInspection { inspectedOn } inspections { totalCount edges { node { inspectedOn } } }',
    );
    expect(shown).toMatchObject({
      ...{ lastInspectedOn: '2026-03-10', lastInspection: { inspectedOn: '2026-03-10' } },
      inspections: { totalCount: 3, edges: [{}, {}, { node: { inspectedOn: '2026-03-10' } }] },
    });
  });

  test('two batches at once MUST leave the later inspection standing', async () => {
    for (let year = 2010; year < 2020; year++) {
      await Promise.all([
        bed.put('submitInspections', make.inspection(code, `${year}-06-01`)),
        bed.put('submitInspections', make.inspection(code, `${year}-03-01`)),
      ]);
      expect(await dates()).toMatchObject({ lastInspectedOn: `${year}-06-01` });
    }
  });

  test('a device that failed MUST be due at once, until it passes again', async () => {
    bed.now('2026-06-02T09:00:00+08:00');
    await bed.put('submitInspections', make.inspection(code, '2026-06-01', { conclusion: 'UNQUALIFIED' }));
    expect(await deviceOf(bed, code, 'overdue nextInspectionDue')).toEqual({
      overdue: true,
      nextInspectionDue: '2026-06-01',
    });
    await bed.put(
      'submitInspections',
      make.inspection(code, '2026-06-02', { conclusion: 'REINSPECT_QUALIFIED' }),
    );
    expect(await deviceOf(bed, code, 'overdue nextInspectionDue')).toEqual({
      overdue: false,
      nextInspectionDue: '2028-06-02',
    });
  });

  test('the years of a lift MUST be counted from its installation, whenever that becomes known', async () => {
    const lift = make.equipment({ kindCode: '3110' });
    await bed.put('submitEquipment', lift);
    await bed.put('submitInspections', make.inspection(lift.code, '2025-04-20'));
    expect(await deviceOf(bed, lift.code, 'nextInspectionDue')).toEqual({ nextInspectionDue: '2026-04-20' });
    await bed.put('submitInspections', make.inspection(lift.code, '2021-05-01', { kind: 'INSTALLATION' }));
    expect(await deviceOf(bed, lift.code, 'nextInspectionDue')).toEqual({ nextInspectionDue: '2028-05-01' });
    await bed.put('submitEquipment', { ...lift, revision: 2, installedOn: '2018-04-30' });
    expect(await deviceOf(bed, lift.code, 'nextInspectionDue')).toEqual({ nextInspectionDue: '2027-04-30' });
  });

  test('sending an inspection again MUST change nothing, even when more is known of the device', async () => {
    const lift = make.equipment({ kindCode: '3110' });
    const inspection = make.inspection(lift.code, '2025-04-20');
    await bed.put('submitEquipment', lift);
    await bed.put(
      'submitInspections',
      inspection,
      make.inspection(lift.code, '2021-05-01', { kind: 'INSTALLATION' }),
    );
    const again = await bed.submit('submitInspections', [inspection]);
    expect(again.data.receipt).toEqual({ accepted: 0, unchanged: 1, rejected: [] });
  });

  test('a bad inspection MUST be refused by name', async () => {
    bed.now('2026-06-02T23:59:59+08:00');
    const moved = make.inspection(code, '2026-01-10');
    const other = make.equipment();
    await bed.put('submitEquipment', other);
    await bed.put('submitInspections', moved);
    const answer = await bed.submit('submitInspections', [
      make.inspection('31104310220249999', '2026-01-10'),
      make.inspection(code, '2026-06-03'),
      make.inspection(code, '2026-01-10', { nextDueOn: '2026-01-09' }),
      make.inspection(code, '2026-01-10', { conclusion: 'FINE' }),
      { ...moved, equipmentCode: other.code, revision: 2 },
    ]);
    expect(answer.data.receipt).toMatchObject({
      accepted: 0,
      rejected: [
        { code: 'REFERENCE_UNKNOWN', field: 'equipmentCode' },
        { code: 'DATE_OUT_OF_RANGE', field: 'inspectedOn' },
        { code: 'DATE_OUT_OF_RANGE', field: 'nextDueOn' },
        { code: 'ENUM_VALUE_UNKNOWN', field: 'conclusion' },
        { code: 'SOURCE_ID_TAKEN', field: 'sourceId' },
      ],
    });
  });

  test('a batch MUST need no more statements than one record', async () => {
    const devices = Array.from({ length: 50 }, () => make.equipment());
    await bed.put('submitEquipment', ...devices);
    const one = await bed.statementsOf(() =>
      bed.put('submitInspections', make.inspection(devices[0]?.code ?? '', '2026-01-10')),
    );
    const many = await bed.statementsOf(() =>
      bed.put('submitInspections', ...devices.map((device) => make.inspection(device.code, '2026-02-10'))),
    );
    expect(many).toHaveLength(one.length);
  });
});
