import sql, { raw, type Sql } from 'sql-template-tag';
import { defineLoader, isOfTown, manyBy, within, type RequestContext } from '../../kernel';
import { Tip } from './tip';
import { TipTransfer, type TipMove } from './tip-transfer';
import { keepsAway } from './tip.lists';
import { handlesHere } from './tip.rules';

/** The row rule: a transfer is there for the department that offers it and for the one that answers, and for no officer who keeps away. */
export function transferVisible({ caller }: RequestContext): Sql {
  const { department, region } = caller;
  if (!handlesHere(department) || region === null || isOfTown(caller)) return sql`AND false`;
  return sql`AND (from_kind = ${department} ${within(raw('from_region_code'), region)}
      OR answerer_kind = ${department} ${within(raw('region_code'), region)})
    AND NOT EXISTS (SELECT FROM tip WHERE tip.number = tip_transfer.tip_number AND ${keepsAway(caller, raw('tip'))})`;
}

/** The tip of a transfer, for whoever is to decide whether to take it in: the transfer itself was shown. */
export const tipOfTransfer = defineLoader<Tip>(
  ({ db }, numbers) =>
    db.byKey(sql`SELECT ${raw(db.columns(Tip))} FROM tip WHERE number = ANY(${numbers}::varchar[])`),
  ({ number }) => number,
);

/** The transfers of a tip, the first one first. */
export const transfersOfTip = manyBy(TipTransfer, 'tipNumber', sql`offered_on, number`);

/** What the holder of the receipt code is told of them. */
export async function movesOf({ db }: RequestContext, tipNumber: string): Promise<TipMove[]> {
  const moves = await db.byKey<TipTransfer>(
    sql`SELECT ${raw(db.columns(TipTransfer))} FROM tip_transfer WHERE tip_number = ${tipNumber} ORDER BY offered_on, number`,
  );
  return moves.map(({ toDepartmentCode, status, offeredOn, answeredOn, note }) => ({
    to: { code: toDepartmentCode },
    status,
    offeredOn,
    answeredOn,
    note,
  }));
}
