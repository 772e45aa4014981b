import { composeUscc } from '../../../subgraphs/kernel';
import { as } from '../../support/callers';
import { make, market, reader, safety, trainingBed } from './sample';

const BODY = 'id status reviewedOn firstReviewedOn withdrawnOn remark unmetConditions { code }';
const REVIEW = `mutation ($input: ReviewTrainingBodyInput!) { it: reviewTrainingBody(input: $input) { ${BODY} } }`;
const WITHDRAW = `mutation ($input: WithdrawTrainingBodyInput!) { it: withdrawTrainingBody(input: $input) { ${BODY} } }`;

const bed = trainingBed();

describe('training bodies', () => {
  beforeEach(async () => {
    await bed.empty();
    await bed.put('submitTrainingBodies', make.body({ sourceId: 'b' }));
  });

  const review = (input: object = {}, caller = safety) =>
    bed.run(REVIEW, {
      caller,
      variables: { input: { id: 'test/b', reviewedOn: '2026-06-01', unmetConditions: [], ...input } },
    });
  const withdraw = (caller = safety) =>
    bed.run(WITHDRAW, { caller, variables: { input: { id: 'test/b', reason: '师资不符合' } } });

  test('a review MUST find it qualified or not, and a body found wanting MUST be withdrawn for good', async () => {
    expect((await review({ unmetConditions: ['TEACHERS'], remark: '缺专职教师' })).data.it).toMatchObject({
      ...{
        status: 'UNQUALIFIED',
        reviewedOn: '2026-06-01',
        unmetConditions: [{ code: 'TEACHERS' }],
        remark: '缺专职教师',
      },
    });
    expect((await withdraw()).data.it).toMatchObject({
      status: 'WITHDRAWN',
      withdrawnOn: '2026-06-15',
      remark: '师资不符合',
    });
    expect(await review({ reviewedOn: '2026-06-15' })).toFailWith('STEP_NOT_ALLOWED');
    expect(await withdraw()).toFailWith('STEP_NOT_ALLOWED');
  });

  test('a body that meets all conditions, or was not reviewed, MUST NOT be withdrawn', async () => {
    expect(await withdraw()).toFailWith('STEP_NOT_ALLOWED');
    await review({ unmetConditions: ['TEACHERS'], reviewedOn: '2026-05-01' });
    expect((await review()).data.it).toMatchObject({
      status: 'QUALIFIED',
      firstReviewedOn: '2026-05-01',
      unmetConditions: [],
    });
    expect(await withdraw()).toFailWith('TRAINING_BODY_QUALIFIED');
  });

  test('a later submission MUST leave what the review has found', async () => {
    await review();
    await bed.put(
      'submitTrainingBodies',
      make.body({ sourceId: 'b', revision: 2, activeFrom: '2019-01-01' }),
    );
    expect((await bed.run('{ trainingBody(id: "test/b") { status activeFrom } }')).data.trainingBody).toEqual(
      {
        status: 'QUALIFIED',
        activeFrom: '2019-01-01',
      },
    );
  });

  test.each([
    ['the day of a review before the last', { reviewedOn: '2019-12-31' }, 'DATE_OUT_OF_RANGE'],
    ['a review in the future', { reviewedOn: '2026-06-16' }, 'DATE_OUT_OF_RANGE'],
    ['an unknown condition', { unmetConditions: ['COLOUR'] }, 'REFERENCE_UNKNOWN'],
    ['an unknown body', { id: 'test/none' }, 'NOT_FOUND'],
  ])('MUST refuse %s', async (_, input, code) => {
    expect(await review(input)).toFailWith(code);
  });

  test('only its supervisor, in its region, with the scope, MUST decide', async () => {
    expect(await review({}, market)).toFailWith('TRAINING_BODY_NOT_YOURS');
    expect(await withdraw(market)).toFailWith('TRAINING_BODY_NOT_YOURS');
    expect(await review({}, as.officer('EMERGENCY_MANAGEMENT', '410000', 'decide:training'))).toFailWith(
      'OUTSIDE_REGION',
    );
    expect(await review({}, as.officer('EMERGENCY_MANAGEMENT', '430000', 'write:training'))).toFailWith(
      'SCOPE_MISSING',
    );
    await bed.put('submitTrainingBodies', make.body({ sourceId: 'exam', kind: 'OPERATOR_EXAM' }));
    expect((await review({ id: 'test/exam' }, market)).data.it).toMatchObject({ status: 'QUALIFIED' });
  });

  test('anyone MUST see how far the bodies are reviewed, in time or late', async () => {
    await bed.put(
      'submitTrainingBodies',
      ...['2024-06-30', '2024-07-01'].map((activeFrom, at) =>
        make.body({ sourceId: activeFrom, activeFrom, uscc: composeUscc('91430682', `MA00001${at}`) }),
      ),
      make.body({ sourceId: 'there', regionCode: '411003', uscc: composeUscc('91411003', 'MA000003') }),
    );
    expect(
      (await bed.receipt('submitTrainingBodies', [make.body({ regionCode: '430600' })], { source: 'other' }))
        .rejected,
    ).toMatchObject([{ code: 'RECORD_DUPLICATE', field: 'uscc' }]);
    await bed.rows(`INSERT INTO training_body SELECT (json_populate_record(one,
      '{"id": "old/1", "source": "old", "duplicate_of": "test/b"}')).* FROM training_body AS one WHERE id = 'test/b'`);
    await review({ reviewedOn: '2024-06-30', unmetConditions: ['SAFETY'] });
    await withdraw();
    await review({ id: 'test/2024-06-30', reviewedOn: '2024-07-01' });
    const ask = async (region: string) =>
      (
        await bed.run(
          `{ trainingBodyReview(region: "${region}") { total reviewed reviewedInTime withdrawn deadline } }`,
        )
      ).data.trainingBodyReview;
    expect(await ask('430000')).toEqual({
      total: 2,
      reviewed: 2,
      reviewedInTime: 1,
      withdrawn: 1,
      deadline: '2024-06-30',
    });
    expect(await ask('000000')).toMatchObject({ total: 3 });
    const exams = await bed.run('{ trainingBodyReview(region: "430000", kind: OPERATOR_EXAM) { total } }');
    expect(exams.data.trainingBodyReview.total).toBe(0);
    const { data } = await bed.run(
      '{ trainingBodies(filter: { status: WITHDRAWN }) { edges { node { id } } } }',
    );
    expect(data.trainingBodies.edges).toEqual([{ node: { id: 'test/b' } }]);
    const counted = async (filter: string) =>
      (await bed.run(`{ trainingBodies(filter: { region: "430000", ${filter} }) { totalCount } }`)).data
        .trainingBodies.totalCount;
    expect(await counted('kind: SAFETY_TRAINING, reviewDue: true')).toBe(2);
    expect(await counted('kind: SAFETY_TRAINING, reviewDue: true, reviewed: true')).toBe(2);
    expect(await counted('kind: OPERATOR_EXAM')).toBe(0);
    expect(await counted('reviewed: false')).toBe(1);
    expect(await counted('reviewDue: true, reviewed: false')).toBe(0);
  });
});

