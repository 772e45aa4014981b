import { banTerm, bars } from '../../../subgraphs/credit/ban/ban.rules';
import type { PrincipalBanInput } from '../../../subgraphs/credit/ban/ban';

const TODAY = '2026-11-01';
const input = (differing: Partial<PrincipalBanInput> = {}) =>
  ({
    kind: 'FIVE_YEARS_ANYWHERE',
    industryCode: null,
    decidedOn: '2024-02-29',
    ground: null,
    startsOn: null,
    ...differing,
  }) as PrincipalBanInput;

describe('a ban on heading enterprises (安全生产法 第九十四条、第一百一十三条)', () => {
  test('one of five years MUST end on the day of the same date, one for life never', () => {
    expect(banTerm(input(), TODAY)).toEqual({ startsOn: '2024-02-29', endsOn: '2029-02-28' });
    expect(banTerm(input({ kind: 'LIFETIME_IN_INDUSTRY', industryCode: '0610' }), TODAY).endsOn).toBeNull();
  });

  test('after a crime five years MUST run from the day on which the penalty was served, and bar before', () => {
    const convicted = input({ decidedOn: '2022-01-01', ground: 'CRIME' });
    expect(banTerm(convicted, TODAY)).toEqual({ startsOn: null, endsOn: null });
    const served = { ...convicted, startsOn: '2025-01-01' };
    expect(banTerm(served, TODAY)).toEqual({ startsOn: '2025-01-01', endsOn: '2030-01-01' });
    expect(bars({ ...served, endsOn: null }, '5211', '2024-06-01')).toBe(true);
  });

  test('one for life MUST name its industry, and none may lie ahead', () => {
    expect(() => banTerm(input({ kind: 'LIFETIME_IN_INDUSTRY' }), TODAY)).toThrow(
      expect.objectContaining({ code: 'FIELD_MISSING' }),
    );
    expect(() => banTerm(input({ decidedOn: '2026-11-02' }), TODAY)).toThrow(
      expect.objectContaining({ code: 'DATE_OUT_OF_RANGE' }),
    );
  });

  test.each([
    ['2024-02-28', false],
    ['2024-02-29', true],
    ['2029-02-28', true],
    ['2029-03-01', false],
  ])('on %s five years anywhere MUST bar: %s', (day, barred) => {
    const ban = {
      kind: 'FIVE_YEARS_ANYWHERE',
      industryCode: null,
      decidedOn: '2024-02-29',
      endsOn: '2029-02-28',
    } as const;
    expect(bars(ban, '5211', day)).toBe(barred);
  });

  test('one for life MUST bar in its industry only', () => {
    const ban = {
      kind: 'LIFETIME_IN_INDUSTRY',
      industryCode: '0610',
      decidedOn: '2024-02-29',
      endsOn: null,
    } as const;
    expect(bars(ban, '0690', '2099-01-01')).toBe(true);
    expect(bars(ban, '0710', '2099-01-01')).toBe(false);
  });
});
