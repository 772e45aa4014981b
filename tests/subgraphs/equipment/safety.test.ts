import { as } from '../../support/callers';
import type { RunOptions } from '../../support/test-bed';
import { deviceOf, equipmentBed, make, officer, usccOf } from './sample';

const SHARE = 'share:conditional';

const bed = equipmentBed();

describe('safety appointments and checks', () => {
  let code: string;
  beforeEach(async () => {
    await bed.empty();
    bed.now('2026-06-30T09:00:00+08:00');
    const device = make.equipment({ sourceId: 'device' });
    ({ code } = device);
    await bed.put('submitEquipment', device);
  });

  const ofEnterprise = (fields: string, options: RunOptions = { caller: officer }) =>
    bed.run(
      `query ($refs: [_Any!]!) { _entities(representations: $refs) { ... on Enterprise { ${fields} } } }`,
      {
        ...options,
        variables: { refs: [{ __typename: 'Enterprise', uscc: usccOf(1) }] },
      },
    );

  test('a device MUST show the officer that its present user has named to it', async () => {
    await bed.put('submitSafetyAppointments', make.appointment([code]));
    expect(
      await deviceOf(bed, code, 'safetyOfficer { role enterprise { uscc } equipment { code } }'),
    ).toEqual({
      safetyOfficer: { role: 'SAFETY_OFFICER', enterprise: { uscc: usccOf(1) }, equipment: [{ code }] },
    });
    await bed.put('submitEquipment', {
      ...make.equipment({ code, userUscc: usccOf(2) }),
      sourceId: 'device',
      revision: 2,
    });
    expect(await deviceOf(bed, code, 'safetyOfficer { role }')).toEqual({ safetyOfficer: null });
  });

  test('an appointment MUST count until the end of its last day', async () => {
    await bed.put('submitSafetyAppointments', make.appointment([code], { endedOn: '2026-06-30' }));
    expect(await deviceOf(bed, code, 'safetyOfficer { role }')).toEqual({
      safetyOfficer: { role: 'SAFETY_OFFICER' },
    });
    bed.now('2026-07-01T00:00:00+08:00');
    expect(await deviceOf(bed, code, 'safetyOfficer { role }')).toEqual({ safetyOfficer: null });
    expect((await ofEnterprise('safetyAppointments { role }')).data._entities[0].safetyAppointments).toEqual(
      [],
    );
  });

  test('all appointments MUST be listed by post, by a period and by the day on which they stood', async () => {
    await bed.put(
      'submitSafetyAppointments',
      make.appointment([], { sourceId: 'now', appointedOn: '2026-01-01' }),
      make.appointment([], { sourceId: 'before', appointedOn: '2024-01-01', endedOn: '2025-12-31' }),
    );
    const days = async (by: string) => {
      const { data } = await ofEnterprise(`safetyPosts${by} { edges { node { appointedOn } } }`);
      return data._entities[0].safetyPosts.edges.map(
        ({ node }: { node: { appointedOn: string } }) => node.appointedOn,
      );
    };
    const [now, before] = ['2026-01-01', '2024-01-01'];
    expect(await days('')).toEqual([now, before]);
    expect(await days('(role: [SAFETY_DIRECTOR])')).toEqual([]);
    expect(await days('(from: "2024-01-01", to: "2025-12-31")')).toEqual([before]);
    expect(await days('(standingOn: "2025-12-31")')).toEqual([before]);
    expect(await days('(standingOn: "2026-01-01")')).toEqual([now]);
    expect(await days('(standingOn: "2023-12-31")')).toEqual([]);
  });

  test('names and phones MUST need scope, purpose and region, and leave a record', async () => {
    await bed.put('submitSafetyAppointments', make.appointment([code]));
    const read = (region: string, scopes: string[], purpose?: string) =>
      ofEnterprise('safetyAppointments { role name phone }', {
        caller: as.officer('FIRE_RESCUE', region, ...scopes),
        purpose,
      });
    const shown = { role: 'SAFETY_OFFICER', name: '张三', phone: '13900000000' };
    const hidden = { role: 'SAFETY_OFFICER', name: null, phone: null };
    expect((await read('430600', [SHARE], '火灾调查')).data._entities[0].safetyAppointments).toEqual([shown]);
    for (const answer of [
      await read('430600', [SHARE]),
      await read('430600', [], '火灾调查'),
      await read('410000', [SHARE], '火灾调查'),
    ]) {
      expect(answer.data._entities[0].safetyAppointments).toEqual([hidden]);
    }
    const records = await bed.subgraph.db.read<{ record: string }>(
      'SELECT record FROM journal WHERE record LIKE \'%"read"%\'',
    );
    const outcomes = records.map(({ record }) => (JSON.parse(record) as { outcome: string }).outcome);
    expect(outcomes.sort()).toEqual(['refused', 'refused', 'refused', 'shown']);
    expect(JSON.stringify(records)).not.toContain('张三');
  });

  test('a bad appointment MUST be refused by name', async () => {
    const answer = await bed.submit('submitSafetyAppointments', [
      make.appointment(['31104310220249999']),
      make.appointment([code], { endedOn: '2024-12-31' }),
      make.appointment([code], { role: 'BOSS' }),
      make.appointment(Array.from({ length: 501 }, (_, at) => `311043102202${String(10000 + at)}`)),
    ]);
    expect(answer.data.receipt.rejected).toMatchObject([
      { code: 'REFERENCE_UNKNOWN', field: 'equipmentCodes' },
      { code: 'DATE_OUT_OF_RANGE', field: 'endedOn' },
      { code: 'ENUM_VALUE_UNKNOWN', field: 'role' },
      { code: 'NUMBER_INVALID', field: 'equipmentCodes' },
    ]);
  });

  test('own checks MUST be listed by date and by period, a report of no hazards among them', async () => {
    await bed.put(
      'submitSafetyChecks',
      make.check('DAILY', '2026-06-30'),
      make.check('DAILY', '2026-06-29', { hazardsFound: 2 }),
      make.check('WEEKLY', '2026-06-28', { summary: '每周排查' }),
      make.check('MONTHLY', '2026-06-01', { uscc: usccOf(2) }),
    );
    const answer = await ofEnterprise(`
      all: safetyChecks { totalCount }
      daily: safetyChecks(period: DAILY) { totalCount edges { node { period checkedOn hazardsFound } } }`);
    expect(answer).toSucceed();
    expect(answer.data._entities[0]).toEqual({
      all: { totalCount: 3 },
      daily: {
        totalCount: 2,
        edges: [
          { node: { period: 'DAILY', checkedOn: '2026-06-29', hazardsFound: 2 } },
          { node: { period: 'DAILY', checkedOn: '2026-06-30', hazardsFound: 0 } },
        ],
      },
    });
    const future = await bed.submit('submitSafetyChecks', [make.check('DAILY', '2026-07-01')]);
    expect(future.data.receipt.rejected).toMatchObject([{ code: 'DATE_OUT_OF_RANGE', field: 'checkedOn' }]);
  });

  test('the public MUST NOT see appointments or checks', async () => {
    const answer = await ofEnterprise('safetyAppointments { role } safetyChecks { totalCount }', {
      caller: as.public,
    });
    expect(answer.data._entities[0]).toEqual({ safetyAppointments: null, safetyChecks: null });
  });

  test('the officers of a page of devices MUST cost one statement', async () => {
    const devices = Array.from({ length: 20 }, () => make.equipment());
    await bed.put('submitEquipment', ...devices);
    await bed.put('submitSafetyAppointments', ...devices.map((device) => make.appointment([device.code])));
    const read = () =>
      bed.run(
        '{ equipmentItems(first: 20) { edges { node { safetyOfficer { role equipment { code } } } } } }',
        { caller: officer },
      );
    // the page, the officers, and the devices that are named to them
    expect(await bed.statementsOf(read)).toHaveLength(3);
  });
});
