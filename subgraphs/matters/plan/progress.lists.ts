import sql, { raw } from 'sql-template-tag';
import { defineLoader, pagesOf, regionRange, within, type PageArgs, type RequestContext } from '../../kernel';
import { ProgressReport, REPORTS } from './progress';

/** The reports of one task that count, by division. */
interface Latest {
  asked: string;
  reports: ProgressReport[];
}

/** Of each department of each division the latest report on each item. What is asked is a task, a range of codes and the last day of a report, as JSON. */
const latest = defineLoader<Latest>(
  async (context, asked) => {
    const rows = await context.db.query<ProgressReport & { place: number }>(sql`
      SELECT place::int, report.* FROM ROWS FROM (json_to_recordset(${`[${asked.join(',')}]`}) AS (task varchar, first varchar, beyond varchar, until date))
        WITH ORDINALITY AS asked (task, first, beyond, until, place), LATERAL (
          SELECT DISTINCT ON (region_code, item_id, department_code) ${raw(context.db.columns(ProgressReport))} FROM progress_report
          WHERE task_id = task AND region_code >= first AND region_code < beyond AND (until IS NULL OR reported_on <= until)
          ORDER BY region_code, item_id, department_code, reported_on DESC, id DESC) AS report`);
    const found = asked.map((each): Latest => ({ asked: each, reports: [] }));
    for (const { place, ...report } of rows) found[place - 1]?.reports.push(report);
    return found;
  },
  ({ asked }) => asked,
);

async function load(
  context: RequestContext,
  task: string,
  first: string,
  beyond: string,
  until: string | null = null,
): Promise<ProgressReport[]> {
  return (await latest(context).load(JSON.stringify({ task, first, beyond, until })))?.reports ?? [];
}

/** What the departments of a division itself have reported; a county’s report does not speak for its province. '!' stands before every digit. */
export function reportsIn(
  context: RequestContext,
  task: string,
  region: string,
  until: string | null = null,
): Promise<ProgressReport[]> {
  return load(context, task, region, `${region}!`, until);
}

/** What all divisions of a subtree have reported, by their codes. */
export async function reportsWithin(
  context: RequestContext,
  task: string,
  region: string,
): Promise<Map<string, ProgressReport[]>> {
  const { from, to } = regionRange(region);
  const byRegion = new Map<string, ProgressReport[]>();
  for (const report of await load(context, task, from, to)) {
    byRegion.set(report.regionCode, [...(byRegion.get(report.regionCode) ?? []), report]);
  }
  return byRegion;
}

/** All reports on a task, the latest first. */
export function reportPages(context: RequestContext, region: string | null, args: PageArgs) {
  return pagesOf(context, REPORTS, 'taskId', args, {
    key: region,
    condition: () => within(raw('region_code'), region),
  });
}
