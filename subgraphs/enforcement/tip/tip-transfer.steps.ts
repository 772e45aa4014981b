import {
  changeRow,
  insertRows,
  lockRow,
  procedure,
  type RequestContext,
  type Transaction,
} from '../../kernel';
import { Tip } from './tip';
import { TipEvent } from './tip-records';
import { ReturnTipInput, TakeInTipInput, TipTransfer, WithdrawTipTransferInput } from './tip-transfer';
import { checkAnswerer, checkOfferer, checkPaper, eventOf, givenBack, takenIn } from './tip-transfer.rules';
import { TipTransferStatus, type TipStep } from './tip.terms';

type Moved = Partial<Tip>;

/** Moves the tip on with its transfer, and puts that into its history. */
async function moveTip(
  tx: Transaction,
  context: RequestContext,
  { tipNumber }: TipTransfer,
  { step, note, to }: { step: TipStep; note: string | null; to: (tip: Tip) => Moved },
): Promise<void> {
  const tip = await lockRow(tx, context.db, Tip, 'number', tipNumber);
  if (!tip) throw new Error(`the tip ${tipNumber} of a transfer is missing`);
  await insertRows(tx, context, TipEvent, [{ tipNumber, step, note, ...eventOf(context) }]);
  await changeRow(tx, context, Tip, 'number', tipNumber, to(tip));
}

/** 首办负责: who offered a tip answers for it until it is taken in. */
export const tipTransferSteps = procedure(
  TipTransfer,
  { scope: 'enforcement', key: 'number', states: TipTransferStatus },
  {
    takeInTip: {
      from: ['OFFERED'],
      to: 'TAKEN_IN',
      scope: 'decide',
      says: '接收移送，此后由接收部门负责. Takes in a tip that was offered: from now on the receiving department answers for it.',
      input: TakeInTipInput,
      admit: (transfer, { caller }) => checkAnswerer(transfer, caller),
      async decide(transfer, { document }, context, tx) {
        checkPaper(transfer, document);
        const to = () => takenIn(transfer, context.today);
        await moveTip(tx, context, transfer, { step: 'TAKE_IN', note: document, to });
        return { answeredOn: context.today, document };
      },
    },
    returnTip: {
      from: ['OFFERED'],
      to: 'RETURNED',
      scope: 'decide',
      says: '退回移送，说明理由；举报仍由首办部门负责. Returns a tip that was offered, with a reason: the first department goes on answering for it.',
      input: ReturnTipInput,
      admit: (transfer, { caller }) => checkAnswerer(transfer, caller),
      async decide(transfer, { answer, document }, context, tx) {
        checkPaper(transfer, document);
        await moveTip(tx, context, transfer, { step: 'RETURN', note: answer, to: givenBack });
        return { answeredOn: context.today, answer, document };
      },
    },
    withdrawTipTransfer: {
      from: ['OFFERED'],
      to: 'WITHDRAWN',
      scope: 'decide',
      place: 'fromRegionCode',
      says: '撤回移送，说明理由. Takes back the offer of a tip, with a reason.',
      input: WithdrawTipTransferInput,
      admit: (transfer, { caller }) => checkOfferer(transfer, caller),
      async decide(transfer, { answer }, context, tx) {
        await moveTip(tx, context, transfer, { step: 'RECALL', note: answer, to: givenBack });
        return { answeredOn: context.today, answer };
      },
    },
  },
);
