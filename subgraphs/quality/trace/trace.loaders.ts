import sql, { raw } from 'sql-template-tag';
import { defineLoader, page, within, type PageArgs, type RequestContext } from '../../kernel';
import { TraceStep, UNANSWERED_TRACES } from './trace-step';
import { inTree } from './trace.rules';

/** A step at its place in the tree. */
export type PlacedStep = TraceStep & { depth: number };

/** The whole tree of each spot check. Who may see the check itself sees its trace, as far as its fields are theirs. */
export const traceOfSpotCheck = defineLoader<{ id: string; steps: PlacedStep[] }>(
  async ({ db }, ids) => {
    const rows = await db.byKey<TraceStep>(
      sql`SELECT ${raw(db.columns(TraceStep))} FROM trace_step WHERE spot_check_id = ANY(${ids}::varchar[]) ORDER BY notified_on, id`,
    );
    const found = new Map(ids.map((id) => [id, [] as TraceStep[]]));
    for (const row of rows) found.get(row.spotCheckId)?.push(row);
    return [...found].map(([id, steps]) => ({ id, steps: inTree(steps).map(({ step, depth }) => ({ ...step, depth })) }));
  },
  ({ id }) => id,
);

export function unansweredTraces(context: RequestContext, region: string | null, args: PageArgs) {
  return page(context, UNANSWERED_TRACES, sql`AND answered_on IS NULL ${within(raw('region_code'), region)}`, args);
}
