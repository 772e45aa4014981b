import sql, { empty, raw, type Sql } from 'sql-template-tag';
import {
  countAhead,
  industriesAbove,
  keysFrom,
  manyBy,
  mattersOf,
  page,
  pagesOf,
  within,
  type Only,
  type PageArgs,
  type RequestContext,
} from '../../kernel';
import {
  EMPLOYED,
  QUALIFICATIONS,
  Qualification,
  type QualificationFilter,
  type QualificationStatus,
} from './qualification';

/** In force today: `isInForce(statusOn(…))` of qualification.rules.ts, in SQL. */
export function inForce(today: string): Sql {
  return sql`standing = 'VALID' AND valid_until >= ${today}`;
}

const qualified = {
  entity: Qualification,
  region: 'region_code',
  where: `standing = 'VALID' AND duplicate_of IS NULL`,
  once: { subject: 'person_id', until: 'valid_until' },
  counts: { QUALIFIED: { where: 'true' } },
};
/** People with certificates in force, each once, by the items and matters of all of them, until the last one expires. */
export const qualifiedForAhead = countAhead({
  ...qualified,
  name: 'qualified_for_ahead',
  keys: keysFrom(`SELECT 'item:' || item_id`, mattersOf()),
});
/** The same people by the industries in which they work. */
export const qualifiedInAhead = countAhead({
  ...qualified,
  name: 'qualified_in_ahead',
  keys: keysFrom(industriesAbove(), mattersOf()),
});

/** `statusOn` of qualification.rules.ts, in SQL. */
export function inStatus(status: QualificationStatus, today: string): Sql {
  switch (status) {
    case 'VALID':
      return sql`${inForce(today)} AND renew_by > ${today}`;
    case 'RENEWAL_DUE':
      return sql`${inForce(today)} AND renew_by <= ${today}`;
    case 'EXPIRED':
      return sql`standing = 'VALID' AND valid_until < ${today}`;
    default:
      return sql`standing = ${status}`;
  }
}

/** All that a person is or was qualified for. */
export const qualificationsOfPerson = manyBy(Qualification, 'personId', sql`id`);

export function qualificationPage(
  context: RequestContext,
  filter: QualificationFilter | null,
  args: PageArgs,
) {
  const { region, scheme, item, employer, status } = filter ?? {};
  return page(
    context,
    QUALIFICATIONS,
    sql`${within(raw('region_code'), region)}
      ${scheme ? sql`AND scheme = ${scheme}` : empty}
      ${item ? sql`AND item_id = ${item}` : empty}
      ${employer ? sql`AND employer_uscc = ${employer}` : empty}
      ${status ? sql`AND ${inStatus(status, context.today)}` : empty}`,
    args,
  );
}

/** Some of those of an employer: qualification_by_employer. */
export function qualificationsOf(context: RequestContext, uscc: string, args: PageArgs, only: Only) {
  return pagesOf(context, EMPLOYED, 'employerUscc', args, only).load(uscc);
}
