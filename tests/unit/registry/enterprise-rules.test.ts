import {
  checkUscc,
  maySeeStruckOff,
  registeredIn,
} from '../../../subgraphs/registry/enterprise/enterprise.rules';
import type { Region } from '../../../subgraphs/registry/place/region';
import { as } from '../../support/callers';
import { refusalOf } from '../../support/refusal';

describe('the rules of the register', () => {
  const good = '91430682MA4L16JQ90';
  const wrongLast = '91430682MA4L16JQ91';

  test('a right code MUST be valid, whoever sends it', () => {
    for (const fromAuthority of [true, false]) expect(checkUscc(good, fromAuthority)).toBe(true);
  });

  test('a code with a wrong check digit MUST be taken from the authority only, as not valid', () => {
    expect(checkUscc(wrongLast, true)).toBe(false);
    const refusal = refusalOf(() => checkUscc(wrongLast, false));
    expect([refusal.code, refusal.details]).toEqual(['USCC_INVALID', { field: 'uscc', got: wrongLast }]);
  });

  test.each([
    '91430682MA4L16JQ9',
    '91430682MA4L16JQ900',
    '91430682MA4L16JI90',
    '9143068XMA4L16JQ90',
    '91430682ma4l16jq90',
    '',
  ])('what is no code at all MUST be refused from the authority as well: %j', (uscc) => {
    for (const fromAuthority of [true, false])
      expect(refusalOf(() => checkUscc(uscc, fromAuthority)).code).toBe('USCC_INVALID');
  });

  test('the division of an enterprise MUST be one that the register knows', () => {
    const regions = new Map([['411003', { code: '411003' } as Region]]);
    expect(registeredIn('411003', regions)).toBe('411003');
    const refusal = refusalOf(() => registeredIn('440305001', regions));
    expect([refusal.code, refusal.details]).toEqual([
      'REGION_UNKNOWN',
      { field: 'regionCode', got: '440305001' },
    ]);
  });

  test('what is struck off MUST be for agencies', () => {
    expect(maySeeStruckOff(as.public)).toBe(false);
    expect(maySeeStruckOff(as.officer('HEALTH', '440000'))).toBe(true);
  });
});
