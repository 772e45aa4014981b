import fc from 'fast-check';
import { Hazard } from '../../../subgraphs/hazards/hazard/hazard';
import {
  LADDER,
  checkDepartment,
  checkEscalation,
  checkExtension,
  isOnTime,
  isOverdueOn,
} from '../../../subgraphs/hazards/hazard/hazard.rules';
import { hazardSteps } from '../../../subgraphs/hazards/hazard/hazard.steps';
import type { HazardStatus } from '../../../subgraphs/hazards/hazard/hazard.terms';
import { PUBLIC_CALLER, type Acting, type DepartmentKind } from '../../../subgraphs/kernel';

const hazard = (changes: Partial<Hazard> = {}): Hazard =>
  Object.assign(new Hazard(), {
    ...{
      number: 'H',
      grade: 'MAJOR',
      status: 'REPORTED',
      competentKind: 'MARKET_SUPERVISION',
      supervisorCodes: ['430682-FIRE_RESCUE'],
    },
    ...{
      regionCode: '430682',
      reportedBy: 'finder',
      rectifiedBy: 'submitter',
      closedBy: 'closer',
      planned: true,
    },
    ...{ dueOn: '2026-06-30', escalation: 'NONE', listedOn: null, haltedOn: null, ...changes },
  });
type Step = (typeof hazardSteps.steps)[number];
const stepFrom = (from: Hazard, step: Step, acting: Acting): HazardStatus =>
  hazardSteps.stateAfter(step, from, acting);
const by = (department: DepartmentKind, subject = 'officer'): Acting => ({
  caller: { ...PUBLIC_CALLER, subject, department },
  today: '2026-06-15',
  now: new Date('2026-06-15T04:00:00Z'),
});
const market = by('MARKET_SUPERVISION');
const codeOf = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    return (error as { code: string }).code;
  }
  return 'none';
};

