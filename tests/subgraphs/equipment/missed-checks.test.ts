import { as } from '../../support/callers';
import { codeOf, make, officer, equipmentBed, usccOf } from './sample';

interface Missed {
  category: string;
  day: string;
  until: string;
}

const bed = equipmentBed();

describe('checks that were not made', () => {
  beforeEach(async () => {
    await bed.empty();
    // a Friday; the week began on 29 June
    bed.now('2026-07-03T09:00:00+08:00');
    await bed.put(
      'submitEquipment',
      make.equipment({ kindCode: '5110', regionCode: '411003', installedOn: '2024-01-01' }),
      make.equipment({
        kindCode: '3110',
        regionCode: '411003',
        userUscc: usccOf(2),
        installedOn: '2026-07-01',
      }),
    );
  });

  const ENTERPRISES = `query ($refs: [_Any!]!, $period: SafetyCheckPeriod, $from: Date, $to: Date) {
    _entities(representations: $refs) { ... on Enterprise { missedSafetyChecks(period: $period, from: $from, to: $to) { category day until } } }
  }`;
  const missed = async (asked: object = {}, ...numbers: number[]): Promise<Missed[][]> => {
    const refs = (numbers.length > 0 ? numbers : [1]).map((number) => ({
      __typename: 'Enterprise',
      uscc: usccOf(number),
    }));
    const answer = await bed.run(ENTERPRISES, { caller: officer, variables: { refs, ...asked } });
    expect(answer).toSucceed();
    return answer.data._entities.map((each: { missedSafetyChecks: Missed[] }) => each.missedSafetyChecks);
  };
  const days = async (asked?: object) => (await missed(asked))[0]?.map(({ day }) => day);

  test('each day of the week without a record MUST be missed, a report of no hazards counts, today is not over', async () => {
    expect(await days()).toEqual(['2026-06-29', '2026-06-30', '2026-07-01', '2026-07-02']);
    await bed.put('submitSafetyChecks', make.check('DAILY', '2026-06-30', { hazardsFound: 0 }));
    expect(await days()).toEqual(['2026-06-29', '2026-07-01', '2026-07-02']);
    await bed.put('submitSafetyChecks', make.check('DAILY', '2026-07-01', { category: 'IN_PLANT_VEHICLE' }));
    await bed.put('submitSafetyChecks', make.check('DAILY', '2026-07-02', { category: 'ELEVATOR' }));
    expect(await days()).toEqual(['2026-06-29', '2026-07-02']);
    bed.now('2026-07-04T00:00:00+08:00');
    expect(await days()).toEqual(['2026-06-29', '2026-07-02', '2026-07-03']);
  });

  test('a week MUST run from Monday to Sunday, a month by the calendar', async () => {
    const weeks = { period: 'WEEKLY', from: '2026-06-15' };
    await bed.put(
      'submitSafetyChecks',
      make.check('WEEKLY', '2026-06-21'),
      make.check('MONTHLY', '2026-05-31'),
    );
    expect(await days(weeks)).toEqual(['2026-06-22']);
    await bed.put('submitSafetyChecks', make.check('WEEKLY', '2026-06-22'));
    expect(await days(weeks)).toEqual([]);
    expect(await days({ period: 'MONTHLY', from: '2026-05-01' })).toEqual(['2026-06-01']);
  });

  test('nothing MUST be owed before a device is in use, for what is out of use, or on a building site', async () => {
    expect((await missed({}, 2))[0]).toEqual([
      { category: 'ELEVATOR', day: '2026-07-01', until: '2026-07-01' },
      { category: 'ELEVATOR', day: '2026-07-02', until: '2026-07-02' },
    ]);
    await bed.put(
      'submitEquipment',
      make.equipment({ kindCode: '4310', userUscc: usccOf(3), features: ['BUILDING_SITE'] }),
      make.equipment({ kindCode: '4310', userUscc: usccOf(3), status: 'SUSPENDED' }),
    );
    expect(await missed({}, 3)).toEqual([[]]);
    await bed.put('submitEquipment', make.equipment({ kindCode: '4310', userUscc: usccOf(3) }));
    expect((await missed({}, 3))[0]).toHaveLength(4);
  });

  const PAGE = `query ($region: RegionCode!, $after: String) {
    missedSafetyChecks(region: $region, first: 4, after: $after) { totalCount pageInfo { endCursor hasNextPage } edges { node { day enterprise { uscc } } } }
  }`;

  test('the list of a region MUST walk through all of them, each once', async () => {
    const page = async (after: string | null) =>
      (await bed.run(PAGE, { caller: officer, variables: { region: '410000', after } })).data
        .missedSafetyChecks;
    const first = await page(null);
    expect(first).toMatchObject({ totalCount: 6, pageInfo: { hasNextPage: true } });
    const second = await page(first.pageInfo.endCursor);
    expect(second.pageInfo.hasNextPage).toBe(false);
    const nodes = [...first.edges, ...second.edges].map(
      ({ node }: { node: { day: string; enterprise: { uscc: string } } }) => node,
    );
    expect(new Set(nodes.map(({ day, enterprise }) => `${enterprise.uscc} ${day}`)).size).toBe(6);
    expect(
      (await bed.run(PAGE, { caller: officer, variables: { region: '430000' } })).data.missedSafetyChecks
        .totalCount,
    ).toBe(0);
    expect(await bed.run(PAGE, { caller: as.public, variables: { region: '410000' } })).toFailWith(
      'SHARING_DENIED',
    );
  });

  test('those of fifty enterprises MUST cost one statement', async () => {
    await missed();
    const all = Array.from({ length: 50 }, (_, at) => at + 1);
    expect(await bed.statementsOf(() => missed({}, ...all))).toHaveLength(1);
  });
});

