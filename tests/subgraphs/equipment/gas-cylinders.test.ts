import { as } from '../../support/callers';
import { make, officer, equipmentBed, usccOf } from './sample';

const CYLINDER = `query ($serial: ID!) {
  gasCylinder(serial: $serial) {
    serial medium valve nextInspectionDue nextInspectionDueRule { version } overdue owner { uscc } fillings { totalCount edges { node { filledOn filler { uscc } } } }
  }
}`;

const bed = equipmentBed();

describe('gas cylinders', () => {
  beforeEach(() => bed.empty());

  test('a cylinder MUST be traced with its fillings, the latest first', async () => {
    bed.now('2026-11-20T09:00:00+08:00');
    const cylinder = make.cylinder();
    await bed.put('submitGasCylinders', cylinder);
    await bed.put(
      'submitCylinderFillings',
      make.filling(cylinder.serial, '2026-03-02'),
      make.filling(cylinder.serial, '2025-03-02'),
    );
    const answer = await bed.run(CYLINDER, {
      caller: as.officer('FIRE_RESCUE', '410000'),
      variables: { serial: cylinder.serial },
    });
    expect(answer).toSucceed();
    expect(answer.data.gasCylinder).toEqual({
      serial: cylinder.serial,
      medium: '氧气',
      valve: 'RESIDUAL_PRESSURE',
      nextInspectionDue: '2027-05-31',
      nextInspectionDueRule: { version: expect.stringMatching(/^equipment\.cylinder-cycle\.general@/) },
      overdue: false,
      owner: { uscc: usccOf(1) },
      fillings: {
        totalCount: 2,
        edges: [
          { node: { filledOn: '2026-03-02', filler: { uscc: usccOf(2) } } },
          { node: { filledOn: '2025-03-02', filler: { uscc: usccOf(2) } } },
        ],
      },
    });
  });

  test('a stated due date MUST count before the cycle of the gas', async () => {
    const cylinder = make.cylinder({ nextInspectionDue: '2025-05-31' });
    await bed.put('submitGasCylinders', cylinder);
    const answer = await bed.run(CYLINDER, { caller: officer, variables: { serial: cylinder.serial } });
    expect(answer.data.gasCylinder).toMatchObject({
      ...{ nextInspectionDue: '2025-05-31', nextInspectionDueRule: null, overdue: true },
    });
  });

  test('the public MUST NOT look up a cylinder', async () => {
    const cylinder = make.cylinder();
    await bed.put('submitGasCylinders', cylinder);
    const answer = await bed.run(CYLINDER, { variables: { serial: cylinder.serial } });
    expect(answer).toFailWith('SHARING_DENIED');
    expect(answer.data.gasCylinder).toBeNull();
  });

  test('a bad cylinder or filling MUST be refused by name', async () => {
    const cylinders = await bed.submit('submitGasCylinders', [
      make.cylinder({ valve: 'NONE' }),
      make.cylinder({ manufacturedOn: '2999-01-01' }),
      make.cylinder({ ownerUscc: '1' }),
    ]);
    expect(cylinders.data.receipt.rejected).toMatchObject([
      { code: 'ENUM_VALUE_UNKNOWN', field: 'valve' },
      { code: 'DATE_OUT_OF_RANGE', field: 'manufacturedOn' },
      { code: 'USCC_INVALID', field: 'ownerUscc' },
    ]);
    const fillings = await bed.submit('submitCylinderFillings', [make.filling('unknown', '2026-01-01')]);
    expect(fillings.data.receipt.rejected).toMatchObject([
      { code: 'REFERENCE_UNKNOWN', field: 'cylinderSerial' },
    ]);
  });
});
