/** @jest-environment-options {"modules":"own"} */
import {
  deadlineOf,
  defineRules,
  legalRules,
  legalRulesDigest,
  overrideRules,
  ruleFor,
  ruleOn,
  termEnd,
  type LegalRow,
} from '../../subgraphs/kernel';

const periods = { 'test.repair': '修复. Repair.', 'test.guess': '推测. A guess.' };
const numbers = defineRules({ periods, numbers: { 'test.rate': '比率. A rate.' } }, [
  {
    id: 'test.repair',
    from: '2021-09-01',
    to: '2025-12-24',
    value: 15,
    unit: 'working days',
    source: '2021年办法',
    verified: true,
  },
  {
    id: 'test.repair',
    from: '2025-12-25',
    to: null,
    value: 7,
    unit: 'working days',
    source: '2025年办法',
    verified: true,
  },
  {
    id: 'test.guess',
    from: '2021-09-01',
    to: null,
    value: 20,
    unit: 'working days',
    source: '据一般了解',
    verified: false,
  },
  {
    id: 'test.rate',
    from: '2021-09-01',
    to: null,
    value: 95,
    unit: 'percent',
    source: '方案',
    verified: true,
  },
]);
const guess: LegalRow = {
  id: 'test.guess',
  from: '2021-09-01',
  to: null,
  value: 30,
  unit: 'working days',
  source: '第十条',
  verified: true,
};

describe('ruleOn', () => {
  test('an event MUST be judged by the version of its own day', () => {
    expect(ruleOn(numbers, 'test.repair', '2025-12-24').value).toBe(15);
    expect(ruleOn(numbers, 'test.repair', '2025-12-25').value).toBe(7);
  });

  test('a day without a version MUST be refused with the rule, the date and what the caller calls it', () => {
    expect(() => ruleOn(numbers, 'test.repair', '2021-08-31', 'decidedOn')).toThrow(
      'decidedOn is 2021-08-31, a date on which no version of the rule test.repair was in force.',
    );
    expect(ruleOn(numbers, 'test.repair', '2021-09-01').value).toBe(15);
  });
});

describe('defineRules', () => {
  test('two versions MUST NOT hold on the same day', () => {
    const version = { id: 'test.overlap', value: 1, unit: 'days', source: '', verified: false } as const;
    expect(() =>
      defineRules({ periods: { 'test.overlap': '重叠. Overlap.' }, numbers: {} }, [
        { ...version, from: '2025-01-01', to: '2026-01-01' },
        { ...version, from: '2026-01-01', to: null },
      ]),
    ).toThrow('two versions of the rule test.overlap hold on 2026-01-01');
  });
});

describe('a rule for one department or one division', () => {
  const row = { from: '2024-01-01', to: null, unit: 'days', source: '方案', verified: true } as const;
  const id = 'test.whose' as const;
  const own = defineRules(
    { periods: { [id]: '期限. A period.', 'test.theirs': '期限. A period.' }, numbers: {} },
    [
      { id, value: 1, ...row },
      { id, value: 2, ...row, department: 'FIRE_RESCUE' },
      { id, value: 3, ...row, region: '411003' },
      { id, value: 4, ...row, region: '411003', department: 'FIRE_RESCUE' },
      { id: 'test.theirs', value: 5, ...row, department: 'FIRE_RESCUE' },
    ],
  );

  test.each([
    [{}, 1],
    [{ department: 'HOUSING' }, 1],
    [{ department: 'FIRE_RESCUE' }, 2],
    [{ department: 'FIRE_RESCUE', region: '430682' }, 2],
    [{ region: '411003001' }, 3],
    [{ region: '411000' }, 1],
    [{ department: 'FIRE_RESCUE', region: '411003' }, 4],
  ] as const)('of those that bind %j the closest MUST count: %s', (whose, value) => {
    expect(ruleFor(own, id, '2026-01-01', whose)?.value).toBe(value);
  });

  test('the rule of another MUST NOT count: none is known', () => {
    expect(ruleFor(own, 'test.theirs', '2026-01-01', { department: 'HOUSING' })).toBeNull();
    expect(ruleFor(own, id, '2023-12-31', {})).toBeNull();
  });

  test('an operator MUST correct the row of a department without touching that of all', () => {
    overrideRules([{ ...row, id, value: 9, department: 'FIRE_RESCUE' }]);
    expect([
      ruleFor(own, id, '2026-01-01', {})?.value,
      ruleFor(own, id, '2026-01-01', { department: 'FIRE_RESCUE' }),
    ]).toEqual([
      1,
      expect.objectContaining({ value: 9, corrected: true, original: expect.objectContaining({ value: 2 }) }),
    ]);
    overrideRules([]);
  });
});

