import { as } from '../../support/callers';
import { codesIn, fire, make, registryBed, usccOf } from './sample';

const ENTERPRISES = `query ($of: [_Any!]!, $region: RegionCode, $first: Int, $after: String) { _entities(representations: $of) { ... on Matter {
  code enterprises(region: $region, first: $first, after: $after) { totalCount edges { node { uscc } } pageInfo { hasNextPage endCursor } } } } }`;

const bed = registryBed(usccOf(3), usccOf(4));

describe('what the registry adds to a matter', () => {
  beforeAll(async () => {
    await bed.put(
      'submitEnterprises',
      make.enterprise(1, { industryCode: '3770', roles: ['KEY_PRODUCT_MAKER'] }),
      make.enterprise(2, { industryCode: '5238', roles: ['KEY_PRODUCT_SELLER'], regionCode: '430602' }),
      make.enterprise(3, {
        industryCode: '3770',
        roles: ['EQUIPMENT_USER', 'FIRE_KEY_UNIT'],
        regionCode: '411003',
      }),
      make.enterprise(4, { industryCode: '6210', roles: [] }),
      make.enterprise(5, { roles: ['KEY_PRODUCT_MAKER', 'FIRE_KEY_UNIT'] }),
      make.enterprise(6, { industryCode: '37' }),
      make.enterprise(7, { industryCode: '3770', roles: ['KEY_PRODUCT_MAKER'], status: 'CANCELLED' }),
    );
  });

  const ask = async (
    scope: { industries?: string[]; roles?: string[] },
    variables: object = {},
    caller = as.public,
  ) => {
    const of = [{ __typename: 'Matter', code: 'M', scope: { industries: [], roles: [], ...scope } }];
    return (await bed.run(ENTERPRISES, { caller, variables: { of, ...variables } })).data._entities[0]
      .enterprises;
  };
  const found = async (...asked: Parameters<typeof ask>) => {
    const answer = await ask(...asked);
    expect(answer.totalCount).toBe(answer.edges.length);
    return codesIn(answer);
  };
  const of = (...numbers: number[]) => numbers.map(usccOf);

  test('industries MUST find the enterprises of each and of all below it, and none without an industry', async () => {
    expect(await found({ industries: ['37'] })).toEqual(of(3, 1, 6));
    expect(await found({ industries: ['377', '5238'] })).toEqual(of(3, 2, 1));
  });

  test('roles MUST find the enterprises with any of them, and as key fire units those of the register of fire and rescue', async () => {
    expect(await found({ roles: ['FIRE_KEY_UNIT', 'KEY_PRODUCT_SELLER'] })).toEqual(of(3, 2, 4));
  });

  test('industries and roles MUST hold together', async () => {
    expect(await found({ industries: ['3770'], roles: ['KEY_PRODUCT_MAKER', 'FIRE_KEY_UNIT'] })).toEqual(
      of(3, 1),
    );
    expect(await found({ industries: ['62'], roles: ['KEY_PRODUCT_MAKER'] })).toEqual([]);
  });

  test('a scope that names neither MUST find no enterprise, for an agency as well', async () => {
    for (const caller of [as.public, fire])
      expect(await ask({}, {}, caller)).toMatchObject({ totalCount: 0, edges: [] });
  });

  test('a region MUST stand for its whole subtree', async () => {
    expect(await found({ industries: ['37', '52'] }, { region: '430600' })).toEqual(of(2, 1, 6));
    expect(await found({ industries: ['37', '52'] }, { region: '000000' })).toEqual(of(3, 2, 1, 6));
    expect(await found({ industries: ['37', '52'] }, { region: '440000' })).toEqual([]);
  });

  test('what is revoked or struck off is not there to be supervised: it MUST NOT be in the list or its total, whoever asks', async () => {
    expect(await found({ industries: ['3770'] })).toEqual(of(3, 1));
    expect(await found({ industries: ['3770'] }, {}, fire)).toEqual(of(3, 1));
  });

  test('pages MUST follow each other', async () => {
    const first = await ask({ industries: ['37'] }, { first: 2 });
    expect(first.pageInfo.hasNextPage).toBe(true);
    expect(first.totalCount).toBe(3);
    const second = await ask({ industries: ['37'] }, { first: 2, after: first.pageInfo.endCursor });
    expect([...codesIn(first), ...codesIn(second)]).toEqual(of(3, 1, 6));
    expect(second.pageInfo.hasNextPage).toBe(false);
  });

  test('a page of a matter MUST take one statement, and one more for its total', async () => {
    const query = ENTERPRISES.replace('totalCount', '');
    const representations = [{ __typename: 'Matter', code: 'M', scope: { industries: ['37'], roles: [] } }];
    expect(await bed.statementsOf(() => bed.run(query, { variables: { of: representations } }))).toHaveLength(
      1,
    );
    expect(await bed.statementsOf(() => ask({ industries: ['37'] }))).toHaveLength(2);
  });
});
