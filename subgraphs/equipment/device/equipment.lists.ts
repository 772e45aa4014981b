import sql, { empty, raw, type Sql } from 'sql-template-tag';
import {
  AuthenticationRequired,
  Unreachable,
  isAgency,
  page,
  pagesOf,
  within,
  type PageArgs,
  type RequestContext,
} from '../../kernel';
import { currentKind, kindsOfCategory, kindsUnder } from '../kind/equipment-kind.rules';
import { catalogue } from '../kind/catalogue';
import { EQUIPMENT } from './equipment';
import type { EquipmentFilter } from './equipment.inputs';
import { FAILED, type InspectionStanding } from '../inspection/inspection.terms';
import { INSPECTED_STATES, PUBLIC_STATES, maySeeAllStates } from './equipment.rules';

/** The row rule of the noun: the kernel puts it where a device is looked up, the lists below say it themselves. */
export function visible({ caller }: RequestContext): Sql {
  return maySeeAllStates(caller) ? empty : sql`AND status = ANY(${PUBLIC_STATES}::varchar[])`;
}

/** `isOverdue` of equipment.rules.ts, in SQL. */
export function isInspectionOverdue(today: string): Sql {
  return sql`status = ANY(${INSPECTED_STATES}::varchar[])
    AND (last_conclusion IS NULL OR last_conclusion = ANY(${FAILED}::varchar[]) OR next_inspection_due < ${today})`;
}

/** `standingOn` of equipment.rules.ts, in SQL. */
export function inStanding(standing: InspectionStanding, today: string): Sql {
  const passed = sql`last_conclusion <> ALL(${FAILED}::varchar[])`;
  switch (standing) {
    case 'NEVER_INSPECTED':
      return sql`last_conclusion IS NULL`;
    case 'FAILED':
      return sql`last_conclusion = ANY(${FAILED}::varchar[])`;
    case 'DUE_UNKNOWN':
      return sql`${passed} AND next_inspection_due IS NULL`;
    case 'OVERDUE':
      return sql`${passed} AND next_inspection_due < ${today}`;
    case 'IN_DATE':
      return sql`${passed} AND next_inspection_due >= ${today}`;
    default:
      throw new Unreachable(standing);
  }
}

/** Walks equipment_by_region in its order. */
export async function equipmentPage(context: RequestContext, filter: EquipmentFilter | null, args: PageArgs) {
  return page(context, EQUIPMENT, await matching(context, filter), args);
}

/** The devices of each user: equipment_by_user. */
export function equipmentOfUser(
  context: RequestContext,
  uscc: string,
  filter: EquipmentFilter | null,
  args: PageArgs,
) {
  return pagesOf(context, EQUIPMENT, 'userUscc', args, {
    key: filter,
    condition: () => matching(context, filter),
  }).load(uscc);
}

async function matching(context: RequestContext, filter: EquipmentFilter | null): Promise<Sql> {
  const { region, category, kindCode, status, overdueOn, inspection } = filter ?? {};
  const { lastConclusion, installedFrom, installedTo, userUscc } = filter ?? {};
  // what only agencies see of a device a filter by it would tell
  const closed = Object.entries({ userUscc, lastConclusion, installedFrom, installedTo });
  const [field] = closed.find(([, wanted]) => wanted) ?? [];
  if (field && !isAgency(context.caller)) throw AuthenticationRequired({ field });
  const kinds = await catalogue(context);
  return sql`${visible(context)} ${within(raw('region_code'), region)}
    ${category ? ofKinds(kindsOfCategory(kinds, category)) : empty}
    ${kindCode ? ofKinds(kindsUnder(kinds, [currentKind(kinds, kindCode)])) : empty}
    ${status ? sql`AND status = ${status}` : empty}
    ${overdueOn ? sql`AND ${isInspectionOverdue(overdueOn)}` : empty}
    ${inspection ? sql`AND ${inStanding(inspection, filter?.on ?? context.today)}` : empty}
    ${lastConclusion ? sql`AND last_conclusion = ${lastConclusion}` : empty}
    ${installedFrom ? sql`AND installed_on >= ${installedFrom}` : empty}
    ${installedTo ? sql`AND installed_on <= ${installedTo}` : empty}
    ${userUscc ? sql`AND user_uscc = ${userUscc}` : empty}`;
}

export function ofKinds(codes: readonly string[]): Sql {
  return sql`AND kind_code = ANY(${codes}::varchar[])`;
}
