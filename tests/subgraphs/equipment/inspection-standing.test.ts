import { valuesOf } from '../../../subgraphs/kernel';
import { EquipmentStatus } from '../../../subgraphs/equipment/device/equipment';
import { as } from '../../support/callers';
import { codeOf, deviceOf, equipmentBed, make, officer } from './sample';

const TODAY = '2026-06-30';
/** A gas pipe: no cycle of it is known. */
const PIPE = '8210';

/** What is on record of a device, and how it then stands. Of states: whether it counts as overdue while it is registered or in use. */
const RECORDS: [string, { kindCode?: string; installedOn?: string }, object[], string, boolean | null][] = [
  ['no inspection', {}, [], 'NEVER_INSPECTED', true],
  [
    'an installation that only its own record states',
    { installedOn: '2026-06-01' },
    [],
    'NEVER_INSPECTED',
    true,
  ],
  [
    'an installation of long ago that only its own record states',
    { installedOn: '2020-03-01' },
    [],
    'NEVER_INSPECTED',
    true,
  ],
  ['a first inspection that was passed', {}, [{ kind: 'FIRST' }], 'IN_DATE', false],
  ['a first inspection that failed', {}, [{ kind: 'FIRST', conclusion: 'UNQUALIFIED' }], 'FAILED', true],
  [
    'a first inspection that failed today',
    {},
    [{ kind: 'FIRST', conclusion: 'UNQUALIFIED', on: TODAY }],
    'FAILED',
    true,
  ],
  [
    'a failed inspection whose report states a later day',
    {},
    [{ on: '2026-01-10' }, { conclusion: 'REINSPECT_UNQUALIFIED', nextDueOn: '2027-06-01' }],
    'FAILED',
    true,
  ],
  [
    'a failed inspection and a passed one after it',
    {},
    [{ conclusion: 'UNQUALIFIED' }, { on: TODAY }],
    'IN_DATE',
    false,
  ],
  ['an inspection under conditions', {}, [{ conclusion: 'CONDITIONALLY_QUALIFIED' }], 'IN_DATE', false],
  ['an inspection that runs out today', {}, [{ nextDueOn: TODAY }], 'IN_DATE', false],
  ['an inspection that ran out yesterday', {}, [{ nextDueOn: '2026-06-29' }], 'OVERDUE', true],
  ['a first inspection older than the cycle', {}, [{ kind: 'FIRST', on: '2022-01-10' }], 'OVERDUE', true],
  ['an inspection of what has no known cycle', { kindCode: PIPE }, [{}], 'DUE_UNKNOWN', null],
  ['no inspection of what has no known cycle', { kindCode: PIPE }, [], 'NEVER_INSPECTED', true],
  [
    'an inspection of it that states the next',
    { kindCode: PIPE },
    [{ nextDueOn: '2026-06-29' }],
    'OVERDUE',
    true,
  ],
];
const COUNTS: readonly string[] = ['REGISTERED', 'IN_USE'];
const bed = equipmentBed();

interface Sample {
  code: string;
  status: string;
  says: string;
  standing: string;
  overdue: boolean | null;
  kindCode: string;
}
const samples: Sample[] = [];

beforeAll(async () => {
  bed.on(TODAY);
  const devices: object[] = [];
  const inspections: object[] = [];
  for (const [says, facts, reports, standing, overdue] of RECORDS) {
    for (const status of valuesOf(EquipmentStatus)) {
      const device = make.equipment({ kindCode: '5110', ...facts, status, regionCode: '430682' });
      devices.push(device);
      inspections.push(
        ...reports.map((report) => {
          const { on = '2026-06-01', ...stated } = report as { on?: string };
          return make.inspection(device.code, on, stated);
        }),
      );
      const counts = COUNTS.includes(status);
      samples.push({
        code: device.code,
        status,
        says,
        standing,
        overdue: counts ? overdue : false,
        kindCode: device.kindCode,
      });
    }
  }
  await bed.put('submitEquipment', ...devices);
  await bed.put('submitInspections', ...inspections);
});

