import sql, { empty, raw, type Sql } from 'sql-template-tag';
import { isInsider, page, pagesOf, whether, within, type PageArgs, type RequestContext } from '../../kernel';
import { DRAWS, type DrawFilter } from './draw';
import { CHECKS_OF_DRAW, DRAW_CHECKS } from './draw-check';

/** The row rule of the results: anyone sees what is published, an agency also what is not yet. */
export function visible({ caller, today }: RequestContext): Sql {
  return isInsider(caller) ? empty : sql`AND published_on <= ${today}::date`;
}

export function drawPage(context: RequestContext, filter: DrawFilter | null, args: PageArgs) {
  const { region, kind, drawn } = filter ?? {};
  return page(
    context,
    DRAWS,
    sql`${within(raw('region_code'), region)}
      ${kind ? sql`AND kind = ${kind}` : empty}
      ${whether(sql`drawn_on IS NOT NULL`, drawn)}`,
    args,
  );
}

export function drawCheckPage(context: RequestContext, region: string | null, args: PageArgs) {
  return page(context, DRAW_CHECKS, sql`${visible(context)} ${within(raw('region_code'), region)}`, args);
}

export function checksOfDraw(context: RequestContext, draw: string, args: PageArgs) {
  return pagesOf(context, CHECKS_OF_DRAW, 'drawId', args, {
    key: 'visible',
    condition: () => visible(context),
  }).load(draw);
}
