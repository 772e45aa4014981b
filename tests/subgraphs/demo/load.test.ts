import { fillIfEmpty, loadDemoData } from '../../../subgraphs/demo';
import { makeDevices } from '../../../subgraphs/demo/devices';
import { makeEdgeCases } from '../../../subgraphs/demo/edge-cases';
import { makeEnterprise } from '../../../subgraphs/demo/enterprises';
import { makeListing } from '../../../subgraphs/demo/listings';
import { Resume } from '../../../subgraphs/demo/load';
import { Places } from '../../../subgraphs/demo/places';
import { verifyAudit, type Subgraph } from '../../../subgraphs/kernel';
import { TEST_SETTINGS } from '../../support/settings';
import { allSubgraphs, options, type AllSubgraphs } from './sample';

const TABLES = {
  enterprise: 'registry',
  equipment: 'equipment',
  inspection: 'equipment',
  dishonesty_listing: 'credit',
} as const;
type Table = keyof typeof TABLES;
const tables = Object.keys(TABLES) as Table[];

/** The ids of all records that a scale has, by table, with those at the edges. */
function expectedIds(count: number): Record<Table, string[]> {
  const places = new Places(null);
  const edges = makeEdgeCases(1, places);
  const { asOf } = options(count);
  const enterprises = Array.from({ length: count }, (_, at) => makeEnterprise(1, at, places));
  const devices = enterprises.flatMap((enterprise) => makeDevices(1, enterprise, asOf));
  const listings = enterprises.flatMap((enterprise) => makeListing(1, enterprise, asOf) ?? []);
  const idsOf = (...records: Record<string, unknown>[]) =>
    records.map(({ sourceId }) => String(sourceId)).sort();
  return {
    enterprise: idsOf(
      ...edges.enterprises,
      ...edges.authorityEnterprises,
      ...enterprises.map(({ record }) => record),
    ),
    equipment: idsOf(...edges.devices, ...devices.map(({ record }) => record)),
    inspection: idsOf(...edges.inspections, ...devices.flatMap(({ inspections }) => inspections)),
    dishonesty_listing: idsOf(...[...edges.listings, ...listings].map(({ record }) => record)),
  };
}