describe('the closed loop', () => {
  /** Every step from every state, by a competent officer who has done nothing before: where it leads, or its code. */
  const STATES: readonly HazardStatus[] = [
    'REPORTED',
    'VERIFIED',
    'NOTIFIED',
    'RECTIFYING',
    'SUBMITTED',
    'CLOSED',
    'REOPENED',
    'DISMISSED',
  ];
  test.each<[Step, HazardStatus[], HazardStatus | null, string]>([
    ['verifyHazard', ['REPORTED'], 'VERIFIED', 'HAZARD_NOT_REPORTED'],
    ['dismissHazard', ['REPORTED'], 'DISMISSED', 'HAZARD_NOT_REPORTED'],
    [
      'assignHazard',
      ['VERIFIED', 'NOTIFIED', 'RECTIFYING', 'SUBMITTED', 'REOPENED'],
      null,
      'HAZARD_NOT_OPEN',
    ],
    ['notifyHazard', ['VERIFIED', 'REOPENED'], 'NOTIFIED', 'HAZARD_NOT_VERIFIED'],
    ['acknowledgeHazard', ['NOTIFIED', 'RECTIFYING', 'SUBMITTED'], null, 'HAZARD_NOT_NOTIFIED'],
    ['planRectification', ['NOTIFIED', 'RECTIFYING'], 'RECTIFYING', 'HAZARD_NOT_NOTIFIED'],
    ['extendHazard', ['NOTIFIED', 'RECTIFYING'], null, 'HAZARD_NOT_NOTIFIED'],
    [
      'escalateHazard',
      ['VERIFIED', 'NOTIFIED', 'RECTIFYING', 'SUBMITTED', 'REOPENED'],
      null,
      'HAZARD_NOT_OPEN',
    ],
    ['listHazard', ['VERIFIED', 'NOTIFIED', 'RECTIFYING', 'SUBMITTED', 'REOPENED'], null, 'HAZARD_NOT_OPEN'],
    [
      'haltProduction',
      ['VERIFIED', 'NOTIFIED', 'RECTIFYING', 'SUBMITTED', 'REOPENED'],
      null,
      'HAZARD_NOT_OPEN',
    ],
    ['submitRectification', ['NOTIFIED', 'RECTIFYING'], 'SUBMITTED', 'HAZARD_NOT_NOTIFIED'],
    ['refuseRectification', ['SUBMITTED'], 'RECTIFYING', 'HAZARD_NOT_SUBMITTED'],
    ['closeHazard', ['SUBMITTED'], 'CLOSED', 'HAZARD_NOT_SUBMITTED'],
    ['lookBackHazard', ['CLOSED'], null, 'HAZARD_NOT_CLOSED'],
    ['reopenHazard', ['CLOSED'], 'REOPENED', 'HAZARD_NOT_CLOSED'],
  ])(
    '%s MUST be possible from its states only, and be refused with a code of its own from all others',
    (step, from, to, code) => {
      for (const status of STATES) {
        if (from.includes(status)) expect(stepFrom(hazard({ status }), step, market)).toBe(to ?? status);
        else expect(codeOf(() => stepFrom(hazard({ status }), step, market))).toBe(code);
      }
    },
  );

  test('production MUST resume only after review, and only where it was stopped (安全生产法第六十五条)', () => {
    const halted = { haltedOn: '2026-06-01' };
    expect(stepFrom(hazard({ status: 'CLOSED', ...halted }), 'resumeProduction', market)).toBe('CLOSED');
    expect(
      codeOf(() => stepFrom(hazard({ status: 'SUBMITTED', ...halted }), 'resumeProduction', market)),
    ).toBe('HAZARD_NOT_REVIEWED');
    expect(codeOf(() => stepFrom(hazard({ status: 'CLOSED' }), 'resumeProduction', market))).toBe(
      'HAZARD_NOT_HALTED',
    );
    expect(
      codeOf(() => stepFrom(hazard({ status: 'RECTIFYING', ...halted }), 'haltProduction', market)),
    ).toBe('HAZARD_ALREADY_HALTED');
  });

  test('a decision MUST be for the competent kind of department', () => {
    for (const step of [
      'verifyHazard',
      'dismissHazard',
      'notifyHazard',
      'extendHazard',
      'refuseRectification',
      'closeHazard',
      'haltProduction',
      'resumeProduction',
    ] as const) {
      expect(codeOf(() => stepFrom(hazard({ status: 'VERIFIED' }), step, by('EMERGENCY_MANAGEMENT')))).toBe(
        'HAZARD_NOT_COMPETENT',
      );
    }
  });

  test('supervision MUST be for the lead, its supervisors, the safety committee and the government', () => {
    for (const department of [
      'MARKET_SUPERVISION',
      'FIRE_RESCUE',
      'SAFETY_COMMITTEE',
      'GOVERNMENT',
    ] as const) {
      expect(stepFrom(hazard({ status: 'NOTIFIED' }), 'escalateHazard', by(department))).toBe('NOTIFIED');
    }
    expect(codeOf(() => stepFrom(hazard({ status: 'NOTIFIED' }), 'escalateHazard', by('HOUSING')))).toBe(
      'HAZARD_NOT_SUPERVISOR',
    );
  });

  test('nobody MUST judge their own work', () => {
    const as = (subject: string) => by('MARKET_SUPERVISION', subject);
    expect(codeOf(() => stepFrom(hazard(), 'verifyHazard', as('finder')))).toBe(
      'HAZARD_VERIFIER_MUST_DIFFER',
    );
    expect(codeOf(() => stepFrom(hazard(), 'dismissHazard', as('finder')))).toBe(
      'HAZARD_VERIFIER_MUST_DIFFER',
    );
    const submitted = hazard({ status: 'SUBMITTED' });
    expect(codeOf(() => stepFrom(submitted, 'closeHazard', as('submitter')))).toBe(
      'HAZARD_CLOSER_MUST_DIFFER',
    );
    expect(codeOf(() => stepFrom(submitted, 'refuseRectification', as('submitter')))).toBe(
      'HAZARD_CLOSER_MUST_DIFFER',
    );
    expect(codeOf(() => stepFrom(submitted, 'closeHazard', as('finder')))).toBe('HAZARD_CLOSER_FOUND_IT');
    expect(codeOf(() => stepFrom(hazard({ status: 'CLOSED' }), 'reopenHazard', as('closer')))).toBe(
      'HAZARD_LOOK_BACK_MUST_DIFFER',
    );
  });

  test('a major hazard MUST have a plan before it is submitted; a general one need not', () => {
    const unplanned = { status: 'NOTIFIED', planned: false } as const;
    expect(codeOf(() => stepFrom(hazard(unplanned), 'submitRectification', market))).toBe(
      'HAZARD_PLAN_MISSING',
    );
    expect(stepFrom(hazard({ ...unplanned, grade: 'GENERAL' }), 'submitRectification', market)).toBe(
      'SUBMITTED',
    );
  });

  test('listed supervision MUST be for major hazards, once', () => {
    const open = { status: 'NOTIFIED' } as const;
    expect(codeOf(() => stepFrom(hazard({ ...open, grade: 'SEVERE_EQUIPMENT' }), 'listHazard', market))).toBe(
      'HAZARD_NOT_MAJOR',
    );
    expect(codeOf(() => stepFrom(hazard({ ...open, listedOn: '2026-06-01' }), 'listHazard', market))).toBe(
      'HAZARD_ALREADY_LISTED',
    );
  });

  test('in any order of steps by any officers no illegal state MUST be reached, and no step MUST be lost', () => {
    const { steps } = hazardSteps;
    const kinds = ['MARKET_SUPERVISION', 'FIRE_RESCUE', 'HOUSING', 'SAFETY_COMMITTEE'] as const;
    const taken = fc.tuple(
      fc.constantFrom(...steps),
      fc.constantFrom(...kinds),
      fc.constantFrom('finder', 'a', 'b', 'c'),
    );
    fc.assert(
      fc.property(fc.array(taken, { maxLength: 60 }), (walk) => {
        let now = hazard({ rectifiedBy: null, closedBy: null, planned: false });
        const history: { step: Step; from: HazardStatus; to: HazardStatus; subject: string }[] = [];
        for (const [step, department, subject] of walk) {
          const from = now.status;
          try {
            const status = stepFrom(now, step, by(department, subject));
            history.push({ step, from, to: status, subject });
            now = { ...now, status, ...(step === 'planRectification' && { planned: true }) };
            if (step === 'submitRectification') now = { ...now, rectifiedBy: subject };
            if (step === 'closeHazard') now = { ...now, closedBy: subject };
            if (step === 'reopenHazard') now = { ...now, closedBy: null, rectifiedBy: null, planned: false };
          } catch (error) {
            expect((error as { code: string }).code).toMatch(/^HAZARD_/);
            expect(now.status).toBe(from);
          }
        }
        expect(history.every(({ from }, at) => from === (history[at - 1]?.to ?? 'REPORTED'))).toBe(true);
        const before = (at: number, step: Step) =>
          history.slice(0, at).findLast((each) => each.step === step);
        history.forEach(({ step, subject }, at) => {
          if (step !== 'verifyHazard' && step !== 'dismissHazard')
            expect(before(at, 'verifyHazard')).toBeDefined();
          if (step === 'verifyHazard' || step === 'dismissHazard' || step === 'closeHazard')
            expect(subject).not.toBe('finder');
          if (step === 'closeHazard') expect(subject).not.toBe(before(at, 'submitRectification')?.subject);
          if (step === 'reopenHazard') expect(subject).not.toBe(before(at, 'closeHazard')?.subject);
          if (step === 'submitRectification') expect(before(at, 'planRectification')).toBeDefined();
        });
        expect(history.filter(({ to }) => to === 'DISMISSED').length).toBeLessThanOrEqual(1);
      }),
      { numRuns: 500 },
    );
  });
});

