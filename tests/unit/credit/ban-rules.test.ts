import { banEnd, bars } from '../../../subgraphs/credit/ban/ban.rules';
import type { PrincipalBanInput } from '../../../subgraphs/credit/ban/ban';

const TODAY = '2026-11-01';
const input = (differing: Partial<PrincipalBanInput> = {}) =>
  ({
    kind: 'FIVE_YEARS_ANYWHERE',
    industryCode: null,
    decidedOn: '2024-02-29',
    ...differing,
  }) as PrincipalBanInput;

describe('a ban on heading enterprises (安全生产法 第九十四条、第一百一十三条)', () => {
  test('one of five years MUST end on the day of the same date, one for life never', () => {
    expect(banEnd(input(), TODAY)).toBe('2029-02-28');
    expect(banEnd(input({ kind: 'LIFETIME_IN_INDUSTRY', industryCode: '0610' }), TODAY)).toBeNull();
  });

  test('one for life MUST name its industry, and none may lie ahead', () => {
    expect(() => banEnd(input({ kind: 'LIFETIME_IN_INDUSTRY' }), TODAY)).toThrow(
      expect.objectContaining({ code: 'FIELD_MISSING' }),
    );
    expect(() => banEnd(input({ decidedOn: '2026-11-02' }), TODAY)).toThrow(
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
