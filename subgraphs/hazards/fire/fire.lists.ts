import sql, { empty, raw } from 'sql-template-tag';
import {
  DepartmentKind,
  FACTS_AT_A_TIME,
  arrayOf,
  count,
  defineLoader,
  factsOf,
  objectOf,
  oneOf,
  page,
  whereAnswered,
  whole,
  within,
  type PageArgs,
  type RequestContext,
} from '../../kernel';
import { Enterprise } from '../others';
import { FIRE_KEY_UNITS, type FireKeyUnitFilter, type FireUnitCoverage } from './fire-key-unit';
import type { FireVisits } from './fire-visits';

export function fireKeyUnitPage(context: RequestContext, filter: FireKeyUnitFilter | null, args: PageArgs) {
  const { region, online, complete } = filter ?? {};
  return page(
    context,
    FIRE_KEY_UNITS,
    sql`${within(raw('region_code'), region)}
      ${typeof online === 'boolean' ? sql`AND (online_since IS NOT NULL) = ${online}` : empty}
      ${typeof complete === 'boolean' ? sql`AND complete = ${complete}` : empty}`,
    args,
  );
}

export async function fireUnitCoverage({ db }: RequestContext, region: string): Promise<FireUnitCoverage> {
  const [counted] = await db.query<Pick<FireUnitCoverage, 'units' | 'online' | 'complete'>>(
    sql`SELECT count(*)::int AS units, count(online_since)::int AS online, count(*) FILTER (WHERE complete)::int AS complete
      FROM fire_key_unit WHERE true ${within(raw('region_code'), region)}`,
  );
  const { units, online, complete } = counted ?? { units: 0, online: 0, complete: 0 };
  const share = (part: number) => (units === 0 ? null : part / units);
  return { units, online, complete, onlineRate: share(online), completeRate: share(complete) };
}

interface ByYear {
  year: number;
  count: number;
}
const checksOf = defineLoader<{ uscc: string; years: ByYear[] }>(
  ({ db }, usccs) =>
    db.byKey(sql`SELECT uscc, json_agg(json_build_object('year', year, 'count', checks)) AS years FROM (
      SELECT uscc, extract(year FROM checked_on)::int AS year, count(*) AS checks FROM fire_check
      WHERE uscc = ANY(${usccs}::varchar[]) GROUP BY 1, 2) AS counted GROUP BY uscc`),
  ({ uscc }) => uscc,
);

const visitsOf = factsOf(Enterprise, {
  from: 'enforcement',
  fields: 'visitCounts { year departmentKind inspections }',
  facts: objectOf({
    visitCounts: arrayOf(
      objectOf({ year: whole(0, 9999), departmentKind: oneOf(DepartmentKind), inspections: count }),
    ),
  }),
});

/** The register of a division, by codes: whom others take for a key fire unit. A thousand, after this one. */
export async function fireKeyUnitCodes(
  { db }: RequestContext,
  region: string,
  after: string | null | undefined,
): Promise<string[]> {
  const units = await db.query<{ uscc: string }>(
    sql`SELECT uscc FROM fire_key_unit WHERE ${after ? sql`uscc > ${after}` : sql`true`} ${within(raw('region_code'), region)}
      ORDER BY uscc LIMIT ${FACTS_AT_A_TIME}`,
  );
  return units.map((unit) => unit.uscc);
}

/** Visits of fire and rescue have their home in enforcement's inspections; a fire check says what one of them found. */
export async function fireVisits(context: RequestContext, uscc: string): Promise<FireVisits[]> {
  const asked = whereAnswered(visitsOf(context, uscc).then((facts) => facts?.visitCounts ?? []));
  const [checks, counted] = await Promise.all([checksOf(context).load(uscc), asked]);
  const inspections = new Map(
    (counted ?? []).flatMap((each) =>
      each.departmentKind === 'FIRE_RESCUE' ? [[each.year, each.inspections] as const] : [],
    ),
  );
  const fireChecks = new Map((checks?.years ?? []).map((each) => [each.year, each.count] as const));
  // while enforcement is silent, this year's row says so, whatever was checked
  const silent = counted ? [] : [Number(context.today.slice(0, 4))];
  const years = [...new Set([...inspections.keys(), ...fireChecks.keys(), ...silent])].sort((a, b) => b - a);
  return years.map((year) =>
    visitsIn(year, fireChecks.get(year) ?? 0, counted && (inspections.get(year) ?? 0)),
  );
}

function visitsIn(year: number, fireChecks: number, inspections: number | null): FireVisits {
  const same = { year, fireChecks, inspections };
  if (inspections === null) return { ...same, difference: null, missing: 'SUBGRAPH_UNAVAILABLE' };
  return { ...same, difference: fireChecks - inspections, missing: null };
}
