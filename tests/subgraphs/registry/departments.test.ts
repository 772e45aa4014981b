import { DepartmentKind, valuesOf } from '../../../subgraphs/kernel';
import { registryBed } from './sample';

const DEPARTMENTS =
  'query ($filter: DepartmentFilter) { departments(filter: $filter) { code name kind region { code } } }';
interface Found {
  code: string;
  name: string;
  kind: string;
  region: { code: string } | null;
}

const bed = registryBed();

describe('departments', () => {
  const departments = async (filter?: object): Promise<Found[]> =>
    (await bed.run(DEPARTMENTS, { variables: { filter } })).data.departments;
  /** All of them, kind by kind: in one list they would be too many. */
  const everyKind = async (filter: object = {}): Promise<Found[]> => {
    const found = await Promise.all(valuesOf(DepartmentKind).map((kind) => departments({ ...filter, kind })));
    return found.flat();
  };
  const nameOf = async (code: string) => {
    const [region, kind] = code.split('-');
    const found = await departments(region === 'CN' ? { kind } : { region, kind });
    return found.find((each) => each.code === code)?.name;
  };

  test.each([
    ['CN-MARKET_SUPERVISION', '国家市场监督管理总局'],
    ['CN-GOVERNMENT', '国务院'],
    ['430000-MARKET_SUPERVISION', '湖南省市场监督管理局'],
    ['430000-FIRE_RESCUE', '湖南省消防救援总队'],
    ['430000-EMERGENCY_MANAGEMENT', '湖南省应急管理厅'],
    ['110000-EMERGENCY_MANAGEMENT', '北京市应急管理局'],
    ['310000-COMMERCE', '上海市商务委员会'],
    ['430600-FIRE_RESCUE', '岳阳市消防救援支队'],
    ['430600-NATURAL_RESOURCES', '岳阳市自然资源和规划局'],
    ['430682-NATURAL_RESOURCES', '临湘市自然资源局'],
    ['430682-MARKET_SUPERVISION', '临湘市市场监督管理局'],
    ['431224-GOVERNMENT', '溆浦县人民政府'],
    ['411003-EMERGENCY_MANAGEMENT', '许昌市建安区应急管理局'],
    ['431224102-GOVERNMENT', '溆浦县低庄镇人民政府'],
    ['431224102-EMERGENCY_MANAGEMENT', '低庄镇应急部门'],
    ['430602-FIRE_RESCUE', '岳阳市岳阳楼区消防救援大队'],
    ['419001-WATER', '济源市水利局'],
    ['120000-INSPECTION_INSTITUTE', '天津市特种设备监督检验技术研究院'],
  ])('%s MUST be named %s', async (code, name) => {
    expect(await nameOf(code)).toBe(name);
  });

  test.each([
    ['of a province without provincial organs here', '710000'],
    ['of a special administrative region', '810000'],
    ['of the other', '820000'],
    ['of a development zone of the statistics', '430671'],
    ['of a division that is abolished', '411023'],
    ['of a town whose document was not seen', '430682101'],
    ['of a city outside 湖南 and 河南', '441900'],
    ['of a county there', '440106'],
  ])('there MUST be no department %s', async (_, region) => {
    expect((await departments({ region })).filter((each) => each.region?.code === region)).toEqual([]);
  });

  test('a name that only holds codes together MUST have no department', async () => {
    const codes = (await everyKind()).map(({ region }) => region?.code ?? '');
    expect(codes).not.toEqual(expect.arrayContaining(['419000']));
    expect(codes.filter((code) => /^\d{4}7\d$/.test(code))).toEqual([]);
    expect(codes).toContain('419001');
  });

  test('a kind that a level does not have MUST be absent there', async () => {
    const codes = (await departments({ kind: 'INSPECTION_INSTITUTE' })).map(({ code }) => code);
    expect(codes).toContain('430000-INSPECTION_INSTITUTE');
    expect(codes.filter((code) => /^43\d\d(?!00)|^43(?!00)/.test(code))).toEqual([]);
    expect((await departments({ kind: 'URBAN_MANAGEMENT' })).map(({ code }) => code)).not.toContain(
      'CN-URBAN_MANAGEMENT',
    );
  });

  test('a region MUST stand for its whole subtree', async () => {
    const yueyang = await departments({ region: '430600' });
    expect(new Set(yueyang.map(({ code }) => code.slice(0, 4)))).toEqual(new Set(['4306']));
    expect(yueyang.map(({ code }) => code)).toEqual(expect.arrayContaining(['430600-WATER', '430682-WATER']));
  });

  test('000000 MUST stand for the divisions of the whole country', async () => {
    const regional = (found: Found[]) => found.filter(({ region }) => region).map(({ code }) => code);
    expect(regional(await everyKind({ region: '000000' }))).toEqual(regional(await everyKind()));
  });

  test('a kind MUST be the only one found', async () => {
    const found = await departments({ kind: 'FORESTRY', region: '430000' });
    expect(found.length).toBeGreaterThan(100);
    expect(new Set(found.map(({ kind }) => kind))).toEqual(new Set(['FORESTRY']));
  });

  test('more of them than one list may hold MUST be refused, not cut: a kind or a division is to be named', async () => {
    expect(await bed.run(DEPARTMENTS)).toFailWith('LIST_TOO_LONG');
  });

  test('every department MUST have a code of its own, of its division and its kind', async () => {
    const all = await everyKind();
    expect(all.length).toBeGreaterThan(3_000);
    expect(new Set(all.map(({ code }) => code)).size).toBe(all.length);
    expect(all.filter(({ code, kind, region }) => code !== `${region?.code ?? 'CN'}-${kind}`)).toEqual([]);
  });
});
