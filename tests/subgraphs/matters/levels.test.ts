import { as } from '../../support/callers';
import { ROOM, TODAY, actsOn, culture, governedBed } from './governed';
import { city, county, emergency, fire } from './sample';

const bed = governedBed();
const { taken, create, draftOf, change, decide, signed, made, matter, formOf } = actsOn(bed);

describe('the stages of a matter', () => {
  beforeEach(() => bed.empty());

  test('MUST tell four kinds of duty apart; undecided and overlapping are said', async () => {
    const id = await draftOf(await create());
    const stage = { id, order: 1, name: '开业', department: '430682-CULTURE_TOURISM', duties: ['备案'] };
    const duties = {
      industryKinds: ['CULTURE_TOURISM'],
      industryDuty: '行业管理',
      supervisionKinds: ['EMERGENCY_MANAGEMENT', 'FIRE_RESCUE'],
    };
    await taken('draftStage', { ...stage, ...duties });
    expect(await bed.step('draftStage', { ...stage, department: '430600-HOUSING' }, county)).toFailWith(
      'FIELD_INVALID',
    );
    expect(await bed.step('draftStage', stage, fire)).toFailWith('COMMITTEE_ONLY');
    await signed(id, culture, fire, emergency);
    expect(await decide(id)).toSucceed();
    const [{ responsibilities }] = (await formOf('ESCAPE_ROOM', '430682')).stages;
    expect(responsibilities).toEqual([
      { role: 'INDUSTRY', state: 'SETTLED', departmentKinds: ['CULTURE_TOURISM'], duty: '行业管理' },
      { role: 'SUPERVISION', state: 'OVERLAPPING', departmentKinds: duties.supervisionKinds, duty: null },
      { role: 'ENFORCEMENT', state: 'UNDECIDED', departmentKinds: [], duty: null },
      { role: 'LOCAL', state: 'UNDECIDED', departmentKinds: [], duty: null },
    ]);
  });

  test('a division below MUST be able to add one and to drop none, and names its own departments', async () => {
    const before = await formOf('URBAN_GAS', '430682');
    expect(before.leadDepartment).toEqual({ code: '430682-HOUSING' });
    const id = await draftOf(
      await change({ code: 'URBAN_GAS', industries: ['9019'], cooperatingDepartments: [] }),
    );
    await taken('draftStage', {
      ...{ id, order: 1, name: '瓶组间巡查', department: '430682-FIRE_RESCUE', duties: ['巡查'] },
      localKinds: ['GOVERNMENT'],
    });
    const [first] = before.stages;
    expect(await bed.step('removeStage', { id, name: first.name, reason: '合成数据' }, county)).toFailWith(
      'STAGE_NOT_DRAFTED',
    );
    await taken('circulateMatter', { id, answerBy: TODAY });
    bed.on('2026-10-16');
    expect(await decide(id, { inForceFrom: '2026-10-16' })).toSucceed();
    const after = await formOf('URBAN_GAS', '430682');
    const names = (form: { stages: { name: string }[] }) => form.stages.map(({ name }) => name);
    expect(names(after)).toEqual([...names(before), '瓶组间巡查']);
    expect(after.stages.at(-1)).toMatchObject({ addedBy: '430682', departmentMissing: null });
    expect(after.scope.industries).toEqual([...before.scope.industries, '9019']);
    expect(after.versions).toHaveLength(2);
    expect(names(await formOf('URBAN_GAS', '430600'))).toEqual(names(before));
    expect(await matter('URBAN_GAS')).toMatchObject({ leadDepartment: { code: 'CN-HOUSING' } });
  });

  test('what a division has of departments MUST be shown, and what it lacks said with its reason', async () => {
    const { stages, leadMissing } = await formOf('ELECTRIC_BICYCLE', '430682');
    expect(leadMissing).toBeNull();
    const missing = stages.map(({ departmentMissing }: { departmentMissing: string }) => departmentMissing);
    expect(new Set(missing)).toEqual(new Set([null, 'NOT_NAMED', 'NO_SUCH_DEPARTMENT']));
    const alone = await formOf('ELECTRIC_BICYCLE', '431224102');
    expect(alone.leadMissing).toBe('NO_SUCH_DEPARTMENT');
  });
});

