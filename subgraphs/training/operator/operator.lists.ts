import sql, { type Sql } from 'sql-template-tag';
import { NATIONWIDE, regionRange, type PageArgs, type RequestContext } from '../../kernel';
import { itemsForKind } from '../qualification/item.rules';
import { inForce, qualificationsOf } from '../qualification/qualification.lists';
import type { Equipment } from '../others';

/** `worksThere` of operator.rules.ts, in SQL. */
export function worksAt(place: string): Sql {
  const { from, to } = regionRange(place);
  const above = [place.slice(0, 9), place.slice(0, 6), `${place.slice(0, 4)}00`, `${place.slice(0, 2)}0000`];
  return sql`((region_code >= ${from} AND region_code < ${to}) OR region_code = ANY(${[...above, NATIONWIDE]}::varchar[]))`;
}

/** The people whom its user employs there with a certificate for its kind that is in force today, whatever stands against the device. */
export function qualifiedOperators(
  context: RequestContext,
  { kind, user, region }: Equipment,
  args: PageArgs,
) {
  const items = kind ? itemsForKind(kind.code) : [];
  const place = region?.code ?? null;
  const here = place === null ? sql`false` : worksAt(place);
  const condition = () =>
    sql`AND item_id = ANY(${items}::varchar[]) AND ${inForce(context.today)} AND ${here}`;
  return qualificationsOf(context, user?.uscc ?? NO_ONE, args, { key: [items, place], condition });
}

const NO_ONE = '';
