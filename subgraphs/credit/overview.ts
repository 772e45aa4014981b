import sql from 'sql-template-tag';
import {
  defineLoader,
  defineNoun,
  fields,
  regionRange,
  whole,
  workedOut,
  type RequestContext,
} from '../kernel';
import { isOnList } from './listing/listing.lists';
import { MatterOverview } from './others';

/**
 * Counts for all overviews of an operation in one statement. What is asked is the loader's key, as JSON: the matter, the
 * subtree as a range of codes, and the industries of the matter's scope. One index finds those that are tagged, another
 * those of an industry; UNION drops who is found twice. OFFSET 0 keeps each walk as it is written: not knowing the values,
 * the planner would otherwise compare the whole subtree with every prefix (25 times slower over 100,000 listings).
 */
const countListed = defineLoader<{ asked: string; count: number }>(
  async (context, asked) => {
    const listed = sql`uscc IS NOT NULL AND ${isOnList(context.today)}`;
    const rows = await context.db.query<{ place: number; count: number }>(sql`
      SELECT place::int, (SELECT count(*)::int FROM (
        SELECT uscc FROM (
          SELECT uscc, region_code FROM dishonesty_listing WHERE matter_codes @> ARRAY[matter] AND ${listed} OFFSET 0
        ) AS tagged WHERE region_code >= first AND region_code < beyond
        UNION
        SELECT uscc FROM unnest(industries) AS prefix, LATERAL (
          SELECT uscc FROM dishonesty_listing
          WHERE industry_code >= prefix AND industry_code < prefix || ':' AND region_code >= first AND region_code < beyond AND ${listed} OFFSET 0
        ) AS of_industry
      ) AS listed) AS count
      FROM ROWS FROM (json_to_recordset(${`[${asked.join(',')}]`}) AS (matter varchar, first varchar, beyond varchar, industries varchar[]))
        WITH ORDINALITY AS overview (matter, first, beyond, industries, place)`);
    return rows.map(({ place, count }) => ({ asked: asked[place - 1] ?? '', count }));
  },
  ({ asked }) => asked,
);

/** How many enterprises of a division's subtree are on a list today and belong to a matter, by tag or by industry. */
async function listedEnterprises(
  context: RequestContext,
  { matterCode, regionCode, scope }: MatterOverview,
): Promise<number> {
  const { from, to } = regionRange(regionCode);
  const asked = JSON.stringify({
    matter: matterCode,
    first: from,
    beyond: to,
    industries: [...scope.industries].sort(),
  });
  return (await countListed(context).load(asked))?.count ?? 0;
}

const overviewFields = fields(MatterOverview, {
  listedEnterprises: workedOut(
    'PUBLIC',
    whole(0, 1_000_000_000),
    '在列失信企业数. The number of enterprises of the matter that are on a list today.',
    (overview, context) => listedEnterprises(context, overview),
    { requires: 'scope { industries }' },
  ),
});

export const overview = defineNoun({ resolvers: [overviewFields] });
