import { as } from '../../support/callers';
import { deviceOf, equipmentBed, make, officer } from './sample';

const bed = equipmentBed();

describe('the lists of the campaigns', () => {
  const on = new Map<string, string[]>();
  beforeAll(async () => {
    bed.now('2026-12-31T09:00:00+08:00');
    const put = async (list: string, ...values: Record<string, unknown>[]) => {
      const devices = values.map((each) => make.equipment(each));
      on.set(list, devices.map(({ code }) => code).sort());
      await bed.put('submitEquipment', ...devices);
    };
    await put('SMALL_BOILERS', { kindCode: '1100', nameplateLitres: 50 });
    await put('CLASS_A_COASTERS', { kindCode: '6200', safetyClass: 'A', features: ['MULTI_CAR_COASTER'] });
    await put('CLIFF_SWINGS', { kindCode: '6E00', features: ['CLIFF_SWING'] });
    await put('ROPEWAY_RESCUE', { kindCode: '9110' });
    await put('OLD_LIFTS', { kindCode: '3110', features: ['RESIDENTIAL'], installedOn: '2011-12-31' });
    await put(
      'CHEMICAL_PLANTS',
      { kindCode: '2150', industryCode: 'C2614' },
      { kindCode: '8310', industryCode: '25' },
    );
    await put(
      'NEW_BOILERS',
      { kindCode: '1200', installedOn: '2024-01-01' },
      { kindCode: '1200', installedOn: '2025-01-01', regionCode: '411003' },
    );
    await put(
      'NONE',
      { kindCode: '1100', nameplateLitres: 51 },
      { kindCode: '6200', safetyClass: 'B', features: ['MULTI_CAR_COASTER'] },
      { kindCode: '6200', safetyClass: 'A' },
      { kindCode: '9310' },
      { kindCode: '3110', features: ['RESIDENTIAL'], installedOn: '2012-01-01' },
      { kindCode: '3110', installedOn: '2001-01-01' },
      { kindCode: '2150', industryCode: '3311' },
      { kindCode: '2310', industryCode: '2614' },
      { kindCode: '1200', installedOn: '2023-12-31' },
      { kindCode: '1100', nameplateLitres: 20, status: 'SCRAPPED' },
    );
  });

  const PAGE =
    'query ($list: String!, $region: RegionCode) { campaignEquipment(list: $list, region: $region) { totalCount edges { node { code } } } }';
  const listed = async (list: string, region = '000000') => {
    const { data } = await bed.run(PAGE, { caller: officer, variables: { list, region } });
    return data.campaignEquipment.edges.map(({ node }: { node: { code: string } }) => node.code).sort();
  };

  test('each MUST hold the devices that meet its conditions, and no other', async () => {
    const { data } = await bed.run('{ campaignLists { id source note deadline conditions } }');
    const ids = data.campaignLists.map(({ id }: { id: string }) => id);
    expect(ids.sort()).toEqual([...on.keys()].filter((id) => id !== 'NONE').sort());
    for (const id of ids) expect([id, await listed(id)]).toEqual([id, on.get(id)]);
  });

  test('a lift MUST come on its list on the day that it is fifteen years old', async () => {
    bed.now('2026-12-30T09:00:00+08:00');
    expect(await listed('OLD_LIFTS')).toEqual([]);
    bed.now('2027-01-01T09:00:00+08:00');
    expect(await listed('OLD_LIFTS')).toHaveLength(2);
    bed.now('2026-12-31T09:00:00+08:00');
  });

  test('its progress MUST count the last check of each device, and be overdue after its last day while something is left', async () => {
    const [first = '', second = ''] = on.get('NEW_BOILERS') ?? [];
    const check = (equipmentCode: string, checkedOn: string, outcome: string) => ({
      sourceId: `${equipmentCode}-${checkedOn}`,
      equipmentCode,
      list: 'NEW_BOILERS',
      checkedOn,
      outcome,
    });
    const progress = async () => {
      const { data } = await bed.run(
        '{ campaignLists { id progress(region: "000000") { total checked done rate overdue } } }',
        { caller: officer },
      );
      return data.campaignLists.find(({ id }: { id: string }) => id === 'NEW_BOILERS').progress;
    };
    await bed.put(
      'submitCampaignChecks',
      check(first, '2023-12-31', 'NO_PROBLEM'),
      check(second, '2026-06-01', 'RECTIFYING'),
    );
    expect(await progress()).toEqual({ total: 2, checked: 1, done: 0, rate: 0, overdue: false });
    await bed.put('submitCampaignChecks', check(second, '2026-06-02', 'RECTIFIED'));
    expect(await progress()).toEqual({ total: 2, checked: 1, done: 1, rate: 50, overdue: false });
    bed.now('2027-01-01T09:00:00+08:00');
    expect(await progress()).toMatchObject({ overdue: true });
    await bed.put('submitCampaignChecks', check(first, '2026-06-03', 'NO_PROBLEM'));
    expect(await progress()).toEqual({ total: 2, checked: 2, done: 2, rate: 100, overdue: false });
    bed.now('2026-12-31T09:00:00+08:00');
    expect(await listed('NEW_BOILERS', '411003')).toHaveLength(1);
    expect(await deviceOf(bed, first, 'campaignChecks { list outcome }')).toEqual({
      campaignChecks: [
        { list: 'NEW_BOILERS', outcome: 'NO_PROBLEM' },
        { list: 'NEW_BOILERS', outcome: 'NO_PROBLEM' },
      ],
    });
  });

  test('what is asked for MUST NOT stand in the text of a statement, and an unknown list MUST be null', async () => {
    const injected = "NONE' OR '1'='1";
    const texts = await bed.statementsOf(() => listed('CHEMICAL_PLANTS'));
    expect(texts.filter((text) => text.includes('26'))).toEqual([]);
    expect(
      (await bed.run(PAGE, { caller: officer, variables: { list: injected } })).data.campaignEquipment,
    ).toBeNull();
    expect(await bed.run(PAGE, { caller: as.public, variables: { list: 'OLD_LIFTS' } })).toFailWith(
      'SHARING_DENIED',
    );
  });
});
