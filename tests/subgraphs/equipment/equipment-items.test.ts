import { as } from '../../support/callers';
import { codeOf, make, officer, equipmentBed, usccOf } from './sample';

interface Item {
  node: { code: string };
  cursor: string;
}

const bed = equipmentBed();

describe('equipmentItems', () => {
  beforeEach(() => bed.empty());

  const list = (filter: object | null, page: object = {}, caller = officer) =>
    bed.run(
      `query ($filter: EquipmentFilter, $first: Int, $after: String) {
        equipmentItems(filter: $filter, first: $first, after: $after) { totalCount edges { node { code } cursor } pageInfo { hasNextPage } }
      }`,
      { caller, variables: { filter, ...page } },
    );
  const codes = async (filter: object | null) => {
    const answer = await list(filter, { first: 100 });
    expect(answer).toSucceed();
    const found = (answer.data.equipmentItems.edges as Item[]).map(({ node }) => node.code);
    expect(answer.data.equipmentItems.totalCount).toBe(found.length);
    return found;
  };

  test('each filter MUST give what it names and no more', async () => {
    bed.now('2026-07-01T09:00:00+08:00');
    const lift = make.equipment({ regionCode: '430682' });
    const escalator = make.equipment({
      regionCode: '430681',
      kindCode: '3310',
      status: 'SUSPENDED',
      userUscc: usccOf(2),
    });
    const forklift = make.equipment({ regionCode: '430124', kindCode: '5110' });
    const mast = make.equipment({ regionCode: '410102', kindCode: '4A00', userUscc: null });
    const vessel = make.equipment({ regionCode: '410102', kindCode: '23T0' });
    await bed.put('submitEquipment', lift, escalator, forklift, mast, vessel);
    await bed.put(
      'submitInspections',
      ...[lift, escalator, forklift].map(({ code }) =>
        make.inspection(code, '2025-06-30', { nextDueOn: '2026-06-30' }),
      ),
      ...[mast, vessel].map(({ code }) => make.inspection(code, '2026-06-30')),
    );
    expect(await codes(null)).toEqual([vessel, mast, forklift, escalator, lift].map(({ code }) => code));
    expect(await codes({ region: '430600' })).toEqual([escalator.code, lift.code]);
    expect(await codes({ region: '430000', category: 'IN_PLANT_VEHICLE' })).toEqual([forklift.code]);
    expect(await codes({ kindCode: '3000' })).toEqual([escalator.code, lift.code]);
    expect(await codes({ kindCode: '3100' })).toEqual([lift.code]);
    expect(await codes({ kindCode: '4A00' })).toEqual([mast.code]);
    expect(await codes({ kindCode: '2300' })).toEqual([vessel.code]);
    expect(await codes({ kindCode: '3000', category: 'BOILER' })).toEqual([]);
    expect(await codes({ status: 'SUSPENDED' })).toEqual([escalator.code]);
    expect(await codes({ overdueOn: '2026-06-30' })).toEqual([]);
    expect(await codes({ overdueOn: '2026-07-01' })).toEqual([forklift.code, lift.code]);
    expect(await codes({ userUscc: usccOf(2) })).toEqual([escalator.code]);
  });

  test('a kind that no catalogue has MUST be refused instead of finding nothing', async () => {
    expect(await list({ kindCode: '7777' })).toFailWith('REFERENCE_UNKNOWN');
  });

  test('the public MUST NOT learn who uses a device by filtering', async () => {
    expect(await list({ userUscc: usccOf(1) }, {}, as.public)).toFailWith('AUTHENTICATION_REQUIRED');
  });

  test('a walk MUST neither skip nor repeat while devices come and go between its pages', async () => {
    const devices = Array.from({ length: 30 }, (_, at) =>
      make.equipment({ code: codeOf(100 + at * 10), sourceId: `walk${at}` }),
    );
    await bed.put('submitEquipment', ...devices);
    const seen: string[] = [];
    let after: string | null = null;
    for (let page = 0; ; page++) {
      const { edges, pageInfo } = (await list(null, { first: 7, after })).data.equipmentItems as {
        edges: Item[];
        pageInfo: { hasNextPage: boolean };
      };
      seen.push(...edges.map(({ node }) => node.code));
      if (!pageInfo.hasNextPage) break;
      after = edges.at(-1)?.cursor ?? null;
      // one before the place, one behind it, and the very device of the cursor is gone
      await bed.put(
        'submitEquipment',
        make.equipment({ code: codeOf(page) }),
        make.equipment({ code: codeOf(900 + page) }),
      );
      await bed.subgraph.db.read('DELETE FROM equipment WHERE code = $1', [seen.at(-1)]);
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toEqual([...seen].sort());
    expect(seen.filter((code) => devices.some((device) => device.code === code))).toEqual(
      devices.map(({ code }) => code),
    );
  });

  test('a page with its count MUST cost two statements', async () => {
    await bed.put('submitEquipment', make.equipment());
    await list(null);
    expect(await bed.statementsOf(() => list({ region: '430000', category: 'ELEVATOR' }))).toHaveLength(2);
  });

  test('a size or a cursor that is not of this list MUST be refused', async () => {
    expect(await list(null, { first: 101 })).toFailWith('PAGE_SIZE_INVALID');
    expect(await list(null, { after: 'bm9uc2Vuc2U' })).toFailWith('CURSOR_INVALID');
  });
});
