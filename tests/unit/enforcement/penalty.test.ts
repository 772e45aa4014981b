import {
  breachOf,
  publishBy,
  pushBy,
  publicUntil,
  classOf,
  isPublicOn,
  checkStop,
  checkSummary,
  exclusionOf,
  withdrawBy,
} from '../../../subgraphs/enforcement/penalty/penalty.rules';
import type { PenaltyDecision } from '../../../subgraphs/enforcement/penalty/penalty-decision';

const decision = {
  documentNumber: '临市监罚〔2026〕1号',
  kinds: ['FINE'],
  fine: '1000.00',
  decidedOn: '2026-09-11',
  procedure: 'ORDINARY',
  causeCode: 'PRODUCT_BELOW_STANDARD',
  departmentKind: 'MARKET_SUPERVISION',
  regionCode: '430682',
  partyRegionCode: '430682',
  partyKind: 'ENTERPRISE',
  exclusion: null,
  breachClass: null,
  restrictedUntil: null,
  pushedOn: null,
  publishedOn: null,
  publicUntil: null,
  stoppedOn: null,
  withdrawnOn: null,
} as unknown as PenaltyDecision;
const of = (changes: Partial<PenaltyDecision>): PenaltyDecision => ({ ...decision, ...changes });

describe('the last day for publishing', () => {
  test.each([
    ['before 国庆', '2026-09-11', '2026-10-15'],
    ['on the last working day before 国庆', '2026-09-30', '2026-11-03'],
    ['within 国庆', '2026-10-03', '2026-11-03'],
    ['before 春节', '2026-02-02', '2026-03-06'],
    ['before 五一', '2026-04-15', '2026-05-15'],
  ])('20 working days MUST be counted %s', (_, decidedOn, date) => {
    expect(publishBy(of({ decidedOn }))).toMatchObject({ date, provisional: false });
  });

  test('it MUST be provisional where the calendar of the next year is not out', () => {
    expect(publishBy(of({ decidedOn: '2026-12-10' }))?.provisional).toBe(true);
  });

  test('in another province 10 and 10 working days MUST be counted, from the day of the push once there was one', () => {
    const away = of({ partyRegionCode: '411003' });
    expect([pushBy(away)?.date, publishBy(away)?.date]).toEqual(['2026-09-24', '2026-10-15']);
    expect(publishBy({ ...away, pushedOn: '2026-09-30' })?.date).toBe('2026-10-20');
    expect(publishBy({ ...away, pushedOn: '2026-09-11' })?.date).toBe('2026-09-24');
  });

  test.each([
    ['EMERGENCY_MANAGEMENT', '2026-09-21'],
    ['FIRE_RESCUE', '2026-10-15'],
    ['TRANSPORT', '2026-10-15'],
  ] as const)('%s MUST have its own days, and push nothing', (departmentKind, date) => {
    const one = of({ departmentKind, partyRegionCode: '411003' });
    expect([publishBy(one)?.date, pushBy(one)]).toEqual([date, null]);
  });

  test('a penalty under 安全生产法 MUST be published within 7 working days, by whichever department', () => {
    const housing = of({ departmentKind: 'HOUSING', decidedOn: '2026-09-24' });
    expect(publishBy({ ...housing, causeCode: 'SAFETY_HAZARD_NOT_REMOVED' })?.date).toBe('2026-10-12');
    expect(publishBy({ ...housing, causeCode: 'OTHER' })?.date).toBe('2026-10-29');
    expect(publishBy(of({ causeCode: 'SAFETY_MAJOR_RISK', decidedOn: '2026-09-24' }))?.date).toBe(
      '2026-10-12',
    );
  });

  test('what is never published MUST have none', () => {
    expect(publishBy(of({ exclusion: 'WARNING_ONLY' }))).toBeNull();
  });

  test('a decision before 令45号 MUST be refused by the day', () => {
    expect(() => publishBy(of({ decidedOn: '2021-08-31' }))).toThrow('decidedOn is 2021-08-31');
    expect(publishBy(of({ decidedOn: '2021-09-01' }))?.provisional).toBe(false);
  });
});

describe('what is published', () => {
  test.each([
    [['WARNING'], 'ORDINARY', null, 'WARNING_ONLY'],
    [['WARNING', 'FINE'], 'ORDINARY', null, null],
    [['CRITICISM'], 'ORDINARY', null, null],
    [['FINE'], 'SUMMARY', null, 'SUMMARY_PROCEDURE'],
    [['FINE'], 'ORDINARY', 'SECRET', 'SECRET'],
  ] as const)('%j by the %s procedure, stated %s, MUST be: %s', (kinds, procedure, stated, expected) => {
    expect(exclusionOf(of({ kinds: [...kinds], procedure, decidedOn: '2025-12-24' }), stated)).toBe(expected);
  });

  test.each([
    ['ENTERPRISE', '50000.00', 'LOWER'],
    ['ENTERPRISE', '50000.01', 'HIGHER'],
    ['PERSON', '5000.00', 'LOWER'],
    ['PERSON', '5000.01', 'HIGHER'],
  ] as const)('under 令45号 a fine of a %s of %s MUST be of the class %s', (partyKind, fine, expected) => {
    expect(classOf(of({ partyKind, fine }))).toBe(expected);
  });
});

