import sql, { empty, raw, type Sql } from 'sql-template-tag';
import {
  countAhead,
  defineLoader,
  industriesAbove,
  isInsider,
  keysFrom,
  mattersOf,
  page,
  regionRange,
  within,
  type PageArgs,
  type RequestContext,
} from '../../kernel';
import { DishonestyListing, LISTINGS } from './listing';
import type { ListingFilter } from './listing.filter';
import { listOf } from './listing.rules';
import type { ListingStatus } from './listing.terms';

/** On the list today, and counted: `isOnListOn` of listing.rules.ts, in SQL. */
export function isOnList(today: string): Sql {
  return sql`${inStatus('LISTED', today)} AND duplicate_of IS NULL`;
}

/** Enterprises on a list, each once, by the industries and matters of all its listings, until the last one expires. */
export const listedAhead = countAhead({
  name: 'listed_enterprise_ahead',
  entity: DishonestyListing,
  region: 'region_code',
  keys: keysFrom(industriesAbove(), mattersOf()),
  where: `uscc IS NOT NULL AND status = 'LISTED' AND duplicate_of IS NULL`,
  once: { subject: 'uscc', until: 'expires_on' },
  counts: { LISTED: { where: 'true' } },
});

/**
 * The row rule of the noun: stands in every statement that reads listings. Anyone sees who is on the list; an agency also
 * sees who was; a notice is seen by the department that keeps the list, inside its region. One that repeats another is
 * found by its id, and says so; in lists it stands no more.
 */
export function visible({ caller, today }: RequestContext): Sql {
  if (!isInsider(caller)) return sql`AND ${inStatus('LISTED', today)}`;
  const list = listOf(caller);
  if (!list || !caller.region) return sql`AND status <> 'NOTIFIED'`;
  const { from, to } = regionRange(caller.region);
  return sql`AND (status <> 'NOTIFIED' OR (list = ${list} AND region_code >= ${from} AND region_code < ${to}))`;
}

/** `statusOn` of listing.rules.ts, in SQL. */
export function inStatus(status: ListingStatus, today: string): Sql {
  if (status === 'LISTED') return sql`status = 'LISTED' AND expires_on >= ${today}`;
  if (status === 'EXPIRED') return sql`(status = 'EXPIRED' OR (status = 'LISTED' AND expires_on < ${today}))`;
  return sql`status = ${status}`;
}

const listingsOf = defineLoader<{ uscc: string; listings: DishonestyListing[] }>(
  async (context, usccs) => {
    const rows = await context.db.byKey<DishonestyListing>(
      sql`SELECT ${raw(context.db.columns(DishonestyListing))} FROM dishonesty_listing WHERE uscc = ANY(${usccs}::varchar[]) AND duplicate_of IS NULL ${visible(context)}
        ORDER BY decided_on DESC, id`,
    );
    const found = new Map(usccs.map((uscc) => [uscc, [] as DishonestyListing[]]));
    for (const row of rows) found.get(row.uscc ?? '')?.push(row);
    return usccs.map((uscc) => ({ uscc, listings: found.get(uscc) ?? [] }));
  },
  ({ uscc }) => uscc,
);

/** The listings of an enterprise, the latest first: what its own field, the credit file and `isListed` are read with. */
export function listingsByUscc(context: RequestContext): (uscc: string) => Promise<DishonestyListing[]> {
  return async (uscc) => (await listingsOf(context).load(uscc))?.listings ?? [];
}

export function listingPage(context: RequestContext, filter: ListingFilter | null, args: PageArgs) {
  const { list, region, listedFrom, listedTo, department, status } = filter ?? ({} as Partial<ListingFilter>);
  return page(
    context,
    LISTINGS,
    sql`${visible(context)} ${within(raw('region_code'), region)}
      ${list ? sql`AND list = ${list}` : empty}
      ${listedFrom ? sql`AND listed_on >= ${listedFrom}` : empty}
      ${listedTo ? sql`AND listed_on <= ${listedTo}` : empty}
      ${department ? sql`AND department_code = ${department}` : empty}
      ${status ? sql`AND ${inStatus(status, context.today)}` : empty}`,
    args,
  );
}
