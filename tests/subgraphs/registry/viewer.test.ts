import { as } from '../../support/callers';
import { registryBed } from './sample';

const VIEWER =
  '{ viewer { subject scopes purpose department { code name kind region { code } } region { code name } } }';

const bed = registryBed();

describe('viewer', () => {
  const seen = async (caller = as.public, purpose?: string) =>
    (await bed.run(VIEWER, { caller, purpose })).data.viewer;
  const officer = as.officer('FIRE_RESCUE', '430682', 'write:hazards');

  test('a member of the public MUST be told that nothing is known', async () => {
    expect(await seen()).toEqual({
      subject: null,
      scopes: [],
      purpose: null,
      department: null,
      region: null,
    });
  });

  test('an officer MUST be told the department, region, scopes and purpose of the call', async () => {
    expect(await seen(officer, '执法检查')).toEqual({
      subject: 'test-FIRE_RESCUE-430682',
      scopes: ['write:hazards'],
      purpose: '执法检查',
      department: {
        code: '430682-FIRE_RESCUE',
        name: '临湘市消防救援大队',
        kind: 'FIRE_RESCUE',
        region: { code: '430682' },
      },
      region: { code: '430682', name: '临湘市' },
    });
  });

  test('the code of the department MUST count before kind and region', async () => {
    const lent = { ...officer, departmentCode: '430600-FIRE_RESCUE' };
    expect((await seen(lent)).department).toMatchObject({
      code: '430600-FIRE_RESCUE',
      name: '岳阳市消防救援支队',
    });
    expect((await seen(lent)).region).toMatchObject({ code: '430682' });
  });

  test('without a code the department MUST follow from kind and region', async () => {
    expect(await seen({ ...officer, departmentCode: null })).toMatchObject(await seen(officer));
  });

  test('an officer of the whole country MUST be one of the national organ, in no division', async () => {
    const national = { ...officer, departmentCode: null, region: '000000' };
    expect(await seen(national)).toMatchObject({
      department: { code: 'CN-FIRE_RESCUE', name: '国家消防救援局', kind: 'FIRE_RESCUE', region: null },
      region: null,
    });
    expect(await seen({ ...national, departmentCode: '000000-FIRE_RESCUE' })).toEqual(await seen(national));
  });

  test('a department that is not in the list MUST be told by its code and kind, without a name', async () => {
    const town = { ...officer, departmentCode: '431224102-SAFETY', region: '431224102' };
    expect((await seen(town)).department).toEqual({
      code: '431224102-SAFETY',
      name: null,
      kind: 'FIRE_RESCUE',
      region: { code: '431224102' },
    });
  });

  // it is taken for the national organ of its kind
  test.each(['430682000000', '999999'])(
    'an officer of a division that is not known (%s) MUST NOT be one of a national organ',
    async (region) => {
      const { department } = await seen({ ...officer, departmentCode: null, region });
      expect(department?.code).not.toBe('CN-FIRE_RESCUE');
    },
  );
});
