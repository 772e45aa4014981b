import { as } from '../../support/callers';
import { AUTHORITY, FLAGGED, codesIn, fire, make, registryBed, usccOf } from './sample';

const ENTERPRISES = `query ($filter: EnterpriseFilter, $first: Int) { enterprises(filter: $filter, first: $first) {
  totalCount edges { node { uscc name checksumValid } } } }`;

const bed = registryBed(usccOf(3));

describe('enterprises', () => {
  beforeAll(async () => {
    await bed.put(
      'submitEnterprises',
      make.enterprise(1, { name: '临湘兴达车行', industryCode: '5238', roles: ['KEY_PRODUCT_SELLER'] }),
      make.enterprise(2, { name: '临湘100%纯净水厂', regionCode: '430682101', industryCode: '1522' }),
      make.enterprise(3, {
        name: '岳阳_兴达物流',
        regionCode: '430681',
        industryCode: '52',
        roles: ['EQUIPMENT_USER', 'FIRE_KEY_UNIT'],
      }),
      make.enterprise(4, { name: '岳阳1000纯净水厂', regionCode: '430600', status: 'SUSPENDED' }),
      make.enterprise(5, {
        name: '长沙\\兴达电源',
        regionCode: '430102',
        industryCode: '521',
        status: 'REVOKED',
      }),
      make.enterprise(6, {
        name: '许昌兴达车业',
        regionCode: '411003',
        industryCode: '3770',
        roles: ['KEY_PRODUCT_MAKER'],
      }),
      make.enterprise(7, {
        name: '临湘已注销公司',
        industryCode: '5238',
        roles: ['KEY_PRODUCT_SELLER'],
        status: 'CANCELLED',
      }),
      make.enterprise(8, { name: '湖南省属公司', regionCode: '430000', industryCode: '53' }),
    );
    await bed.receipt(
      'submitEnterprises',
      [{ ...make.enterprise(9, { name: '君山校验公司', regionCode: '430611' }), uscc: FLAGGED }],
      {
        source: AUTHORITY,
      },
    );
  });

  const list = async (filter: object | null = null, caller = as.public) =>
    (await bed.run(ENTERPRISES, { caller, variables: { filter, first: 100 } })).data.enterprises;
  const found = async (...asked: Parameters<typeof list>) => {
    const answer = await list(...asked);
    expect(answer.totalCount).toBe(answer.edges.length);
    return codesIn(answer);
  };
  const of = (...numbers: number[]) => numbers.map(usccOf);

  test('they MUST be in the order of division and code', async () => {
    expect(await found()).toEqual([...of(6, 8, 5, 4), FLAGGED, ...of(3, 1, 2)]);
  });

  test('what is struck off MUST be hidden from the public in items and total, and shown to agencies', async () => {
    expect(await found({ status: 'CANCELLED' })).toEqual([]);
    expect(await found({ status: 'CANCELLED' }, fire)).toEqual(of(7));
    expect((await found(null, fire)).length - (await found()).length).toBe(1);
  });

  test('a flagged code MUST be listed with its flag', async () => {
    const { edges } = await list({ region: '430611' });
    expect(edges).toEqual([{ node: { uscc: FLAGGED, name: '君山校验公司', checksumValid: false } }]);
  });

  test.each([
    ['a province', '430000', [8, 5, 4, null, 3, 1, 2]],
    ['a city', '430600', [4, null, 3, 1, 2]],
    ['a county', '430682', [1, 2]],
    ['a town', '430682101', [2]],
    ['the statistical code of a county', '430682000000', [1, 2]],
    ['the whole country', '000000', [6, 8, 5, 4, null, 3, 1, 2]],
    ['a division without enterprises', '440000', []],
  ])('a region MUST stand for its whole subtree: %s', async (_, region, numbers) => {
    expect(await found({ region })).toEqual(
      numbers.map((number) => (number === null ? FLAGGED : usccOf(number))),
    );
  });

  test('a region that is no code MUST be refused, with what was got', async () => {
    const answer = await bed.run(ENTERPRISES, { variables: { filter: { region: '4306' } } });
    expect(answer).toFailWith('REGION_CODE_INVALID');
    expect(answer.errors?.[0]?.extensions).toMatchObject({ got: '4306' });
  });

  test('a division that was abolished MUST stand for its successor, one that never was MUST be refused', async () => {
    expect(await found({ region: '411023' })).toEqual(of(6));
    expect(await found({ region: '４１１０２３' })).toEqual(of(6));
    for (const [region, code] of [
      ['999999', 'REGION_UNKNOWN'],
      ['431224999', 'REGION_UNKNOWN'],
      ['330104', 'REGION_DIVIDED'],
    ] as const)
      expect(await bed.run(ENTERPRISES, { variables: { filter: { region } } })).toFailWith(code);
  });

  test.each([
    ['F', [5, 3, 1]],
    ['f5238', [1]],
    ['Ｃ３７７０', [6]],
    ['C', [6, 2]],
    ['G', [8]],
    ['A', []],
  ])(
    'the letter of a section MUST be taken, alone and before the digits: %s',
    async (industryPrefix, numbers) => {
      expect(await found({ industryPrefix })).toEqual(of(...numbers));
    },
  );

  test.each([
    ['5', 'FIELD_INVALID'],
    ['52380', 'FIELD_INVALID'],
    ['U', 'FIELD_INVALID'],
    ['610', 'INDUSTRY_UNKNOWN'],
    ['A3770', 'INDUSTRY_UNKNOWN'],
    ['3700', 'INDUSTRY_UNKNOWN'],
  ])('what is no industry of GB/T 4754-2017 MUST be refused: %s', async (industryPrefix, code) => {
    const answer = await bed.run(ENTERPRISES, { variables: { filter: { industryPrefix } } });
    expect(answer).toFailWith(code);
    expect(answer.errors?.[0]?.extensions).toMatchObject({ field: 'industryPrefix', got: industryPrefix });
  });

  test('a part of the name MUST find it wherever it stands, from two Chinese characters on', async () => {
    expect(await found({ nameContains: '兴达' })).toEqual(of(6, 5, 3, 1));
    expect(await found({ nameContains: '达车业' })).toEqual(of(6));
    expect(await found({ nameContains: '临湘' })).toEqual(of(1, 2));
  });

  test.each(['兴', 'a', '𠮷', '%', '（'])(
    'a name of one character MUST be refused: %s',
    async (nameContains) => {
      const answer = await bed.run(ENTERPRISES, { variables: { filter: { nameContains } } });
      expect(answer).toFailWith('TEXT_TOO_SHORT');
      expect(answer.errors?.[0]?.extensions).toMatchObject({
        field: 'nameContains',
        min: 2,
        got: nameContains,
      });
    },
  );

  test('wildcards in a name MUST stand for themselves', async () => {
    expect(await found({ nameContains: '0%纯' })).toEqual(of(2));
    expect(await found({ nameContains: '_兴' })).toEqual(of(3));
    expect(await found({ nameContains: '\\兴' })).toEqual(of(5));
    for (const nameContains of ['%%', '__', '临%行', '\\\\', '临湘_达'])
      expect(await found({ nameContains })).toEqual([]);
  });

  test('a quote in a name MUST NOT reach the statement', async () => {
    expect(await found({ nameContains: "' OR true --" })).toEqual([]);
  });

  // PostgreSQL refuses the character, and the caller is told of an internal error
  test.each(['nameContains', 'industryPrefix'])(
    'a NUL character in %s MUST be refused as what was sent',
    async (field) => {
      const answer = await bed.run(ENTERPRISES, { variables: { filter: { [field]: '37\u0000' } } });
      expect(answer.errors).toHaveLength(1);
      expect(answer.errors?.[0]?.extensions).toMatchObject({ field: `filter.${field}` });
    },
  );

  test('an industry MUST stand for all below it', async () => {
    expect(await found({ industryPrefix: '52' })).toEqual(of(5, 3, 1));
    expect(await found({ industryPrefix: '523' })).toEqual(of(1));
    expect(await found({ industryPrefix: '01' })).toEqual([]);
  });

  test('a role MUST find those that have it among others', async () => {
    expect(await found({ role: 'FIRE_KEY_UNIT' })).toEqual(of(3));
    expect(await found({ role: 'LABORATORY' })).toEqual([]);
  });

  test('a state MUST find those that are in it', async () => {
    expect(await found({ status: 'REVOKED' })).toEqual(of(5));
    expect(await found({ status: 'SUSPENDED' })).toEqual(of(4));
  });

  test('several filters MUST hold together', async () => {
    expect(
      await found({
        region: '430600',
        nameContains: '兴达',
        industryPrefix: '5238',
        role: 'KEY_PRODUCT_SELLER',
      }),
    ).toEqual(of(1));
    expect(await found({ region: '430600', nameContains: '兴达', role: 'KEY_PRODUCT_MAKER' })).toEqual([]);
  });
});