test.each([
  ['ENTERPRISE', ['FINE'], '3000.00', null],
  ['ENTERPRISE', ['FINE'], '3000.01', 'fine'],
  ['PERSON', ['WARNING', 'FINE'], '200.00', null],
  ['PERSON', ['FINE'], '200.01', 'fine'],
  ['ENTERPRISE', ['CONFISCATION_OF_GOODS'], null, 'kinds'],
] as const)(
  'on the spot %s MAY be imposed no more than the law says: %j, %s, refused: %s',
  (partyKind, kinds, fine, field) => {
    const impose = (procedure: 'SUMMARY' | 'ORDINARY') => () =>
      checkSummary({ procedure, partyKind }, { kinds: [...kinds], fine, decidedOn: '2026-09-11' });
    expect(impose('ORDINARY')).not.toThrow();
    if (field === null) expect(impose('SUMMARY')).not.toThrow();
    else expect(impose('SUMMARY')).toThrow(expect.objectContaining({ code: 'SUMMARY_PENALTY_TOO_HEAVY' }));
  },
);

describe('since 2025-12-25', () => {
  test.each([
    [['CRITICISM'], null, 'MINOR', 'SLIGHT_BREACH'],
    [['WARNING', 'CRITICISM'], null, 'MINOR', 'SLIGHT_BREACH'],
    [['CRITICISM'], 'GENERAL', 'GENERAL', null],
    [['FINE'], null, 'GENERAL', null],
    [['LICENCE_REVOCATION'], null, 'GENERAL', null],
    [['FINE'], 'MINOR', 'MINOR', 'SLIGHT_BREACH'],
    [['FINE'], 'SERIOUS', 'SERIOUS', null],
  ] as const)(
    '%j stated as %s MUST be of the class %s, and excluded: %s',
    (kinds, breachClass, own, excluded) => {
      const one = of({ kinds: [...kinds], breachClass, decidedOn: '2025-12-25' });
      expect([breachOf(one), exclusionOf(one, null)]).toEqual([own, excluded]);
      expect(breachOf({ ...one, decidedOn: '2025-12-24' })).toBeNull();
    },
  );
});

describe('how long it is public', () => {
  test.each([
    ['2025-12-24', '1000', '2026-01-31', '2026-04-30'],
    ['2025-12-25', '1000', '2026-01-31', '2027-01-31'],
    ['2025-12-24', '90000', '2024-02-29', '2027-02-28'],
    ['2025-12-25', '90000', '2026-01-31', '2027-01-31'],
  ])('decided %s, fined %s, published %s: MUST end on %s', (decidedOn, fine, publishedOn, until) => {
    expect(publicUntil(of({ decidedOn, fine }), publishedOn)).toBe(until);
  });

  test('a serious breach MUST be public for three years, whatever its fine', () => {
    expect(publicUntil(of({ fine: '100', breachClass: 'SERIOUS' }), '2026-01-31')).toBe('2029-01-31');
  });

  test('a restriction MUST lengthen it, and never shorten it', () => {
    const one = of({ kinds: ['EMPLOYMENT_BAN'], fine: null, decidedOn: '2025-12-24' });
    expect(publicUntil({ ...one, restrictedUntil: '2030-01-01' }, '2026-01-31')).toBe('2030-01-01');
    expect(publicUntil({ ...one, restrictedUntil: '2027-01-01' }, '2026-01-31')).toBe('2029-01-31');
  });

  const shown = of({ publishedOn: '2026-01-15', publicUntil: '2026-04-15' });
  test.each([
    ['2026-01-14', false],
    ['2026-01-15', true],
    ['2026-04-15', true],
    ['2026-04-16', false],
  ])('on %s it MUST be public: %s', (today, expected) => {
    expect(isPublicOn(shown, today)).toBe(expected);
    for (const end of ['stoppedOn', 'withdrawnOn'] as const)
      expect(isPublicOn({ ...shown, [end]: '2026-01-15' }, today)).toBe(false);
  });

  test('an early end MUST wait for the least time of the repair rule, and needs none under 令45号', () => {
    const repaired = of({ decidedOn: '2026-01-12', publishedOn: '2026-01-12', publicUntil: '2027-01-12' });
    expect(() => checkStop(repaired, '2026-04-11')).toThrow('2026-04-12');
    expect(() => checkStop(repaired, '2026-04-12')).not.toThrow();
    const serious: PenaltyDecision = { ...repaired, breachClass: 'SERIOUS' };
    expect(() => checkStop(serious, '2027-01-11')).toThrow('2027-01-12');
    expect(() =>
      checkStop(
        of({ decidedOn: '2025-12-24', publishedOn: '2025-12-24', publicUntil: '2026-03-24' }),
        '2025-12-25',
      ),
    ).not.toThrow();
  });

  test.each([
    'PRODUCTION_SUSPENSION',
    'ACTIVITY_RESTRICTION',
    'EMPLOYMENT_BAN',
    'QUALIFICATION_DOWNGRADE',
    'LICENCE_REVOCATION',
  ] as const)('%s MUST never end early', (kind) => {
    expect(() =>
      checkStop(
        of({ kinds: ['FINE', kind], publishedOn: '2024-01-12', publicUntil: '2030-01-12' }),
        '2029-01-01',
      ),
    ).toThrow(expect.objectContaining({ details: expect.objectContaining({ kinds: kind }) }));
  });

  test('an annulled decision MUST be withdrawn within three working days, over 国庆', () => {
    expect(withdrawBy('2026-09-30').date).toBe('2026-10-10');
  });
});
