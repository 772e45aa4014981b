import fc from 'fast-check';
import {
  decidedOnTime,
  decisionDue,
  deliveryDue,
  filingDue,
  isOverdue,
  lastDay,
  leadsOverdue,
  paymentDue,
  workingDayBefore,
} from '../../../subgraphs/enforcement/case/case-clock.rules';
import { EnforcementCase } from '../../../subgraphs/enforcement/case/case';
import { CaseStatus } from '../../../subgraphs/enforcement/case/case.terms';
import {
  checkLimitation,
  earliestHearing,
  sinceNotice,
} from '../../../subgraphs/enforcement/procedure/procedure.rules';
import { penaltyProcedure } from '../../../subgraphs/enforcement/procedure/procedure.steps';
import { addDays, isWorkingDay, toWorkingDay, unverifiedRules, valuesOf } from '../../../subgraphs/kernel';
import { as } from '../../support/callers';

const statuses = valuesOf(CaseStatus);
const { steps, allowedIn: stepsFrom } = penaltyProcedure;
type Step = (typeof steps)[number];
const officer = {
  caller: as.officer('MARKET_SUPERVISION', '430682'),
  today: '2026-06-01',
  now: new Date('2026-06-01T04:00:00Z'),
};
const statusAfter = (status: CaseStatus, step: Step, filingDate: string | null = '2026-03-09') => {
  const row = { number: '1', status, filingDate, departmentKind: 'MARKET_SUPERVISION', investigators: [] };
  return penaltyProcedure.stateAfter(step, Object.assign(new EnforcementCase(), row), officer);
};
const running = {
  leadReceivedOn: '2026-01-05',
  filingExtended: false,
  clockStoppedOn: null,
  decidedOn: null,
  status: 'INVESTIGATING',
} as const;

describe('the procedure', () => {
  const walk = (taken: readonly Step[]) => {
    let status: CaseStatus = 'LEAD';
    const path: CaseStatus[] = [status];
    for (const step of taken) {
      if (!stepsFrom(status).includes(step)) continue;
      status = statusAfter(status, step, path.includes('FILED') ? '2026-03-09' : null);
      path.push(status);
    }
    return path;
  };
  const anySteps = fc.array(fc.constantFrom(...steps), { maxLength: 60 });

  test('whatever is tried, a case MUST be decided only after it was filed, investigated and the party told', () => {
    fc.assert(
      fc.property(anySteps, (taken) => {
        const path = walk(taken);
        const at = path.indexOf('DECIDED');
        if (at < 0) return true;
        return ['FILED', 'INVESTIGATING', 'NOTIFIED'].every((each) =>
          path.slice(0, at).includes(each as CaseStatus),
        );
      }),
      { examples: [[['transferCase', 'takeBackCase', 'notifyParty', 'decideCase']]] },
    );
  });

  test('whatever is tried, nothing MUST follow the end of a case', () => {
    fc.assert(
      fc.property(anySteps, (taken) => {
        const path = walk(taken);
        return (['CLOSED', 'NOT_FILED'] as const).every(
          (end) => !path.includes(end) || path.indexOf(end) === path.length - 1,
        );
      }),
    );
  });

  test('every step MUST be possible from the states that say so, and refused from all others', () => {
    for (const status of statuses) {
      for (const step of steps) {
        const take = () => statusAfter(status, step);
        if (stepsFrom(status).includes(step)) expect(statuses).toContain(take());
        else expect(take).toThrow('is not possible');
      }
    }
  });

  test('every state but the ends MUST be left by some step, and every state be reached', () => {
    expect(statuses.filter((status) => stepsFrom(status).length === 0)).toEqual(['NOT_FILED', 'CLOSED']);
    const reached = new Set<CaseStatus>([
      'LEAD',
      ...statuses.flatMap((status) => stepsFrom(status).map((step) => statusAfter(status, step))),
    ]);
    expect([...reached].sort()).toEqual([...statuses].sort());
  });
});

