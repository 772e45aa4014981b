import {
  PUBLIC_CALLER,
  Throttle,
  audit,
  declareEvent,
  insertRows,
  journalSubject,
  pseudonym,
  readRecord,
  seal,
  type RequestContext,
} from '../../kernel';
import { Tip, TipInput } from './tip';
import { numbered, randomHex } from './tip-number';
import { TipEvent, TipReporter, type TipProgress, type TipReceipt } from './tip-records';
import { movesOf } from './tip-transfer.lists';
import { holderOf } from './tip-transfer.rules';
import { tipByReceipt } from './tip.lists';
import { HANDLER, acceptBy, checkBy, isOverdueOn, withoutReporter } from './tip.rules';

declareEvent(Tip, 'submitTip', {
  says: '举报，任何人可用；举报人信息密封. Gives a tip: anyone may, and the reporter is sealed.',
});

/** How many tips one caller may give, and how often they may try a receipt code. */
const giving = new Throttle(20, 3600);
const asking = new Throttle(30, 60);

/** Anyone gives a tip. The receipt code is handed out here and kept nowhere; who reported is sealed in a table that nothing reads. */
export async function submitTip(context: RequestContext, sent: object): Promise<TipReceipt> {
  await giving.take(context);
  const { reporterName, reporterPhone, ...input } = readRecord(TipInput, sent);
  const reporter = [reporterName, reporterPhone];
  const number = numbered('JB');
  const receiptCode = randomHex();
  const { settings, today, now } = context;
  const tip = {
    ...input,
    subject: withoutReporter(input.subject, reporter),
    description: withoutReporter(input.description, reporter),
    number,
    placeCode: input.regionCode,
    handlerKind: HANDLER[input.category],
    takenInOn: null,
    receiptPseudonym: receiptOf(context, receiptCode),
    status: 'RECEIVED' as const,
    receivedOn: today,
    extended: false,
    named: reporter.some((each) => each !== null),
  };
  await context.db.transaction(async (tx) => {
    await insertRows(tx, context, Tip, [tip]);
    const sealed = seal(JSON.stringify({ reporterName, reporterPhone }), settings.dataKey);
    if (tip.named) await insertRows(tx, context, TipReporter, [{ tipNumber: number, sealed }]);
    await insertRows(tx, context, TipEvent, [
      { tipNumber: number, step: 'RECEIVE', at: now, officer: null, note: null },
    ]);
    // an officer may report, too: the record does not say who
    await audit(
      tx,
      { ...context, caller: PUBLIC_CALLER },
      { operation: 'submitTip', subjects: [journalSubject(Tip, tip)], outcome: 'received' },
    );
  });
  return {
    receiptCode,
    receivedOn: today,
    acceptBy: acceptBy(tip)?.date ?? null,
    checkBy: checkBy(tip)?.date ?? null,
    handledBy: HANDLER[input.category],
    tip,
  };
}

/** How far a tip is. A code that names none is answered like one that was mistyped: with null. */
export async function tipProgress(context: RequestContext, receiptCode: string): Promise<TipProgress | null> {
  await asking.take(context);
  const tip = await tipByReceipt(context, receiptOf(context, receiptCode.trim().toUpperCase()));
  if (!tip) return null;
  const { status, receivedOn, refusalGround, reply, reward } = tip;
  const overdue = isOverdueOn(tip, context.today);
  return {
    status,
    receivedOn,
    acceptBy: acceptBy(tip)?.date ?? null,
    checkBy: checkBy(tip)?.date ?? null,
    overdue,
    refusalGround,
    heldBy: { code: holderOf(tip) },
    transfers: await movesOf(context, tip.number),
    reply,
    reward,
    tip,
  };
}

function receiptOf({ settings }: RequestContext, code: string): string {
  return pseudonym('tip receipt', code, settings.dataKey);
}
