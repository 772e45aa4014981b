import { parse } from 'csv-parse/sync';
import { isRegionCode, isWithin } from '../../../subgraphs/kernel';
import { read } from '../../support/sources';

interface Division {
  code: string;
  name: string;
  level: string;
  parent: string;
  validTo: string;
  successor: string;
}
const divisions = parse<Division>(read('subgraphs/registry/official/divisions.csv'), { columns: true });
const byCode = new Map(divisions.map((division) => [division.code, division]));
const current = divisions.filter(({ validTo }) => validTo === '');
const abolished = divisions.filter(({ validTo }) => validTo !== '');

describe('divisions.csv', () => {
  test('every code MUST be one, and there once', () => {
    expect(divisions.filter(({ code }) => !isRegionCode(code))).toEqual([]);
    expect(byCode.size).toBe(divisions.length);
  });

  test('current ones MUST be in the order of their codes, and the abolished ones last', () => {
    const codes = current.map(({ code }) => code);
    expect(codes).toEqual([...codes].sort());
    expect(divisions.slice(-abolished.length)).toEqual(abolished);
    expect(abolished.length).toBeGreaterThan(10);
  });

  test('every division but a province MUST lie below one that is there, in force and one level up', () => {
    const above: Record<string, string> = { CITY: 'PROVINCE', COUNTY: 'CITY', TOWN: 'COUNTY' };
    const misplaced = divisions.filter(({ code, level, parent }) => {
      const one = byCode.get(parent);
      return level === 'PROVINCE'
        ? parent !== ''
        : one?.level !== above[level] || one?.validTo !== '' || !isWithin(code, parent);
    });
    expect(misplaced).toEqual([]);
  });

  test('every abolished division MUST have a successor in force in the same province, and no other a successor', () => {
    expect(current.filter(({ successor }) => successor !== '')).toEqual([]);
    const without = abolished.filter(
      ({ code, successor }) =>
        byCode.get(successor)?.validTo !== '' || !successor.startsWith(code.slice(0, 2)),
    );
    expect(without).toEqual([]);
  });

  test('towns MUST be those of 湖南 and 河南', () => {
    const towns = divisions.filter(({ level }) => level === 'TOWN').map(({ code }) => code);
    expect(new Set(towns.map((code) => code.slice(0, 2)))).toEqual(new Set(['41', '43']));
    expect(towns.filter((code) => code.length !== 9)).toEqual([]);
  });
});
