import {
  deadlineOf,
  defineRules,
  overrideRules,
  ruleOn,
  unverifiedRules,
  type LegalRow,
} from '../../subgraphs/kernel';

const NAMES = {
  'test.repair': '修复. Repair.',
  'test.guess': '推测. A guess.',
  'test.rate': '比率. A rate.',
};
const numbers = defineRules(NAMES, [
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
      defineRules({ 'test.overlap': '重叠. Overlap.' }, [
        { ...version, from: '2025-01-01', to: '2026-01-01' },
        { ...version, from: '2026-01-01', to: null },
      ]),
    ).toThrow('two versions of the rule test.overlap hold on 2026-01-01');
  });
});

describe('deadlineOf', () => {
  const rule = ruleOn(numbers, 'test.repair', '2026-01-01');

  test('a period MUST be counted in the unit of its rule', () => {
    expect(deadlineOf(rule, '2026-09-30')).toEqual({ date: '2026-10-15', provisional: false });
    expect(deadlineOf({ ...rule, value: 12, unit: 'months' }, '2026-01-31').date).toBe('2027-01-31');
    expect(deadlineOf({ ...rule, value: 3, unit: 'years' }, '2024-02-29').date).toBe('2027-02-28');
    expect(deadlineOf({ ...rule, value: 60, unit: 'days' }, '2026-01-01').date).toBe('2026-03-02');
  });

  test('what is no period MUST be refused', () => {
    expect(() => deadlineOf(ruleOn(numbers, 'test.rate', '2026-01-01'), '2026-01-01')).toThrow(
      'a number of percent',
    );
  });
});

describe('overrideRules', () => {
  test('a verified number MUST stand', () => {
    expect(() => overrideRules([{ ...guess, id: 'test.rate', unit: 'percent' }])).toThrow(
      'test.rate from 2021-09-01 is verified',
    );
  });

  test.each([
    [{ id: 'test.none' }, 'there is no rule test.none'],
    [{ from: '2022-01-01' }, 'there is no rule test.guess from 2022-01-01'],
    [{ unit: 'days' }, 'test.guess counts working days, but got: days'],
    [{ to: '2026-01-01' }, 'ends on null, but got: 2026-01-01'],
    [{ value: -1 }, 'test.guess needs a value, but got: -1'],
    [{ source: '' }, 'test.guess needs a source'],
  ] as const)(
    'a row that fits no version MUST be refused by name, and no other taken: %j',
    (change, message) => {
      expect(() => overrideRules([guess, { ...guess, ...change }])).toThrow(message);
      expect(ruleOn(numbers, 'test.guess', '2026-01-01').value).toBe(20);
    },
  );

  test('an unverified number MUST be listed until an operator replaces it', () => {
    expect(unverifiedRules().map(({ id }) => id)).toContain('test.guess');
    overrideRules([guess]);
    expect(ruleOn(numbers, 'test.guess', '2026-01-01')).toEqual({ ...guess, name: NAMES['test.guess'] });
    expect(unverifiedRules().map(({ id }) => id)).not.toContain('test.guess');
  });
});
