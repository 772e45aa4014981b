import sql, { type Sql } from 'sql-template-tag';
import {
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
import { isOnList, visible } from './listing/listing.lists';
import { Matter, MatterOverview } from './others';

/**
 * Counts for all overviews of an operation in one statement. What is asked is the loader's key, as JSON: the matter, the
 * subtree as a range of codes, and the industries of the matter's scope. One index finds those that are tagged, another
 * those of an industry; UNION drops who is found twice. OFFSET 0 keeps each walk as it is written: not knowing the values,
 * the planner would otherwise compare the whole subtree with every prefix (25 times slower over 100,000 listings). Who is on
 * no list is not listed: the list is the record itself, and none is reported besides.
 */
const countListed = defineLoader<Found & { asked: string }>(
  async (context, asked) => {
    const listed = isListed(context.today);
    const rows = await context.db.query<Found & { place: number }>(sql`
      SELECT place::int, (SELECT count(*)::int FROM (
        SELECT uscc FROM (
          SELECT uscc, region_code FROM dishonesty_listing WHERE matter_codes @> ARRAY[matter] AND ${listed} OFFSET 0
        ) AS tagged WHERE region_code >= first AND region_code < beyond
        UNION
        SELECT uscc FROM unnest(industries) AS prefix, LATERAL (
          SELECT uscc FROM dishonesty_listing
          WHERE industry_code >= prefix AND industry_code < prefix || ':' AND region_code >= first AND region_code < beyond AND ${listed} OFFSET 0
        ) AS of_industry
      ) AS listed) AS counted,
        true AS reported
      FROM ROWS FROM (json_to_recordset(${`[${asked.join(',')}]`}) AS (matter varchar, first varchar, beyond varchar, industries varchar[]))
        WITH ORDINALITY AS overview (matter, first, beyond, industries, place)`);
    return rows.map(({ place, ...found }) => ({ asked: asked[place - 1] ?? '', ...found }));
  },
  ({ asked }) => asked,
);

/** How many enterprises of a division's subtree are on a list today and belong to a matter, by tag or by industry. */
async function listedEnterprises(
  context: RequestContext,
  { matterCode, regionCode, scope }: MatterOverview,
): Promise<Found> {
  const { from, to } = regionRange(regionCode);
  const asked = JSON.stringify({
    matter: matterCode,
    first: from,
    beyond: to,
    industries: [...scope.industries].sort(),
  });
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
