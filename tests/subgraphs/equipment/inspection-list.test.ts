import { as } from '../../support/callers';
import { equipmentBed, make, officer, usccOf } from './sample';

const bed = equipmentBed();
beforeEach(async () => {
  await bed.empty();
  bed.on('2026-06-30');
});

const BODY = usccOf(7);
let serial = 0;
const approval = (values: object = {}) => ({
  sourceId: `b${++serial}`,
  id: `TS7110${serial}-2026`,
  uscc: BODY,
  regionCode: '430682',
  kind: 'INSPECTION',
  categories: ['ELEVATOR'],
  validFrom: '2026-01-01',
  validUntil: '2026-12-31',
  ...values,
});

interface Listed {
  reportNumber: string | null;
  inspectedOn: string;
  bodyApproval: string;
}
interface Page {
  totalCount: number;
  pageInfo: { hasNextPage: boolean; endCursor: string };
  nodes: Listed[];
}
/** The inspections that a filter finds. */
async function listed(filter: object = {}, page: object = {}): Promise<Page> {
  const answer = await bed.run(
    `query ($filter: InspectionFilter, $first: Int, $after: String) { inspections(filter: $filter, first: $first, after: $after) {
      totalCount pageInfo { hasNextPage endCursor } edges { node { reportNumber inspectedOn bodyApproval equipment { code } } } } }`,
    { caller: officer, variables: { filter, ...page } },
  );
  expect(answer).toSucceed();
  const { edges, ...rest } = answer.data.inspections;
  return { ...rest, nodes: edges.map(({ node }: { node: Listed }) => node) };
}
const numbers = async (filter: object) =>
  (await listed(filter)).nodes.map(({ reportNumber }) => reportNumber);

describe('the list of inspections', () => {
  test('MUST have the latest first, page by page, and know a page from its end', async () => {
    const lift = make.equipment();
    await bed.put('submitEquipment', lift);
    const days = ['2026-02-01', '2026-06-30', '2025-05-05', '2026-02-01'];
    await bed.put('submitInspections', ...days.map((on) => make.inspection(lift.code, on)));
    const found: string[] = [];
    for (let after: string | null = null, more = true; more;) {
      const { nodes, totalCount, pageInfo } = await listed({}, { first: 1, after });
      expect(totalCount).toBe(4);
      found.push(...nodes.map(({ inspectedOn }) => inspectedOn));
      after = pageInfo.endCursor;
      more = pageInfo.hasNextPage;
    }
    expect(found).toEqual(['2026-06-30', '2026-02-01', '2026-02-01', '2025-05-05']);
  });

  test('MUST be narrowed by division, kind, conclusion, failure, days and body', async () => {
    const [here, there] = [make.equipment(), make.equipment({ regionCode: '411003' })];
    await bed.put('submitEquipment', here, there);
    await bed.put(
      'submitInspections',
      make.inspection(here.code, '2026-06-01', { reportNumber: 'A', conclusion: 'UNQUALIFIED' }),
      make.inspection(here.code, '2026-06-30', { reportNumber: 'B', conclusion: 'REINSPECT_UNQUALIFIED' }),
      make.inspection(there.code, '2026-06-15', { reportNumber: 'C', kind: 'FIRST', bodyUscc: BODY }),
      make.inspection(there.code, '2026-05-31', { reportNumber: 'D', conclusion: 'CONDITIONALLY_QUALIFIED' }),
    );
    expect(await numbers({ region: '430000' })).toEqual(['B', 'A']);
    expect(await numbers({ kind: 'FIRST' })).toEqual(['C']);
    expect(await numbers({ conclusion: 'UNQUALIFIED' })).toEqual(['A']);
    expect(await numbers({ failed: true })).toEqual(['B', 'A']);
    expect(await numbers({ failed: false })).toEqual(['C', 'D']);
    expect(await numbers({ from: '2026-06-01', to: '2026-06-15' })).toEqual(['C', 'A']);
    expect(await numbers({ bodyUscc: BODY })).toEqual(['C']);
    expect(await numbers({ region: '411003', failed: true })).toEqual([]);
  });

  test('MUST be for agencies, as the inspections of a device are', async () => {
    const answer = await bed.run('{ inspections { totalCount } }', { caller: as.public });
    expect(answer).toFailWith('SHARING_DENIED');
  });

  test('of a hundred inspections MUST cost as many statements as of one', async () => {
    const lifts = Array.from({ length: 100 }, () => make.equipment());
    await bed.put('submitEquipment', ...lifts);
    await bed.put('submitInspections', ...lifts.map(({ code }) => make.inspection(code, '2026-06-01')));
    for (const first of [1, 100]) {
      const texts = await bed.statementsOf(() => listed({ flagged: true }, { first }));
      // the page, its count, the approvals
      expect(texts).toHaveLength(3);
    }
  });
});

