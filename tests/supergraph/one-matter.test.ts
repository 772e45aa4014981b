import { modes, startPlatform, type Mode, type Platform } from '../support/platform';
import { ONE_MATTER } from './queries';

interface Listing {
  status: string;
}
interface Node {
  status?: string;
  equipment: { totalCount: number } | null;
  dishonestyListings: Listing[];
}

const HUNAN = '430000';
const today = () => new Date(Date.now() + 8 * 3600_000).toISOString().slice(0, 10);
/** What the modes have answered, to be compared. */
const answers = new Map<Mode, unknown[]>(modes.map((mode) => [mode, []]));

describe.each(modes)('one matter, %s', (mode) => {
  let platform: Platform;
  let officer: string;
  beforeAll(async () => {
    platform = await startPlatform(mode);
    officer = await platform.token('MARKET_SUPERVISION', HUNAN);
  });
  afterAll(() => platform.stop());

  const ask = async (query: string, token: string | null, variables?: Record<string, unknown>) => {
    const answer = await platform.post(query, { token, variables });
    answers.get(mode)?.push({ status: answer.status, data: answer.data, errors: answer.errors });
    return answer;
  };

  test('an officer MUST get the data of four departments in one answer without errors', async () => {
    const { status, data, errors } = await ask(ONE_MATTER, officer, { first: 100 });
    expect({ status, errors }).toEqual({ status: 200, errors: undefined });
    const { name, leadDepartment, stages, overview, enterprises } = data.matter;
    expect({ name, lead: leadDepartment.name }).toEqual({ name: '电动自行车', lead: '国家消防救援局' });
    expect(stages).toContainEqual({ name: '销售', department: { name: '国家市场监督管理总局' } });
    expect(stages).toContainEqual({ name: '维修与更换电池', department: null });
    expect(overview).toEqual({
      equipmentCount: null,
      overdueInspections: null,
      listedEnterprises: expect.any(Number),
    });
    const nodes = (enterprises.edges as { node: Node }[]).map(({ node }) => node);
    const listedUser = nodes.find(
      ({ equipment, dishonestyListings }) => equipment?.totalCount && dishonestyListings.length > 0,
    );
    expect(listedUser).toMatchObject({
      uscc: expect.stringMatching(/^9/),
      region: { fullName: expect.stringMatching(/^湖南省/) },
      equipment: {
        totalCount: 8,
        edges: expect.arrayContaining([
          { node: expect.objectContaining({ kind: { name: '曳引驱动乘客电梯' } }) },
        ]),
      },
      dishonestyListings: [expect.objectContaining({ cause: expect.stringContaining('合成数据') })],
    });
  });

  test('the public MUST get null and one SHARING_DENIED for the devices of enterprises, and all else whole', async () => {
    const seen = ONE_MATTER.replace('uscc name', 'uscc name status').replace(
      '{ list cause',
      '{ status list cause',
    );
    const whole = (await ask(seen, officer, { first: 100 })).data.matter;
    const { status, data, errors } = await ask(ONE_MATTER, null, { first: 5 });
    expect(status).toBe(200);
    expect(errors).toEqual([
      expect.objectContaining({
        path: ['matter', 'enterprises', 'edges', 'node', 'equipment'],
        extensions: expect.objectContaining({
          code: 'SHARING_DENIED',
          field: 'Enterprise.equipment',
          level: 'UNCONDITIONAL',
        }),
      }),
    ]);
    // the rows that are for anyone: no enterprise that is struck off, no listing that is over
    const open = (whole.enterprises.edges as { node: Node }[])
      .filter(({ node }) => node.status !== 'CANCELLED')
      .slice(0, 5);
    const edges = open.map(({ node: { status: _, ...node } }) => {
      const listings = node.dishonestyListings
        .filter((each) => each.status === 'LISTED')
        .map(({ status: _, ...listing }) => listing);
      return { node: { ...node, equipment: null, dishonestyListings: listings } };
    });
    // what was released of a matter that names no equipment, and of few who are listed
    const { overview } = data.matter;
    expect(overview).toMatchObject({ equipmentCount: null, overdueInspections: null });
    expect(data.matter).toEqual({ ...whole, overview, enterprises: { edges } });
  });

  test('what a department has said of another MUST lead somewhere: no reference of the demo is unknown', async () => {
    const flags = '(first: 20) { edges { node { subject { type key } field target key reason } } }';
    const lists = platform.apiSdl.match(/\b\w+UnknownReferences\b/g) ?? [];
    expect(lists).toHaveLength(7);
    const national = await platform.token('MARKET_SUPERVISION', '000000');
    const { data, errors } = await ask(`{ ${lists.map((list) => list + flags).join(' ')} }`, national);
    expect(errors).toBeUndefined();
    expect(Object.values(data as Record<string, { edges: object[] }>).flatMap(({ edges }) => edges)).toEqual(
      [],
    );
  });

  test.each(['ELEVATOR', 'IN_PLANT_VEHICLE', 'ELECTRIC_BICYCLE'])(
    'the figures of %s MUST be those of the tables',
    async (code) => {
      for (const region of ['430000', '430682', '411003', '000000']) {
        const query = `query ($code: ID!, $region: RegionCode!) {
        matter(code: $code) { overview(region: $region) { equipmentCount overdueInspections listedEnterprises } }
      }`;
        const { data, errors } = await ask(query, officer, { code, region });
        expect(errors).toBeUndefined();
        const known = Object.entries(data.matter.overview as Record<string, number | null>);
        const numbers = Object.fromEntries(known.map(([name, number]) => [name, number ?? 0]));
        expect({ region, ...numbers }).toEqual({ region, ...(await counted(code, region)) });
      }
    },
  );

  test('the figures MUST have something to count: a zero everywhere would agree with anything', async () => {
    const lifts = await counted('ELEVATOR', '000000');
    const vehicles = await counted('IN_PLANT_VEHICLE', '000000');
    const bicycles = await counted('ELECTRIC_BICYCLE', '000000');
    expect([
      lifts.equipmentCount,
      lifts.overdueInspections,
      vehicles.equipmentCount,
      bicycles.listedEnterprises,
    ]).not.toContain(0);
  });

  async function counted(code: string, region: string): Promise<Record<string, number>> {
    const under = region.replace(/(00)+$/, '');
    const [devices] = await platform.sql<Record<string, number>>(
      `WITH RECURSIVE kind AS (
         SELECT top.code FROM equipment.equipment_kind top JOIN (SELECT matter_code, scope FROM matters.matter_version) m ON m.matter_code = $1 WHERE m.scope->'equipmentKinds' ? top.code
         UNION SELECT child.code FROM equipment.equipment_kind child JOIN kind ON child.parent_code = kind.code)
       SELECT count(*)::int AS "equipmentCount",
         (count(*) FILTER (WHERE status IN ('IN_USE', 'REGISTERED') AND (next_inspection_due < $3 OR coalesce(last_conclusion, 'UNQUALIFIED') LIKE '%UNQUALIFIED')))::int AS "overdueInspections"
       FROM equipment.equipment WHERE kind_code IN (SELECT code FROM kind) AND region_code LIKE $2 AND status NOT IN ('SCRAPPED', 'CANCELLED')`,
      [code, `${under}%`, today()],
    );
    const [listed] = await platform.sql<Record<string, number>>(
      `SELECT count(DISTINCT uscc)::int AS "listedEnterprises" FROM credit.dishonesty_listing JOIN (SELECT matter_code, scope FROM matters.matter_version) m ON m.matter_code = $1
       WHERE region_code LIKE $2 AND status = 'LISTED' AND expires_on >= $3
         AND (m.matter_code = ANY(matter_codes)
           OR EXISTS (SELECT FROM jsonb_array_elements_text(m.scope->'industries') AS prefix WHERE industry_code LIKE prefix || '%'))`,
      [code, `${under}%`, today()],
    );
    return { ...devices, ...listed };
  }
});

test('both ways to run the platform MUST give the same answers', () => {
  expect(answers.get('local')?.length).toBeGreaterThan(10);
  expect(answers.get('served')).toEqual(answers.get('local'));
});
