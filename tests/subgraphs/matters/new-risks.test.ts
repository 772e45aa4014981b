import { as } from '../../support/callers';
import { city, county, fire, mattersBed, other } from './sample';

const REGISTER = `mutation ($input: RegisterNewRiskInput!) { answer: registerNewRisk(input: $input) { id status registeredOn } }`;
const ASSIGN = `mutation ($input: AssignNewRiskInput!) { answer: assignNewRisk(input: $input) {
  status leadBasis decidedOn leadDepartment { code } cooperatingDepartments { code } } }`;
const DISMISS = `mutation ($input: DismissNewRiskInput!) { answer: dismissNewRisk(input: $input) { status } }`;
const HISTORY = `query ($id: ID!) { newRisk(id: $id) { status history { nth step officer reason department { code } } } }`;

const bed = mattersBed();

describe('new risks', () => {
  let id: string;
  beforeEach(async () => {
    await bed.empty();
    id = (await register()).data.answer.id;
  });

  const register = (changes: object = {}, caller = fire) =>
    bed.run(REGISTER, {
      caller,
      variables: {
        input: {
          name: '剧本娱乐',
          description: '密室逃脱类场所（合成数据）',
          regionCode: '430682',
          industryCode: '9012',
          ...changes,
        },
      },
    });
  const assign = (changes: object = {}, caller = county) =>
    bed.run(ASSIGN, {
      caller,
      variables: {
        input: {
          id,
          leadDepartment: '430682-CULTURE_TOURISM',
          basis: 'IN_CHARGE',
          cooperatingDepartments: ['430682-FIRE_RESCUE'],
          reason: '会议纪要3号',
          ...changes,
        },
      },
    });
  const dismiss = (caller = county, reason = '已有部门负责') =>
    bed.run(DISMISS, { caller, variables: { input: { id, reason } } });

  test('a new risk MUST be registered by a department, and given one lead by the committee, with basis, officer and reason', async () => {
    expect((await assign()).data.answer).toEqual({
      ...{ status: 'ASSIGNED', leadBasis: 'IN_CHARGE', decidedOn: '2026-10-15' },
      ...{
        leadDepartment: { code: '430682-CULTURE_TOURISM' },
        cooperatingDepartments: [{ code: '430682-FIRE_RESCUE' }],
      },
    });
    const seen = as.officer('EMERGENCY_MANAGEMENT', '430682', 'share:conditional');
    const { data } = await bed.run(HISTORY, { caller: seen, purpose: '督查', variables: { id } });
    expect(data.newRisk.history).toEqual([
      {
        nth: 1,
        step: 'REGISTERED',
        officer: fire.subject,
        reason: '密室逃脱类场所（合成数据）',
        department: { code: '430682-FIRE_RESCUE' },
      },
      {
        nth: 2,
        step: 'ASSIGNED',
        officer: county.subject,
        reason: '会议纪要3号',
        department: { code: '430682-SAFETY_COMMITTEE' },
      },
    ]);
    const elsewhere = as.officer('EMERGENCY_MANAGEMENT', '411003', 'share:conditional');
    const abroad = await bed.run(HISTORY, { caller: elsewhere, purpose: '督查', variables: { id } });
    expect(abroad.data.newRisk.history[0]).toMatchObject({ step: 'REGISTERED', officer: null });
  });

  test('what was decided MUST NOT be decided again', async () => {
    expect((await dismiss()).data.answer).toEqual({ status: 'DISMISSED' });
    expect(await assign()).toFailWith('STEP_NOT_ALLOWED');
    expect(await dismiss()).toFailWith('STEP_NOT_ALLOWED');
  });

  test('of two officers who decide at once one MUST win', async () => {
    const answers = await Promise.all([assign(), dismiss(other(county))]);
    expect(answers.filter(({ errors }) => errors)).toHaveLength(1);
    const { data } = await bed.run(HISTORY, { caller: fire, variables: { id } });
    expect(data.newRisk.history).toHaveLength(2);
  });

  test.each<[string, object, string]>([
    ['an unknown risk', { id: 'NR-0' }, 'NOT_FOUND'],
    ['a lead of another division', { leadDepartment: '430600-FIRE_RESCUE' }, 'FIELD_INVALID'],
    ['a lead of no kind', { leadDepartment: '430682-NOBODY' }, 'FIELD_INVALID'],
    [
      'a lead that cooperates as well',
      { cooperatingDepartments: ['430682-CULTURE_TOURISM'] },
      'LEAD_COOPERATES',
    ],
    ['a cooperating department of no kind', { cooperatingDepartments: ['x'] }, 'FIELD_INVALID'],
    ['no reason', { reason: '' }, 'FIELD_MISSING'],
  ])('an assignment with %s MUST be refused', async (_, changes, code) => {
    expect(await assign(changes)).toFailWith(code);
  });

  test('only the committee of the place MUST decide, never who has registered it', async () => {
    expect(await assign({}, as.officer('FIRE_RESCUE', '430682', 'decide:matters'))).toFailWith(
      'COMMITTEE_ONLY',
    );
    expect(await assign({}, as.officer('SAFETY_COMMITTEE', '430681', 'decide:matters'))).toFailWith(
      'OUTSIDE_REGION',
    );
    expect(await assign({}, as.officer('SAFETY_COMMITTEE', '430682'))).toFailWith('SCOPE_MISSING');
    id = (await register({}, county)).data.answer.id;
    expect(await assign({}, county)).toFailWith('DECIDER_MUST_DIFFER');
    expect(await dismiss(county)).toFailWith('DECIDER_MUST_DIFFER');
    expect(await assign({}, city)).toSucceed();
  });

  test('a registration MUST be for the own division, by an agency', async () => {
    expect(await register({ regionCode: '430681' })).toFailWith('OUTSIDE_REGION');
    expect(await register({ name: '' })).toFailWith('FIELD_MISSING');
    expect(await register({}, as.officer('FIRE_RESCUE', '430682'))).toFailWith('SCOPE_MISSING');
    expect(await register({}, as.public)).toFailWith('SHARING_DENIED');
  });

  test('the register MUST be listed by division and state, for agencies, with histories in one statement', async () => {
    await register({ name: '二' });
    await assign();
    const ask = (filter: object, caller = fire) =>
      bed.run(
        'query ($filter: NewRiskFilter) { newRisks(filter: $filter) { totalCount edges { node { name history { step } } } } }',
        {
          ...{ caller, variables: { filter } },
        },
      );
    const counts = async (filter: object) => (await ask(filter)).data.newRisks.totalCount;
    expect(await counts({ region: '430000' })).toBe(2);
    expect(await counts({ region: '411003' })).toBe(0);
    expect(await counts({ status: 'ASSIGNED' })).toBe(1);
    expect(await bed.statementsOf(() => ask({}))).toHaveLength(3);
    expect(await ask({}, as.public)).toFailWith('SHARING_DENIED');
  });
});

describe('chain gaps', () => {
  test('every stage without a department MUST be reported, to anyone', async () => {
    const { data } = await bed.run(
      '{ chainGaps { matter { code } stage { name gap department { code } } } matters { stages { gap } } }',
    );
    const gaps = data.matters.flatMap(({ stages }: { stages: { gap: boolean }[] }) =>
      stages.filter(({ gap }) => gap),
    );
    expect(data.chainGaps).toHaveLength(gaps.length);
    expect(gaps.length).toBeGreaterThan(0);
    expect(data.chainGaps).toContainEqual({
      matter: { code: 'ELECTRIC_BICYCLE' },
      stage: { name: '维修与更换电池', gap: true, department: null },
    });
  });
});
