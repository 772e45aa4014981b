import { as } from '../../support/callers';
import { make, registryBed, usccOf } from './sample';

const bed = registryBed();

describe('grids, duties and projects', () => {
  beforeAll(async () => {
    bed.now('2026-06-30T09:00:00+08:00');
    await bed.put('submitEnterprises', make.enterprise(1));
  });

  const send = (mutation: string, ...records: object[]) => bed.receipt(mutation, records);

  describe('grids', () => {
    const coverage = async (region: string) =>
      (await bed.run(`{ gridCoverage(region: "${region}") { towns covered rate grids gridsWithoutPeople } }`))
        .data.gridCoverage;
    let towns: string[];
    beforeAll(async () => {
      towns = (
        await bed.rows<{ code: string }>(
          "SELECT code FROM region WHERE level = 'TOWN' AND code LIKE '430682%' ORDER BY code",
        )
      ).map(({ code }) => code);
      const grid = (code: string, regionCode: string) => ({
        sourceId: code,
        code,
        name: code,
        regionCode,
        departmentCode: '430682-EMERGENCY_MANAGEMENT',
      });
      await send(
        'submitGrids',
        grid('g1', towns[0] as string),
        grid('g2', `${towns[1]?.slice(0, 9)}201`),
        grid('g3', towns[2] as string),
      );
      const person = { name: '王五', post: '网格员', duty: '日常巡查', startedOn: '2026-01-01' };
      await send(
        'submitGridPeople',
        { ...person, sourceId: 'p1', gridCode: 'g1' },
        { ...person, sourceId: 'p2', gridCode: 'g2', endedOn: '2026-06-30' },
        { ...person, sourceId: 'p3', gridCode: 'g3', startedOn: '2026-07-01' },
      );
    });

    test('a town MUST be covered while someone is in the post there or in one of its villages', async () => {
      const rate = (covered: number) => Math.round((covered / towns.length) * 1000) / 10;
      expect(await coverage('430682')).toEqual({
        towns: towns.length,
        covered: 2,
        rate: rate(2),
        grids: 3,
        gridsWithoutPeople: 1,
      });
      bed.now('2026-07-01T09:00:00+08:00');
      expect(await coverage('430682')).toMatchObject({ covered: 2, gridsWithoutPeople: 1 });
      bed.now('2026-06-30T09:00:00+08:00');
      expect(await coverage(towns[0] as string)).toMatchObject({ towns: 1, covered: 1, rate: 100 });
      expect(await coverage('110000')).toMatchObject({ towns: 0, rate: null });
    });

    test('an enterprise MUST lead to the grids of its town or village and back, and to none where only its county is known', async () => {
      const at = (nth: number, town: number) => ({ ...make.enterprise(nth), regionCode: towns[town] });
      await bed.put('submitEnterprises', at(2, 0), at(3, 1), at(4, 3));
      const grids = async (nth: number) => {
        const { data } = await bed.run(
          `{ enterprise(uscc: "${usccOf(nth)}") { grids { totalCount edges { node { code } } } } }`,
        );
        return data.enterprise.grids?.edges.map(({ node }: { node: { code: string } }) => node.code) ?? null;
      };
      expect([await grids(1), await grids(2), await grids(3), await grids(4)]).toEqual([
        null,
        ['G1'],
        ['G2'],
        [],
      ]);
      const { data } = await bed.run(
        '{ grid(code: "g2") { enterprises { totalCount edges { node { uscc } } } } }',
      );
      expect(data.grid.enterprises).toEqual({ totalCount: 1, edges: [{ node: { uscc: usccOf(3) } }] });
    });

    test('who answers for a grid MUST be sealed at rest, and named inside the region for a purpose only', async () => {
      const [row] = await bed.rows<{ sealed: string }>(
        'SELECT sealed_name AS sealed FROM grid_person LIMIT 1',
      );
      expect(row?.sealed).not.toContain('王五');
      const read = async (region: string, purpose?: string) => {
        const caller = as.officer('FIRE_RESCUE', region, 'share:conditional');
        const { data } = await bed.run(
          '{ grid(code: "g1") { region { level } department { kind } people { edges { node { post duty name } } } } }',
          { caller, purpose },
        );
        return data.grid;
      };
      expect(await read('430600', '联合检查')).toMatchObject({
        department: { kind: 'EMERGENCY_MANAGEMENT' },
        people: { edges: [{ node: { post: '网格员', duty: '日常巡查', name: '王五' } }] },
      });
      expect((await read('410000', '联合检查')).people.edges[0].node.name).toBeNull();
      expect((await read('430600')).people.edges[0].node.name).toBeNull();
    });

    test('a person of an unknown grid MUST be refused by name, without the name of the person', async () => {
      const receipt = await send('submitGridPeople', {
        sourceId: 'x',
        gridCode: 'none',
        name: '王五',
        post: '网格员',
        duty: '巡查',
        startedOn: '2026-01-01',
      });
      expect(receipt.rejected).toMatchObject([{ code: 'REFERENCE_UNKNOWN', field: 'gridCode' }]);
    });
  });

  test('lists of duties MUST be found by division, level, year and kind', async () => {
    const list = {
      regionCode: '430682',
      level: 'COUNTY',
      departmentCode: '430682-MARKET_SUPERVISION',
      title: '任务清单（合成数据）',
      items: ['专项整治'],
    };
    await send(
      'submitDutyLists',
      { ...list, sourceId: '1', kind: 'DUTIES', year: 2026 },
      { ...list, sourceId: '2', kind: 'ANNUAL_TASKS', year: 2025 },
    );
    const count = async (filter: string) =>
      (await bed.run(`{ dutyLists(filter: { region: "430000" ${filter} }) { totalCount } }`)).data.dutyLists
        .totalCount;
    expect([
      await count(''),
      await count('year: 2026'),
      await count('kind: ANNUAL_TASKS level: COUNTY'),
      await count('level: CITY'),
    ]).toEqual([2, 1, 1, 0]);
  });

  test('the rates of projects MUST be counted by kind', async () => {
    const project = { uscc: usccOf(1), regionCode: '430682', name: '项目（合成数据）', kind: 'NEW' };
    await send(
      'submitProjectSafety',
      { ...project, sourceId: '1', doneOn: '2026-01-01' },
      { ...project, sourceId: '2', name: '二期' },
      { ...project, sourceId: '3', name: '三期', doneOn: '2026-02-01' },
    );
    const again = { ...project, sourceId: '4', name: '项目 (合成数据)' };
    expect(await send('submitProjectSafety', again)).toMatchObject({
      rejected: [{ code: 'RECORD_DUPLICATE' }],
    });
    await bed.rows(`INSERT INTO project_safety SELECT (json_populate_record(one,
      '{"id": "old/1", "source": "old", "duplicate_of": "test/1"}')).* FROM project_safety AS one WHERE id = 'test/1'`);
    const { data } = await bed.run('{ projectSafetyRates(region: "430000") { kind total done rate } }');
    expect(data.projectSafetyRates).toEqual([
      { kind: 'NEW', total: 3, done: 2, rate: 66.7 },
      { kind: 'EXISTING', total: 0, done: 0, rate: null },
    ]);
  });
});
