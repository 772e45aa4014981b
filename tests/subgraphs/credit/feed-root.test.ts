import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { sm2 } from 'sm-crypto-v2';
import { statementOf } from '../../../subgraphs/kernel';
import { publicKeys } from '../../../subgraphs/credit/feed/snapshot';
import { dishonesty } from '../../../subgraphs/credit/feed/line';
import { ask, digestOf, holds, snapshot, treeOf } from './feed-sample';
import { creditBed, make } from './sample';

const bed = creditBed();
const numbered = (at: number, changes: object = {}) => ({
  sourceId: String(at),
  basisDocument: `临市监罚决〔2026〕${at + 1}号`,
  ...changes,
});
const linesNow = async () => (await snapshot(bed)).text.split('\n').slice(0, -1).map(utf8);
/** The snapshot is read byte by byte. */
const utf8 = (line: string) => Buffer.from(line, 'latin1').toString();
const hashes = async (rows: number[] | null) => {
  const { data, errors } = await bed.run(
    'query ($rows: [Int!]) { dishonestyBuckets(rows: $rows) { row bucket hash } }',
    { variables: { rows } },
  );
  expect(errors).toBeUndefined();
  return data.dishonestyBuckets as { row: number; bucket: number | null; hash: string }[];
};
const linesOf = async (buckets: number[]) =>
  (
    await bed.run('query ($buckets: [Int!]!) { dishonestyLines(buckets: $buckets) }', {
      variables: { buckets },
    })
  ).data.dishonestyLines as string[];

/** What the list was at the moment: the root of page, feed and snapshot, each the one that a consumer computes. */
async function expectRoot(): Promise<string> {
  const lines = await linesNow();
  const { root } = treeOf(lines);
  const { page, feed } = await ask(bed);
  const { headers } = await snapshot(bed);
  expect([page.root, feed.root, headers['x-feed-root']]).toEqual([root, root, root]);
  expect(page.listed).toBe(lines.length);
  return root;
}

