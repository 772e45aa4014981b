import sql, { empty, type Sql } from 'sql-template-tag';
import { Int } from 'type-graphql';
import { aboutMatter, defineLoader, fields, regionRange, workedOut, yuan } from '../kernel';
import { OPEN } from './case/case-clock.rules';
import { MatterOverview } from './others';

/** Figures of all overviews of an operation in one statement: of cases of parties in the subtree, by what they are about. */
function counted(figure: Sql, from: Sql, condition: Sql, asked: readonly string[]): Sql {
  return sql`
    SELECT place::int, (
      SELECT ${figure} FROM enforcement_case AS one ${from}
      WHERE about && matter AND one.party_region_code >= first AND one.party_region_code < beyond AND ${condition}) AS figure
    FROM ROWS FROM (json_to_recordset(${`[${asked.join(',')}]`}) AS (matter varchar[], first varchar, beyond varchar))
      WITH ORDINALITY AS overview (matter, first, beyond, place)`;
}

interface Figure {
  asked: string;
  figure: string | number;
}

const openCases = defineLoader<Figure>(
  async ({ db }, asked) =>
    placed(
      asked,
      await db.query(counted(sql`count(*)::int`, empty, sql`status = ANY(${OPEN}::varchar[])`, asked)),
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
          sql`JOIN penalty_decision ON case_number = number`,
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
  return JSON.stringify({ matter: aboutMatter(matterCode, scope), first: from, beyond: to });
}

const requires = 'scope { equipmentKinds productCategories hazardDomains roles }';
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
