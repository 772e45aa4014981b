import { as } from '../../support/callers';
import { codesIn, make, registryBed, usccOf } from './sample';

const PAGE = `query ($first: Int, $after: String) { enterprises(first: $first, after: $after) {
  totalCount edges { cursor node { uscc } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`;
const DIVISIONS = ['411003', '430602', '430682'];

const bed = registryBed();

describe('pages of enterprises', () => {
  beforeEach(async () => {
    await bed.rows('DELETE FROM enterprise');
    await bed.put(
      'submitEnterprises',
      ...Array.from({ length: 25 }, (_, at) => make.enterprise(at * 10, { regionCode: DIVISIONS[at % 3] })),
    );
  });

  const page = async (variables: Record<string, unknown>, caller = as.public) =>
    (await bed.run(PAGE, { caller, variables })).data.enterprises;
  /** Walks all pages; `between` happens after each but the last. */
  const walked = async (
    first: number,
    between: (found: string[]) => Promise<void> = async () => undefined,
  ) => {
    const found: string[] = [];
    for (let after: string | null = null; ;) {
      const { edges, pageInfo } = await page({ first, after });
      found.push(...codesIn({ edges }));
      if (!pageInfo.hasNextPage) return found;
      after = pageInfo.endCursor;
      await between(found);
    }
  };

  test.each([1, 7, 24, 25, 26, 100])('pages of %i MUST give every item once, in order', async (first) => {
    const rows = await bed.rows<{ uscc: string }>('SELECT uscc FROM enterprise ORDER BY region_code, uscc');
    expect(await walked(first)).toEqual(rows.map(({ uscc }) => uscc));
  });

  test('a row that is inserted before the cursor MUST NOT move the pages, one behind it MUST appear once', async () => {
    const before = await walked(100);
    let inserted = 0;
    const found = await walked(5, async () => {
      inserted++;
      await bed.put(
        'submitEnterprises',
        make.enterprise(1_000 + inserted, { regionCode: '411002' }),
        make.enterprise(2_000 + inserted, { regionCode: '430700' }),
      );
    });
    expect(found.slice(0, before.length)).toEqual(before);
    expect(found.slice(before.length)).toEqual(
      Array.from({ length: inserted }, (_, at) => usccOf(2_001 + at)),
    );
  });

  test('a row that is removed MUST NOT make the pages skip another, be it the row of the cursor', async () => {
    const all = await walked(100);
    const removed: string[] = [];
    const found = await walked(4, async (seen) => {
      const last = seen.at(-1) as string;
      removed.push(last);
      await bed.rows('DELETE FROM enterprise WHERE uscc = $1', [last]);
    });
    expect(removed.length).toBeGreaterThan(3);
    expect(found).toEqual(all);
  });

  test('a page MUST tell where it stands', async () => {
    const first = await page({ first: 10 });
    expect(first.pageInfo).toEqual({
      hasNextPage: true,
      hasPreviousPage: false,
      startCursor: first.edges[0].cursor,
      endCursor: first.edges[9].cursor,
    });
    const last = await page({ first: 20, after: first.pageInfo.endCursor });
    expect(last.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
    expect(last.edges).toHaveLength(15);
  });

  test('a page behind the end MUST be empty, and have no cursors', async () => {
    const { edges } = await page({ first: 25 });
    const behind = await page({ after: edges[24].cursor });
    expect(behind).toEqual({
      totalCount: 25,
      edges: [],
      pageInfo: { hasNextPage: false, hasPreviousPage: true, startCursor: null, endCursor: null },
    });
  });

  test('the total MUST be that of the whole list, wherever the page stands', async () => {
    const { totalCount, pageInfo } = await page({ first: 3 });
    expect(totalCount).toBe(25);
    expect((await page({ first: 3, after: pageInfo.endCursor })).totalCount).toBe(25);
  });

  test('a page MUST have 20 items unless told otherwise', async () => {
    expect((await page({})).edges).toHaveLength(20);
    expect((await page({ first: null })).edges).toHaveLength(20);
  });

  test.each([0, -1, 101, 2_147_483_647])('a page of %i MUST be refused, with what was got', async (first) => {
    const answer = await bed.run(PAGE, { variables: { first } });
    expect(answer).toFailWith('PAGE_SIZE_INVALID');
    expect(answer.errors?.[0]?.extensions).toMatchObject({ field: 'first', max: 100, got: first });
  });

  const cursor = (...parts: unknown[]) => Buffer.from(JSON.stringify(parts)).toString('base64url');
  test.each([
    ['of another list', cursor('dishonesty listings', '430682', usccOf(1))],
    ['with a part missing', cursor('enterprises', '430682')],
    ['with a part too many', cursor('enterprises', '430682', usccOf(1), 'x')],
    ['with a part that is no text', cursor('enterprises', 430682, usccOf(1))],
    ['that holds no list', Buffer.from('{"name":"enterprises"}').toString('base64url')],
    ['that is none', 'nonsense'],
    ['that is empty', ''],
  ])('a cursor %s MUST be refused, with what was got', async (_, after) => {
    const answer = await bed.run(PAGE, { variables: { after } });
    expect(answer).toFailWith('CURSOR_INVALID');
    expect(answer.errors?.[0]?.extensions).toMatchObject({ field: 'after', got: after });
  });

  // PostgreSQL refuses the character, and the caller is told of an internal error
  test('a cursor with a NUL character MUST be refused', async () => {
    const after = cursor('enterprises', '430682\u0000', usccOf(1));
    expect(await bed.run(PAGE, { variables: { after } })).toFailWith('CURSOR_INVALID');
  });
});
