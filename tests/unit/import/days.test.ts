import fc from 'fast-check';
import { readDay, readMoment } from '../../../subgraphs/import/days';
import { readValue } from '../../../subgraphs/import/values';
import { date, moment, type Kind } from '../../../subgraphs/kernel';
import { refusalOf } from '../../support/refusal';

const twoDigits = (number: number) => String(number).padStart(2, '0');
const read = (cell: string, kind: Kind<unknown, unknown>, power = 0) => readValue(cell, 'field', kind, power);
const fullWidth = (plain: string) =>
  plain.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));

const days = fc
  .date({ min: new Date('0001-01-01T00:00:00Z'), max: new Date('9999-12-31T00:00:00Z'), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10))
  .map((iso) => ({ iso, y: iso.slice(0, 4), m: Number(iso.slice(5, 7)), d: Number(iso.slice(8)) }));
type Day = typeof days extends fc.Arbitrary<infer Value> ? Value : never;

const DAY_FORMS: ((day: Day) => string)[] = [
  ({ iso }) => iso,
  ({ y, m, d }) => `${y}/${m}/${d}`,
  ({ y, m, d }) => `${y}-${m}-${d}`,
  ({ y, m, d }) => `${y}.${twoDigits(m)}.${twoDigits(d)}`,
  ({ y, m, d }) => `${y}年${m}月${d}日`,
  ({ y, m, d }) => ` ${y} 年 ${m} 月 ${twoDigits(d)} 日 `,
  ({ y, m, d }) => fullWidth(`${y}/${m}/${d}`),
  ({ iso }) => iso.replaceAll('-', ''),
];

describe('a day', () => {
  test('in every form that Chinese Excel writes, with midnight or not, MUST be that day', () => {
    const midnights = ['', ' 0:00', ' 00:00:00', ' 0:00:00', ' 0时0分', 'T00:00:00', 'T00:00:00.000+08:00'];
    const same = fc.property(
      days,
      fc.constantFrom(...DAY_FORMS),
      fc.constantFrom(...midnights),
      (day, form, midnight) => {
        const written = form(day);
        fc.pre(
          midnight === '' ||
            (/\d{3}$/.test(written) ? false : !midnight.startsWith('T') || /\d$/.test(written)),
        );
        expect(readDay(written + midnight)).toBe(day.iso);
        expect(read(written + midnight, date)).toBe(day.iso);
      },
    );
    fc.assert(same, { numRuns: 2000 });
  });

  test.each([
    ...[
      '3/1/24',
      '24/3/1',
      '1/3/2024',
      '03-01-2024',
      '24-3-1',
      '2024/3',
      '2024年3月',
      '3月1日',
      '45352',
      '202431',
      '1-Mar-24',
    ],
    ...[
      '2024/3-1',
      '2024//3/1',
      '2024/3/1/',
      '2024-3-123',
      '2024年3月1',
      '二〇二四年三月一日',
      '2024/3/1 8:30',
      '2024/3/1 24',
    ],
    ...[
      '2024-03-01T00:00:00Z',
      '2024-03-01T16:00:00+00:00',
      '20240301 0000',
      '2024/2/30',
      '2024/13/1',
      '0000/1/1',
    ],
  ])('that could be another one, is none, or has a time, MUST be refused as it stands: %s', (cell) => {
    const refusal = refusalOf(() => date.parse(read(cell, date), 'field'));
    expect([refusal.code, refusal.details.got]).toEqual(['DATE_INVALID', cell]);
  });
});

describe('a moment', () => {
  const times = fc.record({
    h: fc.integer({ min: 0, max: 23 }),
    min: fc.integer({ min: 0, max: 59 }),
    s: fc.integer({ min: 0, max: 59 }),
  });
  type Time = typeof times extends fc.Arbitrary<infer Value> ? Value : never;
  const half = (h: number) => (h < 12 ? '上午' : '下午');
  const TIME_FORMS: [(time: Time) => string, seconds: boolean][] = [
    [({ h, min }) => ` ${h}:${twoDigits(min)}`, false],
    [({ h, min, s }) => ` ${h}:${twoDigits(min)}:${twoDigits(s)}`, true],
    [({ h, min, s }) => `T${twoDigits(h)}:${twoDigits(min)}:${twoDigits(s)}`, true],
    [({ h, min }) => ` ${h}时${min}分`, false],
    [({ h, min, s }) => ` ${h}时${min}分${s}秒`, true],
    [({ h, min }) => ` ${half(h)}${h % 12 || 12}:${twoDigits(min)}`, false],
    [({ h, min }) => ` ${half(h)}${h % 12 || 12}时${min}分`, false],
    [({ h, min }) => ` ${h % 12 || 12}:${twoDigits(min)} ${h < 12 ? 'AM' : 'PM'}`, false],
  ];

  test('in every form MUST be that moment of China', () => {
    const same = fc.property(
      days,
      fc.constantFrom(...DAY_FORMS.slice(0, 5)),
      times,
      fc.constantFrom(...TIME_FORMS),
      (day, dayForm, time, [form, hasSeconds]) => {
        const written = dayForm(day) + form(time);
        fc.pre(!written.includes('日T'));
        const second = hasSeconds ? twoDigits(time.s) : '00';
        const expected = `${day.iso}T${twoDigits(time.h)}:${twoDigits(time.min)}:${second}+08:00`;
        expect(readMoment(written)).toBe(expected);
        expect(read(fullWidth(written), moment)).toBe(expected);
      },
    );
    fc.assert(same, { numRuns: 2000 });
    expect(readMoment('20240301083000')).toBe('2024-03-01T08:30:00+08:00');
    expect(readMoment('20240301 083000')).toBe('2024-03-01T08:30:00+08:00');
    expect(readMoment('2024-03-01T08:30:00.123Z')).toBe('2024-03-01T08:30:00.123Z');
  });

  test.each([
    '2024/3/1',
    '8:30',
    '2024/3/1 8',
    '2024/3/1 8:3',
    '2024/3/1 25:00',
    '2024/3/1 下午13:00',
    '2024/3/18:30',
    '24/3/1 8:30',
    '2024/3/1 8:30 CST',
  ])('without its time, or that is none, MUST be refused as it stands: %s', (cell) => {
    const refusal = refusalOf(() => moment.parse(read(cell, moment), 'field'));
    expect([refusal.code, refusal.details.got]).toEqual(['DATETIME_INVALID', cell]);
  });
});
