import { as } from '../../support/callers';
import type { RunOptions } from '../../support/test-bed';
import { make, officer, equipmentBed, usccOf } from './sample';

const bed = equipmentBed();

describe('equipment', () => {
  beforeEach(() => bed.empty());

  const read = (code: string, fields: string, options: RunOptions = {}) =>
    bed.run(`query ($code: ID!) { equipment(code: $code) { ${fields} } }`, {
      ...options,
      variables: { code },
    });

  test('anyone MUST see whether a device is safe to use, and nothing of who uses it', async () => {
    const device = make.equipment({ registrationNumber: '梯11湘F00001（24）' });
    await bed.put('submitEquipment', device);
    await bed.put(
      'submitInspections',
      make.inspection(device.code, '2026-01-10', { nextDueOn: '2027-01-10', reportNumber: 'R1' }),
    );
    const fields = `code registrationNumber kind { code name category } status region { code } nextInspectionDue overdue`;
    const answer = await read(device.code, fields);
    expect(answer).toSucceed();
    expect(answer.data.equipment).toEqual({
      code: device.code,
      registrationNumber: '梯11湘F00001(24)',
      kind: { code: '3110', name: '曳引驱动乘客电梯', category: 'ELEVATOR' },
      status: 'IN_USE',
      region: { code: '430682' },
      nextInspectionDue: '2027-01-10',
      overdue: false,
    });
    const hidden =
      'user { uscc } maker { uscc } location inspections { totalCount } tests { totalCount } safetyOfficer { role }';
    const denied = await read(device.code, hidden);
    expect(denied.data.equipment).toEqual({
      user: null,
      maker: null,
      location: null,
      inspections: null,
      tests: null,
      safetyOfficer: null,
    });
    expect(denied.errors).toHaveLength(6);
  });

  test('any agency MUST see who uses a device and its inspections', async () => {
    const device = make.equipment({ makerUscc: usccOf(9) });
    await bed.put('submitEquipment', device);
    await bed.put(
      'submitInspections',
      make.inspection(device.code, '2026-01-10', { bodyUscc: usccOf(8), reportNumber: 'R2' }),
      make.inspection(device.code, '2025-01-10', { reportNumber: 'R1' }),
    );
    await bed.put('submitTests', make.test(device.code, '2025-07-10'));
    const answer = await read(
      device.code,
      `user { uscc } maker { uscc } location inspections { totalCount edges { node { inspectedOn reportNumber conclusion body { uscc } } } }
       tests { edges { node { testedOn result } } }`,
      { caller: as.officer('FIRE_RESCUE', '410000') },
    );
    expect(answer).toSucceed();
    expect(answer.data.equipment).toEqual({
      user: { uscc: usccOf(1) },
      maker: { uscc: usccOf(9) },
      location: '1 号楼',
      inspections: {
        totalCount: 2,
        edges: [
          { node: { inspectedOn: '2025-01-10', reportNumber: 'R1', conclusion: 'QUALIFIED', body: null } },
          {
            node: {
              inspectedOn: '2026-01-10',
              reportNumber: 'R2',
              conclusion: 'QUALIFIED',
              body: { uscc: usccOf(8) },
            },
          },
        ],
      },
      tests: { edges: [{ node: { testedOn: '2025-07-10', result: 'CONFORMING' } }] },
    });
  });

  test('inspectors’ remarks MUST be for market supervision within its region', async () => {
    const device = make.equipment();
    await bed.put('submitEquipment', device);
    await bed.put('submitInspections', make.inspection(device.code, '2026-01-10', { remarks: '门锁磨损' }));
    const remarks = async (caller: typeof officer) => {
      const answer = await read(device.code, 'inspections { edges { node { remarks } } }', { caller });
      return answer.data.equipment.inspections.edges[0].node.remarks as string | null;
    };
    expect(await remarks(as.officer('MARKET_SUPERVISION', '430600'))).toBe('门锁磨损');
    expect(await remarks(as.officer('MARKET_SUPERVISION', '410000'))).toBeNull();
    expect(await remarks(as.officer('FIRE_RESCUE', '430600'))).toBeNull();
  });

  test.each(['UNREGISTERED', 'SCRAPPED', 'CANCELLED'])(
    'the public MUST NOT find a device that is %s, an agency MUST',
    async (status) => {
      const device = make.equipment({ status });
      await bed.put('submitEquipment', device);
      expect((await read(device.code, 'code')).data.equipment).toBeNull();
      expect((await read(device.code, 'code', { caller: officer })).data.equipment).toEqual({
        code: device.code,
      });
      const list = '{ equipmentItems { totalCount edges { node { code } } } }';
      expect((await bed.run(list)).data.equipmentItems).toEqual({ totalCount: 0, edges: [] });
      expect((await bed.run(list, { caller: officer })).data.equipmentItems.totalCount).toBe(1);
      const reference = { variables: { refs: [{ __typename: 'Equipment', code: device.code }] } };
      const entities = await bed.run(
        'query ($refs: [_Any!]!) { _entities(representations: $refs) { ... on Equipment { code } } }',
        reference,
      );
      expect(entities.data._entities).toEqual([null]);
    },
  );

  test('a device MUST be overdue from the day after its due day, by the date in China', async () => {
    const device = make.equipment({ status: 'REGISTERED' });
    await bed.put('submitEquipment', device);
    await bed.put(
      'submitInspections',
      make.inspection(device.code, '2025-06-30', { nextDueOn: '2026-06-30' }),
    );
    const overdue = async (moment: string) => {
      bed.now(moment);
      return (await read(device.code, 'overdue')).data.equipment.overdue as boolean;
    };
    expect(await overdue('2026-06-30T23:59:59+08:00')).toBe(false);
    expect(await overdue('2026-07-01T00:00:00+08:00')).toBe(true);
    expect(await overdue('2026-06-30T16:00:00Z')).toBe(true);
  });

  test('a device that is out of use MUST NOT be overdue', async () => {
    const device = make.equipment({ status: 'SUSPENDED' });
    await bed.put('submitEquipment', device);
    await bed.put(
      'submitInspections',
      make.inspection(device.code, '2020-06-30', { nextDueOn: '2021-06-30' }),
    );
    expect((await read(device.code, 'overdue')).data.equipment.overdue).toBe(false);
  });

  test('the catalogue MUST be walked from the categories at its top', async () => {
    const roots = await bed.run('{ equipmentKinds { code category } }');
    expect(roots.data.equipmentKinds.map(({ code }: { code: string }) => code)).toEqual([
      '1000',
      '2000',
      '3000',
      '4000',
      '5000',
      '6000',
      '7000',
      '8000',
      '9000',
      'F000',
    ]);
    const lifts = await bed.run('{ equipmentKinds(parent: "3100") { code } }');
    expect(lifts.data.equipmentKinds).toEqual([{ code: '3110' }, { code: '3120' }, { code: '3130' }]);
  });
});
