import {
  checkPeriods,
  lastPeriod,
  reachesClosingDown,
} from '../../../subgraphs/hazards/signals/signals.rules';
import { digitsBelow, divisionOf } from '../../../subgraphs/kernel';
import {
  perThousand,
  statisticOf,
  targetOf,
  NOTHING,
} from '../../../subgraphs/hazards/statistics/statistics.rules';

describe('the closing-down rule (安全生产法第一百一十三条)', () => {
  test('three penalties MUST lie within 180 days of the first', () => {
    expect(reachesClosingDown(['2026-01-01', '2026-03-01', '2026-06-30'], '2026-07-01')).toBe(true);
    expect(reachesClosingDown(['2026-01-01', '2026-03-01', '2026-07-01'], '2026-07-01')).toBe(false);
    expect(reachesClosingDown(['2026-01-01', '2026-03-01'], '2026-07-01')).toBe(false);
  });

  test('four penalties MUST lie within a year of the first', () => {
    expect(reachesClosingDown(['2025-07-01', '2025-10-01', '2026-02-01', '2026-07-01'], '2026-07-01')).toBe(
      true,
    );
    expect(reachesClosingDown(['2025-07-01', '2025-10-01', '2026-02-01', '2026-07-02'], '2026-07-02')).toBe(
      false,
    );
  });

  test('the signal MUST end a year after the last of them', () => {
    const dates = ['2025-01-01', '2025-02-01', '2025-03-01'];
    expect(reachesClosingDown(dates, '2026-03-01')).toBe(true);
    expect(reachesClosingDown(dates, '2026-03-02')).toBe(false);
  });
});

describe('checks led by the principal', () => {
  test('the last full quarter and month MUST be those before the day', () => {
    expect(lastPeriod('2026-07-01', 3)).toEqual({ from: '2026-04-01', to: '2026-07-01' });
    expect(lastPeriod('2026-09-30', 3)).toEqual({ from: '2026-04-01', to: '2026-07-01' });
    expect(lastPeriod('2026-01-31', 3)).toEqual({ from: '2025-10-01', to: '2026-01-01' });
    expect(checkPeriods('2026-06-30')).toEqual({
      usual: { from: '2026-01-01', to: '2026-04-01' },
      highRisk: { from: '2026-05-01', to: '2026-06-01' },
    });
  });
});

describe('figures', () => {
  test('the target MUST be 100 % for 2023 and before, 95 % for 2024, none later', () => {
    expect([2020, 2023, 2024, 2025, null].map(targetOf)).toEqual([1, 1, 0.95, null, null]);
  });

  test('a target MUST be met by reaching it', () => {
    const none = { talliedInspections: null, lifelineCounters: null, visits: null };
    const of = (onTime: number) =>
      statisticOf({ ...NOTHING, found: 100, closed: 90, late: 10, onTime, key: '2024' }, 'YEAR', null, none);
    expect(of(95)).toMatchObject({ year: 2024, onTimeRate: 0.95, meetsTarget: true });
    expect(of(94)).toMatchObject({ onTimeRate: 0.94, meetsTarget: false });
    expect(statisticOf({ ...NOTHING, key: '2024' }, 'YEAR', null, none)).toMatchObject({
      onTimeRate: null,
      meetsTarget: null,
    });
  });

  test('hazards per thousand inspections MUST be of inspections that are known, and of some', () => {
    expect([perThousand(3, 2_000), perThousand(3, 0), perThousand(3, null)]).toEqual([1.5, null, null]);
  });

  test('the divisions one level below MUST be told by their digits', () => {
    expect(['000000', '430000', '430600', '430682', '430682101'].map(digitsBelow)).toEqual([2, 4, 6, 9, 12]);
    expect(['43', '4306', '430682', '430682101'].map(divisionOf)).toEqual([
      '430000',
      '430600',
      '430682',
      '430682101',
    ]);
  });
});
