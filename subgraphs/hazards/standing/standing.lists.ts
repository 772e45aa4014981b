import sql, { raw, type Sql } from 'sql-template-tag';
import { defineLoader, type HazardDomain, type RequestContext } from '../../kernel';
import { IS_OPEN, KEPT } from '../hazard/hazard.lists';
import type { HazardStanding } from './standing';

/** `isAgainstUse` of hazard.rules.ts, in SQL. */
export function againstUse(): Sql {
  return sql`${IS_OPEN} AND grade IN ('MAJOR', 'SEVERE_EQUIPMENT') AND criterion_code IS NOT NULL`;
}

interface ByDomain extends HazardStanding {
  key: string;
  domain: HazardDomain;
}

/** The hazards of many devices or units by domain, in one statement: hazard_by_equipment, hazard_by_enterprise. */
function countedBy(column: Sql) {
  return defineLoader<[string, ByDomain[]]>(
    async ({ db }, keys) => {
      const rows = await db.byKey<ByDomain>(
        sql`SELECT ${column} AS key, domain, count(*) FILTER (WHERE halted_on IS NOT NULL)::int AS halted,
            count(*) FILTER (WHERE ${againstUse()})::int AS judged, count(*) FILTER (WHERE ${IS_OPEN})::int AS open
          FROM hazard WHERE ${column} = ANY(${keys}::varchar[]) AND ${KEPT} GROUP BY 1, 2`,
      );
      return keys.map((key) => [key, rows.filter((row) => row.key === key)]);
    },
    ([key]) => key,
  );
}

const ofDevices = countedBy(raw('equipment_code'));
const ofUnits = countedBy(raw('uscc'));

export async function standingOfDevice(context: RequestContext, code: string): Promise<HazardStanding> {
  return sumOf((await ofDevices(context).load(code))?.[1] ?? []);
}

export async function standingOfUnit(
  context: RequestContext,
  uscc: string,
  domain: HazardDomain | null | undefined,
): Promise<HazardStanding> {
  const rows = (await ofUnits(context).load(uscc))?.[1] ?? [];
  return sumOf(domain ? rows.filter((row) => row.domain === domain) : rows);
}

function sumOf(rows: readonly HazardStanding[]): HazardStanding {
  const sum = (figure: keyof HazardStanding) => rows.reduce((total, row) => total + row[figure], 0);
  return { halted: sum('halted'), judged: sum('judged'), open: sum('open') };
}
