import { windowStart, windowsOf } from '../../../subgraphs/equipment/safety/check-windows.rules';

describe('the days, weeks and months in which a check is owed', () => {
  test.each([
    ['2026-06-29', '2026-06-29'],
    ['2026-07-05', '2026-06-29'],
    ['2026-07-06', '2026-07-06'],
    ['1969-12-31', '1969-12-29'],
  ])('the week of %s MUST begin on Monday %s', (day, monday) =>
    expect(windowStart('WEEKLY', day)).toBe(monday),
  );

  test('a running day, week or month MUST NOT be missed yet, one that is over MUST', () => {
    const last = (period: 'DAILY' | 'WEEKLY' | 'MONTHLY', today: string) =>
      windowsOf(period, '2026-06-01', null, today).at(-1);
    expect(last('DAILY', '2026-06-30')).toEqual({ day: '2026-06-29', until: '2026-06-29' });
    expect(last('WEEKLY', '2026-07-05')).toEqual({ day: '2026-06-22', until: '2026-06-28' });
    expect(last('WEEKLY', '2026-07-06')).toEqual({ day: '2026-06-29', until: '2026-07-05' });
    expect(last('MONTHLY', '2026-06-30')).toBeUndefined();
    expect(last('MONTHLY', '2026-07-01')).toEqual({ day: '2026-06-01', until: '2026-06-30' });
    expect(windowsOf('MONTHLY', '2028-02-01', null, '2028-03-01')).toEqual([
      { day: '2028-02-01', until: '2028-02-29' },
    ]);
  });

  test('without dates it MUST be the week of yesterday, or the last whole week or month', () => {
    expect(windowsOf('DAILY', null, null, '2026-07-01').map(({ day }) => day)).toEqual([
      '2026-06-29',
      '2026-06-30',
    ]);
    expect(windowsOf('DAILY', null, null, '2026-06-29')).toHaveLength(7);
    expect(windowsOf('WEEKLY', null, null, '2026-07-05')).toEqual([
      { day: '2026-06-22', until: '2026-06-28' },
    ]);
    expect(windowsOf('MONTHLY', null, null, '2026-07-01')).toEqual([
      { day: '2026-06-01', until: '2026-06-30' },
    ]);
  });

  test('nothing MUST be owed before the rule was in force, nor of a week that began before what was asked', () => {
    expect(windowsOf('DAILY', '2023-05-01', '2023-05-06', '2023-06-01').map(({ day }) => day)).toEqual([
      '2023-05-05',
      '2023-05-06',
    ]);
    expect(windowsOf('WEEKLY', '2026-06-23', '2026-07-05', '2026-08-01')).toEqual([
      { day: '2026-06-29', until: '2026-07-05' },
    ]);
  });

  test('more than a year at once MUST be refused', () => {
    expect(() => windowsOf('DAILY', '2025-06-29', null, '2026-07-01')).toThrow('at most 366 days');
    expect(windowsOf('DAILY', '2025-06-29', null, '2026-06-30')).toHaveLength(366);
  });
});
