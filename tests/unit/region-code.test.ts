import fc from 'fast-check';
import { NATIONWIDE, isRegionCode, isWithin, regionPrefix, regionRange } from '../../subgraphs/kernel';

const pair = fc.integer({ min: 0, max: 99 }).map((value) => String(value).padStart(2, '0'));
const place = fc.integer({ min: 1, max: 999 }).map((value) => String(value).padStart(3, '0'));
const six = fc.tuple(fc.integer({ min: 11, max: 82 }).map(String), pair, pair).map((parts) => parts.join(''));
const county = fc
  .tuple(fc.integer({ min: 11, max: 82 }), fc.integer({ min: 1, max: 99 }), fc.integer({ min: 1, max: 99 }))
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(''));
const code = fc.oneof(
  six,
  fc.tuple(six, place).map((parts) => parts.join('')),
  fc.tuple(six, place, fc.oneof(place, fc.constant('000'))).map((parts) => parts.join('')),
  fc.constant(NATIONWIDE),
);

describe('division codes (GB/T 2260)', () => {
  test.each([
    ['430000', '43'],
    ['430600', '4306'],
    ['430682', '430682'],
    ['430682101', '430682101'],
    ['430682101000', '430682101'],
    ['430682101201', '430682101201'],
    [NATIONWIDE, ''],
    // 直辖市: 北京, its 市辖区 and 东城区; 重庆 and its 县
    ['110000', '11'],
    ['110100', '1101'],
    ['110101', '110101'],
    ['500200', '5002'],
    // 省直辖县级行政区划 and one of them, 仙桃市
    ['429000', '4290'],
    ['429004', '429004'],
  ])('all below %s MUST begin with %j', (division, prefix) => {
    expect(regionPrefix(division)).toBe(prefix);
  });

  test.each([
    // the statistical codes of a province, a prefecture and a county have 12 digits as well
    ['430000000000', '43'],
    ['430600000000', '4306'],
    ['430682000000', '430682'],
    ['430682000', '430682'],
    ['000000000000', ''],
  ])('all below the statistical code %s MUST begin with %j, as below its six digits', (division, prefix) => {
    expect(regionPrefix(division)).toBe(prefix);
  });

  test.each([
    ['430682101201', '430682101', true],
    ['430682101201', '430682101000', true],
    ['430682101201', '430682', true],
    ['430682101201', '430600', true],
    ['430682', '430000', true],
    ['430682', NATIONWIDE, true],
    ['110101', '110000', true],
    ['429004', '420000', true],
    ['430600', '430682', false],
    ['430000', '430600', false],
    ['430681', '430682', false],
    ['430682102', '430682101000', false],
    ['440000', '430000', false],
    [NATIONWIDE, '430000', false],
  ])('%s within %s MUST be %s', (division, subtree, expected) => {
    expect(isWithin(division, subtree)).toBe(expected);
  });

  test('the range of a subtree MUST hold the codes that are within it, and no others', () => {
    fc.assert(
      fc.property(code, code, (division, subtree) => {
        const { from, to } = regionRange(subtree);
        expect(division >= from && division < to).toBe(isWithin(division, subtree));
      }),
      { numRuns: 2_000 },
    );
  });

  test('the range MUST reach from the first code of a subtree to the last', () => {
    for (const subtree of ['430000', '430600', '430682', '430682101', NATIONWIDE]) {
      const { from, to } = regionRange(subtree);
      const last = regionPrefix(subtree).padEnd(12, '9');
      const first = regionPrefix(subtree).padEnd(12, '0');
      expect([first >= from && first < to, last >= from && last < to]).toEqual([true, true]);
    }
  });

  test('a division MUST be within itself and within all above it', () => {
    fc.assert(
      fc.property(county, place, place, (below, town, village) => {
        const line = [
          NATIONWIDE,
          `${below.slice(0, 2)}0000`,
          `${below.slice(0, 4)}00`,
          below,
          below + town,
          below + town + village,
        ];
        line.forEach((lower, at) =>
          line.forEach((upper, above) => expect(isWithin(lower, upper)).toBe(above <= at)),
        );
      }),
    );
  });

  test('within MUST be transitive', () => {
    fc.assert(
      fc.property(code, code, code, (a, b, c) => !(isWithin(a, b) && isWithin(b, c)) || isWithin(a, c)),
    );
  });

  test.each([
    '43',
    '4306',
    '43068',
    '4306821',
    '43068210',
    '4306821010',
    '430682101 00',
    '４30682',
    '43068a',
    '',
    '430682\n',
  ])('%j MUST NOT be taken for a code', (text) => {
    expect(isRegionCode(text)).toBe(false);
  });
});