describe('the root of the list', () => {
  beforeEach(() => bed.empty());

  test('of no list and of one line it MUST be what the docs say', async () => {
    expect(await expectRoot()).toBe(treeOf([]).root);
    expect(treeOf([]).root).toBe('b7378d72611ac8dcde0cf0eb862a62676cfd566768fb858feda39b51342e492d');
    expect(treeOf(['{"id":"a/1"}']).root).toBe(
      '5ec022775a56849555f514c134e0ba1cd09a4bf9dde118f508326cad9b4aefd6',
    );
  });

  test('whatever is listed, changed, removed, over or taken back, it MUST be that of the lines', async () => {
    const act = fc.record({
      at: fc.integer({ min: 0, max: 8 }),
      does: fc.constantFrom('list', 'amend', 'revoke', 'many', 'abort'),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 3, maxLength: 12 }), async (acts) => {
        await bed.empty();
        let revision = 0;
        for (const { at, does } of acts) {
          revision++;
          const changes = { revision, ...(does === 'amend' && { cause: `事由${revision}` }) };
          if (does === 'list' || does === 'amend')
            await bed.submit('submitListings', [make.listing(numbered(at, changes))]);
          if (does === 'revoke') await bed.submit('submitListings', [make.revoked(numbered(at, changes))]);
          if (does === 'many')
            await bed.submit(
              'submitListings',
              [0, 1, 2, 3, 4].map((more) => make.listing(numbered(at * 10 + more, changes))),
            );
          if (does === 'abort')
            await bed.subgraph.db
              .transaction(async (tx) => {
                await tx.query(`UPDATE dishonesty_listing SET cause = '不作数'`);
                await tx.query('SET CONSTRAINTS ALL IMMEDIATE');
                throw new Error('taken back');
              })
              .catch(() => undefined);
        }
        await expectRoot();
      }),
      { numRuns: 8, seed: 4 },
    );
  });

  test('a term that is over MUST leave the root with its tombstone', async () => {
    await bed.submit('submitListings', [
      make.listing(numbered(1, { decidedOn: '2024-01-10', listedOn: '2024-01-15' })),
      make.listing(numbered(2)),
    ]);
    const before = await expectRoot();
    bed.now('2027-01-15T16:00:00Z');
    expect(await expectRoot()).not.toBe(before);
    expect(await linesNow()).toHaveLength(1);
  });

  test('a copy that differs MUST find the buckets that do in two questions, and get their lines alone', async () => {
    await bed.submit(
      'submitListings',
      Array.from({ length: 30 }, (_, at) => make.listing(numbered(at))),
    );
    const lines = await linesNow();
    const copy = lines
      .filter((line) => !line.includes('"test/7"'))
      .map((line) => line.replace('"test/9"', '"test/99"'));
    const own = treeOf(copy);
    const rows = (await hashes(null)).filter(({ row, hash }) => own.rows[row] !== hash).map(({ row }) => row);
    const differing = (await hashes(rows))
      .map(({ row, bucket, hash }) => ({ place: row * 256 + Number(bucket), hash }))
      .filter(({ place, hash }) => own.buckets[place] !== hash)
      .map(({ place }) => place);
    expect(differing.sort()).toEqual(['test/7', 'test/9', 'test/99'].map(own.bucketOf).sort());
    expect(await linesOf(differing)).toEqual(lines.filter((line) => /"test\/[79]"/.test(line)));
    expect(await hashes([255])).toHaveLength(256);
  });

  test.each([
    ['dishonestyBuckets(rows: [256]) { hash }', 'NUMBER_INVALID'],
    ['dishonestyBuckets(rows: [-1]) { hash }', 'NUMBER_INVALID'],
    ['dishonestyLines(buckets: [65536])', 'NUMBER_INVALID'],
    [
      `dishonestyBuckets(rows: [${Array.from({ length: 17 }, (_, at) => at).join()}]) { hash }`,
      'LIST_TOO_LONG',
    ],
  ])('%s MUST be refused', async (asked, code) => {
    expect(await bed.run(`{ ${asked} }`)).toFailWith(code);
  });

  test('a forged list with the same digest, as algebra makes one, MUST have another root', async () => {
    await bed.submit('submitListings', [make.listing(numbered(1)), make.listing(numbered(2))]);
    const lines = await linesNow();
    const forged = forge(lines.slice(1), digestOf(lines));
    expect(digestOf(forged)).toBe(digestOf(lines));
    expect(forged).not.toContain(lines[0]);
    expect(treeOf(forged).root).not.toBe(await expectRoot());
  });

  test('page and snapshot MUST bear proofs that the published keys verify, and that nothing else has', async () => {
    await bed.submit('submitListings', [make.listing(numbered(1))]);
    const { keys } = JSON.parse((await snapshot(bed, {}, publicKeys)).text) as {
      keys: Record<string, string>[];
    };
    const [edwards = {}, chinese = {}] = keys;
    const { page } = await ask(bed);
    const of = { cursor: page.next, listed: page.listed, root: page.root, sequence: page.endSequence };
    expect(holds(page.proof, statementOf(dishonesty, of), edwards)).toBe(true);
    const { headers } = await snapshot(bed);
    const told = {
      cursor: String(headers['x-feed-cursor']),
      listed: Number(headers['x-feed-listed']),
      root: String(headers['x-feed-root']),
      sequence: String(headers['x-feed-sequence']),
    };
    expect(holds(String(headers['x-feed-proof']), statementOf(dishonesty, told), edwards)).toBe(true);
    for (const wrong of [{ listed: 2 }, { root: treeOf([]).root }, { sequence: '9' }, { cursor: 'x' }])
      expect(holds(page.proof, statementOf(dishonesty, { ...of, ...wrong }), edwards)).toBe(false);
    const publicKey = `04${Buffer.from(`${chinese.x}`, 'base64url').toString('hex')}${Buffer.from(`${chinese.y}`, 'base64url').toString('hex')}`;
    const [head, , made = ''] = String(headers['x-feed-proof-sm2']).split('.');
    const input = Buffer.from(`${head}.${Buffer.from(statementOf(dishonesty, told)).toString('base64url')}`);
    const signature = Buffer.from(made, 'base64url').toString('hex');
    expect(sm2.doVerifySignature(input, signature, publicKey, { hash: true })).toBe(true);
    expect(page.proofSm2).toMatch(/^[\w-]+\.\.[\w-]+$/);
  });
});

/** Lines of an innocent, two spellings of each of 300, chosen by Gaussian elimination so that the XOR comes out as wanted. */
function forge(kept: readonly string[], wanted: string): string[] {
  const of = (line: string) => BigInt(`0x${createHash('sha256').update(line).digest('hex')}`);
  const pairs = Array.from({ length: 300 }, (_, at): [string, string] => [
    `{"id":"forged/${at}","cause":"甲"}`,
    `{"id":"forged/${at}","cause":"乙"}`,
  ]);
  let missing = [...kept, ...pairs.map(([one]) => one)].reduce(
    (all, line) => all ^ of(line),
    BigInt(`0x${wanted}`),
  );
  const basis: { bits: bigint; of: bigint }[] = [];
  const reduced = (bits: bigint, chosen: bigint) => {
    for (const each of basis)
      if ((bits ^ each.bits) < bits) [bits, chosen] = [bits ^ each.bits, chosen ^ each.of];
    return { bits, of: chosen };
  };
  pairs.forEach(([one, other], at) => {
    const next = reduced(of(one) ^ of(other), 1n << BigInt(at));
    if (next.bits !== 0n) basis.push(next);
    basis.sort((left, right) => (left.bits < right.bits ? 1 : -1));
  });
  const { bits, of: chosen } = reduced(missing, 0n);
  missing = bits;
  if (missing !== 0n) throw new Error('the algebra has failed');
  return [...kept, ...pairs.map(([one, other], at) => ((chosen >> BigInt(at)) & 1n ? other : one))];
}
