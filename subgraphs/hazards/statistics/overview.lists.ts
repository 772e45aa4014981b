import sql, { raw, type Sql } from 'sql-template-tag';
import {
  Unreachable,
  aboutMatter,
  anyReported,
  countAhead,
  countedAhead,
  defineLoader,
  regionRange,
  vocabulary,
  type Found,
  type RequestContext,
} from '../../kernel';
import { Hazard } from '../hazard/hazard';
import { KEPT } from '../hazard/hazard.lists';
import type { MatterOverview } from '../others';

export const CountedHazards = vocabulary(
  'CountedHazards',
  '所计重大事故隐患. The major hazards that a figure counts.',
  {
    OPEN: '未销号. Not closed.',
    OVERDUE: '逾期. Overdue today.',
    ON_TIME: '按原定期限销号. Closed by the first deadline.',
    FALLEN_DUE: '已销号或者已过原定期限. Closed, or past the first deadline.',
  },
);
export type CountedHazards = keyof typeof CountedHazards;

/** Which major hazards are in a set: for the figure and for the list behind it. */
export function inSet(set: CountedHazards, today: string): Sql {
  switch (set) {
    case 'OPEN':
      return sql`closed_on IS NULL`;
    case 'OVERDUE':
      return sql`closed_on IS NULL AND due_on < ${today}`;
    case 'ON_TIME':
      return sql`closed_on <= original_due_on`;
    case 'FALLEN_DUE':
      return sql`(closed_on IS NOT NULL OR original_due_on < ${today})`;
    default:
      throw new Unreachable(set);
  }
}
/** What figures of a matter count at all. */
export const MAJOR = sql`grade = 'MAJOR' AND ${KEPT}`;

interface Figures {
  open: number;
  overdue: number;
  onTime: number;
  fallenDue: number;
  reported: boolean;
}

/** Major hazards by what they are about. */
export const majorHazards = countAhead({
  name: 'major_hazard_ahead',
  entity: Hazard,
  region: 'region_code',
  keys: 'about',
  where: `grade = 'MAJOR' AND ${KEPT.sql}`,
  counts: {
    OPEN: { where: 'closed_on IS NULL' },
    DUE: { where: 'closed_on IS NULL', day: 'due_on' },
    ON_TIME: { where: 'closed_on <= original_due_on' },
    FALLEN_DUE: {
      where: 'true',
      day: `CASE WHEN closed_on IS NULL THEN original_due_on ELSE '-infinity' END`,
    },
  },
});

/** Major hazards for all overviews of an operation in one statement. */
const countMajor = defineLoader<Figures & { asked: string }>(
  async ({ db, today }, asked) => {
    const count = (what: keyof typeof majorHazards.counts, before?: string) =>
      sql`${countedAhead(majorHazards, what, raw('first'), raw('matter'), before)}::int`;
    const rows = await db.query<Figures & { place: number }>(sql`
      SELECT nth::int AS place, ${count('OPEN')} AS open, ${count('DUE', today)} AS overdue,
        ${count('ON_TIME')} AS "onTime", ${count('FALLEN_DUE', today)} AS "fallenDue",
        ${anyReported(Hazard, KEPT)} AS reported
      FROM ROWS FROM (
        json_to_recordset(${`[${asked.join(',')}]`}) AS (matter varchar[], first varchar, beyond varchar)
      ) WITH ORDINALITY AS overview (matter, first, beyond, nth)`);
    return rows.map((row) => ({ ...row, asked: asked[row.place - 1] ?? '' }));
  },
  ({ asked }) => asked,
);

const NONE: Figures = { open: 0, overdue: 0, onTime: 0, fallenDue: 0, reported: false };

export async function overviewFigures(
  context: RequestContext,
  { matterCode, regionCode, scope }: MatterOverview,
): Promise<Figures> {
  const { from, to } = regionRange(regionCode);
  const asked = JSON.stringify({ matter: aboutMatter(matterCode, scope), first: from, beyond: to });
  return (await countMajor(context).load(asked)) ?? NONE;
}

/** One of them as a figure of its own. */
export const counted =
  (name: 'open' | 'overdue' | 'onTime', whole?: 'fallenDue') =>
  async (context: RequestContext, overview: MatterOverview): Promise<Found> => {
    const { reported, ...figures } = await overviewFigures(context, overview);
    return { counted: figures[name], reported, ...(whole && { whole: figures[whole] }) };
  };
