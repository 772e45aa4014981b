import { as } from '../../support/callers';
import { OTHER_USCC, USCC, creditBed, everyState, fire, make, market, safety } from './sample';

const ENTERPRISES = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Enterprise { dishonestyListings { id status } } } }`;
const FILES = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Enterprise {
  creditFile { listedNow listingsEver lists latest { id } } } } }`;

const bed = creditBed();

describe('what credit adds to an enterprise', () => {
  beforeAll(async () => {
    await bed.submit('submitListings', everyState);
    await bed.submit(
      'submitListings',
      [make.safetyListing({ sourceId: 'safety', decidedOn: '2026-03-02', listedOn: '2026-03-03' })],
      {
        caller: safety,
      },
    );
  });
  beforeEach(() => bed.now('2026-06-15T04:00:00Z'));

  const variables = { of: [USCC, OTHER_USCC, USCC].map((uscc) => ({ __typename: 'Enterprise', uscc })) };
  const entitiesOf = async (query: string, caller = as.public) =>
    (await bed.run(query, { caller, variables })).data._entities;

  test('dishonestyListings MUST show the public those on a list, the latest first', async () => {
    const [first, second] = await entitiesOf(ENTERPRISES);
    expect(first.dishonestyListings.map(({ id }: { id: string }) => id)).toEqual([
      'test/safety',
      'test/LISTED',
    ]);
    expect(second.dishonestyListings).toEqual([]);
  });

  test('dishonestyListings MUST show an agency the history, and notices to the department that keeps the list', async () => {
    const counts = async (caller = as.public) =>
      (await entitiesOf(ENTERPRISES, caller))[0].dishonestyListings.length;
    expect([await counts(fire), await counts(market), await counts(safety)]).toEqual([6, 7, 6]);
  });

  test('creditFile MUST count what was on a list, without notices and annulled decisions', async () => {
    const file = {
      listedNow: true,
      listingsEver: 5,
      lists: ['MARKET_SERIOUS_ILLEGAL', 'WORK_SAFETY_SERIOUS'],
      latest: { id: 'test/safety' },
    };
    for (const caller of [fire, market])
      expect((await entitiesOf(FILES, caller))[0].creditFile).toEqual(file);
  });

  test('creditFile of who was never listed MUST be empty', async () => {
    expect((await entitiesOf(FILES, fire))[1].creditFile).toEqual({
      listedNow: false,
      listingsEver: 0,
      lists: [],
      latest: null,
    });
  });

  test('creditFile MUST follow the clock', async () => {
    bed.now('2029-03-03T16:00:00Z');
    expect((await entitiesOf(FILES, fire))[0].creditFile).toMatchObject({
      listedNow: false,
      listingsEver: 5,
      lists: [],
    });
  });

  test('creditFile MUST NOT be shown to the public', async () => {
    expect(await bed.run(FILES, { variables })).toFailWith('SHARING_DENIED');
  });

  test('many enterprises MUST take one statement, for both fields together', async () => {
    const both =
      'query ($of: [_Any!]!) { _entities(representations: $of) { ... on Enterprise { dishonestyListings { id } creditFile { listedNow } } } }';
    expect(await bed.statementsOf(() => entitiesOf(both, fire))).toHaveLength(1);
  });
});
