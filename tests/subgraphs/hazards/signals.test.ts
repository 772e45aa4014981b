import { enforcement } from '../../../subgraphs/enforcement';
import { hazards } from '../../../subgraphs/hazards';
import { composeUscc } from '../../../subgraphs/kernel';
import { as } from '../../support/callers';
import { testBed } from '../../support/test-bed';
import { TODAY, USCC, hazardBed, market, record, take } from './sample';

const safety = as.officer('EMERGENCY_MANAGEMENT', '430682', 'write:enforcement');
/** Whose penalties are counted. */
const owner = testBed(enforcement, { today: TODAY, officer: safety, known: {} });
const bed = testBed(hazards, { today: TODAY, officer: market, peers: [owner] });
const alone = hazardBed();
const OTHER = composeUscc('91430682', 'MA4L9999');

describe('what the law makes of it', () => {
  beforeEach(() => Promise.all([owner, bed, alone].map((each) => each.empty())));
  const signal = async (fields: string) =>
    (
      await bed.run(
        `query ($refs: [_Any!]!) { _entities(representations: $refs) { ... on Enterprise { ${fields} } } }`,
        {
          caller: market,
          variables: { refs: [{ __typename: 'Enterprise', uscc: USCC }] },
        },
      )
    ).data._entities[0];
  const found = async (filter: string) =>
    (
      await bed.run(`{ hazards(filter: { ${filter} }) { edges { node { number } } } }`, { caller: market })
    ).data.hazards.edges.map(({ node }: { node: { number: string } }) => node.number) as string[];

  /** Decided cases of the enterprise under a law, and their penalties. */
  const penalise = async (causeCode: string, days: readonly string[]) => {
    const department = { departmentCode: '430682-EMERGENCY_MANAGEMENT' };
    const cases = days.map((decidedOn, nth) => ({
      ...{
        sourceId: `${causeCode}${nth}`,
        number: `临应急立〔2026〕${days.length}${nth}号`,
        causeCode,
        ...department,
      },
      ...{ partyUscc: USCC, partyName: '甲公司', partyRegionCode: '430682', status: 'DECIDED' },
      ...{ leadReceivedOn: '2025-12-01', filedOn: '2025-12-02', decidedOn, deliveredOn: decidedOn },
    }));
    await owner.put('submitCases', ...cases);
    await owner.put(
      'submitPenalties',
      ...cases.map(({ sourceId, number, decidedOn }) => ({
        ...{ sourceId, documentNumber: number.replace('立', '罚'), caseNumber: number, kinds: ['FINE'] },
        ...{ fine: '30000', decidedOn },
      })),
    );
  };
  const DAYS = ['2026-01-02', '2026-03-01', '2026-06-10'];

  test('three penalties of enforcement within 180 days MUST call for closing down, while a major hazard is open', async () => {
    const asked = 'closingDownSignal { due openMajorHazards decisions { documentNumber } }';
    await bed.submit('submitHazards', [record(1, { uscc: USCC }), record(2)]);
    await penalise('OTHER', DAYS);
    expect((await signal(asked)).closingDownSignal).toEqual({
      due: false,
      openMajorHazards: 1,
      decisions: [],
    });
    expect(await found('closingDown: true')).toEqual([]);
    await penalise('SAFETY_HAZARD_NOT_REMOVED', [...DAYS, '2026-06-11']);
    const { due, decisions } = (await signal(asked)).closingDownSignal;
    expect([due, decisions.length, decisions[0]]).toEqual([
      true,
      4,
      { documentNumber: '临应急罚〔2026〕40号' },
    ]);
    expect(await found('closingDown: true')).toEqual(['H-1']);
    await bed.submit('submitHazards', [
      record(1, { uscc: USCC, revision: 2, status: 'CLOSED', closedOn: TODAY }),
    ]);
    expect((await signal('closingDownSignal { due openMajorHazards }')).closingDownSignal).toEqual({
      due: false,
      openMajorHazards: 0,
    });
    expect(await found('closingDown: true')).toEqual([]);
    expect(await bed.run('{ hazards(filter: { closingDown: true }) { totalCount } }')).toFailWith(
      'AUTHENTICATION_REQUIRED',
    );
  });

  test('penalties that were submitted here MUST be shown beside, with the difference, and call for nothing', async () => {
    const submitted = DAYS.map((decidedOn, nth) => ({
      ...{ sourceId: `p${nth}`, uscc: USCC, regionCode: '430682', decidedOn },
      documentNumber: `临应急罚〔2026〕${nth}号`,
    }));
    await bed.put('submitHazardPenalties', ...submitted);
    await bed.put('submitHazards', record(1, { uscc: USCC }));
    const asked =
      'closingDownSignal { due decisions { documentNumber } penalties { decidedOn } penaltyDifference }';
    expect((await signal(asked)).closingDownSignal).toEqual({
      ...{ due: false, decisions: [], penaltyDifference: 3 },
      penalties: DAYS.map((decidedOn) => ({ decidedOn })),
    });
  });

  test('while enforcement is silent the signal MUST be null with its reason, and the list refused', async () => {
    await alone.put('submitHazards', record(1, { uscc: USCC }));
    const ofOne = `{ _entities(representations: [{ __typename: "Enterprise", uscc: "${USCC}" }]) { ... on Enterprise { closingDownSignal { due } hazards { totalCount } } } }`;
    const answer = await alone.run(ofOne, { caller: market });
    expect(answer).toFailWith('SUBGRAPH_UNAVAILABLE');
    expect(answer.data._entities).toEqual([{ closingDownSignal: null, hazards: { totalCount: 1 } }]);
    const listed = await alone.run('{ hazards(filter: { closingDown: true }) { totalCount } }', {
      caller: market,
    });
    expect(listed).toFailWith('SUBGRAPH_UNAVAILABLE');
  });

  test('a decision MUST count once, in whatever spelling and by whichever source it is sent', async () => {
    const penalty = (documentNumber: string, decidedOn = '2026-06-01') => ({
      ...{ sourceId: documentNumber, uscc: USCC, regionCode: '430682', documentNumber, decidedOn },
    });
    const sent = async (record: object, source?: string) =>
      (await bed.receipt('submitHazardPenalties', [record], { source })).rejected.map(({ code }) => code);
    await bed.put('submitHazardPenalties', penalty('临应急罚〔2026〕8号'));
    for (const spelling of ['临应急罚[2026]8号', '临应急罚（２０２６）008', ' 临应急罚【2026】 8 号'])
      expect(await sent(penalty(spelling, '2026-06-02'))).toEqual(['RECORD_DUPLICATE']);
    expect(await sent(penalty('临应急罚〔2026〕8号'), 'other')).toEqual(['RECORD_DUPLICATE']);
    expect(await sent(penalty('临应急罚〔2026〕9号'))).toEqual([]);
    expect(await sent({ ...penalty('临应急罚〔2026〕8号'), sourceId: 'x', uscc: OTHER })).toEqual([]);
    // what was stored twice before names the first
    await bed.rows(`INSERT INTO hazard_penalty SELECT (json_populate_record(penalty, '{"id": "old/1", "source": "old", "duplicate_of": "test/x"}')).*
      FROM hazard_penalty AS penalty WHERE source_id = '临应急罚〔2026〕8号'`);
    const { penalties } = (await signal('closingDownSignal { penalties { documentNumber } }'))
      .closingDownSignal;
    expect(penalties).toEqual([
      { documentNumber: '临应急罚〔2026〕8号' },
      { documentNumber: '临应急罚〔2026〕9号' },
    ]);
  });

  test('a principal MUST have led a check in the last full quarter, in a high-risk field in the last full month', async () => {
    const lead = { leadDepartmentCode: '430682-MARKET_SUPERVISION' };
    await bed.submit('submitHazards', [
      record('lift', { uscc: USCC }),
      record('mine', { uscc: USCC, domain: 'MINING', ...lead }),
      record('new', { uscc: USCC, foundOn: '2026-06-01', originalDueOn: '2026-07-01' }),
    ]);
    expect(await found('principalCheckMissed: true')).toEqual(['H-lift', 'H-mine']);
    const check = (checkedOn: string) =>
      bed.submit('submitPrincipalChecks', [
        { sourceId: checkedOn, uscc: USCC, regionCode: '430682', checkedOn },
      ]);
    await check('2026-04-01');
    expect(await found('principalCheckMissed: true')).toEqual(['H-lift', 'H-mine']);
    await check('2026-03-31');
    expect(await found('principalCheckMissed: true')).toEqual(['H-mine']);
    await check('2026-05-31');
    expect(await found('principalCheckMissed: true')).toEqual([]);
    const { principalChecks } = await signal(
      'principalChecks(first: 1) { totalCount edges { node { checkedOn } } }',
    );
    expect(principalChecks).toEqual({ totalCount: 3, edges: [{ node: { checkedOn: '2026-05-31' } }] });
  });

  test('a state beyond REPORTED MUST be submitted by the competent department or 安委会, and in order', async () => {
    const { data } = await bed.submit('submitHazards', [
      record(1, { domain: 'FIRE' }),
      record(2, { status: 'REPORTED', domain: 'FIRE' }),
      record(3, { status: 'CLOSED' }),
      record(4, { foundOn: '2026-06-16', originalDueOn: '2026-07-01' }),
      record(5, { originalDueOn: null }),
      record(6, { grade: 'SEVERE_EQUIPMENT', domain: 'CHEMICALS' }),
      record(7, { criterionCode: 'ORDER57-25-1' }),
      record(8, { dueOn: '2026-03-09' }),
    ]);
    expect(data.receipt.accepted).toBe(1);
    expect(
      data.receipt.rejected.map(({ index, code }: { index: number; code: string }) => [index, code]),
    ).toEqual([
      ...[
        [0, 'HAZARD_NOT_COMPETENT'],
        [2, 'FIELD_MISSING'],
        [3, 'DATE_OUT_OF_RANGE'],
        [4, 'FIELD_MISSING'],
      ],
      ...[
        [5, 'HAZARD_GRADE_OF_OTHER'],
        [6, 'HAZARD_CRITERION_OF_OTHER'],
        [7, 'DATE_OUT_OF_RANGE'],
      ],
    ]);
  });

  test('once a step was taken here, another system’s record MUST NOT replace it', async () => {
    await bed.submit('submitHazards', [record(1)]);
    expect(
      await take(bed, 'extendHazard', { number: 'H-1', dueOn: '2026-09-01', reason: '缺件' }, market),
    ).toFailWith('HAZARD_EXTENSION_TOO_LATE');
    expect(
      await take(
        bed,
        'escalateHazard',
        { number: 'H-1', to: 'LETTER', reason: '逾期' },
        market,
        'history { step }',
      ),
    ).toMatchObject({
      data: { step: { history: [{ step: 'RECORD' }, { step: 'ESCALATE' }] } },
    });
    const { data } = await bed.submit('submitHazards', [
      record(1, { revision: 2, status: 'CLOSED', closedOn: TODAY }),
    ]);
    expect(data.receipt.rejected).toMatchObject([{ code: 'OWNED_BY_ANOTHER_SOURCE' }]);
  });

  test('what is to be read beside a rate MUST be found, each hazard by what it is, and by agencies only', async () => {
    const closed = { status: 'CLOSED', closedOn: '2026-03-10' };
    await bed.submit('submitHazards', [
      record('late', { description: '一', status: 'CLOSED', closedOn: '2026-03-11' }),
      record('extended', { description: '二', dueOn: '2026-05-10' }),
      record('endless', { description: '三', originalDueOn: null, status: 'VERIFIED' }),
      record('quick', { description: '四', status: 'CLOSED', closedOn: '2026-01-11' }),
      record('same', { description: '门锁失效', ...closed }),
      record('alike', { description: '门锁失效', origin: 'ASSESSMENT' }),
      record('again', { description: '五', status: 'REOPENED' }),
      record('false', { description: '六', status: 'DISMISSED' }),
      record('new', {
        description: '七',
        foundOn: '2026-06-01',
        originalDueOn: '2026-07-01',
        status: 'REPORTED',
      }),
    ]);
    const expected: [filter: string, numbers: string[]][] = [
      ['caveat: EXTENDED', ['extended']],
      ['caveat: NO_DEADLINE', ['endless']],
      ['caveat: ENTERED_CLOSED', ['late', 'quick', 'same']],
      ['caveat: CLOSED_WITHIN_A_DAY', ['quick']],
      ['caveat: REOPENED', ['again']],
      ['caveat: SAME_TEXT', ['alike', 'same']],
      ['origin: ASSESSMENT', ['alike']],
      ['verified: false', ['false', 'new']],
      ['verified: true, closedOnTime: true', ['quick', 'same']],
      [
        'verified: true, firstDueTo: "2026-03-10", closedOnTime: false',
        ['again', 'alike', 'extended', 'late'],
      ],
      ['openOn: "2026-03-09"', ['again', 'alike', 'endless', 'extended', 'late', 'same']],
      ['openOn: "2026-03-10"', ['again', 'alike', 'endless', 'extended', 'late']],
    ];
    for (const [filter, numbers] of expected)
      expect([filter, await found(filter)]).toEqual([filter, numbers.map((number) => `H-${number}`)]);
    for (const filter of ['caveat: EXTENDED', 'origin: ASSESSMENT'])
      expect(await bed.run(`{ hazards(filter: { ${filter} }) { totalCount } }`)).toFailWith(
        'AUTHENTICATION_REQUIRED',
      );
  });

  test('a hazard that came in as major and is none any more MUST be told, whatever is made of it later', async () => {
    const graded = (grade: string, revision: number) => record('less', { grade, revision });
    await bed.submit('submitHazards', [graded('MAJOR', 1), record('same')]);
    expect(await found('caveat: DOWNGRADED')).toEqual([]);
    await bed.submit('submitHazards', [graded('GENERAL', 2)]);
    expect(await found('caveat: DOWNGRADED')).toEqual(['H-less']);
    await bed.submit('submitHazards', [graded('MAJOR', 3)]);
    expect(await found('caveat: DOWNGRADED')).toEqual([]);
    await bed.submit('submitHazards', [graded('GENERAL', 4)]);
    expect(await found('caveat: DOWNGRADED')).toEqual(['H-less']);
  });

  test('what was dismissed MUST be seen by the committee of its region too, but for what a tip had said', async () => {
    const dismissed = { status: 'DISMISSED' };
    await bed.submit('submitHazards', [
      record('false', dismissed),
      record('told', { ...dismissed, channel: 'TIP_VERIFIED' }),
      record('tip', { ...dismissed, origin: 'TIP' }),
      record('named', { ...dismissed, origin: 'INSPECTION', originReference: `JB${'0A'.repeat(10)}` }),
      record('new', { status: 'REPORTED' }),
    ]);
    const seen = async (department: 'SAFETY_COMMITTEE' | 'FIRE_RESCUE', region: string) => {
      const caller = as.officer(department, region);
      const { data } = await bed.run('{ hazards { edges { node { number } } } }', { caller });
      return data.hazards.edges.map(({ node }: { node: { number: string } }) => node.number);
    };
    expect(await seen('SAFETY_COMMITTEE', '430600')).toEqual(['H-false']);
    expect(await seen('SAFETY_COMMITTEE', '430700')).toEqual([]);
    expect(await seen('FIRE_RESCUE', '430600')).toEqual([]);
  });
});
