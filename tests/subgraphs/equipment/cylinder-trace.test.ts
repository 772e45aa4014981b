import { make, officer, equipmentBed } from './sample';

const bed = equipmentBed();

describe('the trace of gas cylinders', () => {
  beforeEach(async () => {
    await bed.empty();
    bed.now('2026-11-20T09:00:00+08:00');
  });

  const REFUSED =
    '{ refusedFillings(region: "430000") { totalCount edges { node { refusal refusedByFiller filledOn cylinder { serial } } } } }';
  const refused = async () => (await bed.run(REFUSED, { caller: officer })).data.refusedFillings;
  const trace = (serial: string, first = 20) =>
    bed.run(
      'query ($serial: ID!, $first: Int) { gasCylinder(serial: $serial) { fillings(first: $first) { totalCount edges { node { filledOn } } } } }',
      {
        caller: officer,
        variables: { serial, first },
      },
    );

  test('a filling of an overdue or scrapped cylinder MUST be refused by name, kept, and listed for the authority', async () => {
    const overdue = make.cylinder({ nextInspectionDue: '2026-06-30' });
    const scrapped = make.cylinder({ status: 'SCRAPPED' });
    await bed.put('submitGasCylinders', overdue, scrapped);
    const fillings = [
      make.filling(overdue.serial, '2026-06-30'),
      make.filling(overdue.serial, '2026-07-01'),
      make.filling(scrapped.serial, '2026-01-01'),
    ];
    const receipt = async () => (await bed.submit('submitCylinderFillings', fillings)).data.receipt;
    const rejected = [
      { index: 1, code: 'CYLINDER_OVERDUE', field: 'cylinderSerial' },
      { index: 2, code: 'CYLINDER_SCRAPPED', field: 'cylinderSerial' },
    ];
    expect(await receipt()).toMatchObject({ accepted: 1, unchanged: 0, rejected });
    expect(await refused()).toEqual({
      totalCount: 2,
      edges: [
        {
          node: {
            refusal: 'OVERDUE',
            refusedByFiller: false,
            filledOn: '2026-07-01',
            cylinder: { serial: overdue.serial },
          },
        },
        {
          node: {
            refusal: 'SCRAPPED',
            refusedByFiller: false,
            filledOn: '2026-01-01',
            cylinder: { serial: scrapped.serial },
          },
        },
      ],
    });
    expect((await trace(overdue.serial)).data.gasCylinder.fillings).toMatchObject({
      totalCount: 1,
      edges: [{ node: { filledOn: '2026-06-30' } }],
    });
    // sent again, it is refused again and stays one record
    expect(await receipt()).toMatchObject({ accepted: 0, unchanged: 1, rejected });
    expect(await refused()).toMatchObject({ totalCount: 2 });
  });

  test('a filler that refused by itself MUST be thanked with a plain receipt', async () => {
    const overdue = make.cylinder({ nextInspectionDue: '2026-06-30' });
    await bed.put('submitGasCylinders', overdue);
    await bed.put(
      'submitCylinderFillings',
      make.filling(overdue.serial, '2026-07-01', { refusal: 'OVERDUE' }),
    );
    expect((await refused()).edges).toMatchObject([{ node: { refusal: 'OVERDUE', refusedByFiller: true } }]);
  });

  test('the history of a cylinder MUST be one statement, the end of one range of an index', async () => {
    const cylinders = Array.from({ length: 40 }, () => make.cylinder());
    await bed.put('submitGasCylinders', ...cylinders);
    const days = Array.from({ length: 25 }, (_, at) => `2026-03-${String(at + 1).padStart(2, '0')}`);
    await bed.put(
      'submitCylinderFillings',
      ...cylinders.flatMap(({ serial }) => days.map((day) => make.filling(serial, day))),
    );
    const serial = String(cylinders[0]?.serial);
    // the cylinder and its fillings
    const texts = await bed.statementsOf(() =>
      bed.run(`{ gasCylinder(serial: "${serial}") { fillings(first: 5) { edges { node { filledOn } } } } }`, {
        caller: officer,
      }),
    );
    expect(texts).toHaveLength(2);
    const { edges } = (await trace(serial, 3)).data.gasCylinder.fillings;
    expect(edges.map(({ node }: { node: { filledOn: string } }) => node.filledOn)).toEqual([
      '2026-03-25',
      '2026-03-24',
      '2026-03-23',
    ]);
    const plan = await bed.subgraph.db.read<{ 'QUERY PLAN': string }>(
      `EXPLAIN SELECT * FROM cylinder_filling WHERE cylinder_serial = '${serial}' AND refusal IS NULL ORDER BY filled_on DESC, id DESC LIMIT 6`,
    );
    expect(plan.map((line) => line['QUERY PLAN']).join('\n')).toMatch(
      /Index Scan Backward using cylinder_filling_by_cylinder/,
    );
  });

  test('the valve coverage MUST count oxygen cylinders in use by region, and be overdue after 2026', async () => {
    await bed.put(
      'submitGasCylinders',
      make.cylinder(),
      make.cylinder({ valve: 'ORDINARY' }),
      make.cylinder({ valve: 'ORDINARY', status: 'SCRAPPED' }),
      make.cylinder({ valve: 'ORDINARY', medium: '氩气' }),
      make.cylinder({ regionCode: '411003', medium: '医用氧气' }),
    );
    const read = async (region: string) =>
      (await bed.run(`{ oxygenValveCoverage(region: "${region}") { total fitted rate deadline overdue } }`))
        .data.oxygenValveCoverage;
    bed.now('2026-12-31T23:59:59+08:00');
    expect(await read('430000')).toEqual({
      total: 2,
      fitted: 1,
      rate: 50,
      deadline: '2026-12-31',
      overdue: false,
    });
    bed.now('2027-01-01T00:00:00+08:00');
    expect(await read('430000')).toMatchObject({ overdue: true });
    expect(await read('410000')).toMatchObject({ total: 1, fitted: 1, rate: 100, overdue: false });
    expect(await read('110000')).toMatchObject({ total: 0, rate: null, overdue: false });
  });

  test('cylinders MUST count in the overview of a matter that is about their kind', async () => {
    await bed.put(
      'submitGasCylinders',
      make.cylinder({ kindCode: '2310' }),
      make.cylinder({ kindCode: '2320', nextInspectionDue: '2026-11-19' }),
      make.cylinder({ status: 'SCRAPPED' }),
      make.cylinder({ nextInspectionDue: '2026-11-20' }),
    );
    const traced = make.equipment({ kindCode: '2310' });
    await bed.put('submitEquipment', traced);
    await bed.put('submitInspections', make.inspection(traced.code, '2026-01-10'));
    const overview = async (kind: string) => {
      const refs = [
        {
          __typename: 'MatterOverview',
          matterCode: 'M',
          regionCode: '430000',
          scope: { equipmentKinds: [kind] },
        },
      ];
      const query =
        'query ($refs: [_Any!]!) { _entities(representations: $refs) { ... on MatterOverview { equipmentCount overdueInspections } } }';
      return Object.values(
        (await bed.run(query, { caller: officer, variables: { refs } })).data._entities[0],
      );
    };
    expect(await overview('2300')).toEqual([4, 1]);
    expect(await overview('2310')).toEqual([2, 0]);
    expect(await overview('3000')).toEqual([0, 0]);
    expect(
      (await bed.submit('submitGasCylinders', [make.cylinder({ kindCode: '9999' })])).data.receipt.rejected,
    ).toMatchObject([{ code: 'REFERENCE_UNKNOWN', field: 'kindCode' }]);
  });
});
