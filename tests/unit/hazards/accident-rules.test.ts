import fc from 'fast-check';
import {
  checkCorrection,
  checkRaised,
  checkTimes,
  evaluationDue,
  gradeOf,
  investigationLevel,
  isReportedInTime,
  isReportedUpwardInTime,
  type AccidentFacts,
} from '../../../subgraphs/hazards/accident/accident.rules';

const facts = (differing: Partial<AccidentFacts> = {}): AccidentFacts => ({
  ...{
    kind: 'WORK_SAFETY',
    occurredAt: '2026-03-01T10:00:00+08:00',
    deaths: 0,
    seriousInjuries: 0,
    directLoss: '0',
  },
  ...{ evacuated: 0, strandedPeople: 0, strandedMinutes: 0, circumstances: [], ...differing },
});

describe('the grade of an accident (“以上”包括本数)', () => {
  test.each([
    [{ deaths: 2 }, 'GENERAL'],
    [{ deaths: 3 }, 'LARGER'],
    [{ deaths: 9 }, 'LARGER'],
    [{ deaths: 10 }, 'MAJOR'],
    [{ deaths: 29 }, 'MAJOR'],
    [{ deaths: 30 }, 'EXTRAORDINARY'],
    [{ seriousInjuries: 9 }, 'GENERAL'],
    [{ seriousInjuries: 10 }, 'LARGER'],
    [{ seriousInjuries: 50 }, 'MAJOR'],
    [{ seriousInjuries: 100 }, 'EXTRAORDINARY'],
    [{ directLoss: '9999999.99' }, 'GENERAL'],
    [{ directLoss: '10000000' }, 'LARGER'],
    [{ directLoss: '50000000.00' }, 'MAJOR'],
    [{ directLoss: '100000000' }, 'EXTRAORDINARY'],
    [{ deaths: 1, seriousInjuries: 50 }, 'MAJOR'],
  ] as const)('%j MUST be %s', (harm, grade) => {
    expect(gradeOf(facts(harm))).toBe(grade);
  });

  test.each([
    [{ circumstances: ['PRESSURE_EXPLOSION'] }, 'LARGER'],
    [{ circumstances: ['CRANE_OVERTURN'] }, 'LARGER'],
    [{ circumstances: ['BOILER_600MW_OUTAGE'] }, 'MAJOR'],
    [{ circumstances: ['BOILER_600MW_EXPLOSION'] }, 'EXTRAORDINARY'],
    [{ circumstances: ['LIFT_TRAPPED'] }, 'GENERAL'],
    [{ evacuated: 499, deaths: 1 }, 'GENERAL'],
    [{ evacuated: 500 }, 'GENERAL'],
    [{ evacuated: 10_000 }, 'LARGER'],
    [{ evacuated: 50_000 }, 'MAJOR'],
    [{ evacuated: 150_000 }, 'EXTRAORDINARY'],
    [{ directLoss: '10000' }, 'GENERAL'],
    [{ circumstances: ['ROPEWAY_STRANDED'], strandedPeople: 20, strandedMinutes: 210 }, 'GENERAL'],
    [{ circumstances: ['RIDE_STRANDED'], strandedPeople: 20, strandedMinutes: 60 }, 'GENERAL'],
    [{ circumstances: ['RIDE_STRANDED'], strandedPeople: 20, strandedMinutes: 12 * 60 }, 'LARGER'],
    [{ circumstances: ['ROPEWAY_STRANDED'], strandedPeople: 99, strandedMinutes: 48 * 60 }, 'LARGER'],
    [{ circumstances: ['ROPEWAY_STRANDED'], strandedPeople: 100, strandedMinutes: 24 * 60 }, 'MAJOR'],
    [{ circumstances: ['ROPEWAY_STRANDED'], strandedPeople: 100, strandedMinutes: 48 * 60 }, 'EXTRAORDINARY'],
  ] as const)('special equipment: %j MUST be %s', (harm, grade) => {
    expect(gradeOf(facts({ kind: 'SPECIAL_EQUIPMENT', ...harm }))).toBe(grade);
  });

  test.each([
    [{}],
    [{ directLoss: '9999.99' }],
    [{ evacuated: 499 }],
    [{ circumstances: ['ROPEWAY_STRANDED'], strandedPeople: 20, strandedMinutes: 209 }],
    [{ circumstances: ['RIDE_STRANDED'], strandedPeople: 20, strandedMinutes: 59 }],
  ] as const)('special equipment: %j MUST NOT be an accident', (harm) => {
    expect(() => gradeOf(facts({ kind: 'SPECIAL_EQUIPMENT', ...harm }))).toThrow(
      expect.objectContaining({ code: 'NOT_AN_ACCIDENT' }),
    );
  });

  test('more harm MUST never lower the grade', () => {
    const order = ['GENERAL', 'LARGER', 'MAJOR', 'EXTRAORDINARY'];
    const count = fc.nat(200);
    fc.assert(
      fc.property(count, count, count, count, (deaths, injuries, moreDeaths, moreInjuries) => {
        const [less, more] = [
          gradeOf(facts({ deaths, seriousInjuries: injuries })),
          gradeOf(facts({ deaths: deaths + moreDeaths, seriousInjuries: injuries + moreInjuries })),
        ];
        return order.indexOf(less) <= order.indexOf(more);
      }),
    );
  });

  test('an accident before the rules were in force MUST be refused by its date', () => {
    expect(() => gradeOf(facts({ occurredAt: '2007-05-31T23:59:59+08:00' }))).toThrow(
      expect.objectContaining({ code: 'RULE_MISSING' }),
    );
    expect(gradeOf(facts({ occurredAt: '2007-06-01T00:00:00+08:00' }))).toBe('GENERAL');
  });
});

