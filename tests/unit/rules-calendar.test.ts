import { isWorkday } from 'chinese-days';
import fc from 'fast-check';
import {
  FIRST_PUBLISHED_YEAR,
  LAST_PUBLISHED_YEAR,
  addDays,
  addMonths,
  addWorkingDays,
  addYears,
  daysBetween,
  isBeyondPublished,
  isDate,
  isWorkingDay,
  toWorkingDay,
} from '../../subgraphs/kernel';

const anyDay = fc.integer({ min: 0, max: 365 * 40 }).map((n) => addDays('2000-01-01', n));

describe('isWorkingDay', () => {
  test('MUST agree with the package on every day of the published years', () => {
    const differing: string[] = [];
    for (let day = `${FIRST_PUBLISHED_YEAR}-01-01`; !isBeyondPublished(day); day = addDays(day, 1)) {
      if (isWorkingDay(day) !== isWorkday(day)) differing.push(day);
    }
    expect(differing).toEqual([]);
  });

  test('the published years MUST be those of the data', () => {
    expect([FIRST_PUBLISHED_YEAR, LAST_PUBLISHED_YEAR]).toEqual([2004, 2026]);
    expect(isBeyondPublished('2026-12-31')).toBe(false);
    expect(isBeyondPublished('2027-01-01')).toBe(true);
  });

  test('made-up Saturdays and Sundays MUST be worked, and 中秋 2026 MUST NOT', () => {
    expect(
      ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'].map(isWorkingDay),
    ).toEqual(Array(6).fill(true));
    expect(['2026-09-25', '2026-09-26', '2026-10-11'].map(isWorkingDay)).toEqual([false, false, false]);
  });
});

describe('a year whose notice is not out', () => {
  test('MUST have the thirteen holidays of 全国年节及纪念日放假办法 off, and no other Monday to Friday', () => {
    const off = ['01-01', '02-05', '02-06', '02-07', '02-08', '04-05', '05-01', '05-02', '06-09', '09-15'];
    const holidays = new Set([...off, '10-01', '10-02', '10-03'].map((day) => `2027-${day}`));
    const differing: string[] = [];
    for (let day = '2027-01-01'; day < '2028-01-01'; day = addDays(day, 1)) {
      const isWeekend = [0, 6].includes(new Date(day).getUTCDay());
      if (isWorkingDay(day) === (isWeekend || holidays.has(day))) differing.push(day);
    }
    expect(differing).toEqual([]);
  });

  test('three working days from 2026-12-30 MUST end on 2027-01-05, provisionally', () => {
    expect(addWorkingDays('2026-12-30', 3)).toEqual({ date: '2027-01-05', provisional: true });
  });
});

describe('addWorkingDays', () => {
  test.each([
    ['the day before 国庆', '2026-09-30', 1, '2026-10-08'],
    ['over 国庆 to the made-up Saturday', '2026-09-30', 3, '2026-10-10'],
    ['over 国庆 and past the made-up Saturday', '2026-09-30', 4, '2026-10-12'],
    ['from within 国庆', '2026-10-03', 1, '2026-10-08'],
    ['from 中秋, over 国庆', '2026-09-25', 10, '2026-10-15'],
    ['over 春节 with both made-up Saturdays', '2026-02-13', 3, '2026-02-25'],
    ['to the Saturday before 春节', '2026-02-13', 1, '2026-02-14'],
    ['over 元旦 to the made-up Sunday', '2025-12-31', 1, '2026-01-04'],
    ['no days at all', '2026-10-01', 0, '2026-10-01'],
  ])('MUST count %s', (_, start, n, date) => {
    expect(addWorkingDays(start, n)).toEqual({ date, provisional: false });
  });

  test('the last working day of the last published year MUST be certain, the next provisional', () => {
    expect(addWorkingDays('2026-12-30', 1)).toEqual({ date: '2026-12-31', provisional: false });
    expect(addWorkingDays('2026-12-31', 1)).toEqual({ date: '2027-01-04', provisional: true });
  });

  test('MUST end on a working day with n of them counted, wherever it starts', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 60 }), (start, n) => {
        const { date } = addWorkingDays(start, n);
        let counted = 0;
        for (let day = start; day < date;) if (isWorkingDay((day = addDays(day, 1)))) counted++;
        return isWorkingDay(date) && counted === n;
      }),
    );
  });
});

