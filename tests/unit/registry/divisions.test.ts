import { allDivisions, divisionsToday, isRegionCode, isWithin } from '../../../subgraphs/kernel';

const divisions = allDivisions();
const byCode = new Map(divisions.map((division) => [division.code, division]));
const current = divisions.filter(({ validTo }) => validTo === '');
const abolished = divisions.filter(({ validTo }) => validTo !== '');

describe('the divisions', () => {
  test('every code MUST be one, and there once', () => {
    expect(divisions.filter(({ code }) => !isRegionCode(code))).toEqual([]);
    expect(byCode.size).toBe(divisions.length);
  });

  test('current ones MUST be in the order of their codes, and the abolished ones last', () => {
    const codes = current.map(({ code }) => code);
    expect(codes).toEqual([...codes].sort());
    expect(divisions.slice(-abolished.length)).toEqual(abolished);
    expect(abolished.length).toBeGreaterThan(3_000);
  });

  test('every division in force but a province MUST lie below one that is there, in force and one level up', () => {
    const above: Record<string, string> = { CITY: 'PROVINCE', COUNTY: 'CITY', TOWN: 'COUNTY' };
    const misplaced = current.filter(({ code, level, parent }) => {
      const one = byCode.get(parent);
      return level === 'PROVINCE'
        ? parent !== ''
        : one?.level !== above[level] || one?.validTo !== '' || !isWithin(code, parent);
    });
    expect(misplaced).toEqual([]);
  });

  test('every abolished division MUST have successors in force, and no other has', () => {
    expect(current.filter(({ successors }) => successors.length > 0)).toEqual([]);
    const without = abolished.filter(
      ({ successors }) =>
        successors.length === 0 || successors.some((code) => byCode.get(code)?.validTo !== ''),
    );
    expect(without).toEqual([]);
  });

  test.each([
    ['430682', ['430682']],
    ['430682000000', ['430682']],
    ['000000', ['000000']],
    ['110103', ['110101']],
    ['371200', ['370100']],
    ['410211', ['410202']],
    ['411023000', ['411003']],
    ['522200', ['520600']],
    ['330104', ['330102', '330114']],
    ['431224102', ['431224102']],
    ['431224102201', ['431224102201']],
    ['440305001', ['440305001']],
    ['440305001002', ['440305001002']],
    ['411023101', []],
    ['431224999', []],
    ['431224999201', []],
    ['999999', []],
    ['999999001', []],
    ['660000', []],
  ])('%s MUST mean %j today', (code, today) => {
    expect(divisionsToday(code)).toEqual(today);
  });

  test('towns MUST be those of 湖南 and 河南', () => {
    const towns = divisions.filter(({ level }) => level === 'TOWN').map(({ code }) => code);
    expect(new Set(towns.map((code) => code.slice(0, 2)))).toEqual(new Set(['41', '43']));
    expect(towns.filter((code) => code.length !== 9)).toEqual([]);
  });
});
