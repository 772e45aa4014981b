import { defineRules, legalRules } from '../../../subgraphs/kernel';
import { legalNumbers } from '../../../subgraphs/quality/legal-numbers';
import { checksDue, ratioOf } from '../../../subgraphs/quality/certificate/validity-check.rules';
import { answerDue, isOverdue } from '../../../subgraphs/quality/trace/trace.rules';
import { objectionDue } from '../../../subgraphs/quality/sampling/spot-check.rules';
import { refusalOf } from '../../support/refusal';

const own = [...legalNumbers.values()].flat();

describe('the legal numbers of quality', () => {
  test('those that are not verified MUST be these, until an operator has seen their text', () => {
    expect(
      own.filter(({ verified }) => !verified).map(({ id, value, unit }) => `${id} ${value} ${unit}`),
    ).toEqual([
      'quality.trace.answer 15 working days',
      'quality.ccc.certificate-order 15 working days',
      'quality.ccc.validity-ratio 1 percent',
      'quality.ccc.validity-ratio-high-concern 3 percent',
    ]);
  });

  test('every number of C9 MUST be a row with its source, and among those that the documentation prints', () => {
    const days = own
      .filter(({ id }) => id.startsWith('quality.spot-check.'))
      .map(({ id, value }) => [id.split('.').at(-1), value]);
    expect(Object.fromEntries(days)).toEqual({
      objection: 15,
      correction: 60,
      reinspection: 75,
      'announced-from': 60,
      'announced-until': 90,
    });
    expect(own.filter(({ source }) => source === '')).toEqual([]);
    expect(legalRules()).toEqual(expect.arrayContaining(own));
    const twice = [...own.slice(0, 1), ...own.slice(0, 1)];
    expect(() => defineRules<string>({ periods: {}, numbers: {} }, twice)).toThrow('two versions');
  });

  test('an event before any version was in force MUST be refused by name', () => {
    expect(refusalOf(() => objectionDue({ resultReceivedOn: '2018-12-28' })).code).toBe('RULE_MISSING');
    expect(objectionDue({ resultReceivedOn: '2018-12-29' })).toBe('2019-01-14');
  });
});

describe('the answer to a trace', () => {
  test('it MUST be due after fifteen working days, 国庆节 apart and worked Saturdays counted', () => {
    expect(answerDue({ notifiedOn: '2026-09-21' })).toMatchObject({ date: '2026-10-19', provisional: false });
  });

  test('a due day in a year without a published calendar MUST be provisional', () => {
    expect(answerDue({ notifiedOn: '2026-12-20' }).provisional).toBe(true);
  });

  test('on its last day it MUST be in time, on the next overdue, and never once it is given', () => {
    const step = { notifiedOn: '2026-09-21', answeredOn: null };
    expect([isOverdue(step, '2026-10-19'), isOverdue(step, '2026-10-20')]).toEqual([false, true]);
    expect(isOverdue({ ...step, answeredOn: '2026-10-30' }, '2026-12-31')).toBe(false);
  });
});

describe('validity checks', () => {
  test('their ratio MUST be higher for products of high concern, by the rule of the day', () => {
    expect([ratioOf(true, '2026-01-01'), ratioOf(false, '2026-01-01')]).toEqual([3, 1]);
    expect(refusalOf(() => ratioOf(true, '2023-12-31')).code).toBe('RULE_MISSING');
  });

  test.each([
    [0, 3, 0],
    [1, 3, 1],
    [33, 3, 1],
    [34, 3, 2],
    [100, 1, 1],
  ])('of %d certificates at %d percent %d MUST be due', (certificates, percent, due) => {
    expect(checksDue(certificates, percent)).toBe(due);
  });
});
