import { registryBed } from './sample';

const bed = registryBed();

describe('regions', () => {
  const REGIONS = 'query ($parent: RegionCode) { regions(parent: $parent) { code name level } }';
  const regions = async (parent?: string) => (await bed.run(REGIONS, { variables: { parent } })).data.regions;

  test('without a division they MUST be the 34 of the level of provinces', async () => {
    const provinces = await regions();
    expect(provinces).toHaveLength(34);
    expect(provinces.every(({ level }: { level: string }) => level === 'PROVINCE')).toBe(true);
    expect(provinces[0]).toMatchObject({ code: '110000', name: '北京市' });
  });

  test('of a division they MUST be those right below', async () => {
    expect((await regions('430000')).map(({ name }: { name: string }) => name)).toEqual(
      expect.arrayContaining(['长沙市', '岳阳市', '怀化市', '湘西土家族苗族自治州']),
    );
    expect(await regions('430000')).toHaveLength(14);
    expect((await regions('431224')).map(({ code }: { code: string }) => code)).toContain('431224102');
  });

  test('of an abolished division they MUST be those of its successor, of an unknown one none', async () => {
    expect(await regions('411023')).toEqual(await regions('411003'));
    expect(await bed.run(REGIONS, { variables: { parent: '999999' } })).toFailWith('REGION_UNKNOWN');
  });
});