describe('days, months and years', () => {
  test.each([
    [addDays('2026-12-31', 1), '2027-01-01'],
    [addDays('2024-02-28', 1), '2024-02-29'],
    [addDays('2026-03-01', -1), '2026-02-28'],
    [addMonths('2026-01-31', 1), '2026-02-28'],
    [addMonths('2024-01-31', 1), '2024-02-29'],
    [addMonths('2026-08-31', 1), '2026-09-30'],
    [addMonths('2026-11-30', 3), '2027-02-28'],
    [addMonths('2026-12-15', 1), '2027-01-15'],
    [addMonths('2026-01-15', -1), '2025-12-15'],
    [addMonths('2026-03-31', -1), '2026-02-28'],
    [addMonths('2025-02-28', 12), '2026-02-28'],
    [addMonths('2024-02-29', 48), '2028-02-29'],
    [addMonths('2023-12-31', 2), '2024-02-29'],
    [addMonths('0050-01-31', 1), '0050-02-28'],
    [addYears('2024-02-29', 1), '2025-02-28'],
    [addYears('2024-02-29', 4), '2028-02-29'],
    [addYears('2023-12-31', 3), '2026-12-31'],
  ])('MUST end on the day that is there: %s', (got, expected) => {
    expect(got).toBe(expected);
  });

  test('MUST NOT depend on the time zone', () => {
    const zone = process.env.TZ;
    try {
      for (const TZ of ['America/Los_Angeles', 'Pacific/Kiritimati']) {
        process.env.TZ = TZ;
        expect([
          addDays('2026-03-08', 1),
          addMonths('2026-10-31', 1),
          addWorkingDays('2026-09-30', 3).date,
        ]).toEqual(['2026-03-09', '2026-11-30', '2026-10-10']);
      }
    } finally {
      process.env.TZ = zone;
    }
  });

  test('adding days MUST be undone by taking them away', () => {
    fc.assert(
      fc.property(
        anyDay,
        fc.integer({ min: -5000, max: 5000 }),
        (day, n) => addDays(addDays(day, n), -n) === day,
      ),
    );
  });

  test('no period MUST reach beyond the days that a date can be', () => {
    expect([addDays('9999-12-31', 1), addMonths('9999-12-31', 1), addYears('9999-06-01', 1)]).toEqual(
      Array(3).fill('9999-12-31'),
    );
    expect([addWorkingDays('9999-12-30', 9).date, toWorkingDay('9999-12-31').date]).toEqual(
      Array(2).fill('9999-12-31'),
    );
    expect([addDays('0001-01-01', -1), addMonths('0001-01-15', -1)]).toEqual(Array(2).fill('0001-01-01'));
    const day = fc
      .date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(day, fc.integer({ min: -1e5, max: 1e5 }), (from, n) =>
        [addDays(from, n), addMonths(from, n), addYears(from, n)].every(
          (got) => isDate(got) && (n < 0 ? got <= from : got >= from),
        ),
      ),
    );
  });

  test('what is no date MUST be refused with what was got', () => {
    expect(() => addDays('soon', 1)).toThrow('a date must be YYYY-MM-DD, but got: soon');
    expect(() => addMonths('2026-13-01', 1)).toThrow('but got: 2026-13-01');
    expect(() => addYears('2026-02-29', 1)).toThrow('but got: 2026-02-29');
  });
});

describe('toWorkingDay', () => {
  test.each([
    ['2026-10-01', '2026-10-08'],
    ['2026-10-10', '2026-10-10'],
    ['2026-11-21', '2026-11-23'],
    ['2026-11-23', '2026-11-23'],
  ])('a period that ends on %s MUST end on %s (民法典 第二百零三条)', (date, end) => {
    expect(toWorkingDay(date)).toEqual({ date: end, provisional: false });
  });

  test('an end beyond the published years MUST be provisional', () => {
    expect(toWorkingDay('2027-01-02')).toEqual({ date: '2027-01-04', provisional: true });
  });
});

describe('daysBetween', () => {
  test('it MUST take back what addDays has added', () => {
    fc.assert(
      fc.property(
        anyDay,
        fc.integer({ min: -4000, max: 4000 }),
        (day, n) => daysBetween(day, addDays(day, n)) === n,
      ),
    );
  });
});
