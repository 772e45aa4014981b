import fc from 'fast-check';
import { dutyStatus, periodOf } from '../../../subgraphs/training/duty/duty.rules';

describe('the days of a duty', () => {
  test.each([
    ['NEW_ENTERPRISE', '2025-08-31', '2025-08-31', '2026-02-28', 2026],
    ['NEW_PRINCIPAL', '2024-02-29', '2024-02-29', '2024-08-29', 2024],
    ['YEARLY', '2024-02-29', '2024-01-01', '2024-12-31', 2024],
    ['HALF_YEARLY', '2026-06-30', '2026-01-01', '2026-06-30', 2026],
    ['HALF_YEARLY', '2026-07-01', '2026-07-01', '2026-12-31', 2026],
    ['TERM', '2026-01-31', '2025-08-01', '2026-01-31', 2025],
    ['TERM', '2026-02-01', '2026-02-01', '2026-07-31', 2026],
    ['TERM', '2026-08-01', '2026-08-01', '2027-01-31', 2026],
    ['MONTHLY', '2024-02-10', '2024-02-01', '2024-02-29', 2024],
    ['MONTHLY', '2026-12-31', '2026-12-01', '2026-12-31', 2026],
  ] as const)('%s of %s MUST run from %s to %s and count in %i', (trigger, eventOn, fromOn, dueOn, year) => {
    expect(periodOf(trigger, eventOn)).toMatchObject({ fromOn, dueOn, year });
  });

  test('the day of the event MUST always lie in its period, and one period begin where another ends', () => {
    const days = fc.date({
      min: new Date('2001-01-01T00:00:00Z'),
      max: new Date('2080-12-31T00:00:00Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(days, fc.constantFrom('YEARLY', 'HALF_YEARLY', 'TERM', 'MONTHLY'), (moment, trigger) => {
        const day = moment.toISOString().slice(0, 10);
        const { fromOn, dueOn, countsUntil } = periodOf(trigger, day);
        const next = new Date(Date.parse(dueOn) + 86_400_000).toISOString().slice(0, 10);
        return (
          fromOn <= day && day <= dueOn && countsUntil === dueOn && periodOf(trigger, next).fromOn === next
        );
      }),
    );
  });

  test('it MUST be open on its last day, overdue on the day after, fulfilled once done', () => {
    const duty = { dueOn: '2026-07-15' };
    expect([
      dutyStatus(duty, null, '2026-07-15'),
      dutyStatus(duty, null, '2026-07-16'),
      dutyStatus(duty, '2026-08-01', '2026-08-02'),
    ]).toEqual(['OPEN', 'OVERDUE', 'FULFILLED']);
  });
});