describe('deadlineOf', () => {
  const rule = ruleOn(numbers, 'test.repair', '2026-01-01');

  test('a period MUST be counted in the unit of its rule', () => {
    expect(deadlineOf(rule, '2026-09-30')).toEqual({ date: '2026-10-15', provisional: false, rule });
    expect(termEnd({ ...rule, value: 12, unit: 'months' }, '2026-01-31')).toBe('2027-01-31');
    expect(termEnd({ ...rule, value: 3, unit: 'years' }, '2024-02-29')).toBe('2027-02-28');
    expect(termEnd({ ...rule, value: 60, unit: 'days' }, '2026-01-01')).toBe('2026-03-02');
  });

  test.each([
    ['days', 15, '2026-09-18', '2026-10-08', false],
    ['days', 30, '2026-09-05', '2026-10-08', false],
    ['days', 15, '2026-09-01', '2026-09-16', false],
    ['months', 1, '2026-02-28', '2026-03-30', false],
    ['years', 1, '2026-01-01', '2027-01-04', true],
  ] as const)(
    '%s: %s from %s that end on a day off MUST end on %s',
    (unit, value, start, date, provisional) => {
      expect(deadlineOf({ ...rule, value, unit }, start)).toMatchObject({ date, provisional });
    },
  );

  test('what is no period MUST be refused', () => {
    expect(() => deadlineOf(ruleOn(numbers, 'test.rate', '2026-01-01'), '2026-01-01')).toThrow(
      'a number of percent',
    );
  });
});

describe('the rows of an operator', () => {
  afterEach(() => overrideRules([]));
  const rate: LegalRow = { ...guess, id: 'test.rate', value: 90, unit: 'percent', source: '2026年方案' };
  const versions = (id: string) => legalRules().filter((rule) => rule.id === id);

  test('one that names a version MUST stand in its place, beside what the product says', () => {
    overrideRules([guess]);
    expect(ruleOn(numbers, 'test.guess', '2026-01-01')).toMatchObject({
      ...guess,
      name: periods['test.guess'],
      corrected: true,
      original: { value: 20, verified: false, source: '据一般了解' },
    });
  });

  test('a number whose text was seen MUST be put right as well', () => {
    overrideRules([rate]);
    expect(ruleOn(numbers, 'test.rate', '2026-01-01').value).toBe(90);
  });

  test('a version MUST be ended and another be added, each day by its own', () => {
    overrideRules([
      { ...guess, value: 20, to: '2026-06-30' },
      { ...guess, from: '2026-07-01' },
    ]);
    const on = (day: string) => ruleOn(numbers, 'test.guess', day).value;
    expect([on('2026-06-30'), on('2026-07-01')]).toEqual([20, 30]);
    expect(versions('test.guess').map(({ original }) => original?.value)).toEqual([20, undefined]);
  });

  test('a period MUST be counted in another unit, where it is', () => {
    overrideRules([{ ...guess, value: 2, unit: 'months' }]);
    expect(deadlineOf(ruleOn(numbers, 'test.guess', '2026-01-01'), '2026-01-31').date).toBe('2026-03-31');
  });

  test.each([
    [{ id: 'test.none' }, 'there is no rule test.none'],
    [
      { from: '2022-01-01' },
      'two versions of the rule test.guess hold on 2022-01-01: end the one from 2021-09-01 before',
    ],
    [
      { unit: 'hours' },
      'test.guess@2021-09-01 is counted in working days or days or months or years, but got: hours',
    ],
    [{ id: 'test.rate', unit: 'days' }, 'test.rate@2021-09-01 is counted in percent, but got: days'],
    [{ to: '2021-08-31' }, 'test.guess@2021-09-01 ends before it begins: 2021-08-31'],
    [{ value: -1 }, 'test.guess@2021-09-01 needs a value of at least 0, but got: -1'],
    [{ source: ' ' }, 'test.guess@2021-09-01 needs a source'],
    [{ value: 40 }, 'a version of the rule test.guess stands twice'],
  ] as const)('one that cannot be MUST be refused by name, and no other taken: %j', (change, message) => {
    expect(() => overrideRules([guess, rate, { ...guess, ...change }])).toThrow(message);
    expect(ruleOn(numbers, 'test.guess', '2026-01-01').value).toBe(20);
    expect(ruleOn(numbers, 'test.rate', '2026-01-01').value).toBe(95);
  });

  test('what a file said before MUST be forgotten, and the digest tell which numbers count', () => {
    const shipped = legalRulesDigest();
    overrideRules([guess]);
    expect(legalRulesDigest()).not.toBe(shipped);
    overrideRules([]);
    expect(versions('test.guess')).toMatchObject([{ value: 20, corrected: false, original: null }]);
    expect(legalRulesDigest()).toBe(shipped);
  });
});
