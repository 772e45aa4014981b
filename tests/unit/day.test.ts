import { checkDay, type DayRange } from '../../subgraphs/kernel';
import { refusalOf } from '../support/refusal';

const RANGE = { from: '2026-01-02', to: '2026-01-04' };

describe('a day that must lie between two others', () => {
  test.each<[string | null, DayRange]>([
    ['2026-01-02', RANGE],
    ['2026-01-04', RANGE],
    ['2026-01-02', { from: '2026-01-02' }],
    ['2026-01-02', { to: '2026-01-02' }],
    ['2026-01-02', { from: null, to: null }],
    [null, RANGE],
  ])('%s MUST pass %j: the bounds belong to it, and what was not sent is not checked', (got, range) => {
    expect(() => checkDay('foundOn', got, range)).not.toThrow();
  });

  test.each<[string, DayRange, string, string]>([
    ['2026-01-01', RANGE, '在 2026-01-02 至 2026-01-04 之间', 'between 2026-01-02 and 2026-01-04'],
    ['2026-01-05', RANGE, '在 2026-01-02 至 2026-01-04 之间', 'between 2026-01-02 and 2026-01-04'],
    ['2026-01-01', { from: '2026-01-02' }, '不早于 2026-01-02', 'on or after 2026-01-02'],
    ['2026-01-03', { to: '2026-01-02' }, '不晚于 2026-01-02', 'on or before 2026-01-02'],
  ])(
    '%s MUST be refused where it should lie in %j, with the bounds in both languages',
    (got, range, zh, en) => {
      const { code, extensions } = refusalOf(() => checkDay('foundOn', got, range));
      expect(code).toBe('DATE_OUT_OF_RANGE');
      expect(extensions).toMatchObject({
        field: 'foundOn',
        got,
        from: range.from ?? null,
        to: range.to ?? null,
      });
      expect(extensions.zh).toBe(`foundOn 应${zh}，收到：${got}。`);
      expect(extensions.en).toBe(`foundOn must lie ${en}, but got: ${got}.`);
    },
  );
});
