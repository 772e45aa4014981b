import { as } from '../../support/callers';
import { deviceOf, equipmentBed, make, officer, usccOf } from './sample';

const bed = equipmentBed();

describe('lifts', () => {
  beforeAll(async () => {
    bed.now('2026-06-30T09:00:00+08:00');
  });

  test('faults MUST be counted for a hundred lifts a month, and be listed by lift', async () => {
    const lifts = [
      make.equipment(),
      make.equipment({ status: 'SUSPENDED' }),
      make.equipment({ status: 'SCRAPPED' }),
      make.equipment({ kindCode: '5110' }),
    ];
    await bed.put('submitEquipment', ...lifts);
    const code = lifts[0]?.code;
    const fault = (sourceId: string, happenedOn: string, kind = 'DOOR') => ({
      sourceId,
      equipmentCode: code,
      happenedOn,
      kind,
    });
    await bed.put(
      'submitLiftFaults',
      fault('1', '2026-05-01'),
      fault('2', '2026-05-31', 'TRAPPING'),
      fault('3', '2026-06-01'),
      fault('4', '2025-06-30'),
    );
    const { data } = await bed.run(
      '{ liftFaultRates(region: "430000") { month faults trappings perHundred } }',
      { caller: officer },
    );
    expect(data.liftFaultRates).toHaveLength(12);
    expect(data.liftFaultRates[0]).toEqual({ month: '2025-07', faults: 0, trappings: 0, perHundred: 0 });
    expect(data.liftFaultRates.slice(-2)).toEqual([
      { month: '2026-05', faults: 2, trappings: 1, perHundred: 100 },
      { month: '2026-06', faults: 1, trappings: 0, perHundred: 50 },
    ]);
    expect(
      await deviceOf(bed, String(code), 'faults(first: 1) { totalCount edges { node { happenedOn } } }'),
    ).toEqual({
      faults: { totalCount: 4, edges: [{ node: { happenedOn: '2026-06-01' } }] },
    });
    expect(
      (await bed.run('{ liftFaultRates(region: "110000") { perHundred } }', { caller: officer })).data
        .liftFaultRates[0],
    ).toEqual({ perHundred: null });
  });

  test('what the campaigns ask of lifts MUST be counted by the day', async () => {
    const there = { regionCode: '411003' };
    await bed.put(
      'submitEquipment',
      make.equipment({ ...there, protectiveDevices: ['ELEVATOR_IOT'], insuredUntil: '2026-06-30' }),
      make.equipment({ ...there, features: ['RESIDENTIAL'], installedOn: '2011-06-30' }),
      make.equipment({
        ...there,
        features: ['RESIDENTIAL'],
        installedOn: '2005-01-01',
        renewedOn: '2024-05-01',
      }),
      make.equipment({ ...there, features: ['RESIDENTIAL'], installedOn: '2011-07-01' }),
    );
    const read = async () =>
      (await bed.run('{ liftFigures(region: "410000") { lifts connected insured old renewed } }')).data
        .liftFigures;
    expect(await read()).toEqual({ lifts: 4, connected: 1, insured: 1, old: 2, renewed: 1 });
    bed.now('2026-07-01T00:00:00+08:00');
    expect(await read()).toEqual({ lifts: 4, connected: 1, insured: 0, old: 3, renewed: 1 });
    bed.now('2026-06-30T09:00:00+08:00');
  });

  test('a lift MUST show when it must next be tested, and by which rule it is inspected', async () => {
    const lift = make.equipment({ installedOn: '2024-06-15' });
    await bed.put('submitEquipment', lift);
    await bed.put('submitInspections', make.inspection(lift.code, '2025-06-10'));
    const read = () =>
      deviceOf(bed, lift.code, 'nextInspectionDue nextTestDue inspectionCycle { id value verified }');
    expect(await read()).toEqual({
      nextInspectionDue: '2028-06-15',
      nextTestDue: '2026-06-15',
      inspectionCycle: { id: 'lift-2023', value: [1, 4, 7, 9, 11, 13, 15], verified: true },
    });
    await bed.put('submitTests', make.test(lift.code, '2026-06-15'));
    expect(await read()).toMatchObject({ nextTestDue: '2027-06-15' });
  });
});

describe('bodies, inspectors and plans', () => {
  beforeAll(async () => {
    await bed.empty();
    bed.now('2026-06-30T09:00:00+08:00');
    const body = {
      sourceId: 'b',
      id: 'TS7110001-2026',
      uscc: usccOf(1),
      regionCode: '430682',
      kind: 'INSPECTION',
      categories: ['ELEVATOR'],
    };
    await bed.put('submitInspectionBodies', { ...body, validUntil: '2026-06-30' });
    await bed.put('submitInspectors', {
      sourceId: 'i',
      bodyId: body.id,
      name: '李四',
      items: ['DT-1'],
      validUntil: '2026-12-31',
    });
  });

  const READ =
    '{ inspectionBodies(region: "430000") { edges { node { valid inspectors { edges { node { name items valid } } } } } } }';
  const SHARE = 'share:conditional';

  test('a body MUST be approved until the end of its last day', async () => {
    const valid = async () =>
      (await bed.run('{ inspectionBodies { edges { node { valid } } } }')).data.inspectionBodies.edges[0].node
        .valid;
    expect(await valid()).toBe(true);
    bed.now('2026-07-01T00:00:00+08:00');
    expect(await valid()).toBe(false);
    bed.now('2026-06-30T09:00:00+08:00');
  });

  test('an inspector’s name MUST be sealed at rest, and shown inside the region for a purpose only', async () => {
    const [row] = await bed.subgraph.db.read<{ sealed: string }>(
      'SELECT sealed_name AS sealed FROM inspector',
    );
    expect(row?.sealed).not.toContain('李四');
    const name = async (region: string, purpose?: string) => {
      const answer = await bed.run(READ, {
        caller: as.officer('MARKET_SUPERVISION', region, SHARE),
        purpose,
      });
      return answer.data.inspectionBodies.edges[0].node.inspectors.edges[0].node.name;
    };
    expect(await name('430600', '检验机构监督检查')).toBe('李四');
    expect([await name('430600'), await name('410000', '检验机构监督检查')]).toEqual([null, null]);
  });

  test('an inspector of an unknown body MUST be refused by name', async () => {
    const answer = await bed.submit('submitInspectors', [
      { sourceId: 'x', bodyId: 'none', name: '李四', items: ['DT-1'], validUntil: '2026-12-31' },
    ]);
    expect(answer.data.receipt.rejected).toMatchObject([{ code: 'REFERENCE_UNKNOWN', field: 'bodyId' }]);
    expect(JSON.stringify(answer)).not.toContain('李四');
  });

  test('the emergency plans of a user MUST be listed, the latest first', async () => {
    const plan = { uscc: usccOf(1), regionCode: '430682', title: '电梯困人专项预案' };
    await bed.put(
      'submitEmergencyPlans',
      { ...plan, sourceId: '1', adoptedOn: '2024-01-01' },
      { ...plan, sourceId: '2', adoptedOn: '2026-01-01' },
    );
    const refs = [{ __typename: 'Enterprise', uscc: usccOf(1) }];
    const answer = await bed.run(
      'query ($refs: [_Any!]!) { _entities(representations: $refs) { ... on Enterprise { emergencyPlans { edges { node { adoptedOn } } } } } }',
      { caller: officer, variables: { refs } },
    );
    expect(
      answer.data._entities[0].emergencyPlans.edges.map(
        ({ node }: { node: { adoptedOn: string } }) => node.adoptedOn,
      ),
    ).toEqual(['2026-01-01', '2024-01-01']);
  });
});