const codesOf = (wanted: (sample: Sample) => boolean) =>
  samples.flatMap((sample) => (wanted(sample) ? [sample.code] : [])).sort();

async function listed(query: string, root: string): Promise<string[]> {
  const found: string[] = [];
  for (let after: string | null = null; ;) {
    const answer = await bed.run(query, { caller: officer, variables: { after } });
    expect(answer).toSucceed();
    const { edges, pageInfo } = answer.data[root];
    found.push(
      ...edges.map(
        ({ node }: { node: { code?: string; equipment?: { code: string } } }) =>
          node.code ?? node.equipment?.code,
      ),
    );
    if (!pageInfo.hasNextPage) return found.sort();
    after = pageInfo.endCursor;
  }
}
const items = (filter: string) =>
  listed(
    `query ($after: String) { equipmentItems(filter: ${filter}, first: 100, after: $after) { edges { node { code } } pageInfo { hasNextPage endCursor } } }`,
    'equipmentItems',
  );
const violations = (filter: string) =>
  listed(
    `query ($after: String) { equipmentViolations(filter: ${filter}, first: 7, after: $after) { edges { node { equipment { code } } } pageInfo { hasNextPage endCursor } } }`,
    'equipmentViolations',
  );

describe('where a device stands with its inspections', () => {
  test('each MUST say so itself, with a reason where no next day is known, and count as overdue while it may be used', async () => {
    const said = await Promise.all(
      samples.map(({ code }) =>
        deviceOf(bed, code, 'overdue inspectionStanding nextInspectionDue violationsToday'),
      ),
    );
    const told = samples.map(({ says, status }, at) => ({
      says,
      status,
      overdue: said[at]?.overdue,
      standing: said[at]?.inspectionStanding,
    }));
    expect(told).toEqual(
      samples.map(({ says, status, overdue, standing }) => ({ says, status, overdue, standing })),
    );
    const withoutDay = said.filter(({ nextInspectionDue }) => nextInspectionDue === null);
    expect(new Set(withoutDay.map(({ inspectionStanding }) => inspectionStanding))).toEqual(
      new Set(['NEVER_INSPECTED', 'DUE_UNKNOWN']),
    );
    const wrong = samples.filter(
      ({ overdue }, at) =>
        (said[at]?.violationsToday as string[]).includes('OVERDUE_INSPECTION') !== (overdue === true),
    );
    expect(wrong).toEqual([]);
    const failed = samples.filter((_, at) =>
      (said[at]?.violationsToday as string[]).includes('FAILED_INSPECTION'),
    );
    expect(failed.map(({ code }) => code).sort()).toEqual(
      codesOf(({ standing, status }) => standing === 'FAILED' && COUNTS.includes(status)),
    );
  });

  test('lists MUST hold exactly those that say so', async () => {
    expect(await items(`{ overdueOn: "${TODAY}" }`)).toEqual(codesOf(({ overdue }) => overdue === true));
    for (const standing of ['IN_DATE', 'OVERDUE', 'FAILED', 'NEVER_INSPECTED', 'DUE_UNKNOWN']) {
      expect([standing, await items(`{ inspection: ${standing} }`)]).toEqual([
        standing,
        codesOf((sample) => sample.standing === standing),
      ]);
    }
    // by then every one that is in date now has passed its day
    expect(await items('{ inspection: IN_DATE, on: "2099-01-01" }')).toEqual([]);
    expect(await items('{ inspection: OVERDUE, on: "2099-01-01" }')).toEqual(
      codesOf(({ standing }) => standing === 'IN_DATE' || standing === 'OVERDUE'),
    );
    expect(await items('{ inspection: FAILED, status: IN_USE, lastConclusion: UNQUALIFIED }')).toHaveLength(
      2,
    );
  });

  test('violations MUST hold them as seen by the system today, page by page, beside those that were recorded', async () => {
    expect(await violations('{ type: OVERDUE_INSPECTION }')).toEqual(
      codesOf(({ overdue }) => overdue === true),
    );
    expect(await violations('{ type: FAILED_INSPECTION, region: "430600", open: true }')).toEqual(
      codesOf(({ standing, status }) => standing === 'FAILED' && COUNTS.includes(status)),
    );
    expect(await violations('{ region: "410000" }')).toEqual([]);
    expect(await violations('{ open: false }')).toEqual([]);
    expect(await violations('{ foundBy: SUPERVISION }')).toEqual([]);
    const unregistered = codesOf(({ status }) => status === 'UNREGISTERED');
    expect(await violations('{ type: UNREGISTERED, foundBy: SYSTEM }')).toEqual(unregistered);
    const [code] = unregistered;
    const record = {
      sourceId: 'v1',
      equipmentCode: code,
      regionCode: '430682',
      type: 'UNREGISTERED',
      foundOn: TODAY,
    };
    await bed.put('submitEquipmentViolations', record);
    expect(await violations('{ type: UNREGISTERED }')).toEqual([...unregistered, String(code)].sort());
    expect(
      await bed.receipt('submitEquipmentViolations', [{ ...record, sourceId: 'v2', foundBy: 'SYSTEM' }]),
    ).toMatchObject({ rejected: [{ code: 'ENUM_VALUE_UNKNOWN', field: 'foundBy' }] });
  });

  test('figures MUST count them, and apart those whose day nobody knows', async () => {
    const refs = ['5000', '8000'].map((kind) => ({
      __typename: 'MatterOverview',
      matterCode: 'M',
      regionCode: '430000',
      scope: { equipmentKinds: [kind] },
    }));
    const query =
      'query ($refs: [_Any!]!) { _entities(representations: $refs) { ... on MatterOverview { equipmentCount overdueInspections unknownInspections } } }';
    const { data } = await bed.run(query, { caller: officer, variables: { refs } });
    const count = (kind: string, wanted: (sample: Sample) => boolean) =>
      samples.filter((sample) => sample.kindCode.startsWith(kind) && wanted(sample)).length;
    expect(data._entities).toEqual(
      ['5', '8'].map((kind) => ({
        equipmentCount: count(kind, ({ status }) => status !== 'SCRAPPED' && status !== 'CANCELLED'),
        overdueInspections: count(kind, ({ overdue }) => overdue === true),
        unknownInspections: count(kind, ({ overdue }) => overdue === null),
      })),
    );
  });

  test('the public MUST see how it stands, and MUST NOT learn by a filter what the report has concluded', async () => {
    const [code] = codesOf(({ standing, status }) => standing === 'NEVER_INSPECTED' && status === 'IN_USE');
    const fields = 'overdue inspectionStanding nextInspectionDue';
    const { data } = await bed.run(`{ equipment(code: "${code}") { ${fields} } }`);
    expect(data.equipment).toEqual({
      overdue: true,
      inspectionStanding: 'NEVER_INSPECTED',
      nextInspectionDue: null,
    });
    const filtered = '{ equipmentItems(filter: { lastConclusion: UNQUALIFIED }) { totalCount } }';
    expect(await bed.run(filtered, { caller: as.public })).toFailWith('AUTHENTICATION_REQUIRED');
  });

  test('whatever its kind, a device in use that was never inspected MUST be overdue', async () => {
    const kinds = await bed.rows<{ code: string }>(
      `SELECT code FROM equipment_kind WHERE category NOT IN ('PIPING_COMPONENT', 'SAFETY_ACCESSORY') ORDER BY code`,
    );
    const devices = kinds.map(({ code: kindCode }, at) =>
      make.equipment({ kindCode, code: codeOf(90_000 + at, kindCode), regionCode: '410102' }),
    );
    await bed.put('submitEquipment', ...devices);
    const { data } = await bed.run(
      `{ equipmentItems(filter: { region: "410000", overdueOn: "${TODAY}" }) { totalCount } }`,
      { caller: officer },
    );
    expect(kinds.length).toBeGreaterThan(100);
    expect(data.equipmentItems.totalCount).toBe(kinds.length);
  });
});