describe('loading demo data', () => {
  let all: AllSubgraphs;
  beforeAll(async () => {
    all = await allSubgraphs();
  });
  beforeEach(async () => {
    await Promise.all(tables.map((table) => all.rows(TABLES[table], `DELETE FROM ${table}`)));
    await all.rows('registry', 'DELETE FROM import_progress');
  });
  afterAll(() => all.stop());

  const ids = async (table: Table) => {
    const rows = await all.rows<{ id: string }>(
      TABLES[table],
      `SELECT source_id AS id FROM ${table} WHERE revision = 1`,
    );
    return rows.map(({ id }) => id).sort();
  };
  const stored = async () =>
    Object.fromEntries(await Promise.all(tables.map(async (table) => [table, await ids(table)] as const)));
  const versions = async () =>
    Promise.all(
      tables.map((table) =>
        all.rows(TABLES[table], `SELECT source_id, xmin FROM ${table} ORDER BY source, source_id`),
      ),
    );
  /** The same subgraphs, of which one refuses work from a moment on. */
  const failing = (name: string, isDown: () => boolean) => {
    const subgraph = all.running.get(name) as Subgraph;
    const open: Subgraph['open'] = (call) => {
      if (isDown()) throw new Error('the power is out');
      return subgraph.open(call);
    };
    const broken = new Proxy(subgraph, {
      get: (target, key) => (key === 'open' ? open : (Reflect.get(target, key) as unknown)),
    });
    return new Map(all.running).set(name, broken);
  };

  test('the planner MUST know of them at once', async () => {
    await loadDemoData(all.running, options(1));
    for (const table of tables) {
      const [known] = await all.rows(
        TABLES[table],
        `SELECT last_analyze > now() - interval '1 minute' AS yes FROM pg_stat_user_tables WHERE relname = '${table}'`,
      );
      expect({ table, ...known }).toEqual({ table, yes: true });
    }
  });

  test('after an interruption the rest MUST be loaded, everything exactly once', async () => {
    const steps: number[] = [];
    const running = failing('equipment', () => steps.includes(500));
    await expect(loadDemoData(running, options(600), ({ done }) => steps.push(done))).rejects.toThrow(
      'the power is out',
    );
    expect(steps).toEqual([500]);
    expect((await ids('equipment')).length).toBeLessThan(expectedIds(600).equipment.length);

    const resumed: number[] = [];
    await loadDemoData(all.running, options(600), ({ done }) => resumed.push(done));
    expect(resumed).toEqual([600]);
    expect(await stored()).toEqual(expectedIds(600));
  });

  test('an interruption before the first block is done MUST NOT lose or double the records at the edges', async () => {
    await expect(
      loadDemoData(
        failing('credit', () => true),
        options(20),
      ),
    ).rejects.toThrow('the power is out');
    await loadDemoData(all.running, options(20));
    expect(await stored()).toEqual(expectedIds(20));
  });

  test('a larger scale MUST begin with the same records, and leave those that are there as they are', async () => {
    await loadDemoData(all.running, options(40));
    expect(await stored()).toEqual(expectedIds(40));
    const before = await versions();
    await loadDemoData(all.running, options(90));
    expect(await stored()).toEqual(expectedIds(90));
    const after = await versions();
    for (const [at, rows] of before.entries()) expect(after[at]).toEqual(expect.arrayContaining(rows));
  });

  test('the same data again MUST send nothing and change nothing', async () => {
    const first = await loadDemoData(all.running, options(30));
    expect(first.done).toBe(30);
    expect(first.rows).toBeGreaterThanOrEqual(Object.values(expectedIds(30)).flat().length);
    const before = await versions();
    expect(await loadDemoData(all.running, options(30))).toEqual({ done: 30, rows: 0 });
    expect(await versions()).toEqual(before);
  });

  test('typical cases MUST be chosen once, say that they are made up, and be public', async () => {
    const shown = async () =>
      (await all.ask('enforcement', '{ typicalCases { edges { node { title votes publishedOn } } } }')).data
        .typicalCases.edges as { node: object }[];
    const chosen = await shown();
    expect(chosen.map(({ node }) => node)).toEqual(
      Array.from({ length: 2 }, () => ({
        title: expect.stringMatching(/（合成数据.*）$/) as string,
        votes: 2,
        publishedOn: expect.stringMatching(/^2\d{3}-/) as string,
      })),
    );
    await loadDemoData(all.running, options(35));
    expect(await shown()).toEqual(chosen);
  });

  test('two scales of different seeds MUST stand side by side', async () => {
    await loadDemoData(all.running, options(30));
    await loadDemoData(all.running, options(30, { seed: 2 }));
    expect(await ids('enterprise')).toHaveLength(2 * expectedIds(30).enterprise.length);
  });

  test('every submission MUST be on record as that of the demo', async () => {
    await loadDemoData(all.running, options(10));
    const rows = await all.rows<{ record: string }>('registry', 'SELECT record FROM journal ORDER BY entry');
    const subjects = new Set(rows.map(({ record }) => (JSON.parse(record) as { subject: string }).subject));
    // those that registered their sources among them, of the tests before as well
    expect([...subjects].filter((subject) => !/^demo-data:synthetic(-[a-z]+)*$/.test(subject))).toEqual([]);
    const whose = [
      '',
      '-registration-authority',
      '-emergency-management',
      '-fire-rescue',
      '-safety-committee',
    ];
    expect([...subjects]).toEqual(expect.arrayContaining(whose.map((each) => `demo-data:synthetic${each}`)));
    for (const { db } of all.running.values())
      expect((await verifyAudit(db, TEST_SETTINGS.dataKey)).broken).toBeNull();
  });

  const real = (code: string) =>
    all.rows(
      'registry',
      `INSERT INTO enterprise (source, source_id, revision, content_digest, uscc, name, status, region_code, checksum_valid, synthetic)
       VALUES ('real', '1', 1, '', $1, '甲公司', 'OPERATING', '430682', true, false)`,
      [code],
    );

  test('what a subgraph refuses MUST stop the load by name, not be skipped', async () => {
    const { uscc } = makeEnterprise(1, 3, new Places(null));
    await real(uscc);
    const refused = new RegExp(
      `^1 made-up enterprises were refused; the first: 1-3 ${uscc} was submitted by real`,
    );
    await expect(loadDemoData(all.running, options(10))).rejects.toThrow(refused);
  });

  test('a register that holds anything else MUST be left alone', async () => {
    await real('91430682MA4L16JQ90');
    const said: string[] = [];
    await fillIfEmpty(all.running, (line) => said.push(line));
    expect(await ids('enterprise')).toEqual(['1']);
    expect(said).toEqual([]);
  });

  test('a register that was filled to a part MUST be filled further, and one that is filled not again', async () => {
    const registry = all.running.get('registry') as Subgraph;
    const resume = new Resume(registry, options(2_000));
    await loadDemoData(all.running, options(3));
    const before = (await ids('enterprise')).length;
    expect(before).toBeGreaterThan(3);
    await resume.keep(1_990);
    const said: string[] = [];
    await fillIfEmpty(all.running, (line) => said.push(line));
    expect(await ids('enterprise')).toHaveLength(before + 10);
    expect(await resume.done()).toBe(2_000);
    await fillIfEmpty(all.running, (line) => said.push(line));
    expect(await ids('enterprise')).toHaveLength(before + 10);
    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(/synthetic/);
  });
});
