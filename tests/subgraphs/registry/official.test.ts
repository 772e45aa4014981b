import { loadOfficial } from '../../../subgraphs/registry/place/places';
import '../../../subgraphs';
import { registryBed } from './sample';

const bed = registryBed();

describe('the reference data of the registry', () => {
  const state = () =>
    Promise.all(
      ['region', 'department'].map((table) =>
        bed.rows(`SELECT code, xmin, ctid::text FROM ${table} ORDER BY code`),
      ),
    );

  test('loading them again MUST NOT write a row', async () => {
    const before = await state();
    expect(before.map((rows) => rows.length)).toEqual([11_186, expect.any(Number)]);
    await loadOfficial(bed.subgraph.db);
    expect(await state()).toEqual(before);
  });

  test('a row that has changed MUST be brought back, and no other written', async () => {
    const before = await state();
    await bed.rows("UPDATE region SET name = '临湘县', full_name = '临湘县' WHERE code = '430682'");
    await bed.rows("DELETE FROM department WHERE code = '430682-WATER'");
    await loadOfficial(bed.subgraph.db);
    expect(await bed.rows("SELECT full_name FROM region WHERE code = '430682'")).toEqual([
      { full_name: '湖南省岳阳市临湘市' },
    ]);
    expect(await bed.rows("SELECT name FROM department WHERE code = '430682-WATER'")).toEqual([
      { name: '临湘市水利局' },
    ]);
    const [regions, departments] = await state();
    const changed = (rows: object[] = [], old: object[] = []) =>
      rows
        .filter((row, at) => JSON.stringify(row) !== JSON.stringify(old[at]))
        .map((row) => (row as { code: string }).code);
    expect(changed(regions, before[0])).toEqual(['430682']);
    expect(changed(departments, before[1])).toEqual(['430682-WATER']);
  });

  test('two that load at once MUST NOT hinder each other', async () => {
    const before = await state();
    await Promise.all([loadOfficial(bed.subgraph.db), loadOfficial(bed.subgraph.db)]);
    expect(await state()).toEqual(before);
  });

  test('every list MUST say its source, its day, its count and what is missing, whoever asks', async () => {
    const { data } = await bed.run('{ referenceLists { id name source asOf rows verified missing } }');
    const lists: { id: string; name: string; rows: number; verified: number; missing: string }[] =
      data.referenceLists;
    expect(lists.length).toBeLessThan(50);
    expect(Object.fromEntries(lists.map(({ id, rows }) => [id, rows]))).toMatchObject({
      'enforcement.case-causes': 116,
      'equipment.kinds': 157,
      'hazards.criteria': 559,
      'quality.ccc': expect.any(Number),
      'registry.fixed-holidays': 13,
      'registry.industries': 1972,
      'registry.prior-licences': expect.any(Number),
      'training.SPECIAL_OPERATION': expect.any(Number),
    });
    for (const { verified, rows } of lists) expect(verified).toBeLessThanOrEqual(rows);
    const missing = (id: string) => lists.find((each) => each.id === id)?.missing;
    expect(missing('hazards.criteria')).toContain('GB 35181-2025');
    expect(missing('training.SPECIAL_OPERATION')).toContain('应急〔2026〕45号');
    expect(missing('registry.prior-licences')).toContain('未知');
    const BOTH = /\p{Script=Han}.*\. [A-Z]/su;
    expect(lists.filter((each) => !BOTH.test(each.name) || !BOTH.test(each.missing))).toEqual([]);
  });
});
