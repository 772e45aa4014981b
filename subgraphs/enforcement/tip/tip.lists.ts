import sql, { empty, join, raw, type Sql } from 'sql-template-tag';
import {
  departmentOf,
  isOfTown,
  levelsOf,
  manyBy,
  page,
  pagesOf,
  whether,
  within,
  type Caller,
  type DepartmentKind,
  type PageArgs,
  type RequestContext,
} from '../../kernel';
import { TIPS, TIPS_OF, Tip, type TipFilter } from './tip';
import { TipEvent } from './tip-records';
import { HANDLERS, checkBy, dueOf, handlesHere, lastStartOver, tellBy } from './tip.rules';
import type { TipStatus } from './tip.terms';

/** `isOverdueOn` of tip.rules.ts, in SQL. */
export function isOverdue(today: string): Sql {
  const kinds = HANDLERS.flatMap((kind) => [overdueOf(today, kind, true), overdueOf(today, kind, false)]);
  return sql`(${join(kinds, ' OR ')})`;
}

/** Those of a kind of department that block a way out, or may, or all its others, whose next step is late. */
function overdueOf(today: string, handlerKind: DepartmentKind, blocksEscape: boolean): Sql {
  const kind = { handlerKind, blocksEscape, takenInOn: null };
  const over = (end: Parameters<typeof lastStartOver>[1]) => sql`${lastStartOver(today, end)}::date`;
  const checked = (extended: boolean) => over((receivedOn) => checkBy({ ...kind, receivedOn, extended }));
  const accepted = over((receivedOn) => dueOf({ ...NEW, ...kind, receivedOn }));
  const told = over((decidedOn) => tellBy(kind, decidedOn));
  const gotOn = raw('COALESCE(taken_in_on, received_on)');
  const isIn = (status: TipStatus, offered: Sql) =>
    sql`(status = ${status} OR status = 'TRANSFERRING' AND accepted_on ${offered})`;
  return sql`handler_kind = ${handlerKind} AND blocks_escape IS ${blocksEscape ? raw('NOT FALSE') : raw('FALSE')} AND (
    ${isIn('RECEIVED', raw('IS NULL'))} AND ${gotOn} <= ${accepted}
    OR ${isIn('ACCEPTED', raw('IS NOT NULL'))} AND ${gotOn} <= CASE WHEN extended THEN ${checked(true)} ELSE ${checked(false)} END
    OR status NOT IN ('RECEIVED', 'ACCEPTED', 'TRANSFERRING') AND named AND told_on IS NULL AND decided_on <= ${told})`;
}

/** A tip of which nothing was done yet. */
const NEW = {
  status: 'RECEIVED',
  acceptedOn: null,
  extended: false,
  decidedOn: null,
  named: false,
  toldOn: null,
} as const;

/** Found by the code that only the reporter has. */
export async function tipByReceipt({ db }: RequestContext, receipt: string): Promise<Tip | null> {
  const [tip] = await db.byKey<Tip>(
    sql`SELECT ${raw(db.columns(Tip))} FROM tip WHERE receipt_pseudonym = ${receipt}`,
  );
  return tip ?? null;
}

/**
 * The row rule of the noun: to whoever does not handle it there is no tip. A town, which is near to whom it is about, is
 * assigned what to check where, like anything else. One about a department is for those above it, and none is for an officer
 * who has to keep away from it.
 */
export function visible({ caller }: RequestContext): Sql {
  const { department, region } = caller;
  if (!handlesHere(department) || region === null || isOfTown(caller)) return sql`AND false`;
  const reported = levelsOf(region).map((place) =>
    departmentOf({ ...caller, departmentCode: null, region: place }),
  );
  return sql`AND handler_kind = ${department} ${within(raw('region_code'), region)}
    AND (about_department_code IS NULL OR about_department_code <> ALL(${reported}::varchar[]))
    AND NOT ${keepsAway(caller, raw('tip'))}`;
}

/** 回避: whether an officer has to keep away from a row of `tip`. Until the head has decided, whoever was named does. */
export function keepsAway({ subject }: Caller, tip: Sql): Sql {
  return sql`EXISTS (SELECT FROM tip_recusal AS recusal WHERE recusal.officer = ${subject} AND recusal.status <> 'REFUSED'
    AND (recusal.tip_number = ${tip}.number OR recusal.uscc = ${tip}.uscc))`;
}

function receivedAs({ status, from, to }: Pick<TipFilter, 'status' | 'from' | 'to'>): Sql {
  return sql`${status ? sql`AND status = ANY(${status}::varchar[])` : empty}
    ${from ? sql`AND received_on >= ${from}` : empty} ${to ? sql`AND received_on <= ${to}` : empty}`;
}

export function tipPage(context: RequestContext, filter: TipFilter | null, args: PageArgs) {
  const { region, category, status, enterprise, from, to, overdue } = filter ?? {};
  return page(
    context,
    TIPS,
    sql`${visible(context)} ${within(raw('place_code'), region)}
      ${category ? sql`AND category = ${category}` : empty}
      ${receivedAs({ status, from, to })}
      ${enterprise ? sql`AND uscc = ${enterprise}` : empty}
      ${whether(isOverdue(context.today), overdue)}`,
    args,
  );
}

/** The tips about each enterprise, or that each hazard goes back to, of those whom the caller handles. */
export function tipsOf(
  context: RequestContext,
  column: 'uscc' | 'hazardNumber',
  asked: Pick<TipFilter, 'status' | 'from' | 'to'>,
  args: PageArgs,
) {
  const condition = () => sql`${visible(context)} ${receivedAs(asked)}`;
  return pagesOf(context, TIPS_OF, column, args, { key: asked, condition });
}

/** The tips that each case was opened on. */
export const tipsOfCase = manyBy(Tip, 'caseNumber', sql`number`);

/** The steps that were taken on each tip, in the order of writing. */
export const eventsOfTip = manyBy(TipEvent, 'tipNumber', sql`sequence`);
