import sql, { empty, raw, type Sql } from 'sql-template-tag';
import { TextTooShort, manyBy, page, within, type PageArgs, type RequestContext } from '../../kernel';
import { ENTERPRISES, type EnterpriseFilter } from './enterprise';
import { HIDDEN_FROM_THE_PUBLIC, maySeeStruckOff } from './enterprise.rules';
import { PriorLicence } from './prior-licence';
import type { MatterScope } from '../others';

/** The row rule of the noun: stands in every statement that reads enterprises. */
export function visible({ caller }: RequestContext): Sql {
  return maySeeStruckOff(caller) ? empty : sql`AND status <> ${HIDDEN_FROM_THE_PUBLIC}`;
}

/** The prior licences of each enterprise. */
export const priorLicencesOf = manyBy(PriorLicence, 'uscc', sql`uscc, id`);

export function enterprisePage(context: RequestContext, filter: EnterpriseFilter | null, args: PageArgs) {
  const { region, nameContains, status, industryPrefix, role } = filter ?? {};
  return page(
    context,
    ENTERPRISES,
    sql`${visible(context)} ${within(raw('region_code'), region)} ${named(nameContains)}
      ${status ? sql`AND status = ${status}` : empty}
      ${industryPrefix ? inIndustries([industryPrefix]) : empty}
      ${role ? sql`AND roles @> ARRAY[${role}]::varchar[]` : empty}`,
    args,
  );
}

/** Enterprises in a matter's scope: of one of its industries and with one of its roles, as far as it names any. */
export function enterprisesInScope(
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
    sql`${visible(context)} ${within(raw('region_code'), region)}
      ${industries.length > 0 ? inIndustries(industries) : empty}
      ${roles.length > 0 ? sql`AND roles && ${roles}::varchar[]` : empty}`,
    args,
  );
}

/** Industry codes form a tree by their digits: 37 holds 3770. */
function inIndustries(prefixes: readonly string[]): Sql {
  return sql`AND EXISTS (SELECT FROM unnest(${prefixes}::varchar[]) AS prefix WHERE industry_code >= prefix AND industry_code < prefix || ':')`;
}

function named(text: string | null | undefined): Sql {
  if (!text) return empty;
  if ([...text].length < 2) throw TextTooShort({ field: 'nameContains', min: 2, got: text });
  return sql`AND name LIKE ${`%${text.replace(/[\\%_]/g, '\\$&')}%`}`;
}