describe('deadlines', () => {
  test('a hazard MUST be overdue from the day after its deadline, while it is open', () => {
    for (const status of ['NOTIFIED', 'RECTIFYING', 'SUBMITTED', 'REOPENED'] as const) {
      expect(isOverdueOn({ status, dueOn: '2026-06-30' }, '2026-06-30')).toBe(false);
      expect(isOverdueOn({ status, dueOn: '2026-06-30' }, '2026-07-01')).toBe(true);
    }
    expect(isOverdueOn({ status: 'CLOSED', dueOn: '2026-06-30' }, '2026-07-01')).toBe(false);
    expect(isOverdueOn({ status: 'VERIFIED', dueOn: null }, '2026-07-01')).toBe(false);
  });

  test('on time MUST include the last day', () => {
    expect(isOnTime('2026-06-30', '2026-06-30')).toBe(true);
    expect(isOnTime('2026-07-01', '2026-06-30')).toBe(false);
    expect(isOnTime(null, '2026-06-30')).toBeNull();
  });

  test('an extension MUST lie after the deadline, and be decided on its last day at the latest', () => {
    expect(() => checkExtension(hazard(), '2026-07-01', '2026-06-30')).not.toThrow();
    expect(codeOf(() => checkExtension(hazard(), '2026-06-30', '2026-06-01'))).toBe(
      'HAZARD_EXTENSION_NOT_LATER',
    );
    expect(codeOf(() => checkExtension(hazard(), '2026-07-31', '2026-07-01'))).toBe(
      'HAZARD_EXTENSION_TOO_LATE',
    );
  });

  test('the ladder MUST be climbed one rung at a time and ends with exposure', () => {
    for (const [at, escalation] of LADDER.entries()) {
      for (const to of LADDER) {
        const code = codeOf(() => checkEscalation(hazard({ escalation }), to));
        expect(code).toBe(LADDER.indexOf(to) === at + 1 ? 'none' : 'HAZARD_ESCALATION_OUT_OF_ORDER');
      }
    }
  });
});

describe('who is named', () => {
  test('a department MUST cover the place', () => {
    expect(checkDepartment('code', '430682-FIRE_RESCUE', '430682')).toBe('FIRE_RESCUE');
    expect(checkDepartment('code', '430000-FIRE_RESCUE', '430682101')).toBe('FIRE_RESCUE');
    expect(checkDepartment('code', 'CN-FIRE_RESCUE', '430682')).toBe('FIRE_RESCUE');
    for (const code of ['411003-FIRE_RESCUE', 'FIRE_RESCUE', '430682']) {
      expect(codeOf(() => checkDepartment('code', code, '430682'))).toBe('HAZARD_DEPARTMENT_ELSEWHERE');
    }
  });
});
