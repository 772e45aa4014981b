import sql, { empty, raw, type Sql } from 'sql-template-tag';
import {
  AuthenticationRequired,
  TIP_NUMBER_PATTERN,
  industryRange,
  isAgency,
  isInsider,
  knowsOfTipIn,
  manyBy,
  page,
  pagesOf,
  regionRange,
  sourceShownIn,
  whether,
  within,
  type PageArgs,
  type RequestContext,
} from '../../kernel';
import { thoseToClose, withoutPrincipalCheck } from '../signals/signals.lists';
import { CLOSED_ON_TIME, isCaveat } from './caveat.lists';
import { HAZARDS } from './hazard';
import { HazardEvent, HazardNotification, RectificationPlan } from './hazard-records';
import type { HazardFilter } from './hazard.inputs';
import { BY_TIP } from './hazard.rules';

/** In the database: neither waiting to be verified nor dismissed. The partial indexes say the same. */
export const KEPT = sql`status NOT IN ('REPORTED', 'DISMISSED')`;
export const IS_OPEN = sql`status NOT IN ('REPORTED', 'DISMISSED') AND status <> 'CLOSED'`;

/** `isOverdueOn` of hazard.rules.ts, in SQL. */
export const isOverdue = (today: string): Sql => sql`${IS_OPEN} AND due_on < ${today}`;

const NOT_BY_TIP = sql`channel <> ${BY_TIP.channel.tip} AND origin IS DISTINCT FROM ${BY_TIP.origin.tip}
  AND coalesce(origin_reference, '') !~* ${TIP_NUMBER_PATTERN}`;

/**
 * The row rule of the noun: stands in every statement that reads hazards. Anyone sees what was exposed; agencies see what was
 * verified; an unverified report, and one that proved wrong, is for the kind of department that decides on it, in its region.
 * The committee, which keeps the database, sees in its region what was dismissed, but for what a tip had said.
 */
export function visible({ caller }: RequestContext): Sql {
  if (!isInsider(caller)) return sql`AND escalation = 'EXPOSURE' AND ${KEPT}`;
  if (!caller.region) return sql`AND ${KEPT}`;
  const { from, to } = regionRange(caller.region);
  const dismissed = sql`${caller.department === 'SAFETY_COMMITTEE'} AND status = 'DISMISSED' AND ${NOT_BY_TIP}`;
  return sql`AND (${KEPT} OR ((competent_kind = ${caller.department} OR ${dismissed}) AND region_code >= ${from} AND region_code < ${to}))`;
}

export const eventsOf = manyBy(HazardEvent, 'hazardNumber', sql`hazard_number, sequence`);
export const notificationsOf = manyBy(
  HazardNotification,
  'hazardNumber',
  sql`hazard_number, round, recipient`,
);
export const plansOf = manyBy(RectificationPlan, 'hazardNumber', sql`hazard_number, sequence`);

export async function hazardPage(context: RequestContext, filter: HazardFilter | null, args: PageArgs) {
  return page(context, HAZARDS, await matching(context, filter), args);
}

/** The hazards of each enterprise: hazard_by_enterprise. */
export function hazardsOfEnterprise(
  context: RequestContext,
  uscc: string,
  filter: HazardFilter | null,
  args: PageArgs,
) {
  return pagesOf(context, HAZARDS, 'uscc', args, {
    key: filter,
    condition: () => matching(context, filter),
  }).load(uscc);
}

/** The hazards of each device: hazard_by_equipment. */
export function hazardsOfEquipment(
  context: RequestContext,
  code: string,
  filter: HazardFilter | null,
  args: PageArgs,
) {
  return pagesOf(context, HAZARDS, 'equipmentCode', args, {
    key: filter,
    condition: () => matching(context, filter),
  }).load(code);
}

async function matching(context: RequestContext, filter: HazardFilter | null): Promise<Sql> {
  const { caller, today } = context;
  const {
    region,
    grade,
    domain,
    status,
    overdue,
    enterprise,
    channel,
    foundFrom,
    foundTo,
    escalation,
    industryPrefix,
    origin,
    caveat,
  } = filter ?? {};
  const { closingDown, principalCheckMissed, firstDueTo, openOn, verified, closedOnTime } = filter ?? {};
  // whom the law's signals point at is for agencies, and so is what became of a hazard: a filter by them would tell
  if ((closingDown || principalCheckMissed || origin || caveat) && !isAgency(caller))
    throw AuthenticationRequired({ field: 'filter' });
  const toClose = closingDown ? await thoseToClose(context) : [];
  const byTip = knowsOfTipIn(caller, raw('reporter_kind'), raw('region_code'));
  return sql`${visible(context)} ${within(raw('region_code'), region)}
    ${grade ? sql`AND grade = ${grade}` : empty}
    ${domain ? sql`AND domain = ${domain}` : empty}
    ${status ? sql`AND status = ${status}` : empty}
    ${whether(isOverdue(today), overdue)}
    ${enterprise ? sql`AND uscc = ${enterprise}` : empty}
    ${channel ? sql`AND ${sourceShownIn(raw('channel'), BY_TIP.channel, byTip)} = ${channel}` : empty}
    ${foundFrom ? sql`AND found_on >= ${foundFrom}` : empty}
    ${foundTo ? sql`AND found_on <= ${foundTo}` : empty}
    ${firstDueTo ? sql`AND original_due_on <= ${firstDueTo}` : empty}
    ${openOn ? sql`AND ${KEPT} AND (closed_on IS NULL OR closed_on > ${openOn})` : empty}
    ${whether(KEPT, verified)} ${whether(CLOSED_ON_TIME, closedOnTime)}
    ${origin ? sql`AND ${sourceShownIn(raw('origin'), BY_TIP.origin, byTip)} = ${origin}` : empty} ${caveat ? sql`AND ${isCaveat(caveat)}` : empty}
    ${escalation ? sql`AND escalation = ${escalation}` : empty}
    ${industryPrefix ? inIndustry(industryPrefix) : empty}
    ${filter?.matter ? sql`AND matter_codes @> ARRAY[${filter.matter}]::varchar[]` : empty}
    ${filter?.listed ? sql`AND listed_on IS NOT NULL` : empty}
    ${closingDown ? sql`AND grade = 'MAJOR' AND ${IS_OPEN} AND uscc = ANY(${toClose}::varchar[])` : empty}
    ${principalCheckMissed ? sql`AND grade = 'MAJOR' AND ${IS_OPEN} ${withoutPrincipalCheck(today)}` : empty}`;
}

function inIndustry(prefix: string): Sql {
  const { from, to } = industryRange(prefix);
  return sql`AND industry_code >= ${from} AND industry_code < ${to}`;
}