describe('a report', () => {
  const CASES: [says: string, approvals: object[], report: object, expected: string][] = [
    ['of an approved body', [approval()], {}, 'APPROVED'],
    ['of the first day of an approval', [approval({ validFrom: '2026-06-01' })], {}, 'APPROVED'],
    ['of the last day of an approval', [approval({ validUntil: '2026-06-01' })], {}, 'APPROVED'],
    ['of the day before an approval', [approval({ validFrom: '2026-06-02' })], {}, 'OUT_OF_TERM'],
    ['of the day after an approval', [approval({ validUntil: '2026-05-31' })], {}, 'OUT_OF_TERM'],
    [
      'of a body whose approval begins nobody knows when',
      [approval({ validFrom: null })],
      {},
      'START_UNKNOWN',
    ],
    ['of a body for boilers', [approval({ categories: ['BOILER'] })], {}, 'OTHER_CATEGORY'],
    ['of a body that may test only', [approval({ kind: 'TESTING' })], {}, 'TESTING_ONLY'],
    ['of an enterprise that is no body', [], {}, 'NOT_ON_RECORD'],
    ['of a body while another is approved', [approval({ uscc: usccOf(8) })], {}, 'NOT_ON_RECORD'],
    ['that names no body', [approval()], { bodyUscc: null }, 'BODY_NOT_STATED'],
    [
      'of a body with several approvals MUST count the best:',
      [approval({ kind: 'TESTING' }), approval({ validUntil: '2026-05-31' }), approval()],
      {},
      'APPROVED',
    ],
  ];

  test.each(CASES)(
    '%s %j MUST be taken, and say how its body stood',
    async (_, approvals, report, expected) => {
      const lift = make.equipment();
      await bed.put('submitEquipment', lift);
      if (approvals.length > 0) await bed.put('submitInspectionBodies', ...approvals);
      await bed.put(
        'submitInspections',
        make.inspection(lift.code, '2026-06-01', { bodyUscc: BODY, ...report }),
      );
      const { nodes } = await listed();
      expect(nodes).toMatchObject([{ bodyApproval: expected }]);
      const isFlagged = !['APPROVED', 'START_UNKNOWN'].includes(expected);
      expect((await listed({ flagged: true })).totalCount).toBe(isFlagged ? 1 : 0);
      expect((await listed({ flagged: false })).totalCount).toBe(isFlagged ? 0 : 1);
      expect((await listed({ bodyApproval: expected })).totalCount).toBe(1);
    },
  );

  test('MUST lose its flag when the approval comes on record after it, and a device of another category keep it', async () => {
    const [lift, forklift] = [make.equipment(), make.equipment({ kindCode: '5110' })];
    await bed.put('submitEquipment', lift, forklift);
    await bed.put(
      'submitInspections',
      make.inspection(lift.code, '2026-06-01', { bodyUscc: BODY, reportNumber: 'L' }),
      make.inspection(forklift.code, '2026-06-01', { bodyUscc: BODY, reportNumber: 'F' }),
    );
    expect((await numbers({ flagged: true })).sort()).toEqual(['F', 'L']);
    await bed.put('submitInspectionBodies', approval());
    expect(await numbers({ flagged: true })).toEqual(['F']);
  });

  test('an approval MUST NOT end before it begins', async () => {
    const receipt = await bed.receipt('submitInspectionBodies', [approval({ validFrom: '2027-01-01' })]);
    expect(receipt.rejected).toMatchObject([{ code: 'DATE_OUT_OF_RANGE', field: 'validUntil' }]);
  });
});
