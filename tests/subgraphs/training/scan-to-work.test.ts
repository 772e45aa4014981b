import { as } from '../../support/callers';
import { idNumberOf, make, reader, safety, trainingBed } from './sample';

const SCAN =
  'query ($chip: String!, $code: String!) { scanToWork(machineChip: $chip, welderCode: $code) { allowed reason item { code } expiresOn } }';

const bed = trainingBed();

describe('scanToWork', () => {
  beforeAll(async () => {
    const of = { regionCode: '430682' };
    await bed.put(
      'submitWeldingMachines',
      { ...of, sourceId: '1', chip: 'CHIP-1', registeredOn: '2024-06-15' },
      { ...of, sourceId: '2', chip: 'CHIP-2', registeredOn: '2024-01-01', deregisteredOn: '2026-06-15' },
      { ...of, sourceId: '3', chip: 'CHIP-3', registeredOn: '2024-01-01', deregisteredOn: '2026-06-14' },
      { ...of, sourceId: '4', chip: 'CHIP-4', registeredOn: '2026-06-16' },
    );
    await bed.put(
      'submitWelderCodes',
      ...[1, 2, 3, 4].map((at) => ({
        ...of,
        sourceId: `${at}`,
        code: `CODE-${at}`,
        idNumber: idNumberOf(at),
      })),
    );
    const welder = { scheme: 'SPECIAL_OPERATION', item: '2.1', employerUscc: null };
    await bed.putAs(
      safety,
      'submitQualifications',
      make.qualification({ ...welder, idNumber: idNumberOf(1), issuedOn: '2023-06-15' }),
      make.qualification({ ...welder, idNumber: idNumberOf(2), issuedOn: '2023-06-14' }),
      make.qualification({ ...welder, idNumber: idNumberOf(3), standing: 'SUSPENDED' }),
      make.qualification({ ...welder, idNumber: idNumberOf(4), item: '1.1' }),
    );
  });

  const scan = async (chip: string, code: string) =>
    (await bed.run(SCAN, { caller: reader, variables: { chip, code } })).data.scanToWork;

  test('a certified welder with a registered machine MUST be let work, to the last day of both', async () => {
    const allowed = { allowed: true, reason: 'ALLOWED', item: { code: '2.1' }, expiresOn: '2026-06-15' };
    expect(await scan('CHIP-1', 'CODE-1')).toEqual(allowed);
    expect(await scan('CHIP-2', 'CODE-1')).toEqual(allowed);
    bed.now('2026-06-15T16:00:00Z');
    expect(await scan('CHIP-1', 'CODE-1')).toMatchObject({ allowed: false, reason: 'EXPIRED' });
    expect(await scan('CHIP-2', 'CODE-1')).toMatchObject({ reason: 'MACHINE_UNREGISTERED' });
    bed.now('2026-06-15T04:00:00Z');
  });

  test.each([
    ['CHIP-9', 'CODE-1', 'MACHINE_UNREGISTERED'],
    ['CHIP-3', 'CODE-1', 'MACHINE_UNREGISTERED'],
    ['CHIP-4', 'CODE-1', 'MACHINE_UNREGISTERED'],
    ['CHIP-1', 'CODE-9', 'WELDER_UNKNOWN'],
    ['CHIP-1', 'CODE-2', 'EXPIRED'],
    ['CHIP-1', 'CODE-3', 'SUSPENDED'],
    ['CHIP-1', 'CODE-4', 'NO_CERTIFICATE'],
  ])('%s with %s MUST be refused: %s', async (chip, code, reason) => {
    expect(await scan(chip, code)).toMatchObject({ allowed: false, reason });
  });

  test('a code that is an identity number MUST be refused', async () => {
    const record = { sourceId: '9', regionCode: '430682', code: idNumberOf(9), idNumber: idNumberOf(9) };
    expect((await bed.submit('submitWelderCodes', [record])).data.receipt.rejected[0]).toMatchObject({
      code: 'ID_NUMBER_NOT_ALLOWED',
      field: 'code',
    });
  });

  test('the public MUST NOT be told, and machines MUST be counted by division', async () => {
    expect(
      await bed.run(SCAN, { caller: as.public, variables: { chip: 'CHIP-1', code: 'CODE-1' } }),
    ).toFailWith('SHARING_DENIED');
    const { data } = await bed.run('{ weldingMachines(region: "430000") { totalCount } }', {
      caller: reader,
    });
    expect(data.weldingMachines).toEqual({ totalCount: 4 });
  });
});
