import sql from 'sql-template-tag';
import { count, defineLoader, fields, ratio, regionRange, workedOut, type RequestContext } from '../kernel';
import { fulfilling } from './duty/duty.lists';
import { itemsForScope } from './qualification/item.rules';
import { inForce } from './qualification/qualification.lists';
import { MatterOverview } from './others';

/** What is asked of one overview: the loaders' key, as JSON. */
function askedOf({ matterCode, regionCode, scope }: MatterOverview): string {
  const { from, to } = regionRange(regionCode);
  const items = itemsForScope(scope.equipmentKinds);
  return JSON.stringify({
    matter: matterCode,
    first: from,
    beyond: to,
    items,
    industries: [...scope.industries].sort(),
  });
}

function overviews(asked: readonly string[]) {
  return sql`ROWS FROM (json_to_recordset(${`[${asked.join(',')}]`})
    AS (matter varchar, first varchar, beyond varchar, items varchar[], industries varchar[]))
    WITH ORDINALITY AS overview (matter, first, beyond, items, industries, place)`;
}

/**
 * People of all overviews in one statement, each person once: those tagged with the matter, and those with a certificate for
 * its equipment or, where it has none, in its industries: whoever welds in a factory drives no forklift for that. OFFSET 0
 * keeps each walk one range of an index (as in credit).
 */
const countQualified = defineLoader<{ asked: string; count: number }>(
  async ({ db, today }, asked) => {
    const rows = await db.query<{ place: number; count: number }>(sql`
      SELECT place::int, (SELECT count(*)::int FROM (
        SELECT person_id FROM (
          SELECT person_id, region_code FROM qualification WHERE matter_codes @> ARRAY[matter] AND ${inForce(today)} AND duplicate_of IS NULL OFFSET 0
        ) AS tagged WHERE region_code >= first AND region_code < beyond
        UNION
        SELECT person_id FROM unnest(items) AS item, LATERAL (
          SELECT person_id FROM qualification
          WHERE item_id = item AND region_code >= first AND region_code < beyond AND ${inForce(today)} AND duplicate_of IS NULL OFFSET 0
        ) AS of_item
        UNION
        SELECT person_id FROM unnest(industries) AS prefix, LATERAL (
          SELECT person_id FROM qualification
          WHERE industry_code >= prefix AND industry_code < prefix || ':' AND region_code >= first AND region_code < beyond AND ${inForce(today)} AND duplicate_of IS NULL OFFSET 0
        ) AS of_industry WHERE cardinality(items) = 0
      ) AS qualified) AS count
      FROM ${overviews(asked)}`);
    return rows.map(({ place, count }) => ({ asked: asked[place - 1] ?? '', count }));
  },
  ({ asked }) => asked,
);

/**
 * The duties of principals in the year of today, tagged with the matter or of its industries (training_duty_by_industry), and
 * how many are fulfilled: one semi-join over all of them, instead of a look-up for each.
 */
const countPrincipals = defineLoader<{ asked: string; total: number; trained: number }>(
  async ({ db, today }, asked) => {
    const columns = sql`id, subject, person_id, audience, min_hours, from_on, counts_until`;
    const duties = sql`audience = 'PRINCIPAL' AND activity = 'TRAINING' AND year = ${Number(today.slice(0, 4))}`;
    const rows = await db.query<{ place: number; total: number; trained: number }>(sql`
      WITH duty AS MATERIALIZED (
        SELECT place, found.* FROM ${overviews(asked)}, LATERAL (
          SELECT ${columns} FROM (
            SELECT ${columns}, region_code FROM training_duty WHERE matter_codes @> ARRAY[matter] AND ${duties} OFFSET 0
          ) AS tagged WHERE region_code >= first AND region_code < beyond
          UNION
          SELECT ${columns} FROM unnest(industries) AS prefix, LATERAL (
            SELECT ${columns} FROM training_duty
            WHERE industry_code >= prefix AND industry_code < prefix || ':' AND region_code >= first AND region_code < beyond AND ${duties} OFFSET 0
          ) AS of_industry
        ) AS found
      )
      SELECT place::int, total, coalesce(trained, 0) AS trained FROM (SELECT place, count(*)::int AS total FROM duty GROUP BY place) AS counted
      LEFT JOIN (
        SELECT place, count(*)::int AS trained FROM duty AS training_duty WHERE EXISTS (${fulfilling(sql`1`, today)}) GROUP BY place
      ) AS fulfilled USING (place)`);
    return rows.map(({ place, total, trained }) => ({ asked: asked[place - 1] ?? '', total, trained }));
  },
  ({ asked }) => asked,
);

async function qualifiedPersonnel(context: RequestContext, overview: MatterOverview): Promise<number> {
  return (await countQualified(context).load(askedOf(overview)))?.count ?? 0;
}

async function principalTrainingRate(context: RequestContext, overview: MatterOverview): Promise<number> {
  const { total, trained } = (await countPrincipals(context).load(askedOf(overview))) ?? {
    total: 0,
    trained: 0,
  };
  return total === 0 ? 0 : trained / total;
}

export const overviewFields = fields(MatterOverview, {
  qualifiedPersonnel: workedOut(
    'PUBLIC',
    count,
    '持证人员数（当日有效）. The number of people who hold a certificate for it that is in force today.',
    (overview, context) => qualifiedPersonnel(context, overview),
    { requires: 'scope { equipmentKinds industries }' },
  ),
  principalTrainingRate: workedOut(
    'PUBLIC',
    ratio,
    '主要负责人本年度培训率，0 至 1；无任务为 0. The share of principals trained who must be this year, from 0 to 1; 0 where none must.',
    (overview, context) => principalTrainingRate(context, overview),
    { requires: 'scope { equipmentKinds industries }' },
  ),
});
