import sql, { type Sql } from 'sql-template-tag';
import { Int } from 'type-graphql';
import { defineLoader, fields, regionRange, workedOut, yuan } from '../kernel';
import { OPEN } from './case/case-clock.rules';
import { MatterOverview } from './others';

/**
 * Figures of all overviews of an operation in one statement: of parties in the subtree, what is tagged with the matter
 * (one index) and what is of one of its industries (another); UNION drops what is found twice. OFFSET 0 keeps each walk as
 * it is written, as in credit.
 */
function counted(figure: Sql, table: Sql, columns: Sql, condition: Sql, asked: readonly string[]): Sql {
  return sql`
    SELECT place::int, (SELECT ${figure} FROM (
      SELECT ${columns} FROM (
        SELECT ${columns}, party_region_code FROM ${table} WHERE matter_codes @> ARRAY[matter] AND ${condition} OFFSET 0
      ) AS tagged WHERE party_region_code >= first AND party_region_code < beyond
      UNION
      SELECT ${columns} FROM unnest(industries) AS prefix, LATERAL (
        SELECT ${columns} FROM ${table}
        WHERE industry_code >= prefix AND industry_code < prefix || ':' AND party_region_code >= first AND party_region_code < beyond
          AND ${condition} OFFSET 0
      ) AS of_industry
    ) AS found) AS figure
    FROM ROWS FROM (json_to_recordset(${`[${asked.join(',')}]`}) AS (matter varchar, first varchar, beyond varchar, industries varchar[]))
      WITH ORDINALITY AS overview (matter, first, beyond, industries, place)`;
}

interface Figure {
  asked: string;
  figure: string | number;
}

const openCases = defineLoader<Figure>(
  async ({ db }, asked) =>
    placed(
      asked,
      await db.query(
        counted(
          sql`count(*)::int`,
          sql`enforcement_case`,
          sql`number`,
          sql`status = ANY(${OPEN}::varchar[])`,
          asked,
        ),
      ),
    ),
  ({ asked }) => asked,
);

/** Of all decisions that stand, public or not: a sum names nobody. */
const finesTotal = defineLoader<Figure>(
  async ({ db }, asked) =>
    placed(
      asked,
      await db.query(
        counted(
          sql`coalesce(sum(fine), 0)::numeric(17,2)::text`,
          sql`penalty_decision`,
          sql`document_number, fine`,
          sql`withdrawn_on IS NULL`,
          asked,
        ),
      ),
    ),
  ({ asked }) => asked,
);

function placed(
  asked: readonly string[],
  rows: readonly { place: number; figure: string | number }[],
): Figure[] {
  return rows.map(({ place, figure }) => ({ asked: asked[place - 1] ?? '', figure }));
}

function keyOf({ matterCode, regionCode, scope }: MatterOverview): string {
  const { from, to } = regionRange(regionCode);
  return JSON.stringify({
    matter: matterCode,
    first: from,
    beyond: to,
    industries: [...scope.industries].sort(),
  });
}

const requires = 'scope { industries }';
export const overviewFields = fields(MatterOverview, {
  openCases: workedOut(
    'PUBLIC',
    () => Int,
    '在办案件数. The cases that are filed and not yet decided.',
    async (overview, context) => (await openCases(context).load(keyOf(overview)))?.figure ?? 0,
    { requires },
  ),
  finesTotal: workedOut(
    'PUBLIC',
    yuan.graphql,
    '罚款总额. The sum of all fines that are in force, in yuan.',
    async (overview, context) => (await finesTotal(context).load(keyOf(overview)))?.figure ?? '0.00',
    { requires },
  ),
});
