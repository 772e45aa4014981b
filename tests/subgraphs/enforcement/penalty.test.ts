import { as } from '../../support/callers';
import {
  DECISION,
  NUMBER,
  USCC,
  anyAgency,
  caseBed,
  elsewhere,
  head,
  investigator,
  make,
  safety,
  take,
} from './case-sample';

const FIELDS = 'documentNumber published publishBy publishedOn publicUntil partyName';

const bed = caseBed();

describe('the publicity of a penalty', () => {
  beforeEach(() => bed.empty());

  const decide = async (decidedOn: string, penalty: object = {}, one: object = {}, caller = investigator) => {
    bed.on(decidedOn);
    const days = {
      decidedOn,
      deliveredOn: null,
      leadReceivedOn: '2025-06-03',
      filedOn: '2025-06-10',
      ...one,
    };
    await bed.putAs(caller, 'submitCases', make.decided(days));
    await bed.putAs(caller, 'submitPenalties', make.penalty({ decidedOn, ...penalty }));
  };
  const about = (documentNumber = DECISION) => ({ documentNumber, reason: '依法' });
  const publish = (caller = head) => take(bed, 'publishDecision', about(), caller, FIELDS);
  const shown = async (caller = as.public) =>
    (await bed.run(`{ penalty(documentNumber: "${DECISION}") { ${FIELDS} } }`, { caller })).data.penalty;
  /** Whether each way to a decision shows it: by number, in the list, of the enterprise, by reference. */
  const everywhere = async (caller = as.public) => {
    const { data } = await bed.run(
      `query ($of: [_Any!]!) { penalty(documentNumber: "${DECISION}") { documentNumber } penalties { totalCount edges { node { documentNumber } } }
        _entities(representations: $of) { ... on Enterprise { penalties { totalCount edges { node { documentNumber } } } } ... on PenaltyDecision { documentNumber } } }`,
      {
        caller,
        variables: {
          of: [
            { __typename: 'Enterprise', uscc: USCC },
            { __typename: 'PenaltyDecision', documentNumber: DECISION },
          ],
        },
      },
    );
    const [{ penalties }, byReference] = data._entities;
    return [
      Number(data.penalty !== null),
      data.penalties.totalCount,
      data.penalties.edges.length,
      penalties.totalCount,
      penalties.edges.length,
      Number(byReference !== null),
    ];
  };
  const SEEN = [1, 1, 1, 1, 1, 1];
  const UNSEEN = [0, 0, 0, 0, 0, 0];

  test('market supervision MUST publish within 20 working days, over 中秋 and 国庆 and their made-up days', async () => {
    await decide('2026-09-11');
    expect((await shown(anyAgency)).publishBy).toBe('2026-10-15');
    const late = async (day: string) => {
      bed.on(day);
      return (
        await bed.run(`{ penalty(documentNumber: "${DECISION}") { publicationOverdue } }`, {
          caller: anyAgency,
        })
      ).data.penalty.publicationOverdue;
    };
    expect([await late('2026-10-15'), await late('2026-10-16')]).toEqual([false, true]);
    await publish();
    expect(await late('2026-10-16')).toBe(false);
  });

  test('it MUST be public from its publication to its last day, on every way to it, and on none before or after', async () => {
    await decide('2026-01-12');
    expect(await everywhere()).toEqual(UNSEEN);
    bed.on('2026-01-15');
    expect((await publish()).data.step).toEqual({
      documentNumber: DECISION,
      published: true,
      publishBy: '2026-02-09',
      publishedOn: '2026-01-15',
      publicUntil: '2027-01-15',
      partyName: '甲公司',
    });
    expect(await everywhere()).toEqual(SEEN);
    bed.now('2027-01-15T15:59:59Z');
    expect(await everywhere()).toEqual(SEEN);
    bed.now('2027-01-15T16:00:00Z');
    expect(await everywhere()).toEqual(UNSEEN);
    expect(await everywhere(anyAgency)).toEqual(SEEN);
    expect(await shown(anyAgency)).toMatchObject({ published: false });
  });

  test.each([
    ['a lower fine under 令45号', '2025-12-24', { fine: '50000' }, '2026-03-25'],
    ['a higher fine under 令45号', '2025-12-24', { fine: '50000.01' }, '2028-12-25'],
    [
      'a circular of criticism under 令45号',
      '2025-12-24',
      { kinds: ['CRITICISM'], fine: null },
      '2026-03-25',
    ],
    [
      'a confiscation under 令45号',
      '2025-12-24',
      { kinds: ['FINE', 'CONFISCATION_OF_GAINS'], fine: '100' },
      '2028-12-25',
    ],
    ['a small fine since the three classes', '2025-12-25', { fine: '50000' }, '2026-12-25'],
    ['a large fine since the three classes', '2025-12-25', { fine: '54000' }, '2026-12-25'],
    ['a serious breach', '2025-12-25', { fine: '50000', breachClass: 'SERIOUS' }, '2028-12-25'],
    [
      'a restriction that lasts longer',
      '2025-12-24',
      { kinds: ['EMPLOYMENT_BAN'], fine: null, restrictedUntil: '2030-12-24' },
      '2030-12-24',
    ],
  ])(
    '%s MUST be public until its own day: the day of the decision chooses',
    async (_, decidedOn, penalty, until) => {
      await decide(decidedOn, penalty);
      bed.on('2025-12-25');
      expect((await publish()).data.step.publicUntil).toBe(until);
    },
  );

  test('beside its days MUST stand the rules that they are worked out by', async () => {
    await decide('2026-01-12', { publishedOn: '2026-01-12' });
    const rules =
      'publishByRule { version } publicUntilRule { version } pushByRule { version } withdrawByRule { version }';
    const { data } = await bed.run(`{ penalty(documentNumber: "${DECISION}") { breachClass ${rules} } }`);
    expect(data.penalty).toEqual({
      breachClass: 'GENERAL',
      publishByRule: { version: 'enforcement.publish.same-province@2021-09-01' },
      publicUntilRule: { version: 'enforcement.public.GENERAL@2025-12-25' },
      pushByRule: null,
      withdrawByRule: null,
    });
  });

  test.each([
    ['nothing but a warning', { kinds: ['WARNING'], fine: null }, {}, 'WARNING_ONLY'],
    ['the summary procedure', { fine: '100' }, { procedure: 'SUMMARY' }, 'SUMMARY_PROCEDURE'],
    ['a minor', { exclusion: 'MINOR' }, {}, 'MINOR'],
    ['nothing but a criticism', { kinds: ['CRITICISM'], fine: null }, {}, 'SLIGHT_BREACH'],
    ['a fine for a breach that is stated as minor', { breachClass: 'MINOR' }, {}, 'SLIGHT_BREACH'],
  ])('%s MUST never be published', async (_, penalty, one, exclusion) => {
    await decide('2026-01-12', { publishedOn: '2026-01-12', ...penalty }, one);
    expect(await publish()).toFailWith('NOT_FOR_PUBLICATION');
    expect(await everywhere()).toEqual(UNSEEN);
    const { data } = await bed.run(
      `{ penalty(documentNumber: "${DECISION}") { exclusion publishBy publishedOn } }`,
      {
        caller: anyAgency,
      },
    );
    expect(data.penalty).toEqual({ exclusion, publishBy: null, publishedOn: null });
  });

  test('a party in another province MUST be pushed within 10 working days and published there within 10 more', async () => {
    await decide('2026-09-11', {}, { partyRegionCode: '411003' });
    const days = async () =>
      (
        await bed.run(`{ penalty(documentNumber: "${DECISION}") { pushBy publishBy pushedOn } }`, {
          caller: anyAgency,
        })
      ).data.penalty;
    expect(await days()).toEqual({ pushBy: '2026-09-24', publishBy: '2026-10-15', pushedOn: null });
    expect(await take(bed, 'publishPushedDecision', about(), elsewhere, 'published')).toFailWith(
      'STEP_INCOMPLETE',
    );
    bed.on('2026-09-14');
    await take(bed, 'pushDecision', about(), head, 'pushedOn');
    expect(await days()).toEqual({ pushBy: '2026-09-24', publishBy: '2026-09-28', pushedOn: '2026-09-14' });
    expect(await take(bed, 'publishPushedDecision', about(), head, 'published')).toFailWith('OUTSIDE_REGION');
    expect(
      (await take(bed, 'publishPushedDecision', about(), elsewhere, 'published')).data.step.published,
    ).toBe(true);
  });

  test('a party in the same province MUST NOT be pushed', async () => {
    await decide('2026-09-11', {}, { partyRegionCode: '430102' });
    expect(await take(bed, 'pushDecision', about(), head, 'pushedOn')).toFailWith('NOT_IN_ANOTHER_PROVINCE');
  });

  test('emergency management MUST publish within 7 working days, over 中秋 and 国庆', async () => {
    const safe = {
      departmentCode: '430682-EMERGENCY_MANAGEMENT',
      causeCode: 'SAFETY_HAZARD_NOT_REMOVED',
    };
    await decide('2026-09-21', {}, safe, { ...safety, scopes: ['write:enforcement'] });
    expect((await shown(anyAgency)).publishBy).toBe('2026-10-08');
    expect(await publish()).toFailWith('CASE_NOT_YOURS');
  });

  test('an early stop MUST hide it at once; not before three months, unpaid, repeated or of a kind that stays', async () => {
    const stop = (input: object = {}) =>
      take(
        bed,
        'stopPublicity',
        { ...about(), harmRemoved: true, notListed: true, ...input },
        head,
        'published stoppedOn',
      );
    await decide('2026-01-12', { publishedOn: '2026-01-12' });
    bed.on('2026-04-11');
    expect(await stop()).toFailWith('STOP_TOO_EARLY');
    bed.on('2026-04-12');
    expect(await stop()).toFailWith('STEP_INCOMPLETE');
    await bed.submit('submitCases', [
      make.decided({
        decidedOn: '2026-01-12',
        deliveredOn: '2026-01-12',
        paidOn: '2026-01-20',
        leadReceivedOn: '2025-06-03',
        filedOn: '2025-06-10',
        revision: 2,
      }),
    ]);
    expect(await stop({ harmRemoved: false })).toFailWith('STEP_INCOMPLETE');
    expect((await stop()).data.step).toEqual({ published: false, stoppedOn: '2026-04-12' });
    expect(await everywhere()).toEqual(UNSEEN);
    expect(await stop()).toFailWith('NOT_PUBLIC');
  });

  test('a suspension of production MUST stay public to the end', async () => {
    await decide('2026-01-12', { kinds: ['PRODUCTION_SUSPENSION'], fine: null, publishedOn: '2026-01-12' });
    bed.on('2026-12-01');
    expect(
      await take(bed, 'stopPublicity', { ...about(), harmRemoved: true, notListed: true }, head, 'published'),
    ).toFailWith('NEVER_STOPPED_EARLY');
  });

  test('an annulled decision MUST be withdrawn within three working days, and from that moment be shown to agencies only', async () => {
    await decide('2026-09-11', { publishedOn: '2026-09-11' });
    expect(await everywhere()).toEqual(SEEN);
    bed.on('2026-10-08');
    const input = { ...about(), ground: 'REVOKED', annulledOn: '2026-09-30' };
    const { data } = await take(bed, 'withdrawDecision', input, head, 'published withdrawBy withdrawnOn');
    expect(data.step).toEqual({ published: false, withdrawBy: '2026-10-10', withdrawnOn: '2026-10-08' });
    expect(await everywhere()).toEqual(UNSEEN);
    expect(await everywhere(anyAgency)).toEqual(SEEN);
  });

  test('a person’s name MUST be masked for all, and shown with scope, purpose and region only', async () => {
    const person = { partyKind: 'PERSON', partyUscc: null, partyName: '张三丰' };
    await decide('2026-01-12', { publishedOn: '2026-01-12' }, person);
    expect((await shown()).partyName).toBe('张**');
    const named = async (caller = anyAgency, purpose?: string) =>
      (await bed.run(`{ case(number: "${NUMBER}") { partyName personName } }`, { caller, purpose })).data
        .case;
    const granted = as.officer('HUMAN_RESOURCES', '430000', 'share:conditional');
    expect(await named(granted, '从业禁止核查')).toEqual({ partyName: '张**', personName: '张三丰' });
    expect(await named(granted)).toEqual({ partyName: '张**', personName: null });
    expect(await named({ ...granted, region: '410000' }, '从业禁止核查')).toEqual({
      partyName: '张**',
      personName: null,
    });
  });

  test('the credit file MUST count what is public today', async () => {
    const count = async () => {
      const of = [{ __typename: 'CreditFile', uscc: USCC }];
      const text =
        'query ($of: [_Any!]!) { _entities(representations: $of) { ... on CreditFile { publishedPenalties } } }';
      return (await bed.run(text, { caller: anyAgency, variables: { of } })).data._entities[0]
        .publishedPenalties;
    };
    await decide('2026-01-12');
    expect(await count()).toBe(0);
    await publish();
    expect(await count()).toBe(1);
    bed.on('2027-01-13');
    expect(await count()).toBe(0);
  });
});
