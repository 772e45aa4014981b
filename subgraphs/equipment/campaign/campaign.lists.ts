import sql, { empty, raw, type Sql } from 'sql-template-tag';
import { addYears, manyBy, page, within, type PageArgs, type RequestContext } from '../../kernel';
import { EQUIPMENT } from '../device/equipment';
import { visible } from '../device/equipment.lists';
import { GONE_STATES } from '../device/equipment.rules';
import { kindsUnder } from '../kind/equipment-kind.rules';
import { catalogue } from '../kind/catalogue';
import { percent } from '../percent';
import { CampaignCheck } from './campaign-check';
import type { CampaignList, CampaignProgress } from './campaign-list';
import { campaignLists } from './campaign-lists';

/** The conditions of a list as one of a statement: each that is given must hold, values stay parameters. */
async function onList(context: RequestContext, { conditions }: CampaignList): Promise<Sql> {
  const { kinds, safetyClasses, features, industries, nameplateLitresUntil, yearsInUse, installedFrom } =
    conditions;
  const covered = kinds && kindsUnder(await catalogue(context), kinds);
  return sql`AND status <> ALL(${GONE_STATES}::varchar[])
    ${covered ? sql`AND kind_code = ANY(${covered}::varchar[])` : empty}
    ${safetyClasses ? sql`AND safety_class = ANY(${safetyClasses}::varchar[])` : empty}
    ${features ? sql`AND features && ${features}::varchar[]` : empty}
    ${industries ? sql`AND left(industry_code, 2) = ANY(${industries}::varchar[])` : empty}
    ${nameplateLitresUntil === null ? empty : sql`AND nameplate_litres <= ${nameplateLitresUntil}`}
    ${yearsInUse === null ? empty : sql`AND installed_on <= ${addYears(context.today, -yearsInUse)}`}
    ${installedFrom ? sql`AND installed_on >= ${installedFrom}` : empty}`;
}

/** Null for a list that does not exist. */
export async function campaignPage(
  context: RequestContext,
  id: string,
  region: string | null,
  args: PageArgs,
) {
  const list = campaignLists.find((each) => each.id === id);
  if (!list) return null;
  return page(
    context,
    EQUIPMENT,
    sql`${visible(context)} ${within(raw('region_code'), region)} ${await onList(context, list)}`,
    args,
  );
}

/** How far each list is: counted by the last check of each device since the campaign began. */
export async function campaignProgress(
  context: RequestContext,
  list: CampaignList,
  region: string | null,
): Promise<CampaignProgress> {
  const [counted] = await context.db.query<{ total: number; checked: number; done: number }>(
    sql`SELECT count(*)::int AS total, count(last.outcome)::int AS checked,
        count(*) FILTER (WHERE last.outcome <> 'RECTIFYING')::int AS done
      FROM equipment LEFT JOIN LATERAL (
        SELECT outcome FROM campaign_check WHERE equipment_code = code AND list = ${list.id} AND checked_on >= ${list.from}
        ORDER BY checked_on DESC, id DESC LIMIT 1) AS last ON true
      WHERE true ${within(raw('region_code'), region)} ${await onList(context, list)}`,
  );
  const { total, checked, done } = counted ?? { total: 0, checked: 0, done: 0 };
  const overdue = list.deadline !== null && list.deadline < context.today && done < total;
  return { total, checked, done, rate: percent(done, total), overdue };
}

/** The checks of each device, the latest of each list first. */
export const campaignChecksOf = manyBy(CampaignCheck, 'equipmentCode', sql`list, checked_on DESC, id DESC`);
