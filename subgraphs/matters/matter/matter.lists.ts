import sql, { empty, raw } from 'sql-template-tag';
import {
  isInsider,
  keptTable,
  page,
  pagesOf,
  within,
  type Database,
  type PageArgs,
  type RequestContext,
} from '../../kernel';
import { Matter } from './matter';
import { MATTER_VERSIONS, MatterVersion, type MatterVersionFilter } from './matter-version';
import { matterOn, type Identity } from './matter.rules';

/** A matter with all that was decided on it. */
export interface Governed extends Identity {
  versions: readonly MatterVersion[];
}

/** The matters, with all that was ever decided on them, kept in memory: a few dozen, and a few decisions on each. */
export const governed = keptTable(async (db): Promise<ReadonlyMap<string, Governed>> => {
  const matters = await db.read<Identity>(`SELECT ${db.columns(Matter)} FROM matter ORDER BY code`);
  const versions = await db.read<MatterVersion>(
    `SELECT ${db.columns(MatterVersion)} FROM matter_version WHERE status = 'DECIDED' ORDER BY matter_code, nth`,
  );
  const byMatter = new Map(matters.map((each) => [each.code, { ...each, versions: [] as MatterVersion[] }]));
  for (const version of versions) byMatter.get(version.matterCode)?.versions.push(version);
  return byMatter;
});

/** The matters that there are on a day, as the divisions have it that made them, by code. */
export async function mattersOn(context: { db: Database }, on: string): Promise<ReadonlyMap<string, Matter>> {
  const all = [...(await governed(context)).values()];
  const standing = all.flatMap((each) => matterOn(each, each.versions, on) ?? []);
  return new Map(
    standing.filter(({ status }) => status === 'IN_FORCE').map((each) => [each.code, each] as const),
  );
}

/** A matter with all decisions on it; null where there is none of this code. */
export function governedBy(context: RequestContext, code: string) {
  return governed.pick(context, (known) => known.get(code) ?? null);
}

/** One as it stands on a day, retired or not; null where nobody has decided on it by then. */
export function matterBy(context: RequestContext, code: string, on = context.today) {
  return governed.pick(context, (known) => {
    const found = known.get(code);
    return found ? matterOn(found, found.versions, on) : null;
  });
}

/** What was decided anyone may know; drafts are for agencies. */
export function visible({ caller }: RequestContext) {
  return isInsider(caller) ? empty : sql`AND status = 'DECIDED'`;
}

function matching(context: RequestContext, { region, status }: MatterVersionFilter) {
  return sql`${visible(context)} ${within(raw('region_code'), region)}
    ${status ? sql`AND status = ${status}` : empty}`;
}

export function versionPage(context: RequestContext, filter: MatterVersionFilter, args: PageArgs) {
  return page(context, MATTER_VERSIONS, matching(context, filter), args);
}

/** The versions of each matter, the latest first: matter_version_by_matter. */
export function versionsOfMatter(
  context: RequestContext,
  code: string,
  filter: MatterVersionFilter,
  args: PageArgs,
) {
  const list = { ...MATTER_VERSIONS, name: 'versions', order: ['nth' as const], descending: true };
  return pagesOf(context, list, 'matterCode', args, {
    key: filter,
    condition: () => matching(context, filter),
  }).load(code);
}
