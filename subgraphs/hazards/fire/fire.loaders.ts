import sql, { raw } from 'sql-template-tag';
import { defineLoader, isAgency, page, pagesOf, within, type PageArgs, type RequestContext } from '../../kernel';
import { FIRE_CHECKS, FIRE_KEY_UNITS, FireKeyUnit } from './fire-unit';

/** The row rule of the noun: key fire units are for agencies. */
export const fireKeyUnitByUscc = defineLoader<FireKeyUnit>(
  async ({ db, caller }, usccs) =>
    isAgency(caller)
      ? db.byKey(sql`SELECT ${raw(db.columns(FireKeyUnit))} FROM fire_key_unit WHERE uscc = ANY(${usccs}::varchar[])`)
      : [],
  ({ uscc }) => uscc,
);

export function fireKeyUnitPage(context: RequestContext, region: string | null, args: PageArgs) {
  return page(context, FIRE_KEY_UNITS, within(raw('region_code'), region), args);
}

export function fireChecksOf(context: RequestContext, uscc: string, args: PageArgs) {
  return pagesOf(context, FIRE_CHECKS, 'uscc', args).load(uscc);
}
