import { as } from '../../support/callers';
import { make, equipmentBed, usccOf } from './sample';

const bed = equipmentBed();

describe('submitEquipment', () => {
  beforeEach(() => bed.empty());

  test('a device MUST be stored once, however often it is sent', async () => {
    const device = make.equipment();
    await bed.put('submitEquipment', device);
    const again = await bed.submit('submitEquipment', [device]);
    expect(again.data.receipt).toEqual({ accepted: 0, unchanged: 1, rejected: [] });
  });

  test('a bad record MUST be refused by name and the good ones kept', async () => {
    const answer = await bed.submit('submitEquipment', [
      make.equipment(),
      make.equipment({ code: '3110ABC' }),
      make.equipment({ kindCode: '3999' }),
      make.equipment({ regionCode: '43068' }),
      make.equipment({ userUscc: usccOf(1).replace(/.$/, '0') }),
      make.equipment({ registrationNumber: '梯11湘F00001' }),
      make.equipment({ status: 'BROKEN' }),
    ]);
    expect(answer.data.receipt).toMatchObject({
      accepted: 1,
      rejected: [
        { index: 1, code: 'FIELD_INVALID', field: 'code' },
        { index: 2, code: 'REFERENCE_UNKNOWN', field: 'kindCode' },
        { index: 3, code: 'REGION_CODE_INVALID', field: 'regionCode' },
        { index: 4, code: 'USCC_INVALID', field: 'userUscc' },
        { index: 5, code: 'FIELD_INVALID', field: 'registrationNumber' },
        { index: 6, code: 'ENUM_VALUE_UNKNOWN', field: 'status' },
      ],
    });
  });

  test('a code of the earlier catalogue MUST be taken for the entry that it became', async () => {
    await bed.put('submitEquipment', make.equipment({ code: '35004310220240001', kindCode: '3500' }));
    const answer = await bed.run(
      '{ equipment(code: "35004310220240001") { kind { code name category level parent { code } } } }',
    );
    expect(answer.data.equipment.kind).toEqual({
      code: '3310',
      name: '自动扶梯',
      category: 'ELEVATOR',
      level: 'TYPE',
      parent: { code: '3300' },
    });
  });

  test('a device outside the region of the token MUST be refused', async () => {
    const caller = as.officer('MARKET_SUPERVISION', '430600', 'write:equipment');
    const answer = await bed.submit('submitEquipment', [make.equipment({ regionCode: '430124' })], {
      caller,
    });
    expect(answer.data.receipt.rejected).toMatchObject([{ code: 'OUTSIDE_REGION', field: 'regionCode' }]);
  });

  test('a submission MUST be refused without a token and without the scope', async () => {
    const records = [make.equipment()];
    expect(await bed.submit('submitEquipment', records, { caller: as.public })).toFailWith('SHARING_DENIED');
    expect(
      await bed.submit('submitEquipment', records, { caller: as.officer('FIRE_RESCUE', '430000') }),
    ).toFailWith('SCOPE_MISSING');
  });

  test('a record of a synthetic source MUST be marked as such', async () => {
    const device = make.equipment();
    await bed.submit('submitEquipment', [device], { source: 'synthetic-demo' });
    const answer = await bed.run('query ($code: ID!) { equipment(code: $code) { synthetic } }', {
      variables: { code: device.code },
    });
    expect(answer.data.equipment.synthetic).toBe(true);
  });

  test('a correction of the device MUST keep what its inspections say', async () => {
    const device = make.equipment();
    await bed.put('submitEquipment', device);
    await bed.put(
      'submitInspections',
      make.inspection(device.code, '2025-01-10', { nextDueOn: '2026-01-10' }),
    );
    await bed.put('submitEquipment', { ...device, revision: 2, status: 'SUSPENDED' });
    const answer = await bed.run(
      'query ($code: ID!) { equipment(code: $code) { status nextInspectionDue } }',
      {
        variables: { code: device.code },
      },
    );
    expect(answer.data.equipment).toEqual({ status: 'SUSPENDED', nextInspectionDue: '2026-01-10' });
  });
});