describe('figures of a matter', () => {
  beforeEach(() => bed.empty());
  const overview = async (code: string, region: string) =>
    (
      await bed.run(
        `{ matter(code: "${code}") { overview(region: "${region}") { regionCode scope { industries } leftOut { regionCode about } } } }`,
      )
    ).data.matter.overview;

  test('sums above MUST count the common scope, and say what they leave out', async () => {
    const { scope } = await overview('URBAN_GAS', '430600');
    const id = await draftOf(
      await change({ code: 'URBAN_GAS', industries: ['9019'], cooperatingDepartments: [] }),
    );
    await signed(id, as.officer('HOUSING', '430682', 'write:matters'));
    expect(await decide(id)).toSucceed();
    expect(await overview('URBAN_GAS', '430600')).toEqual({
      regionCode: '430600',
      scope,
      leftOut: [{ regionCode: '430682', about: ['industry:9019'] }],
    });
    expect(await overview('URBAN_GAS', '430682')).toEqual({
      regionCode: '430682',
      scope: { industries: [...scope.industries, '9019'] },
      leftOut: [],
    });
  });

  test('a matter of one division only MUST be counted there, and nowhere else', async () => {
    await made();
    expect(await overview('ESCAPE_ROOM', '430000')).toMatchObject({ regionCode: '430682' });
    expect(await overview('ESCAPE_ROOM', '411003')).toMatchObject({ scope: { industries: [] } });
    expect(await formOf('ESCAPE_ROOM', '411003')).toBeNull();
    const { data } = await bed.run(
      'query ($of: [_Any!]!) { _entities(representations: $of) { ... on Enterprise { matters { code } } } }',
      {
        variables: {
          of: ['430682', '430682101', '411003'].map((code) => ({
            ...{ __typename: 'Enterprise', uscc: '91430682MA4L16JQ90', industryCode: '9019', roles: [] },
            region: { __typename: 'Region', code },
          })),
        },
      },
    );
    const rooms = (data._entities as { matters: { code: string }[] }[]).map(({ matters }) =>
      matters.some(({ code }) => code === 'ESCAPE_ROOM'),
    );
    expect(rooms).toEqual([true, true, false]);
    expect(await bed.step('changeMatter', { ...ROOM, regionCode: '430600' }, city)).toFailWith(
      'MATTER_NOT_OF_PLACE',
    );
  });
});

describe('a new risk', () => {
  test('MUST become a matter with the decision, or none with its reason and a day to look again', async () => {
    await bed.empty();
    const register = (name: string) =>
      taken('registerNewRisk', { name, description: '合成数据', regionCode: '430682' }, fire);
    const { id: newRisk } = await register('剧本娱乐');
    const id = await draftOf(await create({ newRisk }));
    await signed(id, culture, fire);
    expect(await decide(id)).toSucceed();
    const { data } = await bed.run(
      `{ newRisk(id: "${newRisk}") { status matter { code } leadDepartment { code } } }`,
      {
        caller: fire,
      },
    );
    expect(data.newRisk).toEqual({
      status: 'ASSIGNED',
      matter: { code: 'ESCAPE_ROOM' },
      leadDepartment: { code: '430682-CULTURE_TOURISM' },
    });
    const none = await register('露营');
    const dismissal = { id: none.id, reason: '已由文旅局监管', lookAgainOn: '2027-04-15' };
    expect(await taken('dismissNewRisk', dismissal, county, 'status lookAgainOn')).toEqual({
      status: 'DISMISSED',
      lookAgainOn: '2027-04-15',
    });
  });
});
