import fc from 'fast-check';
import { Tip } from '../../../subgraphs/enforcement/tip/tip';
import {
  acceptBy,
  checkBy,
  checkExtension,
  checkReward,
  dueOf,
  isOverdueOn,
  lastStartOver,
  tellBy,
  withoutReporter,
} from '../../../subgraphs/enforcement/tip/tip.rules';
import { tipSteps } from '../../../subgraphs/enforcement/tip/tip.steps';
import type { TipStatus } from '../../../subgraphs/enforcement/tip/tip.terms';
import { PUBLIC_CALLER, addDays, prose, proseOnTips, type Caller } from '../../../subgraphs/kernel';
import { refusalOf } from '../../support/refusal';

type Shown =
  | 'number'
  | 'handlerKind'
  | 'takenInOn'
  | 'acceptedOn'
  | 'blocksEscape'
  | 'status'
  | 'receivedOn'
  | 'extended'
  | 'decidedOn'
  | 'named'
  | 'toldOn'
  | 'verifiedBy';
const tip: Pick<Tip, Shown> = {
  ...{
    number: 'JB1',
    handlerKind: 'MARKET_SUPERVISION',
    status: 'RECEIVED',
    receivedOn: '2026-09-28',
    extended: false,
  },
  ...{ takenInOn: null, acceptedOn: null },
  ...{ decidedOn: null, named: true, toldOn: null, verifiedBy: 'a', blocksEscape: null },
};

describe('the deadlines of a tip', () => {
  test('they MUST be counted in working days, over the national holiday and its made-up Saturday', () => {
    expect(acceptBy(tip)).toMatchObject({ date: '2026-10-13', provisional: false });
    expect(checkBy(tip)).toMatchObject({ date: '2026-10-23', provisional: false });
    expect(checkBy({ ...tip, extended: true })).toMatchObject({ date: '2026-11-13', provisional: false });
    expect(tellBy(tip, '2026-09-28')).toMatchObject({ date: '2026-10-10', provisional: false });
  });

  test.each([
    ['FIRE_RESCUE', null, '2026-10-01', '2026-10-02'],
    ['FIRE_RESCUE', true, '2026-10-01', '2026-10-02'],
    ['FIRE_RESCUE', false, '2026-09-30', '2026-10-10'],
  ] as const)(
    '%s, blocks a way out: %s, received on %s, MUST be looked into by %s',
    (handlerKind, blocksEscape, receivedOn, due) => {
      const one = { ...tip, handlerKind, blocksEscape, receivedOn };
      expect([acceptBy(one), checkBy(one)?.date, dueOf(one)?.date, isOverdueOn(one, due)]).toEqual([
        null,
        due,
        due,
        false,
      ]);
      expect(isOverdueOn(one, addDays(due, 1))).toBe(true);
      expect(() => checkExtension(one, receivedOn)).toThrow(
        expect.objectContaining({ code: 'RULE_UNKNOWN' }),
      );
    },
  );

  test('of emergency management, whose order was not seen, none MUST be taken from another department', () => {
    const one = { ...tip, handlerKind: 'EMERGENCY_MANAGEMENT' } as const;
    expect([acceptBy(one), checkBy(one), tellBy(one, '2026-09-28'), dueOf(one)]).toEqual([
      null,
      null,
      null,
      null,
    ]);
    expect(isOverdueOn(one, '2030-01-01')).toBeNull();
    expect(isOverdueOn({ ...one, status: 'VERIFIED' }, '2030-01-01')).toBe(false);
  });

  test('what is owed MUST follow from where a tip stands', () => {
    expect(dueOf(tip)?.date).toBe('2026-10-13');
    expect(dueOf({ ...tip, status: 'ACCEPTED' })?.date).toBe('2026-10-23');
    const decided = { ...tip, status: 'DISMISSED', decidedOn: '2026-09-28' } as const;
    expect(dueOf(decided)?.date).toBe('2026-10-10');
    expect(dueOf({ ...decided, named: false })).toBeNull();
    expect(dueOf({ ...decided, toldOn: '2026-09-29' })).toBeNull();
  });

  test('while it is offered to another department the first one MUST owe what it owed, and the other from the day on which it took it in', () => {
    const offered = { ...tip, status: 'TRANSFERRING' } as const;
    expect(dueOf(offered)?.date).toBe('2026-10-13');
    expect(dueOf({ ...offered, acceptedOn: '2026-09-29' })?.date).toBe('2026-10-23');
    expect([isOverdueOn(offered, '2026-10-13'), isOverdueOn(offered, '2026-10-14')]).toEqual([false, true]);
    const fire = { ...tip, handlerKind: 'FIRE_RESCUE', takenInOn: '2026-10-12' } as const;
    expect(dueOf(fire)?.date).toBe('2026-10-13');
    expect(dueOf({ ...fire, blocksEscape: false })?.date).toBe('2026-10-15');
    expect(dueOf({ ...tip, takenInOn: '2026-10-12' })?.date).toBe('2026-10-21');
    expect(
      dueOf({ ...tip, status: 'TRANSFERRED', decidedOn: '2026-10-12', toldOn: '2026-10-12' }),
    ).toBeNull();
  });

  test('a period MUST be over the day after its last day', () => {
    expect(isOverdueOn(tip, '2026-10-13')).toBe(false);
    expect(isOverdueOn(tip, '2026-10-14')).toBe(true);
  });

  test('an extension MUST be possible on the last day, once', () => {
    expect(() => checkExtension(tip, '2026-10-23')).not.toThrow();
    expect(() => checkExtension(tip, '2026-10-24')).toThrow(
      expect.objectContaining({ code: 'TIP_PERIOD_OVER' }),
    );
    expect(() => checkExtension({ ...tip, extended: true }, '2026-10-23')).toThrow(
      expect.objectContaining({ code: 'TIP_EXTENDED_ALREADY' }),
    );
  });

  test('the day that SQL compares with MUST part what is over from what is not', () => {
    const day = fc.nat({ max: 900 }).map((days) => addDays('2024-03-01', days));
    const ends = [
      (receivedOn: string) => acceptBy({ ...tip, receivedOn }),
      (receivedOn: string) => checkBy({ ...tip, receivedOn }),
      (receivedOn: string) => checkBy({ ...tip, receivedOn, extended: true }),
      (receivedOn: string) => checkBy({ ...tip, handlerKind: 'FIRE_RESCUE' as const, receivedOn }),
      (decidedOn: string) => tellBy(tip, decidedOn),
    ];
    fc.assert(
      fc.property(day, day, fc.constantFrom(...ends), (start, today, end) => {
        expect(start <= (lastStartOver(today, end) ?? '')).toBe((end(start)?.date ?? today) < today);
      }),
      { numRuns: 60 },
    );
  });
});

