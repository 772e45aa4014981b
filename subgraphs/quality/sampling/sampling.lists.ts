import sql, { empty, raw, type Sql } from 'sql-template-tag';
import {
  among,
  countAhead,
  defineLoader,
  isInsider,
  keysFrom,
  manyBy,
  mattersOf,
  page,
  pagesOf,
  regionRange,
  whether,
  within,
  type PageArgs,
  type RequestContext,
} from '../../kernel';
import { standsSo } from './certificate-grounds.lists';
import { SAMPLING_PLANS, type SamplingPlanFilter } from './sampling-plan';
import { SPOT_CHECKS, SPOT_CHECKS_OF_PARTY, SpotCheck } from './spot-check';
import { SpotCheckEvent } from './spot-check-event';
import type { SpotCheckFilter } from './spot-check.filter';

/** The day of publication may lie ahead. */
export function isPublished(today: string): Sql {
  return sql`published_on <= ${today}`;
}

/** Samples with a final result, by the day on which they are published. */
export const samplesAhead = countAhead({
  name: 'spot_check_ahead',
  entity: SpotCheck,
  region: 'region_code',
  keys: keysFrom(`SELECT 'category:' || category_code WHERE category_code IS NOT NULL`, mattersOf()),
  where: `${among('result', ['QUALIFIED', 'UNQUALIFIED'])} AND duplicate_of IS NULL`,
  counts: {
    FINAL: { where: 'true', day: 'published_on' },
    UNQUALIFIED: { where: `result = 'UNQUALIFIED'`, day: 'published_on' },
  },
});

/** Samples with a final result, by the day on which they were taken, by product and by kind of place. */
export const drawnAhead = countAhead({
  name: 'spot_check_drawn_ahead',
  entity: SpotCheck,
  region: 'region_code',
  keys: `ARRAY['PLACE ' || place, 'PRODUCT ' || product_code]::varchar[]`,
  where: `${among('result', ['QUALIFIED', 'UNQUALIFIED'])} AND duplicate_of IS NULL`,
  counts: {
    FINAL: { where: 'true', day: 'sampled_on' },
    UNQUALIFIED: { where: `result = 'UNQUALIFIED'`, day: 'sampled_on' },
  },
});

/** The row rule of the noun: stands in every statement that reads spot checks. Anyone sees what is published by today. */
export function visible({ caller, today }: RequestContext): Sql {
  return isInsider(caller) ? empty : sql`AND ${isPublished(today)}`;
}

/** The row rule of plans: before it is carried out, a plan is its own market supervision's. The public does not come here. */
export function openPlans({ caller }: RequestContext): Sql {
  if (caller.department !== 'MARKET_SUPERVISION' || caller.region === null)
    return sql`AND carried_out_on IS NOT NULL`;
  const { from, to } = regionRange(caller.region);
  return sql`AND (carried_out_on IS NOT NULL OR (region_code >= ${from} AND region_code < ${to}))`;
}

export function planPage(context: RequestContext, { region, product }: SamplingPlanFilter, args: PageArgs) {
  const only = sql`${openPlans(context)} ${within(raw('region_code'), region)} ${product ? sql`AND product_code = ${product}` : empty}`;
  return page(context, SAMPLING_PLANS, only, args);
}

export function spotCheckPage(context: RequestContext, filter: SpotCheckFilter, args: PageArgs) {
  const { certificateGround = null, certificateFlagged = null } = filter;
  return page(
    context,
    SPOT_CHECKS,
    sql`${visible(context)} ${matching(filter, context.today)} ${standsSo(certificateGround, certificateFlagged)}`,
    args,
  );
}

function matching(
  { region, product, result, stage, place, from, to, seller, producer, published }: SpotCheckFilter,
  today: string,
): Sql {
  return sql`${within(raw('region_code'), region)}
    ${product ? sql`AND product_code = ${product}` : empty}
    ${result ? sql`AND result = ${result}` : empty}
    ${stage ? sql`AND stage = ${stage}` : empty}
    ${place ? sql`AND place = ${place}` : empty}
    ${from ? sql`AND sampled_on >= ${from}` : empty}
    ${to ? sql`AND sampled_on <= ${to}` : empty}
    ${seller ? sql`AND seller_uscc = ${seller}` : empty}
    ${producer ? sql`AND producer_uscc = ${producer}` : empty}
    ${whether(isPublished(today), published)}`;
}

/** The spot checks of products that an enterprise sells or makes. */
export function spotChecksOf(
  context: RequestContext,
  uscc: string,
  filter: Pick<SpotCheckFilter, 'result' | 'from' | 'to'>,
  args: PageArgs,
) {
  const condition = () => sql`${visible(context)} ${matching(filter, context.today)}`;
  return pagesOf(context, SPOT_CHECKS_OF_PARTY, 'partyUscc', args, {
    key: [filter, isInsider(context.caller)],
    condition,
  }).load(uscc);
}

export const unqualifiedByUscc = defineLoader<{ uscc: string; count: number }>(
  (context, usccs) =>
    context.db.query(
      sql`SELECT party_uscc AS uscc, count(*)::int AS count FROM spot_check_of_party
        WHERE party_uscc = ANY(${usccs}::varchar[]) AND result = 'UNQUALIFIED' AND duplicate_of IS NULL ${visible(context)} GROUP BY 1`,
    ),
  ({ uscc }) => uscc,
);

/** The steps taken in each spot check, the earliest first. */
export const eventsOfSpotCheck = manyBy(SpotCheckEvent, 'spotCheckId', sql`id`);
