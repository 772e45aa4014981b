import { createHash } from 'node:crypto';
import { drift, migrate } from '../../migrations/run';
import { subgraphs } from '../../subgraphs';
import { paperForm, verifyAudit } from '../../subgraphs/kernel';
import { sendTo } from '../support/http';
import { startPlatform, type Platform } from '../support/platform';
import { TEST_SETTINGS } from '../support/settings';
import { answersOf, feedOf, rowsOf } from '../upgrade/questions';
import { keptVersions, manifestOf, restore } from '../upgrade/restore';

test('a database of version 0.1.0 MUST be kept', () => {
  expect(keptVersions()).toContain('0.1.0');
});

describe.each(keptVersions())('a database of version %s', (version) => {
  const then = manifestOf(version);
  const audit: Record<string, unknown> = {};
  let platform: Platform;
  let url: string;
  beforeAll(async () => {
    // some of what was asked then costs more than may be asked at once today
    platform = await startPlatform('local', { COST_LIMIT: '9999999999' }, async () => {
      const database = await restore(version);
      url = database.url;
      await migrate(subgraphs, () => url);
      return database;
    });
    // before anything is asked: a guarded read is put on record
    for (const [name, { db }] of platform.subgraphs)
      audit[name] = await verifyAudit(db, TEST_SETTINGS.dataKey);
  });
  afterAll(() => platform?.stop());

  test('its tables MUST become what the entities declare', async () => {
    for (const definition of subgraphs)
      expect([definition.name, await drift(definition, url)]).toEqual([definition.name, []]);
  });

  test('no row that was submitted MUST be lost', async () => {
    expect(Object.values(then.rows).filter((rows) => rows > 0).length).toBeGreaterThan(80);
    // what it told is in the array of each hazard since 0.2.0
    const { 'hazards.hazard_tag': _, ...rows } = then.rows;
    expect(await rowsOf(platform.sql)).toMatchObject({ ...rows, ...auditRows(), ...amended });
  });

  /** The feed has told of the listing whose number is written otherwise since 0.2.0. */
  const amended = { 'credit.dishonesty_change': Number(then.rows['credit.dishonesty_change']) + 1 };
  /** What is put on record since is in the journal. */
  const auditRows = () =>
    Object.fromEntries(Object.entries(then.audit).map(([name, kept]) => [`${name}.audit_record`, kept]));

  test('what was stored before its owner was asked MUST be flagged, to be asked for', async () => {
    const [{ flagged, stated } = { flagged: 0, stated: -1 }] = await platform.sql<Record<string, number>>(
      `SELECT (SELECT count(*)::int FROM hazards.unknown_reference WHERE (noun, field) = ('Hazard', 'industryCode')) AS flagged,
        (SELECT count(*)::int FROM hazards.hazard WHERE uscc IS NOT NULL) AS stated`,
    );
    expect(flagged).toBe(stated);
    expect(flagged).toBeGreaterThan(0);
  });

  test('the audit chain of every subgraph MUST hold, and the journal go on from its head', () => {
    const held = Object.entries(then.audit).map(([name, verified]) => [name, { verified, broken: null }]);
    expect(audit).toMatchObject(Object.fromEntries(held));
  });

  test('the feed MUST go on where it was: the same epoch, over the same lines but for how numbers are written', async () => {
    const now = await feedOf(platform);
    const { text } = await sendTo(`${platform.address}/feeds/dishonesty.ndjson`, null);
    const lines = text.split('\n').filter(Boolean);
    expect(now).toEqual({ ...then.feed, digest: digestOf(lines) });
    expect([lines.length, digestOf(lines.map(asThen))]).toEqual([then.feed.listed, then.feed.digest]);
  });

  /** Since 0.2.0 numbers of documents have one spelling. */
  const asThen = (line: string) => line.replace(/("basisDocument":"[^"]*)\(合成数据\)"/, '$1（合成数据）"');

  test('what was asked then MUST be answered as it was then, but for what CHANGELOG.md names', async () => {
    const now = await answersOf(platform);
    for (const [name, answer] of Object.entries(then.answers))
      expect([name, told(now[name])]).toEqual([name, told(answer)]);
  });

  /** Since 0.2.0 a device in use that failed or was never inspected is overdue, and listed as a violation that the system sees; figures of a matter count deeds by what they are. */
  const told = (answer: unknown): unknown =>
    JSON.parse(
      JSON.stringify(answer, (key, value: unknown) => {
        if (key === 'overdueInspections' || key === 'overview') return undefined;
        if (key === 'filingDue') return undefined;
        if (key === 'matters' && Array.isArray(value)) return value.filter(isNotOfKeyUnits);
        if (key === 'hazardStatistics')
          return (value as { found: number }[]).filter(({ found }) => found > 0);
        if (key === 'tips') return withoutDue(value as Tips);
        if (key === 'equipmentViolations') return recorded(value as Violations);
        if (key === 'actionPlans') return (value as { id: string }[]).filter(({ id }) => id !== TOWN_PLAN);
        const by = KEYS[key];
        if (by !== undefined) return formed(value as Keyed, by);
        if (SPELLED.test(key) && typeof value === 'string') return paperForm(value);
        const device = value as { overdue?: unknown; nextInspectionDue?: unknown } | null;
        const isDevice = typeof device === 'object' && device !== null && 'nextInspectionDue' in device;
        return isDevice && device.nextInspectionDue === null ? { ...device, overdue: undefined } : value;
      }),
    );
  /** Since 0.2.0 tips are there for who handles them alone, and due, and leads to be filed, by the order of their department; what was inspected without a hazard has a row in the statistics. */
  interface Tips {
    edges: { node: { forMarketSupervision?: object | null } }[];
  }
  const withoutDue = ({ edges }: Tips): Tips => ({
    edges: edges
      .filter(({ node }) => node.forMarketSupervision !== null)
      .map(({ node }) => ({ node: { ...node, dueOn: undefined } })),
  });
  /** Since 0.2.0 who is a key fire unit is said by its register. */
  const isNotOfKeyUnits = ({ code }: { code?: string }) => code !== 'KEY_FIRE_UNIT';
  /** Since 0.2.0 the plan of a town stands among those of divisions above. */
  const TOWN_PLAN = 'DIZHUANG-2024';
  interface Violations {
    edges: { node: { id: string } }[];
  }
  /** Since 0.2.0 numbers on papers and codes on things have one spelling: by their fields, or by the keys of these lists. */
  const SPELLED = /^(?:cylinderSerial|serial|chip|batch|reportNumber|planNumber)$/;
  const KEYS: Record<string, string> = {
    equipmentOrders: 'number',
    grids: 'code',
    inspectionBodies: 'id',
    samplingPlans: 'number',
  };
  interface Keyed {
    edges: { node: Record<string, string> }[];
  }
  const formed = ({ edges }: Keyed, key: string) =>
    edges
      .map(({ node }) => ({ ...node, [key]: paperForm(String(node[key])) }))
      .sort((one, other) => Buffer.compare(Buffer.from(String(one[key])), Buffer.from(String(other[key]))));
  const recorded = ({ edges }: Violations) => edges.filter(({ node }) => !node.id.startsWith('today/'));
});

/** The XOR of the SHA-256 of every line. */
function digestOf(lines: readonly string[]): string {
  const sum = Buffer.alloc(32);
  for (const line of lines)
    createHash('sha256')
      .update(line)
      .digest()
      .forEach((byte, at) => (sum[at] = (sum[at] ?? 0) ^ byte));
  return sum.toString('hex');
}
