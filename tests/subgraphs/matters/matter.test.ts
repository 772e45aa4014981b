import { mattersBed } from './sample';

const STAGES =
  'query ($code: ID!) { matter(code: $code) { code name leadVerified stages { order name gap department { code } } } }';
const OVERVIEW = `query ($code: ID!, $region: RegionCode!) { matter(code: $code) { overview(region: $region) {
  matterCode regionCode scope { equipmentKinds industries } } } }`;
const ENTITIES = `query ($of: [_Any!]!) { _entities(representations: $of) {
  ... on Matter { name } ... on MatterOverview { matterCode regionCode scope { equipmentKinds roles } } ... on Department { code } } }`;

interface Stage {
  order: number;
  name: string;
  gap: boolean;
  department: { code: string } | null;
}

const bed = mattersBed();

describe('matter', () => {
  const matter = async (code: string) => (await bed.run(STAGES, { variables: { code } })).data.matter;

  test('a matter MUST be found by its code, an unknown one answered with null', async () => {
    for (const code of ['ELEVATOR', ' ｅlevator'])
      expect(await matter(code)).toMatchObject({ code: 'ELEVATOR', name: '电梯', leadVerified: true });
    for (const code of ['NONE', '', '__proto__']) expect(await matter(code)).toBeNull();
  });

  test('a stage without a department MUST be said to be a gap, one with a department not', async () => {
    const { stages } = await matter('ELECTRIC_BICYCLE');
    expect(stages.filter(({ gap }: Stage) => gap)).toEqual([
      { order: 5, name: '维修与更换电池', gap: true, department: null },
    ]);
    expect(stages.find(({ order }: Stage) => order === 8)).toMatchObject({
      gap: false,
      department: { code: 'CN-FIRE_RESCUE' },
    });
    expect((await matter('ELEVATOR')).stages.some(({ gap }: Stage) => gap)).toBe(false);
  });

  test('stages MUST be in their order', async () => {
    const { stages } = await matter('HAZARDOUS_CHEMICALS');
    expect(stages.map(({ order }: Stage) => order)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13]);
  });

  test('an overview MUST name the matter, the region as it was asked for, and the scope to count', async () => {
    const { data } = await bed.run(OVERVIEW, { variables: { code: 'ELEVATOR', region: '431224102' } });
    expect(data.matter.overview).toEqual({
      matterCode: 'ELEVATOR',
      regionCode: '431224102',
      scope: { equipmentKinds: ['3000'], industries: ['3435', '4320', '521', '61', '7020', '841'] },
    });
  });

  test('an overview of what is no region code MUST be refused, with what was got', async () => {
    const answer = await bed.run(OVERVIEW, { variables: { code: 'ELEVATOR', region: '湖南' } });
    expect(answer).toFailWith('REGION_CODE_INVALID');
    expect(answer.errors?.[0]?.extensions).toMatchObject({ got: '湖南' });
  });

  test('references of matters and overviews MUST be resolved, unknown ones to null', async () => {
    const of = [
      { __typename: 'Matter', code: 'KEY_FIRE_UNIT' },
      { __typename: 'Matter', code: 'NONE' },
      { __typename: 'MatterOverview', matterCode: 'KEY_FIRE_UNIT', regionCode: '430682' },
      { __typename: 'MatterOverview', matterCode: 'NONE', regionCode: '430682' },
      { __typename: 'Department', code: '430682-WATER' },
    ];
    const answer = await bed.run(ENTITIES, { variables: { of } });
    expect(answer).toSucceed();
    expect(answer.data._entities).toEqual([
      { name: '消防安全重点单位' },
      null,
      {
        matterCode: 'KEY_FIRE_UNIT',
        regionCode: '430682',
        scope: { equipmentKinds: [], roles: ['FIRE_KEY_UNIT'] },
      },
      null,
      { code: '430682-WATER' },
    ]);
  });
});