describe('who answers for the safety of equipment', () => {
  beforeAll(async () => {
    await bed.empty();
    bed.now('2026-07-03T09:00:00+08:00');
    await bed.put(
      'submitEquipment',
      make.equipment({ code: codeOf(1), kindCode: '3110' }),
      make.equipment({ code: codeOf(2), kindCode: '3110' }),
      make.equipment({ code: codeOf(3, '5110'), kindCode: '5110' }),
      make.equipment({ code: codeOf(4), kindCode: '3110', userUscc: usccOf(2) }),
      make.equipment({ code: codeOf(5), kindCode: '3110', userUscc: usccOf(3), regionCode: '411003' }),
    );
    await bed.put(
      'submitSafetyAppointments',
      make.appointment([codeOf(1)]),
      make.appointment([], { role: 'SAFETY_DIRECTOR', category: null }),
      make.appointment([codeOf(4)], { uscc: usccOf(2), category: null, endedOn: '2026-07-03' }),
    );
  });

  const read = async (region: string) =>
    (
      await bed.run(
        `query ($region: RegionCode!) {
          unitsWithoutSafetyOfficer(region: $region) { totalCount edges { node { category devices director enterprise { uscc } } } }
          safetyOfficerCoverage(region: $region) { units withDirector withOfficer devices devicesNamed rate }
        }`,
        { caller: officer, variables: { region } },
      )
    ).data;

  test('a unit without an officer for a category MUST be listed, and the coverage of a region be counted', async () => {
    const { unitsWithoutSafetyOfficer, safetyOfficerCoverage } = await read('430000');
    expect(unitsWithoutSafetyOfficer.edges).toEqual([
      { node: { category: 'IN_PLANT_VEHICLE', devices: 1, director: true, enterprise: { uscc: usccOf(1) } } },
    ]);
    expect(safetyOfficerCoverage).toEqual({
      units: 2,
      withDirector: 1,
      withOfficer: 1,
      devices: 4,
      devicesNamed: 2,
      rate: 50,
    });
    expect((await read('411003')).unitsWithoutSafetyOfficer.totalCount).toBe(1);
    expect((await read('110000')).safetyOfficerCoverage).toMatchObject({ units: 0, rate: null });
  });

  test('an appointment that has ended MUST no longer count', async () => {
    bed.now('2026-07-04T00:00:00+08:00');
    expect((await read('430000')).unitsWithoutSafetyOfficer.totalCount).toBe(2);
  });
});
