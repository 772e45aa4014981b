import type { TestBed } from '../../support/test-bed';
import { USCC, market } from './sample';

/** What was refused of listings that are submitted, and the id of the first that each repeats. */
export const refusalsOf =
  (bed: TestBed) =>
  async (records: object[], source = 'test', caller = market) =>
    (await bed.receipt('submitListings', records, { source, caller })).rejected.map(({ code, message }) => [
      code,
      / as (\S+):/.exec(message)?.[1],
    ]);

/** All that counts listings: of the enterprise, on the lists, in the feed. */
export const countsOf = (bed: TestBed) => async () => {
  const { data } = await bed.run(
    `{ dishonestyListings(first: 50) { totalCount edges { node { id } } } dishonestyFeed { listed }
       _entities(representations: [{ __typename: "Enterprise", uscc: "${USCC}" }]) {
         ... on Enterprise { dishonestyListings { id } creditFile { listingsEver lists } } } }`,
    { caller: market },
  );
  const [{ dishonestyListings: own, creditFile }] = data._entities;
  return {
    inLists: data.dishonestyListings.totalCount,
    shown: data.dishonestyListings.edges.length,
    ofIt: own.length,
    ever: creditFile.listingsEver,
    inFeed: data.dishonestyFeed.listed,
  };
};
export const once = { inLists: 1, shown: 1, ofIt: 1, ever: 1, inFeed: 1 };
