import { make, officer, equipmentBed } from './sample';

const OVERVIEW = `query ($refs: [_Any!]!) {
  _entities(representations: $refs) { ... on MatterOverview { matterCode regionCode equipmentCount overdueInspections } }
}`;

const bed = equipmentBed();

describe('what equipment adds to a matter', () => {
  beforeAll(async () => {
    bed.now('2026-07-01T09:00:00+08:00');
    const lifts = [
      make.equipment(),
      make.equipment({ regionCode: '430124' }),
      make.equipment({ kindCode: '3310', status: 'SUSPENDED' }),
    ];
    const gone = [make.equipment({ status: 'SCRAPPED' }), make.equipment({ status: 'CANCELLED' })];
    const others = [
      make.equipment({ kindCode: '5110' }),
      make.equipment({ kindCode: '23T0' }),
      make.equipment({ status: 'UNREGISTERED' }),
    ];
    const all = [...lifts, ...gone, ...others];
    await bed.put('submitEquipment', ...all);
    await bed.put(
      'submitInspections',
      ...all.map(({ code }) => make.inspection(code, '2025-06-30', { nextDueOn: '2026-06-30' })),
    );
  });

  const overview = (matterCode: string, regionCode: string, ...equipmentKinds: string[]) => ({
    __typename: 'MatterOverview',
    matterCode,
    regionCode,
    scope: { equipmentKinds },
  });
  const read = (...refs: object[]) => bed.run(OVERVIEW, { caller: officer, variables: { refs } });

  test('an overview MUST count the devices of its kinds and region that are not gone, and those that are overdue', async () => {
    const answer = await read(
      overview('LIFTS', '430000', '3000'),
      overview('LIFTS', '430682', '3000'),
      overview('LIFTS', '410000', '3000'),
      overview('ESCALATORS', '430000', '3300'),
      overview('MANY', '430000', '5000', '23T0', '2300'),
      overview('NONE', '430000'),
      overview('WHOLE', '000000', '3000'),
    );
    expect(answer).toSucceed();
    const figures = (answer.data._entities as Record<string, unknown>[]).map((each) => [
      each.equipmentCount,
      each.overdueInspections,
    ]);
    expect(figures).toEqual([
      [4, 2],
      [3, 1],
      [null, null],
      [1, 0],
      [2, 2],
      [null, null],
      [4, 2],
    ]);
  });

  test('an overview MUST count by the day it is read', async () => {
    bed.now('2026-06-30T23:59:59+08:00');
    expect((await read(overview('LIFTS', '430000', '3000'))).data._entities[0].overdueInspections).toBe(0);
    bed.now('2026-07-01T09:00:00+08:00');
  });

  test('any number of overviews MUST cost one statement', async () => {
    const refs = Array.from({ length: 40 }, (_, at) =>
      overview(`M${at}`, '430000', ['3000', '5000', '1000'][at % 3] as string),
    );
    expect(await bed.statementsOf(() => read(...refs))).toHaveLength(1);
  });

  test('a matter MUST list the devices in its scope, with the subtree of each kind', async () => {
    const matter = (region: string, ...equipmentKinds: string[]) =>
      bed.run(
        `query ($refs: [_Any!]!, $region: RegionCode) {
          _entities(representations: $refs) { ... on Matter { equipment(region: $region) { totalCount edges { node { kind { code } } } } } }
        }`,
        {
          caller: officer,
          variables: { region, refs: [{ __typename: 'Matter', code: 'M', scope: { equipmentKinds } }] },
        },
      );
    expect((await matter('430682', '3000')).data._entities[0].equipment.totalCount).toBe(5);
    expect((await matter('430000', '23T0', '5000')).data._entities[0].equipment.edges).toEqual([
      { node: { kind: { code: '23T0' } } },
      { node: { kind: { code: '5110' } } },
    ]);
    expect((await matter('430000')).data._entities[0].equipment.totalCount).toBe(0);
  });
});