describe('the days of the procedure', () => {
  test.each([
    ['2026-06-01', false, '2026-06-23'],
    ['2026-06-01', true, '2026-07-14'],
    ['2026-09-10', false, '2026-10-08'],
  ])('a lead of %s, extended %s, MUST be filed by %s', (leadReceivedOn, filingExtended, due) => {
    expect(filingDue({ leadReceivedOn, filingExtended }).date).toBe(due);
  });

  test('the latest lead that is overdue MUST be found for any day, as `isOverdue` has it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 600 }), fc.boolean(), (days, extended) => {
        const today = addDays('2025-01-06', days);
        const latest = leadsOverdue(extended, today);
        const due = (leadReceivedOn: string) => filingDue({ leadReceivedOn, filingExtended: extended }).date;
        return due(latest) < today && due(addDays(latest, 1)) >= today;
      }),
      { numRuns: 50 },
    );
  });

  test('a decision MUST come within 90 days of filing, 30 more when extended', () => {
    expect(lastDay({ filingDate: '2026-03-09', decisionExtended: false, clockStops: [] })).toBe('2026-06-07');
    expect(lastDay({ filingDate: '2026-03-09', decisionExtended: true, clockStops: [] })).toBe('2026-07-07');
    expect(lastDay({ filingDate: null, decisionExtended: false, clockStops: [] })).toBeNull();
  });

  test('a last day within 国庆 MUST move to the first working day after it', () => {
    const one = {
      ...running,
      lastDay: lastDay({ filingDate: '2026-07-03', decisionExtended: false, clockStops: [] }),
    };
    expect(one.lastDay).toBe('2026-10-01');
    expect(decisionDue(one, '2026-09-01').date).toBe('2026-10-08');
    expect(isOverdue(one, '2026-10-08')).toBe(false);
    expect(isOverdue(one, '2026-10-09')).toBe(true);
    expect([decidedOnTime(one.lastDay, '2026-10-08'), decidedOnTime(one.lastDay, '2026-10-09')]).toEqual([
      true,
      false,
    ]);
  });

  test('days on which the clock stood MUST not count, while it stands or after', () => {
    const stops = [{ reason: 'TESTING', from: '2026-03-20', to: '2026-04-09' }] as const;
    expect(lastDay({ filingDate: '2026-03-09', decisionExtended: false, clockStops: [...stops] })).toBe(
      '2026-06-27',
    );
    const standing = { ...running, lastDay: '2026-06-07', clockStoppedOn: '2026-06-01' };
    expect(decisionDue(standing, '2026-06-11').date).toBe('2026-06-17');
    expect(isOverdue(standing, '2026-12-01')).toBe(false);
  });

  test('`overdue` MUST be the same by the day that moves and by the day before which all that ended is over', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 500 }), fc.integer({ min: -15, max: 15 }), (days, apart) => {
        const last = addDays('2025-06-02', days);
        const today = addDays(last, apart);
        return toWorkingDay(last).date < today === last <= workingDayBefore(today);
      }),
    );
    expect(isWorkingDay(workingDayBefore('2026-10-08'))).toBe(true);
  });

  test('delivery, payment, statement and hearing MUST have their days', () => {
    expect(deliveryDue('2026-09-21').date).toBe('2026-10-08');
    expect(paymentDue('2026-09-18').date).toBe('2026-10-08');
    expect(sinceNotice('enforcement.statement', '2026-09-21').date).toBe('2026-09-29');
    expect(sinceNotice('enforcement.hearing-request', '2026-09-21').date).toBe('2026-09-29');
    expect(earliestHearing('2026-09-21')).toBe('2026-10-08');
  });

  test.each([
    ['2024-06-01', false, true],
    ['2024-05-31', false, false],
    ['2021-06-01', true, true],
    ['2021-05-31', true, false],
  ])('an act that ended on %s, grave %s, MUST be filed on 2026-06-01: %s', (ended, grave, possible) => {
    const check = () => checkLimitation('1', ended, grave, '2026-06-01');
    if (possible) expect(check).not.toThrow();
    else expect(check).toThrow('it could be punished until');
  });
});

test('the rule rows that nobody has compared with their text MUST be these, and no others', () => {
  const own = unverifiedRules().filter(({ id }) => /^enforcement\.(?!tip|reward|draw|ranking)/.test(id));
  expect([...new Set(own.map(({ id }) => id))].sort()).toEqual([
    'enforcement.decision-extension',
    'enforcement.filing',
    'enforcement.filing-extension',
    'enforcement.lower-fine.ENTERPRISE',
    'enforcement.lower-fine.PERSON',
    'enforcement.public-least.HIGHER',
    'enforcement.public-least.LOWER',
    'enforcement.public.HIGHER',
    'enforcement.public.LOWER',
    'enforcement.statement',
  ]);
});
