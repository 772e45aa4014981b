import fc from 'fast-check';
import {
  decidedOnTime,
  decisionDue,
  deliveryDue,
  filingDue,
  isOverdue,
  decisionRule,
  lastDayFrom,
  leadsOverdue,
  paymentDue,
} from '../../../subgraphs/enforcement/case/case-clock.rules';
import { EnforcementCase } from '../../../subgraphs/enforcement/case/case';
import { CaseStatus } from '../../../subgraphs/enforcement/case/case.terms';
import {
  checkLimitation,
  earliestHearing,
  extended,
  hearingRequestDue,
  resumed,
  statementDue,
} from '../../../subgraphs/enforcement/procedure/procedure.rules';
import { penaltyProcedure } from '../../../subgraphs/enforcement/procedure/procedure.steps';
import {
  addDays,
  isWorkingDay,
  toWorkingDay,
  unverifiedRules,
  valuesOf,
  versionOf,
  workingDayBefore,
} from '../../../subgraphs/kernel';
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
  departmentKind: 'MARKET_SUPERVISION',
  filingDate: '2026-03-09',
  lastDay: '2026-06-07',
} as const;
const row = (changes: Partial<EnforcementCase> = {}) =>
  Object.assign(
    new EnforcementCase(),
    running,
    { number: '1', decisionExtended: false, clockStops: [] },
    changes,
  );

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
  const departmentKind = 'MARKET_SUPERVISION';

  test.each([
    [
      'EMERGENCY_MANAGEMENT',
      '2026-01-31',
      '2026-03-02',
      'enforcement.decision:EMERGENCY_MANAGEMENT@2021-07-15',
    ],
    [
      'EMERGENCY_MANAGEMENT',
      '2026-02-01',
      '2026-05-02',
      'enforcement.decision:EMERGENCY_MANAGEMENT@2026-02-01',
    ],
    ['FIRE_RESCUE', '2026-02-01', '2026-05-02', 'enforcement.decision:FIRE_RESCUE@2021-07-15'],
    ['HOUSING', '2026-02-01', '2026-05-02', 'enforcement.decision@2021-07-15'],
  ] as const)(
    '%s MUST decide what it filed on %s by %s, by its own rule',
    (department, filingDate, last, rule) => {
      const one = { ...running, departmentKind: department, filingDate, lastDay: last };
      expect([lastDayFrom(filingDate, department), versionOf(decisionRule(one, filingDate))]).toEqual([
        last,
        rule,
      ]);
    },
  );

  test('what the order of a department says that was not seen MUST NOT be taken from another', () => {
    const lead = {
      ...running,
      status: 'LEAD',
      departmentKind: 'FIRE_RESCUE',
      filingDate: null,
      lastDay: null,
    } as const;
    expect(filingDue(lead)).toBeNull();
    // as if it was filed on the day of the lead: 2026-01-05 and ninety days, moved on from a Sunday and 清明
    expect(decisionDue(lead, '2030-01-01').date).toBe('2026-04-07');
    expect([isOverdue(lead, '2026-04-07'), isOverdue(lead, '2026-04-08')]).toEqual([false, true]);
    expect(() => extended(row({ departmentKind: 'FIRE_RESCUE' }), '2026-06-01')).toThrow(
      expect.objectContaining({ code: 'RULE_UNKNOWN' }),
    );
  });

  test.each([
    ['2026-06-01', false, '2026-06-23'],
    ['2026-06-01', true, '2026-07-14'],
    ['2026-09-10', false, '2026-10-08'],
  ])('a lead of %s, extended %s, MUST be filed by %s', (leadReceivedOn, filingExtended, due) => {
    expect(filingDue({ leadReceivedOn, filingExtended, departmentKind })?.date).toBe(due);
  });

  test('the latest lead that is overdue MUST be found for any day, as `isOverdue` has it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 600 }), fc.boolean(), (days, extended) => {
        const today = addDays('2025-01-06', days);
        const latest = leadsOverdue(departmentKind, extended, today);
        const due = (leadReceivedOn: string) =>
          filingDue({ leadReceivedOn, filingExtended: extended, departmentKind })?.date ?? '';
        return due(latest) < today && due(addDays(latest, 1)) >= today;
      }),
      { numRuns: 50 },
    );
  });

  test('a decision MUST come within 90 days of filing, 30 more when extended', () => {
    expect(lastDayFrom('2026-03-09', departmentKind)).toBe('2026-06-07');
    expect(lastDayFrom(null, departmentKind)).toBeNull();
    expect(extended(row(), '2026-06-01')).toEqual({ decisionExtended: true, lastDay: '2026-07-07' });
  });

  test('a last day within 国庆 MUST move to the first working day after it', () => {
    const one = {
      ...running,
      filingDate: '2026-07-03',
      lastDay: lastDayFrom('2026-07-03', departmentKind),
    };
    expect(one.lastDay).toBe('2026-10-01');
    expect(decisionDue(one, '2026-09-01')?.date).toBe('2026-10-08');
    expect(isOverdue(one, '2026-10-08')).toBe(false);
    expect(isOverdue(one, '2026-10-09')).toBe(true);
    expect([decidedOnTime(one.lastDay, '2026-10-08'), decidedOnTime(one.lastDay, '2026-10-09')]).toEqual([
      true,
      false,
    ]);
  });

  test('days on which the clock stood MUST not count, while it stands or after', () => {
    const stop = { reason: 'TESTING', from: '2026-03-20', to: null } as const;
    expect(resumed(row({ clockStoppedOn: '2026-03-20', clockStops: [stop] }), '2026-04-09').lastDay).toBe(
      '2026-06-27',
    );
    const standing = { ...running, clockStoppedOn: '2026-06-01' };
    expect(decisionDue(standing, '2026-06-11')?.date).toBe('2026-06-17');
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
    expect(statementDue({ departmentKind }, '2026-09-21').date).toBe('2026-09-29');
    expect(statementDue({ departmentKind: 'FIRE_RESCUE' }, '2026-09-21').rule.id).toBe(
      'enforcement.hearing-request',
    );
    expect(hearingRequestDue('2026-09-21').date).toBe('2026-09-29');
    expect(earliestHearing('2026-09-21')).toBe('2026-10-08');
  });

  test.each([
    ['2024-06-01', false, true],
    ['2024-05-31', false, false],
    ['2021-06-01', true, true],
    ['2021-05-31', true, false],
  ])(
    'an act that ended on %s, grave %s, and was discovered on 2026-06-01 MUST be filed later: %s',
    (ended, grave, possible) => {
      const lead = { number: '1', actEndedOn: ended, leadReceivedOn: '2026-06-01' };
      const check = () => checkLimitation(lead, grave, '2026-09-01');
      if (possible) expect(check).not.toThrow();
      else expect(check).toThrow('it could be punished until');
    },
  );
});

test('the rule rows that nobody has compared with their text MUST be these, and no others', () => {
  const own = unverifiedRules().filter(({ id }) => /^enforcement\.(?!tip|reward|draw|ranking|kept)/.test(id));
  expect([...new Set(own.map(({ id }) => id))].sort()).toEqual([
    'enforcement.decision',
    'enforcement.decision-extension',
    'enforcement.filing',
    'enforcement.filing-extension',
    'enforcement.lower-fine.ENTERPRISE',
    'enforcement.lower-fine.PERSON',
    'enforcement.material-receipt',
    'enforcement.public-least.GENERAL',
    'enforcement.public-least.SERIOUS',
    'enforcement.public.GENERAL',
    'enforcement.public.SERIOUS',
    'enforcement.statement',
  ]);
});
