import sql, { empty, raw, type Sql } from 'sql-template-tag';
import {
  NATIONWIDE,
  allFacts,
  factsOf,
  industryRange,
  listOf,
  manyBy,
  objectOf,
  page,
  uscc,
  within,
  type EnterpriseRole,
  type PageArgs,
  type RequestContext,
} from '../../kernel';
import { ENTERPRISES, type Enterprise, type EnterpriseFilter } from './enterprise';
import { HIDDEN_FROM_THE_PUBLIC, maySeeStruckOff } from './enterprise.rules';
import { PriorLicence } from './prior-licence';
import { FireDivision, type MatterScope } from '../others';

/** The row rule of the noun: stands in every statement that reads enterprises. */
export function visible({ caller }: RequestContext): Sql {
  return maySeeStruckOff(caller) ? empty : sql`AND status <> ${HIDDEN_FROM_THE_PUBLIC}`;
}

/** The prior licences of each enterprise. */
export const priorLicencesOf = manyBy(PriorLicence, 'uscc', sql`uscc, id`);

/** What is stored of these enterprises, whoever may see them, with their licences: what a registration is judged by. */
export async function registeredOf(context: RequestContext, usccs: readonly string[]) {
  const { db } = context;
  const rows = await db.byKey<Pick<Enterprise, 'uscc' | 'regionCode' | 'industryCode' | 'status'>>(
    sql`SELECT uscc, region_code AS "regionCode", industry_code AS "industryCode", status FROM enterprise
        WHERE uscc = ANY(${usccs}::varchar[])`,
  );
  const stored = new Map(rows.map((row) => [row.uscc, row]));
  const held = await Promise.all(
    usccs.map(async (uscc) => [uscc, await priorLicencesOf(context)(uscc)] as const),
  );
  const licences = new Map(held);
  return (uscc: string) => ({ stored: stored.get(uscc), licences: licences.get(uscc) ?? [] });
}

const units = objectOf({ fireKeyUnitCodes: listOf(uscc) });
const keyFireUnits = (context: RequestContext, region: string) =>
  allFacts(
    async (after) => {
      const fields = `fireKeyUnitCodes(after: ${JSON.stringify(after)})`;
      const facts = await factsOf(FireDivision, { fields, facts: units })(context, region);
      return facts?.fireKeyUnitCodes ?? [];
    },
    (code) => code,
  );

/**
 * Enterprises with one of these roles. Who is a key fire unit, fire and rescue says: the role that was submitted to this
 * register makes nobody one.
 * @throws SUBGRAPH_UNAVAILABLE where that is asked for and its register is silent
 */
async function inRoles(
  context: RequestContext,
  roles: readonly EnterpriseRole[],
  region: string | null | undefined,
): Promise<Sql> {
  const own = roles.filter((role) => role !== 'FIRE_KEY_UNIT');
  if (own.length === roles.length) return sql`AND roles && ${own}::varchar[]`;
  const codes = await keyFireUnits(context, region ?? NATIONWIDE);
  return sql`AND (roles && ${own}::varchar[] OR uscc = ANY(${codes}::varchar[]))`;
}

export async function enterprisePage(
  context: RequestContext,
  filter: EnterpriseFilter | null,
  args: PageArgs,
) {
  const { region, nameContains, status, industryPrefix, role } = filter ?? {};
  return page(
    context,
    ENTERPRISES,
    sql`${visible(context)} ${within(raw('region_code'), region)} ${named(nameContains)}
      ${status ? sql`AND status = ${status}` : empty}
      ${industryPrefix ? inIndustries([industryPrefix]) : empty}
      ${role ? await inRoles(context, [role], region) : empty}`,
    args,
  );
}

/** Enterprises in a matter's scope that are there to be supervised: of one of its industries and with one of its roles, as far as it names any. */
export async function enterprisesInScope(
  context: RequestContext,
  scope: MatterScope | null,
  region: string | null | undefined,
  args: PageArgs,
) {
  const { industries, roles } = scope ?? { industries: [], roles: [] };
  if (industries.length === 0 && roles.length === 0) return page(context, ENTERPRISES, sql`AND false`, args);
  return page(
    context,
    ENTERPRISES,
    sql`AND status IN ('OPERATING', 'SUSPENDED') ${within(raw('region_code'), region)}
      ${industries.length > 0 ? inIndustries(industries) : empty}
      ${roles.length > 0 ? await inRoles(context, roles, region) : empty}`,
    args,
  );
}

/** Industry codes form a tree by their digits: 37 holds 3770; a letter is a range of them. */
function inIndustries(industries: readonly string[]): Sql {
  const ranges = industries.map(industryRange);
  return sql`AND EXISTS (SELECT FROM unnest(${ranges.map(({ from }) => from)}::varchar[], ${ranges.map(({ to }) => to)}::varchar[]) AS range(first, beyond)
    WHERE industry_code >= first AND industry_code < beyond)`;
}

/** The database makes the same of a name (`search_key`) as `nameContains` of what was asked; an index holds its pairs of characters. */
function named(key: string | null | undefined): Sql {
  if (!key) return empty;
  const characters = [...key];
  const pairs = characters.slice(1).map((character, at) => `${characters[at] ?? ''}${character}`);
  return sql`AND search_pairs(name) @> ${pairs}::text[] AND search_key(name) LIKE ${`%${key.replace(/[\\%_]/g, '\\$&')}%`}`;
}
