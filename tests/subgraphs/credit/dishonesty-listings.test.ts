import { as } from '../../support/callers';
import { creditBed, everyState, fire, make, market, marketElsewhere, safety } from './sample';

const LISTINGS = `query ($filter: ListingFilter, $first: Int, $after: String) { dishonestyListings(filter: $filter, first: $first, after: $after) {
  totalCount edges { node { id status } } pageInfo { hasNextPage endCursor } } }`;

const bed = creditBed();

describe('dishonestyListings', () => {
  beforeAll(async () => {
    await bed.submit('submitListings', [
      ...everyState,
      make.listing({ sourceId: 'town', regionCode: '430682101', listedOn: '2026-02-02' }),
      make.listing({
        sourceId: 'city',
        regionCode: '430600',
        departmentCode: '430600-MARKET_SUPERVISION',
        listedOn: '2026-03-02',
      }),
    ]);
    await bed.submit(
      'submitListings',
      [
        make.listing({
          sourceId: 'elsewhere',
          regionCode: '411003',
          departmentCode: '411003-MARKET_SUPERVISION',
        }),
      ],
      {
        caller: marketElsewhere,
      },
    );
    await bed.submit('submitListings', [make.safetyListing({ sourceId: 'safety' })], { caller: safety });
  });
  beforeEach(() => bed.now('2026-06-15T04:00:00Z'));

  const list = async (filter: object = {}, caller = as.public, paging: object = {}) =>
    (await bed.run(LISTINGS, { caller, variables: { filter, ...paging } })).data.dishonestyListings;
  const idsOf = async (...asked: Parameters<typeof list>) =>
    (await list(...asked)).edges.map(({ node }: { node: { id: string } }) => node.id.slice('test/'.length));

  test('the public MUST see those on the list and no other, in items and in the total', async () => {
    expect(await idsOf()).toEqual(['elsewhere', 'city', 'LISTED', 'safety', 'town']);
    expect((await list()).totalCount).toBe(5);
  });

  test('the total MUST be of what the caller may see', async () => {
    expect((await list({}, fire)).totalCount).toBe(9);
    expect((await list({}, market)).totalCount).toBe(10);
    expect((await list({}, marketElsewhere)).totalCount).toBe(9);
  });

  test('a region MUST stand for its whole subtree', async () => {
    expect(await idsOf({ region: '430000' })).toEqual(['city', 'LISTED', 'safety', 'town']);
    expect(await idsOf({ region: '430682' })).toEqual(['LISTED', 'safety', 'town']);
    expect(await idsOf({ region: '430682101' })).toEqual(['town']);
  });

  test('a list, a department and days of listing, both included, MUST narrow it', async () => {
    expect(await idsOf({ list: 'WORK_SAFETY_SERIOUS' })).toEqual(['safety']);
    expect(await idsOf({ department: '430600-MARKET_SUPERVISION' })).toEqual(['city']);
    expect(await idsOf({ listedFrom: '2026-02-02' })).toEqual(['city', 'town']);
    expect(await idsOf({ listedFrom: '2026-02-02', listedTo: '2026-02-02' })).toEqual(['town']);
    expect(await idsOf({ listedFrom: '2026-02-03', listedTo: '2026-03-01' })).toEqual([]);
  });

  test('a status MUST be that of today, and MUST NOT open what the caller may not see', async () => {
    expect(await idsOf({ status: 'EXPIRED' }, fire)).toEqual(['ENDED', 'EXPIRED']);
    expect(await idsOf({ status: 'NOTIFIED' }, market)).toEqual(['NOTIFIED']);
    for (const caller of [as.public, fire, safety, marketElsewhere])
      expect(await idsOf({ status: 'NOTIFIED' }, caller)).toEqual([]);
    expect(await idsOf({ status: 'EXPIRED' })).toEqual([]);
    expect(await idsOf({ status: 'LISTED' }, fire)).toEqual(await idsOf());
  });

  test('whose term is over MUST leave items and total on the day after, without any job', async () => {
    bed.now('2029-01-15T15:59:59Z');
    expect((await list()).totalCount).toBe(5);
    bed.now('2029-01-15T16:00:00Z');
    expect(await idsOf()).toEqual(['city', 'town']);
    expect((await list()).totalCount).toBe(2);
    expect(await idsOf({ status: 'EXPIRED', region: '411003' }, fire)).toEqual(['elsewhere']);
  });

  test('pages MUST follow each other without a gap or a repeat', async () => {
    const found: string[] = [];
    for (let after: string | null = null; ;) {
      const { edges, pageInfo } = await list({}, as.public, { first: 2, after });
      found.push(...edges.map(({ node }: { node: { id: string } }) => node.id.slice('test/'.length)));
      if (!pageInfo.hasNextPage) break;
      after = pageInfo.endCursor;
    }
    expect(found).toEqual(await idsOf());
  });

  test('a page of more than 100 MUST be refused', async () => {
    expect(await bed.run(LISTINGS, { variables: { first: 101 } })).toFailWith('PAGE_SIZE_INVALID');
  });

  test('a page MUST take one statement, and one more for its total', async () => {
    const page =
      '{ dishonestyListings { edges { node { id status publishBy enterprise { uscc } department { code } region { code } } } } }';
    expect(await bed.statementsOf(() => bed.run(page))).toHaveLength(1);
    expect(await bed.statementsOf(() => list())).toHaveLength(2);
  });
});
