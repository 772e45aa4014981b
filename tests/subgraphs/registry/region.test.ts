import { registryBed } from './sample';

const REGION = `query ($code: RegionCode!) { region(code: $code) {
  code name fullName level validTo parent { code } successor { code name } children { code } } }`;
const ENTITY =
  'query ($of: [_Any!]!) { _entities(representations: $of) { ... on Region { fullName } ... on Department { name } } }';

const bed = registryBed();

describe('region', () => {
  const region = async (code: string) => (await bed.run(REGION, { variables: { code } })).data.region;
  const childrenOf = async (code: string) =>
    (await region(code)).children.map((child: { code: string }) => child.code);

  test.each([
    ['430000', '湖南省', '湖南省', 'PROVINCE', null],
    ['430600', '岳阳市', '湖南省岳阳市', 'CITY', '430000'],
    ['430682', '临湘市', '湖南省岳阳市临湘市', 'COUNTY', '430600'],
    ['411003', '建安区', '河南省许昌市建安区', 'COUNTY', '411000'],
    ['431224102', '低庄镇', '湖南省怀化市溆浦县低庄镇', 'TOWN', '431224'],
    ['710000', '台湾省', '台湾省', 'PROVINCE', null],
  ])(
    '%s MUST be %s, with its full name, level and the one above',
    async (code, name, fullName, level, parent) => {
      expect(await region(code)).toMatchObject({
        code,
        name,
        fullName,
        level,
        parent: parent && { code: parent },
        validTo: null,
        successor: null,
      });
    },
  );

  test.each([
    ['110100', '市辖区', '北京市'],
    ['110101', '东城区', '北京市东城区'],
    ['500200', '县', '重庆市'],
    ['419001', '济源市', '河南省济源市'],
    ['429004', '仙桃市', '湖北省仙桃市'],
    ['659001', '石河子市', '新疆维吾尔自治区石河子市'],
  ])(
    'a name that only holds codes together MUST be no part of a full name: %s %s',
    async (code, name, fullName) => {
      expect(await region(code)).toMatchObject({ name, fullName });
    },
  );

  test('an abolished division MUST be known still, with its end and its successor', async () => {
    expect(await region('411023')).toMatchObject({
      name: '许昌县',
      fullName: '河南省许昌市许昌县',
      validTo: '2016-12-31',
      successor: { code: '411003', name: '建安区' },
      parent: { code: '411000' },
    });
  });

  test('an abolished division MUST NOT be among those below, its successor MUST', async () => {
    const below = await childrenOf('411000');
    expect(below).toContain('411003');
    expect(below).not.toContain('411023');
  });

  test('those right below MUST be in order, and be those and no deeper', async () => {
    const below = await childrenOf('430600');
    expect(below).toEqual([...below].sort());
    expect(below).toContain('430682');
    expect(below.every((code: string) => /^4306\d\d$/.test(code))).toBe(true);
    expect(await childrenOf('431224')).toContain('431224102');
    expect(await childrenOf('431224102')).toEqual([]);
  });

  test('what never was a division MUST be refused', async () => {
    for (const code of ['999999', '430699', '431224999'])
      expect(await bed.run(REGION, { variables: { code } })).toFailWith('REGION_UNKNOWN');
  });

  test('a place that no table holds MUST be null: the towns of most provinces, and villages', async () => {
    for (const code of ['440305001', '430682101201', '000000']) expect(await region(code)).toBeNull();
  });

  test('a division that was divided MUST be known still, without one successor', async () => {
    expect(await region('330104')).toMatchObject({
      fullName: '浙江省杭州市江干区',
      validTo: '2021-12-31',
      successor: null,
    });
  });

  test('what is no code MUST be refused', async () => {
    for (const code of ['4306', '临湘市', '43068', '4306821']) {
      expect(await bed.run(REGION, { variables: { code } })).toFailWith('REGION_CODE_INVALID');
    }
  });

  test('references of divisions and departments MUST be resolved, an unknown one to null', async () => {
    const of = [
      { __typename: 'Region', code: '430682' },
      { __typename: 'Region', code: '999999' },
      { __typename: 'Department', code: '430682-FIRE_RESCUE' },
      { __typename: 'Department', code: '999999-FIRE_RESCUE' },
    ];
    const { data } = await bed.run(ENTITY, { variables: { of } });
    expect(data._entities).toEqual([
      { fullName: '湖南省岳阳市临湘市' },
      null,
      { name: '临湘市消防救援大队' },
      null,
    ]);
  });

  test('divisions MUST cost no statement once they are at hand', async () => {
    await region('430682');
    expect(await bed.statementsOf(() => region('430000'))).toEqual([]);
  });
});
