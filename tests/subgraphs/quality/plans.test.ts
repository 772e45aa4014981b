import { Client } from 'pg';
import { composeUscc } from '../../../subgraphs/kernel';
import { scanned as scannedBy } from '../../support/scans';
import { fire, make, qualityBed } from './sample';

const HOLDERS = Array.from({ length: 40 }, (_, at) =>
  composeUscc('91430682', `MA5${String(at).padStart(5, '0')}`),
);
const COPIES = 10_000;

/** Copies of those that went in by the front door; as superuser, who may look at the tables' statistics anew. */
async function fill(connectionString: string): Promise<void> {
  const client = new Client({ connectionString, options: '-c search_path=quality' });
  await client.connect();
  await client.query(
    `INSERT INTO ccc_certificate SELECT copy.* FROM ccc_certificate AS one, generate_series(1, ${COPIES}) AS n, LATERAL json_populate_record(one,
       json_build_object('number', '2025010101' || (100000 + n), 'source_id', 'copy' || n, 'holder_uscc', ($1::text[])[1 + n % 40],
         'region_code', (430101 + n % 300)::text)) AS copy`,
    [HOLDERS],
  );
  await client.query(
    `INSERT INTO spot_check SELECT copy.* FROM spot_check AS one, generate_series(1, ${COPIES}) AS n, LATERAL json_populate_record(one,
       json_build_object('id', 'copy/' || n, 'source_id', 'copy' || n, 'seller_uscc', 'S' || (n % 500), 'producer_uscc', 'P' || (n % 500),
         'region_code', (411001 + n % 300)::text, 'sampled_on', date '2020-01-01' + n % 2000)) AS copy`,
  );
  await client.query('ANALYZE ccc_certificate, spot_check');
  await client.end();
}

const bed = qualityBed();

describe('among many certificates and spot checks', () => {
  beforeAll(async () => {
    await bed.receipt('submitCccCertificates', [make.certificate()]);
    await bed.receipt('submitSpotChecks', [make.spotCheck({ publishedOn: '2026-06-01' })]);
    await fill(bed.url);
  });

  const scanned = (query: string, variables: Record<string, unknown>) =>
    scannedBy(bed, query, { variables, caller: fire }, ['ccc_certificate', 'spot_check']);

  const of = HOLDERS.map((uscc) => ({ __typename: 'Enterprise', uscc }));

  test('a certificate MUST be found by its number without a scan', async () => {
    expect(
      await scanned('query ($number: ID!) { cccCertificate(number: $number) { number status } }', {
        number: '2025010101100007',
      }),
    ).toEqual([]);
  });

  test('a holder’s certificates and count MUST be found without a scan, of 40 holders in two statements', async () => {
    const query = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Enterprise {
      cccCertificates(first: 5) { totalCount edges { node { number } } } } } }`;
    expect(await scanned(query, { of: of.slice(0, 1) })).toEqual([]);
    const texts = await bed.statementsOf(() => bed.run(query, { variables: { of } }));
    expect(texts).toHaveLength(2);
  });

  test('an enterprise’s spot checks MUST be found without a scan, of 40 enterprises in one statement', async () => {
    const query = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Enterprise { spotChecks(first: 5) { edges { node { id } } } } } }`;
    expect(await scanned(query, { of: [{ __typename: 'Enterprise', uscc: HOLDERS[0] }] })).toEqual([]);
    expect(await bed.statementsOf(() => bed.run(query, { variables: { of } }))).toHaveLength(1);
  });

  test('the latest spot checks and those of a county MUST be found without a scan', async () => {
    const query =
      'query ($filter: SpotCheckFilter) { spotChecks(filter: $filter, first: 10) { edges { node { id } } } }';
    expect(await scanned(query, {})).toEqual([]);
    expect(await scanned(query, { filter: { region: '411003' } })).toEqual([]);
  });

  test('certificates of a division or a holder by state and period MUST be found without a scan', async () => {
    const root = `query ($region: RegionCode) { cccCertificates(region: $region, status: [VALID, EXPIRED], from: "2024-01-01", first: 5) {
      edges { node { number } } } }`;
    expect(await scanned(root, { region: '430102' })).toEqual([]);
    const query = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Enterprise {
      cccCertificates(status: [VALID], from: "2024-01-01", to: "2026-01-01", first: 5) { totalCount edges { node { number } } } } } }`;
    expect(await scanned(query, { of: of.slice(0, 1) })).toEqual([]);
  });

  test('a page of certificates with all that belongs to them MUST take the same number of statements, whatever its size', async () => {
    const query = `query ($of: [_Any!]!, $first: Int) { _entities(representations: $of) { ... on Enterprise { cccCertificates(first: $first) { edges { node {
      category { name } body { name } laboratory { name } history { status } validityChecks { result } } } } } } }`;
    const count = async (first: number) =>
      (await bed.statementsOf(() => bed.run(query, { caller: fire, variables: { of, first } }))).length;
    expect(await count(50)).toBe(await count(1));
  });
});