describe('what a page of enterprises costs', () => {
  const PAGE =
    '{ enterprises(first: 50) { edges { node { uscc region { name parent { name } } priorLicences { number } } } } }';
  const COUNTED = PAGE.replace('edges', 'totalCount edges');
  beforeAll(async () => {
    await bed.empty();
    const numbers = Array.from({ length: 60 }, (_, at) => at);
    const divisions = ['430682', '411003', '430682101'];
    await bed.put(
      'submitEnterprises',
      ...numbers.map((number) => make.enterprise(number, { regionCode: divisions[number % 3] })),
    );
    await bed.receipt(
      'submitPriorLicences',
      numbers.map((number) => make.licence(number)),
    );
    await bed.run('{ region(code: "430682") { name } }');
  });

  test('50 enterprises with place and prior licences MUST take two statements, and one more for the total', async () => {
    const answer = await bed.run(PAGE);
    expect(answer.data.enterprises.edges).toHaveLength(50);
    expect(
      answer.data.enterprises.edges.every(
        ({ node }: { node: { priorLicences: object[] } }) => node.priorLicences.length === 1,
      ),
    ).toBe(true);
    expect(await bed.statementsOf(() => bed.run(PAGE))).toHaveLength(2);
    expect(await bed.statementsOf(() => bed.run(COUNTED))).toHaveLength(3);
  });
});