describe('reporting', () => {
  const at = (time: string) => `2026-03-01T${time}+08:00`;
  const times = {
    occurredAt: at('09:00:00'),
    learnedAt: at('10:00:00'),
    reportedAt: at('11:00:00'),
    reportedUpAt: null,
  };

  test('the unit MUST report within an hour of learning of it, the hour included', () => {
    expect(isReportedInTime(times)).toBe(true);
    expect(isReportedInTime({ ...times, reportedAt: at('11:00:01') })).toBe(false);
    expect(isReportedInTime({ ...times, learnedAt: null })).toBe(false);
  });

  test('the department MUST tell the level above within two hours, of a major accident within one', () => {
    const told = (time: string) => ({ ...times, reportedUpAt: at(time) });
    const now = new Date(at('20:00:00'));
    expect(isReportedUpwardInTime(told('13:00:00'), 'LARGER', now)).toBe(true);
    expect(isReportedUpwardInTime(told('13:00:01'), 'LARGER', now)).toBe(false);
    expect(isReportedUpwardInTime(told('12:00:00'), 'MAJOR', now)).toBe(true);
    expect(isReportedUpwardInTime(told('12:00:01'), 'MAJOR', now)).toBe(false);
    const earlier = { ...told('13:00:00'), occurredAt: '2023-12-31T09:00:00+08:00' };
    expect(isReportedUpwardInTime(earlier, 'MAJOR', now)).toBe(true);
  });

  test('not yet told, it MUST be late only once the time is over', () => {
    expect(isReportedUpwardInTime(times, 'GENERAL', new Date(at('13:00:00')))).toBeNull();
    expect(isReportedUpwardInTime(times, 'GENERAL', new Date(at('13:00:01')))).toBe(false);
  });

  test('times out of order or in the future MUST be refused by name', () => {
    const now = new Date(at('12:00:00'));
    expect(() => checkTimes(times, now)).not.toThrow();
    const refused = (differing: object, field: string) =>
      expect(() => checkTimes({ ...times, ...differing }, now)).toThrow(
        expect.objectContaining({ code: 'DATE_OUT_OF_RANGE', details: expect.objectContaining({ field }) }),
      );
    refused({ learnedAt: at('08:59:59') }, 'learnedAt');
    refused({ reportedAt: at('09:59:59') }, 'reportedAt');
    refused({ reportedUpAt: at('10:59:59') }, 'reportedUpAt');
    refused({ reportedUpAt: at('12:00:01') }, 'reportedUpAt');
    refused({ occurredAt: at('12:00:01') }, 'occurredAt');
  });

  test.each([
    ['WORK_SAFETY', '2026-03-31', '2026-04-01'],
    ['FIRE', '2026-03-08', '2026-03-09'],
    ['ROAD_TRANSPORT', '2026-03-08', '2026-03-09'],
  ] as const)('%s: figures MUST be open to correction until %s', (kind, last, late) => {
    const accident = { number: 'SG-1', kind, occurredAt: at('09:00:00') };
    expect(() => checkCorrection(accident, last)).not.toThrow();
    expect(() => checkCorrection(accident, late)).toThrow(
      expect.objectContaining({ code: 'ACCIDENT_CORRECTION_LATE' }),
    );
  });
});

describe('after the investigation', () => {
  test.each([
    [null, null],
    ['2025-11-22', '2026-11-23'],
    ['2024-02-29', '2025-02-28'],
  ])('closed on %s, the evaluation MUST be due on %s', (closedOn, due) => {
    expect(evaluationDue(closedOn)).toBe(due);
  });

  test('who investigates MUST follow from grade and kind, and only be raised', () => {
    expect(investigationLevel('SPECIAL_EQUIPMENT', 'GENERAL')).toBe('CITY');
    expect(investigationLevel('WORK_SAFETY', 'GENERAL')).toBe('COUNTY');
    expect(() => checkRaised('SG-1', 'CITY', 'PROVINCE')).not.toThrow();
    expect(() => checkRaised('SG-1', 'CITY', 'CITY')).toThrow(
      expect.objectContaining({ code: 'INVESTIGATION_LEVEL_NOT_HIGHER' }),
    );
  });
});
