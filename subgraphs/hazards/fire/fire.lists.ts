import sql, { empty, raw } from 'sql-template-tag';
import { page, within, type PageArgs, type RequestContext } from '../../kernel';
import { FIRE_KEY_UNITS, type FireKeyUnitFilter, type FireUnitCoverage } from './fire-key-unit';

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
