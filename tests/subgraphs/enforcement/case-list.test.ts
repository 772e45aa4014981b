import { Client } from 'pg';
import { enforcement } from '../../../subgraphs/enforcement';
import { scanned } from '../../support/scans';
import { testBed } from '../../support/test-bed';
import { OTHER_USCC, TODAY, USCC, anyAgency, investigator, make } from './case-sample';

const DEVICE = '51104306822024A0001';
const COPIES = 5_000;
const CASES =
  'query ($filter: CaseFilter) { cases(filter: $filter) { totalCount edges { node { number equipmentCode equipment { code } about } } } }';

const known = { Enterprise: [USCC, OTHER_USCC], Equipment: [DEVICE] };
const bed = testBed(enforcement, { today: TODAY, officer: investigator, known });

/** Copies of those that went in by the front door, about many parties and devices. */
async function fill(): Promise<void> {
  const client = new Client({ connectionString: bed.url, options: '-c search_path=enforcement' });
  await client.connect();
  await client.query(
    `INSERT INTO enforcement_case SELECT copy.* FROM enforcement_case AS one, generate_series(1, ${COPIES}) AS n,
       LATERAL json_populate_record(one, json_build_object('number', '案〔2026〕' || n || '号', 'source_id', 'copy' || n, 'party_uscc', 'P' || n,
         'equipment_code', 'D' || n, 'region_code', (430101 + n % 300)::text)) AS copy WHERE one.source_id = '1'`,
  );
  await client.query('ANALYZE enforcement_case');
  await client.end();
}

describe('the list of cases', () => {
  beforeAll(async () => {
    await bed.put(
      'submitCases',
      make.case({ sourceId: '1', number: '案〔2026〕90001号', equipmentCode: `5110 4306822024a0001` }),
      make.case({
        sourceId: '2',
        number: '案〔2026〕90002号',
        partyUscc: OTHER_USCC,
        causeCode: 'CC024',
        leadReceivedOn: '2026-03-03',
      }),
    );
    await fill();
  });

  test.each([
    [{ enterprise: USCC }, ['案〔2026〕90001号']],
    [{ enterprise: OTHER_USCC, from: '2026-03-03', to: '2026-03-03' }, ['案〔2026〕90002号']],
    [{ enterprise: OTHER_USCC, from: '2026-03-04' }, []],
    [{ equipment: DEVICE }, ['案〔2026〕90001号']],
    [{ equipment: DEVICE, to: '2026-03-01' }, []],
    [{ cause: ['CC024', 'CC103'] }, ['案〔2026〕90002号']],
    [{ cause: ['CC104'] }, []],
    [{ enterprise: USCC, online: false }, ['案〔2026〕90001号']],
    [{ enterprise: USCC, online: true }, []],
    [{ enterprise: USCC, overdueOn: '2026-01-01' }, []],
    [{ enterprise: USCC, overdueOn: '2029-01-01' }, ['案〔2026〕90001号']],
  ])('it MUST be narrowed by %o, and no table be read through', async (filter, numbers) => {
    const { data } = await bed.run(CASES, { caller: anyAgency, variables: { filter } });
    expect(data.cases.totalCount).toBe(numbers.length);
    expect(data.cases.edges.map(({ node }: { node: { number: string } }) => node.number)).toEqual(numbers);
    const options = { caller: anyAgency, variables: { filter } };
    expect(await scanned(bed, CASES, options, ['enforcement_case'])).toEqual([]);
  });

  test('a case MUST say the device that it is about, and a device lead to its cases', async () => {
    const { data } = await bed.run(
      `{ _entities(representations: [{ __typename: "Equipment", code: "${DEVICE}" }]) { ... on Equipment {
        cases(status: [INVESTIGATING]) { edges { node { number equipment { code } } } } none: cases(status: [CLOSED]) { totalCount } } } }`,
      { caller: anyAgency },
    );
    expect(data._entities).toEqual([
      {
        cases: { edges: [{ node: { number: '案〔2026〕90001号', equipment: { code: DEVICE } } }] },
        none: { totalCount: 0 },
      },
    ]);
  });
});
