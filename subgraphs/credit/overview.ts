import sql, { raw, type Sql } from 'sql-template-tag';
import {
  addDays,
  countedAhead,
  defineLoader,
  defineNoun,
  figuresOf,
  matterList,
  oneOf,
  regionRange,
  vocabulary,
  type Found,
  type RequestContext,
} from '../kernel';
import { DishonestyListing } from './listing/listing';
import { isOnList, listedAhead, visible } from './listing/listing.lists';
import { Matter, MatterOverview } from './others';

/**
 * Counts for all overviews of an operation in one statement. Who is on no list is not listed: the list is the record itself,
 * and none is reported besides.
 */
const countListed = defineLoader<Found & { asked: string }>(
  async ({ db, today }, asked) => {
    const count = countedAhead(
      listedAhead,
      'LISTED',
      raw('first'),
      raw('keys_of_listings'),
      addDays(today, 1),
    );
    const rows = await db.query<Found & { nth: number }>(sql`
      SELECT nth::int, ${count}::int AS counted, true AS reported
      FROM ROWS FROM (json_to_recordset(${`[${asked.join(',')}]`}) AS (first varchar, keys_of_listings varchar[]))
        WITH ORDINALITY AS overview (first, keys_of_listings, nth)`);
    return rows.map(({ nth, ...found }) => ({ asked: asked[nth - 1] ?? '', ...found }));
  },
  ({ asked }) => asked,
);

/** How many enterprises of a division's subtree are on a list today and belong to a matter, by tag or by industry. */
async function listedEnterprises(
  context: RequestContext,
  { matterCode, regionCode, scope }: MatterOverview,
): Promise<Found> {
  const keys = [`matter:${matterCode}`, ...scope.industries.map((each) => `industry:${each}`)].sort();
  const asked = JSON.stringify({ first: regionRange(regionCode).from, keys_of_listings: keys });
  return (await countListed(context).load(asked)) ?? { counted: 0, reported: false };
}

function isListed(today: string): Sql {
  return sql`uscc IS NOT NULL AND ${isOnList(today)}`;
}

const CountedListings = vocabulary('CountedListings', '所计名单记录. The listings that a figure counts.', {
  ONE_AN_ENTERPRISE: '当日在列，每户一条. On a list today, one for each enterprise.',
});

const SCOPE = 'scope { industries }';
const listingsOfMatter = matterList(Matter, DishonestyListing, {
  name: 'dishonestyListings',
  level: 'PUBLIC',
  says: '本事项行业内的失信名单记录，含标注的. The listings in its industries, and those tagged with it.',
  requires: SCOPE,
  order: ['regionCode', 'id'],
  of: ({ code, scope }, context) => sql`${visible(context)}
    AND (matter_codes @> ARRAY[${code}]::varchar[] OR EXISTS (
      SELECT FROM unnest(${scope?.industries ?? []}::varchar[]) AS prefix WHERE industry_code >= prefix AND industry_code < prefix || ':'))`,
  set: oneOf(CountedListings),
  counted: (_, today, here) =>
    sql`id IN (SELECT min(id) FROM dishonesty_listing WHERE ${isListed(today)} ${here} GROUP BY uscc)`,
});

const figures = figuresOf(MatterOverview, 'credit', SCOPE, {
  listedEnterprises: {
    find: listedEnterprises,
    inScope: ({ scope }) => scope.industries.length > 0,
    records: [{ list: 'dishonestyListings', counted: 'ONE_AN_ENTERPRISE', item: 'id subjectName' }],
  },
});

export const overview = defineNoun({ resolvers: [...figures, listingsOfMatter] });
