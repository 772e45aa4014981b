import { loadOfficial } from '../../../subgraphs/registry/place/places';
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
});
