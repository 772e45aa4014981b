import sql, { empty, join, type Sql } from 'sql-template-tag';
import { NATIONWIDE, regionRange, type PageArgs, type RequestContext } from '../../kernel';
import { itemsForKind } from '../qualification/item.rules';
import type { QualificationStatus } from '../qualification/qualification';
import { inForce, inStatus, qualificationsOf } from '../qualification/qualification.lists';
import type { Equipment } from '../others';

/** `worksThere` of operator.rules.ts, in SQL. */
export function worksAt(place: string): Sql {
  const { from, to } = regionRange(place);
  const above = [place.slice(0, 9), place.slice(0, 6), `${place.slice(0, 4)}00`, `${place.slice(0, 2)}0000`];
  return sql`((region_code >= ${from} AND region_code < ${to}) OR region_code = ANY(${[...above, NATIONWIDE]}::varchar[]))`;
}

/** Of whom it is asked: who had a certificate on any day of a period, or whose stands so today. */
export interface OperatorsAsked {
  from?: string | null;
  to?: string | null;
  status?: readonly QualificationStatus[] | null;
}

/** In force today; or, of what is not suspended or revoked today, in force on a day of the period that is asked for. */
function asked({ from, to, status }: OperatorsAsked, today: string): Sql {
  if (!from && !to && !status) return inForce(today);
  const standing = status?.map((each) => sql`(${inStatus(each, today)})`) ?? [sql`standing = 'VALID'`];
  return sql`(${standing.length > 0 ? join(standing, ' OR ') : sql`false`})
    ${from ? sql`AND valid_until >= ${from}` : empty} ${to ? sql`AND issued_on <= ${to}` : empty}`;
}

/** The people whom its user employs there with a certificate for its kind, whatever stands against the device. */
export function qualifiedOperators(
  context: RequestContext,
  { kind, user, region }: Equipment,
  args: PageArgs,
  only: OperatorsAsked,
) {
  const items = kind ? itemsForKind(kind.code) : [];
  const place = region?.code ?? null;
  const here = place === null ? sql`false` : worksAt(place);
  const condition = () =>
    sql`AND item_id = ANY(${items}::varchar[]) AND ${asked(only, context.today)} AND ${here}`;
  return qualificationsOf(context, user?.uscc ?? NO_ONE, args, { key: [items, place, only], condition });
}

const NO_ONE = '';
