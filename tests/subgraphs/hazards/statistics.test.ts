import { as } from '../../support/callers';
import { TODAY, committee, fire, hazardBed, market, record } from './sample';

/** Figures are for agencies. */
const agency = { caller: as.officer('GOVERNMENT', '430000') };

interface Made {
  regionCode: string;
  industryCode: string;
  domain: string;
  grade: string;
  channel: string;
  foundOn: string;
  originalDueOn: string;
  dueOn: string;
  status: string;
  closedOn: string | null;
}

const day = (from: string, days: number) =>
  new Date(Date.parse(`${from}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** Hazards of every kind, always the same. */
function hazards(count: number): (Made & Record<string, unknown>)[] {
  const pick = <Item>(items: readonly Item[], at: number) => items[at % items.length] as Item;
  return Array.from({ length: count }, (_, at) => {
    const foundOn = day('2022-11-01', (at * 37) % 1_300);
    const originalDueOn = day(foundOn, 20 + (at % 50));
    const isClosed = at % 3 !== 0 && day(foundOn, (at * 7) % 90) <= TODAY;
    return record(at, {
      ...{
        regionCode: pick(['430682', '430602', '430100', '411003', '430682101'], at),
        industryCode: pick(['7020', '2619', '4511'], at),
      },
      ...{
        domain: pick(['SPECIAL_EQUIPMENT', 'FIRE', 'GAS'], at >> 1),
        grade: pick(['MAJOR', 'MAJOR', 'GENERAL'], at >> 2),
      },
      ...{ channel: pick(['SELF_REPORT', 'INSPECTION', 'TIP_VERIFIED'], at >> 3), foundOn, originalDueOn },
      ...{
        dueOn: at % 5 === 0 ? day(originalDueOn, 30) : originalDueOn,
        status: isClosed ? 'CLOSED' : 'RECTIFYING',
      },
      closedOn: isClosed ? day(foundOn, (at * 7) % 90) : null,
    }) as unknown as Made & Record<string, unknown>;
  });
}

/** The same figures, counted one by one. */
function recount(of: readonly Made[]) {
  const closed = of.filter(({ closedOn }) => closedOn);
  const open = of.filter(({ closedOn }) => !closedOn);
  const onTime = (due: 'originalDueOn' | 'dueOn') =>
    closed.filter((each) => (each.closedOn ?? '') <= each[due]).length;
  const fallen = (due: 'originalDueOn' | 'dueOn') =>
    closed.length + open.filter((each) => each[due] < TODAY).length;
  const rate = (due: 'originalDueOn' | 'dueOn') => (fallen(due) === 0 ? null : onTime(due) / fallen(due));
  const selfReported = of.filter(({ channel }) => channel === 'SELF_REPORT').length;
  return {
    ...{
      found: of.length,
      open: open.length,
      closed: closed.length,
      overdue: open.filter(({ dueOn }) => dueOn < TODAY).length,
    },
    ...{ closedOnTime: onTime('originalDueOn'), fallenDue: fallen('originalDueOn'), selfReported },
    ...{ onTimeRate: rate('originalDueOn'), onTimeRateWithExtensions: rate('dueOn') },
    stock: open.filter(({ foundOn }) => foundOn < '2024-01-01').length,
    increment: of.filter(({ foundOn }) => foundOn >= '2024-01-01').length,
    selfReportShare: of.length === 0 ? null : selfReported / of.length,
  };
}

const FIGURES =
  'found open closed overdue closedOnTime fallenDue selfReported onTimeRate onTimeRateWithExtensions stock increment selfReportShare';
const all = hazards(300);
const SCOPE = { hazardDomains: ['SPECIAL_EQUIPMENT', 'FIRE'], equipmentKinds: [], roles: [] };

const bed = hazardBed();

describe('figures of hazards', () => {
  beforeAll(async () => {
    expect(
      (await bed.submit('submitHazards', all, { caller: { ...committee, region: '000000' } })).data.receipt,
    ).toMatchObject({
      accepted: 300,
      rejected: [],
    });
    await bed.submit('submitHazards', [
      record('reported', { status: 'REPORTED' }),
      record('dismissed', { status: 'DISMISSED' }),
    ]);
  });

  const statistics = async (asked: string, fields = FIGURES) =>
    (await bed.run(`{ hazardStatistics(${asked}) { key ${fields} } }`, agency)).data.hazardStatistics as ({
      key: string;
    } & Record<string, unknown>)[];
  const within = (prefix: string) =>
    all.filter(({ regionCode, grade }) => regionCode.startsWith(prefix) && grade === 'MAJOR');
  const grouped = (of: readonly Made[], keyOf: (each: Made) => string) =>
    [...new Set(of.map(keyOf))]
      .sort()
      .map((key) => ({ key, ...recount(of.filter((each) => keyOf(each) === key)) }));

  test('by region they MUST be what a recount finds, one level below the division asked for', async () => {
    expect(await statistics('region: "000000"')).toEqual(
      grouped(within(''), ({ regionCode }) => `${regionCode.slice(0, 2)}0000`),
    );
    expect(await statistics('region: "430000"')).toEqual(
      grouped(within('43'), ({ regionCode }) => `${regionCode.slice(0, 4)}00`),
    );
    expect(await statistics('region: "430600"')).toEqual(
      grouped(within('4306'), ({ regionCode }) => regionCode.slice(0, 6)),
    );
    expect(await statistics('region: "430682"')).toEqual(
      grouped(within('430682'), ({ regionCode }) => regionCode),
    );
  });

  test('by industry, year, field and in all they MUST be what a recount finds', async () => {
    const here = within('43');
    expect(await statistics('region: "430000", groupBy: INDUSTRY')).toEqual(
      grouped(here, ({ industryCode }) => industryCode.slice(0, 2)),
    );
    expect(await statistics('region: "430000", groupBy: YEAR')).toEqual(
      grouped(here, ({ foundOn }) => foundOn.slice(0, 4)),
    );
    expect(await statistics('region: "430000", groupBy: DOMAIN')).toEqual(
      grouped(here, ({ domain }) => domain),
    );
    expect(await statistics('region: "430000", groupBy: TOTAL')).toEqual([
      { key: 'TOTAL', ...recount(here) },
    ]);
    const until2023 = here.filter(({ foundOn }) => foundOn <= '2023-12-31');
    expect(until2023.length).toBeGreaterThan(0);
    const asked = 'region: "430000", groupBy: TOTAL';
    expect(await statistics(`${asked}, foundTo: "2023-12-31"`)).toEqual([
      { key: 'TOTAL', ...recount(until2023) },
    ]);
    const since = here.filter((each) => !until2023.includes(each));
    expect(await statistics(`${asked}, foundFrom: "2024-01-01"`)).toEqual([
      { key: 'TOTAL', ...recount(since) },
    ]);
    const of2024 = here.filter(({ foundOn }) => foundOn.startsWith('2024'));
    expect(await statistics('region: "430000", groupBy: TOTAL, year: 2024')).toEqual([
      { key: 'TOTAL', ...recount(of2024) },
    ]);
  });

  test('they MUST be held against the target of their year', async () => {
    const years = await statistics(
      'region: "000000", groupBy: YEAR',
      'year onTimeRate onTimeTarget meetsTarget',
    );
    expect(years.map(({ year, onTimeTarget }) => [year, onTimeTarget])).toEqual([
      [2022, 1],
      [2023, 1],
      [2024, 0.95],
      [2025, null],
      [2026, null],
    ]);
    for (const { onTimeRate, onTimeTarget, meetsTarget } of years) {
      expect(meetsTarget).toBe(onTimeTarget === null ? null : Number(onTimeRate) >= Number(onTimeTarget));
    }
  });

  test('tallied inspections and the four counters MUST be added up, a correction replacing the first, and no tally MUST stand for inspections on record', async () => {
    const tally = (revision: number, inspections: number) => ({
      ...{
        sourceId: 'i',
        revision,
        regionCode: '430682',
        month: '2024-05',
        departmentKind: 'MARKET_SUPERVISION',
        inspections,
      },
    });
    await bed.submit('submitInspectionTallies', [tally(1, 1_000)]);
    await bed.submit('submitInspectionTallies', [tally(2, 2_000)]);
    const cleared = { obstaclesRemoved: 1, ladderSitesCleared: 2, exitsCleared: 3, fireLanesCleared: 4 };
    const lifelines = [5, 6].map((month) => ({
      sourceId: `l${month}`,
      regionCode: '430682',
      month: `2024-0${month}`,
      ...cleared,
    }));
    await bed.submit('submitLifelineTallies', lifelines, { caller: fire });
    const fields =
      'inspections inspectionsMissing talliedInspections inspectionDifference majorPerThousandInspections lifelineCounters { obstaclesRemoved fireLanesCleared }';
    const [found] = await statistics('region: "430600", groupBy: TOTAL, year: 2024', fields);
    expect(found).toMatchObject({
      inspections: null,
      inspectionsMissing: 'SUBGRAPH_UNAVAILABLE',
      talliedInspections: 2_000,
      inspectionDifference: null,
      majorPerThousandInspections: null,
      lifelineCounters: { obstaclesRemoved: 2, fireLanesCleared: 8 },
    });
    const [none] = await statistics('region: "430600", groupBy: INDUSTRY', fields);
    expect(none).toMatchObject({
      inspections: null,
      inspectionsMissing: null,
      talliedInspections: null,
      majorPerThousandInspections: null,
      lifelineCounters: null,
    });
    // which groups have inspections alone, nobody knows: that is told where the others stand
    for (const [groupBy, isTold] of Object.entries({
      REGION: true,
      YEAR: true,
      INDUSTRY: false,
      TOTAL: false,
    })) {
      const asked = `{ of: hazardStatistics(region: "430600", groupBy: ${groupBy}) { key } }`;
      const { data, errors = [] } = await bed.run(asked, agency);
      expect(data.of.length).toBeGreaterThan(0);
      const told = { path: ['of'], extensions: { code: 'SUBGRAPH_UNAVAILABLE', subgraph: 'enforcement' } };
      expect(errors).toMatchObject(isTold ? [told] : []);
    }
    expect(await bed.run('{ hazardStatistics(region: "430000", year: 24) { key } }', agency)).toFailWith(
      'NUMBER_INVALID',
    );
  });

  test('an overview MUST count what is tagged with the matter, and what is of its fields, once each', async () => {
    await bed.submit('submitHazards', [
      record('tag', {
        domain: 'MINING',
        matterCodes: ['M'],
        leadDepartmentCode: '430682-MARKET_SUPERVISION',
      }),
      record('both', { matterCodes: ['M'], industryCode: '7020' }),
      record('general', { matterCodes: ['M'], grade: 'GENERAL' }),
    ]);
    const overview = async (regionCode: string, scope: object) =>
      (
        await bed.run(
          'query ($refs: [_Any!]!) { _entities(representations: $refs) { ... on MatterOverview { openMajorHazards overdueHazards onTimeRate } } }',
          {
            caller: fire,
            variables: { refs: [{ __typename: 'MatterOverview', matterCode: 'M', regionCode, scope }] },
          },
        )
      ).data._entities[0];
    const inScope = (prefix: string) =>
      within(prefix).filter(({ domain }) => SCOPE.hazardDomains.includes(domain));
    const { open, overdue } = recount(inScope('43'));
    expect(await overview('430000', SCOPE)).toMatchObject({
      openMajorHazards: open + 2,
      overdueHazards: overdue + 2,
    });
    const elsewhere = recount(inScope('41'));
    expect(await overview('410000', SCOPE)).toEqual({
      ...{
        openMajorHazards: elsewhere.open,
        overdueHazards: elsewhere.overdue,
        onTimeRate: elsewhere.onTimeRate,
      },
    });
    expect(await overview('430000', {})).toEqual({
      openMajorHazards: 2,
      overdueHazards: 2,
      onTimeRate: 0,
    });
    expect(await overview('110000', SCOPE)).toEqual({
      openMajorHazards: null,
      overdueHazards: null,
      onTimeRate: null,
    });
    await bed.subgraph.db.read("DELETE FROM hazard WHERE number IN ('H-tag', 'H-both', 'H-general')");
  });

  test('lists MUST be filtered by subtree, grade, field, state, deadline, channel and day, page by page', async () => {
    const list = async (filter: string, caller = market) => {
      const { data } = await bed.run(
        `{ hazards(filter: { ${filter} }, first: 100) { totalCount edges { node { number regionCode: region { code } } } } }`,
        { caller },
      );
      return data.hazards.totalCount as number;
    };
    const count = (holds: (each: Made) => boolean) => all.filter(holds).length;
    expect(await list('region: "430600", grade: MAJOR, status: CLOSED')).toBe(
      count((h) => h.regionCode.startsWith('4306') && h.grade === 'MAJOR' && h.status === 'CLOSED'),
    );
    expect(await list('domain: FIRE, channel: SELF_REPORT')).toBe(
      count((h) => h.domain === 'FIRE' && h.channel === 'SELF_REPORT'),
    );
    expect(await list('overdue: true')).toBe(count((h) => !h.closedOn && h.dueOn < TODAY));
    expect(await list('overdue: false, foundFrom: "2024-01-01", foundTo: "2024-12-31"')).toBe(
      count((h) => (h.closedOn !== null || h.dueOn >= TODAY) && h.foundOn.startsWith('2024')),
    );
    expect(await list('industryPrefix: "26"')).toBe(count((h) => h.industryCode.startsWith('26')));
    expect(await list('escalation: EXPOSURE')).toBe(0);
    expect(await list('region: "430000"', as.public)).toBe(0);
  });
});