test('only a step that is possible MUST lead on', () => {
  const caller: Caller = { ...PUBLIC_CALLER, subject: 'a', department: 'MARKET_SUPERVISION' };
  const acting = { caller, today: '2026-09-28', now: new Date('2026-09-28T04:00:00Z') };
  const inState = (status: TipStatus) => Object.assign(new Tip(), tip, { status });
  expect(tipSteps.stateAfter('acceptTip', inState('RECEIVED'), acting)).toBe('ACCEPTED');
  expect(tipSteps.stateAfter('extendTip', inState('ACCEPTED'), acting)).toBe('ACCEPTED');
  expect(() => tipSteps.stateAfter('rewardTip', inState('DISMISSED'), acting)).toThrow(
    expect.objectContaining({
      code: 'STEP_NOT_ALLOWED',
      details: expect.objectContaining({ allowed: 'TELL' }),
    }),
  );
});

test.each([
  ['MARKET_SUPERVISION', '1000000', true],
  ['MARKET_SUPERVISION', '1000000.01', false],
  ['EMERGENCY_MANAGEMENT', '300000', true],
  ['EMERGENCY_MANAGEMENT', '300000.01', false],
  ['FIRE_RESCUE', '300000', true],
  ['FIRE_RESCUE', '300000.01', false],
  ['FIRE_RESCUE', '0.00', false],
] as const)('a reward by %s of %s yuan is possible: %s', (handlerKind, amount, possible) => {
  const reward = () => checkReward({ ...tip, handlerKind }, amount, 'b', '2026-06-15');
  if (possible) expect(reward).not.toThrow();
  else expect(reward).toThrow(expect.objectContaining({ code: 'REWARD_INVALID' }));
});

test('a reporter’s name and phone MUST leave what they wrote, wherever they stand in it', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('张三', '139', '、', '举报')), (parts) => {
      const left = withoutReporter(parts.join(''), ['张三', '139']);
      expect(left).not.toContain('张三');
      expect(left).not.toContain('139');
    }),
  );
  expect(withoutReporter('情况', [null, null])).toBe('情况');
});

describe('what officers write of a matter', () => {
  const TIP = 'JB0123456789ABCDEF0123';

  test.each([`据举报 ${TIP} 核查`, TIP.toLowerCase(), `第一行\n${TIP}。`])(
    '%j MUST be refused: it would tell whoever reads it that there is a tip',
    (written) => {
      const refused = refusalOf(() => prose(500).parse(written, 'reason'));
      expect(refused.toJSON()).toMatchObject({ extensions: { code: 'TIP_NAMED', field: 'reason' } });
      expect(JSON.stringify(refused.toJSON())).not.toMatch(/JB0123/i);
    },
  );

  test('the handler of a tip MUST be able to name another in its own words, and a word that is no number be taken', () => {
    expect(proseOnTips(500).parse(`与 ${TIP} 重复`, 'reason')).toBe(`与 ${TIP} 重复`);
    expect(prose(500).parse('JB0123 号阀门', 'reason')).toBe('JB0123 号阀门');
  });
});