describe('pools of experts', () => {
  beforeAll(async () => {
    await bed.empty();
    await bed.put(
      'submitExperts',
      make.expert({ joinedOn: '2024-12-31', leftOn: '2026-06-14' }),
      make.expert({ kind: 'EMERGENCY', leftOn: '2026-06-15', joinedOn: '2025-01-01' }),
      make.expert({
        departmentCode: '430682-MARKET_SUPERVISION',
        joinedOn: '2025-01-01',
        field: 'SPECIAL_EQUIPMENT',
      }),
      make.expert({ joinedOn: '2026-06-16' }),
    );
  });

  test('the experts of today MUST be found by kind, field and department', async () => {
    const count = async (filter: string) =>
      (await bed.run(`{ experts(filter: ${filter}) { totalCount } }`, { caller: reader })).data.experts
        .totalCount;
    expect(
      await Promise.all(
        [
          '{}',
          '{ kind: EMERGENCY }',
          '{ field: SPECIAL_EQUIPMENT }',
          '{ department: "430682-MARKET_SUPERVISION" }',
          '{ region: "410000" }',
        ].map(count),
      ),
    ).toEqual([2, 1, 1, 1, 0]);
  });

  test('a pool MUST be in time when its first expert joined by the end of 2024', async () => {
    const { data } = await bed.run(
      '{ expertPools(region: "430000") { department { code } experts establishedOn inTime } }',
      {
        caller: reader,
      },
    );
    expect(data.expertPools).toEqual([
      {
        department: { code: '430682-EMERGENCY_MANAGEMENT' },
        experts: 1,
        establishedOn: '2024-12-31',
        inTime: true,
      },
      {
        department: { code: '430682-MARKET_SUPERVISION' },
        experts: 1,
        establishedOn: '2025-01-01',
        inTime: false,
      },
    ]);
  });

  test('an expert’s name MUST be masked but for a stated purpose', async () => {
    const ask = (purpose?: string) =>
      bed.run('{ experts(first: 1) { edges { node { name fullName } } } }', { caller: reader, purpose });
    expect((await ask('隐患排查')).data.experts.edges[0].node).toEqual({ name: '王**', fullName: '王五行' });
    expect((await ask()).data.experts.edges[0].node).toEqual({ name: '王**', fullName: null });
  });
});
