import { loadDemoData } from '../../../subgraphs/demo';
import { as } from '../../support/callers';
import { allSubgraphs, national, options, type AllSubgraphs } from './sample';

const FLAGGED =
  '{ enterprises(filter: { region: "430682" }, first: 100) { edges { node { uscc checksumValid synthetic status } } } }';
const LISTING =
  'query ($id: ID!) { dishonestyListing(id: $id) { status listedOn publishBy expiresOn removedOn synthetic } }';
const EQUIPMENT =
  'query ($code: ID!) { equipment(code: $code) { code kind { code } nextInspectionDue synthetic } }';

describe('the records at the edges of the rules', () => {
  let all: AllSubgraphs;
  beforeAll(async () => {
    all = await allSubgraphs();
    await loadDemoData(all.running, options(0));
  });
  afterAll(() => all.stop());

  const GOVERNED = `{ matterVersions(filter: { region: "430682" }, first: 100) { edges { node {
    kind status provisionalUntil formerLead { code } handedOverOn takenOverOn name newRisk { id } matter { status onlyHere }
    history { step } } } } newRisks { edges { node { status } } } actionPlans { id } }`;

  test('matters of a county MUST be there in every state that one can be in, each marked', async () => {
    await loadDemoData(all.running, options(0));
    const office = as.officer('SAFETY_COMMITTEE', '430682', 'write:matters');
    const { data } = await all.ask('matters', GOVERNED, {}, office);
    const versions = data.matterVersions.edges.map(({ node }: { node: object }) => node) as {
      name: string;
      kind: string;
      status: string;
      [field: string]: unknown;
    }[];
    expect(versions.filter(({ name }) => !name.includes('合成数据'))).toEqual([]);
    expect(versions.map(({ kind, status }) => `${kind} ${status}`).sort()).toEqual([
      ...['CHANGE DECIDED', 'CHANGE DECIDED', 'CREATE CIRCULATED', 'CREATE DECIDED', 'CREATE DECIDED'],
      ...['CREATE DECIDED', 'CREATE DECIDED', 'CREATE DRAFTED', 'CREATE REFUSED', 'CREATE WITHDRAWN'],
      'RETIRE DECIDED',
    ]);
    const changed = versions.filter(({ formerLead }) => formerLead !== null);
    expect(changed.map(({ handedOverOn, takenOverOn }) => [handedOverOn, takenOverOn]).sort()).toEqual([
      [null, null],
      ['2026-11-01', '2026-11-01'],
    ]);
    expect(versions).toContainEqual(
      expect.objectContaining({
        provisionalUntil: '2027-11-01',
        newRisk: { id: expect.any(String) as string },
        matter: { status: 'IN_FORCE', onlyHere: true },
      }),
    );
    expect(versions).toContainEqual(
      expect.objectContaining({ history: expect.arrayContaining([{ step: 'OBJECTED' }]) as unknown }),
    );
    const risks = data.newRisks.edges.map(({ node }: { node: { status: string } }) => node.status);
    expect(new Set(risks)).toEqual(new Set(['ASSIGNED', 'REGISTERED']));
    expect(data.actionPlans).toContainEqual({ id: 'DIZHUANG-2024' });
  });

  test('a stage of theirs MUST be undecided, and another overlap', async () => {
    const query = '{ matter(code: "MOBILE_CATERING") { stages { name responsibilities { role state } } } }';
    const { data } = await all.ask('matters', query);
    const states = (data.matter.stages as { responsibilities: { state: string }[] }[]).map(
      ({ responsibilities }) => new Set(responsibilities.map(({ state }) => state)),
    );
    expect(states).toEqual([new Set(['UNDECIDED']), new Set(['UNDECIDED', 'SETTLED', 'OVERLAPPING'])]);
  });

  test('every reference of theirs MUST lead to a record that is there', async () => {
    for (const name of all.running.keys())
      expect(await all.rows(name, 'SELECT noun, field, reference, reason FROM unknown_reference')).toEqual(
        [],
      );
  });

  const enterprises = async (caller?: ReturnType<typeof national>) => {
    const { data } = await all.ask('registry', FLAGGED, {}, caller);
    return data.enterprises.edges.map(({ node }: { node: object }) => node) as { checksumValid: boolean }[];
  };
  const listing = async (name: string, caller?: ReturnType<typeof national>, source = 'synthetic') =>
    (await all.ask('credit', LISTING, { id: `${source}/edge-1-${name}` }, caller)).data.dishonestyListing;
  const device = async (name: string) => {
    const [row] = await all.rows<{ code: string }>(
      'equipment',
      'SELECT code FROM equipment WHERE source_id = $1',
      [`edge-1-${name}`],
    );
    return (await all.ask('equipment', EQUIPMENT, { code: row?.code })).data.equipment;
  };
  const market = national('MARKET_SUPERVISION');

  test('a code with a wrong check digit MUST be stored from the registration authority, flagged and synthetic', async () => {
    const flagged = (await enterprises(market)).filter(({ checksumValid }) => !checksumValid);
    expect(flagged).toMatchObject([{ checksumValid: false, synthetic: true }]);
    const rows = await all.rows('registry', 'SELECT source FROM enterprise WHERE NOT checksum_valid');
    expect(rows).toEqual([{ source: 'synthetic-registration-authority' }]);
  });

  // with seed 1, that of the first start, it is CANCELLED
  test('the enterprise with the flagged code MUST be seen by anyone', async () => {
    expect((await enterprises()).filter(({ checksumValid }) => !checksumValid)).toHaveLength(1);
  });

  test('an enterprise of 许昌县 411023 MUST be stored under 建安区 411003', async () => {
    const query =
      '{ enterprises(filter: { region: "411003" }) { edges { node { region { name } synthetic } } } }';
    expect((await all.ask('registry', query)).data.enterprises.edges).toEqual([
      { node: { region: { name: '建安区' }, synthetic: true } },
    ]);
    expect(await all.rows('registry', "SELECT FROM enterprise WHERE region_code = '411023'")).toEqual([]);
  });

  test.each([
    ['17-characters', 17],
    ['18-characters', 18],
    ['20-digits', 20],
  ])('a device code of %s MUST be stored', async (name, length) => {
    const found = await device(name);
    expect(found).toMatchObject({ synthetic: true });
    expect(found.code).toHaveLength(length);
  });

  test('a device of the catalogue before 2014 MUST be stored under its kind of today', async () => {
    const { code, kind } = await device('old-catalogue');
    expect([code.slice(0, 4), kind.code]).toEqual(['3500', '3310']);
  });

  // 15 years are full for neither: one is inspected in year 14, the other in year 15, and both are due on 2026-11-15
  test('two lifts on both sides of year 15, inspected on the same day, MUST be due on different days', async () => {
    const dues = await Promise.all(
      ['lift-year-15', 'lift-year-16'].map(async (name) => (await device(name)).nextInspectionDue),
    );
    expect(dues.every((due) => /^20\d\d-11-15$/.test(due))).toBe(true);
    expect(dues[0]).not.toBe(dues[1]);
  });

  test('a decision on the last working day before 国庆 MUST be published 20 working days on, over holidays and a made-up Saturday', async () => {
    expect(await listing('before-national-day')).toMatchObject({
      status: 'LISTED',
      publishBy: '2026-11-03',
      synthetic: true,
    });
  });

  test('a term MUST hold on its last day and be over on the day after', async () => {
    expect(await listing('last-day')).toMatchObject({ status: 'LISTED', expiresOn: '2026-11-01' });
    expect(await listing('day-after')).toBeNull();
    expect(await listing('day-after', market)).toMatchObject({ status: 'EXPIRED', expiresOn: '2026-10-31' });
  });

  test('repairs on both sides of 2025-12-25 MUST be there, for agencies only', async () => {
    for (const [name, removedOn] of [
      ['repaired-before', '2025-12-24'],
      ['repaired-after', '2025-12-25'],
    ] as const) {
      expect(await listing(name, market)).toMatchObject({ status: 'REMOVED_EARLY', removedOn });
      expect(await listing(name)).toBeNull();
    }
  });

  test('a notice MUST be there for the department that keeps the list only', async () => {
    const notice = (caller?: ReturnType<typeof national>) =>
      listing('under-notice', caller, 'synthetic-emergency-management');
    expect(await notice(national('EMERGENCY_MANAGEMENT'))).toMatchObject({
      status: 'NOTIFIED',
      listedOn: null,
    });
    for (const caller of [undefined, market]) expect(await notice(caller)).toBeNull();
  });

  test.each([
    ['renewal-due', 'RENEWAL_DUE', 'N1'],
    ['renewal-not-due', 'VALID', 'N1'],
    ['last-day', 'RENEWAL_DUE', 'N1'],
    ['old-code', 'EXPIRED', 'N1'],
  ])('the certificate %s MUST be %s and count as %s', async (name, status, code) => {
    const [row] = await all.rows<{ id: string }>(
      'training',
      'SELECT id FROM qualification WHERE source_id = $1',
      [`edge-1-${name}`],
    );
    const query = 'query ($id: ID!) { qualification(id: $id) { status item { code } synthetic } }';
    const { data } = await all.ask('training', query, { id: row?.id }, market);
    expect(data.qualification).toEqual({ status, item: { code }, synthetic: true });
  });

  test('everything that is stored MUST be of a synthetic source and marked', async () => {
    for (const [subgraph, table] of [
      ['registry', 'enterprise'],
      ['equipment', 'equipment'],
      ['credit', 'dishonesty_listing'],
    ] as const) {
      const [row] = await all.rows<Record<string, number>>(
        subgraph,
        `SELECT count(*)::int AS all, count(*) FILTER (WHERE synthetic AND source LIKE 'synthetic%')::int AS marked FROM ${table}`,
      );
      expect(row?.all).toBeGreaterThan(5);
      expect(row?.marked).toBe(row?.all);
    }
  });
});
