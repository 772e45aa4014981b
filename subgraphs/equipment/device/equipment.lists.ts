import sql, { empty, raw, type Sql } from 'sql-template-tag';
import {
  AuthenticationRequired,
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
import { INSPECTED_STATES, PUBLIC_STATES, maySeeAllStates } from './equipment.rules';

/** The row rule of the noun: the kernel puts it where a device is looked up, the lists below say it themselves. */
export function visible({ caller }: RequestContext): Sql {
  return maySeeAllStates(caller) ? empty : sql`AND status = ANY(${PUBLIC_STATES}::varchar[])`;
}

/** `isOverdue` of equipment.rules.ts, in SQL. */
export function isInspectionOverdue(today: string): Sql {
  return sql`next_inspection_due < ${today} AND status = ANY(${INSPECTED_STATES}::varchar[])`;
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

/** The devices in a matter's scope: of its kinds, each with its subtree. */
export async function equipmentInScope(
  context: RequestContext,
  kinds: readonly string[],
  region: string | null | undefined,
  args: PageArgs,
) {
  const covered = kindsUnder(await catalogue(context), kinds);
  return page(
    context,
    EQUIPMENT,
    sql`${visible(context)} ${within(raw('region_code'), region)} ${ofKinds(covered)}`,
    args,
  );
}

async function matching(context: RequestContext, filter: EquipmentFilter | null): Promise<Sql> {
  const { region, category, kindCode, status, overdueOn, userUscc } = filter ?? {};
  // who uses a device is for agencies, and a filter by it would tell
  if (userUscc && !isAgency(context.caller)) throw AuthenticationRequired({ field: 'userUscc' });
  const kinds = await catalogue(context);
  return sql`${visible(context)} ${within(raw('region_code'), region)}
    ${category ? ofKinds(kindsOfCategory(kinds, category)) : empty}
    ${kindCode ? ofKinds(kindsUnder(kinds, [currentKind(kinds, kindCode)])) : empty}
    ${status ? sql`AND status = ${status}` : empty}
    ${overdueOn ? sql`AND ${isInspectionOverdue(overdueOn)}` : empty}
    ${userUscc ? sql`AND user_uscc = ${userUscc}` : empty}`;
}

function ofKinds(codes: readonly string[]): Sql {
  return sql`AND kind_code = ANY(${codes}::varchar[])`;
}
