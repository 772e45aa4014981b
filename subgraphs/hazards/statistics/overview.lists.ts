import sql from 'sql-template-tag';
import { aboutMatter, defineLoader, regionRange, type RequestContext } from '../../kernel';
import { KEPT } from '../hazard/hazard.lists';
import type { MatterOverview } from '../others';
import { share } from './statistics.rules';

interface Figures {
  place: number;
  open: number;
  overdue: number;
  closed: number;
  onTime: number;
  late: number;
}

/** Major hazards for all overviews of an operation in one statement, by what they are about: hazard_by_about. */
const countMajor = defineLoader<Figures & { asked: string }>(
  async ({ db, today }, asked) => {
    const rows = await db.query<Figures>(sql`
      SELECT place::int, counted.* FROM ROWS FROM (
        json_to_recordset(${`[${asked.join(',')}]`}) AS (matter varchar[], first varchar, beyond varchar)
      ) WITH ORDINALITY AS overview (matter, first, beyond, place), LATERAL (
        SELECT count(*) FILTER (WHERE closed_on IS NULL)::int AS open, count(closed_on)::int AS closed,
          count(*) FILTER (WHERE closed_on IS NULL AND due_on < ${today})::int AS overdue,
          count(*) FILTER (WHERE closed_on IS NULL AND original_due_on < ${today})::int AS late,
          count(*) FILTER (WHERE closed_on <= original_due_on)::int AS "onTime"
        FROM hazard WHERE about && matter AND grade = 'MAJOR' AND ${KEPT} AND region_code >= first AND region_code < beyond
      ) AS counted`);
    return rows.map((row) => ({ ...row, asked: asked[row.place - 1] ?? '' }));
  },
  ({ asked }) => asked,
);

export async function overviewFigures(
  context: RequestContext,
  { matterCode, regionCode, scope }: MatterOverview,
) {
  const { from, to } = regionRange(regionCode);
  const asked = JSON.stringify({ matter: aboutMatter(matterCode, scope), first: from, beyond: to });
  const {
    open = 0,
    overdue = 0,
    closed = 0,
    onTime = 0,
    late = 0,
  } = (await countMajor(context).load(asked)) ?? {};
  return { open, overdue, onTimeRate: share(onTime, closed + late) };
}
