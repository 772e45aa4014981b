import { DEFAULT_AS_OF } from '../../subgraphs/demo';
import { attack } from '../fuzz/fuzz';
import { compare } from '../fuzz/oracle';
import { startForExtremes } from '../support/extreme-arguments';

/** A few of those of `npm run fuzz`. */
const SEED = 7;
const REQUESTS = 600;
const QUERIES = 60;

let made: Awaited<ReturnType<typeof startForExtremes>>;
beforeAll(async () => {
  made = await startForExtremes('local');
  made.platform.now(`${DEFAULT_AS_OF}T09:00:00+08:00`);
});
afterAll(() => made.platform.stop());

test('random queries MUST be answered as by one schema of all subgraphs, executed in one piece', async () => {
  const { differences, whole } = await compare(made.platform, {
    seed: SEED,
    count: QUERIES,
  });
  expect(differences).toEqual([]);
  expect(whole).toBeGreaterThan(QUERIES / 5);
});

test('an object of which all fields are skipped MUST be there all the same, and none that is not there', async () => {
  const { data, errors } = await made.platform.post(
    `query ($no: Boolean! = true, $yes: Boolean! = false) {
      enterprises(first: 2) @include(if: $no) { edges { ...E } pageInfo { hasNextPage @include(if: $yes) } }
      regions @skip(if: true) { code } region(code: "430682") { name @skip(if: $no) parent @include(if: false) { code } }
      enterprise(uscc: "91430111743169333P") { ... { name @skip(if: $no) } }
    } fragment E on EnterpriseEdge { node @skip(if: $no) { uscc } }`,
  );
  expect(errors).toBeUndefined();
  expect(data).toEqual({ enterprises: { edges: [{}, {}], pageInfo: {} }, region: {}, enterprise: null });
});

test('hostile requests MUST be answered, and never by a fault of ours', async () => {
  const { officer, officerOf, platform } = made;
  const { faults, counts } = await attack({
    address: platform.address,
    tokens: [officer, await officerOf('FIRE_RESCUE')],
    seed: SEED,
    count: REQUESTS,
  });
  expect(faults).toEqual([]);
  expect(Object.keys(counts).length).toBeGreaterThan(20);
});
