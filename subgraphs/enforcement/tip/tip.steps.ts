import { insertRows, keyAlone, procedure, printedCode } from '../../kernel';
import { officerOf } from '../case/case.rules';
import { Tip } from './tip';
import { TipEvent } from './tip-records';
import { DeclineTipInput, RewardTipInput, TipReasonInput, VerifyTipInput } from './tip.inputs';
import { EVENT, checkExtension, checkReward, checkUntold, noteOf, refusedIn } from './tip.rules';
import { TipTransfer, TransferTipInput } from './tip-transfer';
import { offered } from './tip-transfer.rules';

/** What the department that handles a tip does with it. To any other it is not there: `visible` in tip.lists.ts. */
export const tipSteps = procedure(
  Tip,
  {
    scope: 'enforcement',
    key: 'number',
    refuse: refusedIn,
    async remember(tx, context, { number }, { step }, stated) {
      const { caller, now } = context;
      const event = {
        tipNumber: number,
        step: EVENT[step],
        at: now,
        officer: officerOf(caller),
        note: noteOf(stated),
      };
      await insertRows(tx, context, TipEvent, [event]);
    },
  },
  {
    acceptTip: {
      from: ['RECEIVED'],
      to: 'ACCEPTED',
      scope: 'decide',
      says: '受理举报. Accepts a tip for handling.',
      input: keyAlone('number', printedCode(24), '举报编号. The number of the tip.'),
      decide: (_tip, _input, { today }) => ({ acceptedOn: today }),
    },
    extendTip: {
      from: ['ACCEPTED'],
      to: null,
      scope: 'decide',
      says: '延长核查期限，一次. Extends the period for checking, once.',
      input: TipReasonInput,
      check: (tip, { today }) => checkExtension(tip, today),
      decide: () => ({ extended: true }),
    },
    verifyTip: {
      from: ['ACCEPTED'],
      to: 'VERIFIED',
      scope: 'decide',
      says: '查实举报. Records that a tip was found true.',
      input: VerifyTipInput,
      decide(_, { finding, caseNumber, hazardNumber }, { caller, today }) {
        return { finding, caseNumber, hazardNumber, verifiedBy: officerOf(caller), decidedOn: today };
      },
    },
    declineTip: {
      from: ['RECEIVED'],
      to: 'NOT_ACCEPTED',
      scope: 'decide',
      says: '不予受理，说明理由并告知举报人. Refuses to accept a tip, on a ground that the reporter is told.',
      input: DeclineTipInput,
      decide: (_, { refusalGround, notice }, { today }) => ({
        refusalGround,
        reply: notice,
        decidedOn: today,
        toldOn: today,
      }),
    },
    dismissTip: {
      from: ['ACCEPTED'],
      to: 'DISMISSED',
      scope: 'decide',
      says: '查无实据. Dismisses a tip that was not borne out.',
      input: TipReasonInput,
      decide: (_, { reason }, { today }) => ({ finding: reason, decidedOn: today }),
    },
    transferTip: {
      from: ['RECEIVED', 'ACCEPTED'],
      to: 'TRANSFERRING',
      scope: 'decide',
      says: '移送有管辖权的部门；接收之前由首办部门负责. Offers a tip to the department that the law makes competent; until that takes it in, the first one answers for it.',
      input: TransferTipInput,
      async decide(tip, offer, context, tx) {
        await insertRows(tx, context, TipTransfer, [offered(tip, offer, context)]);
        return {};
      },
    },
    tellTipReporter: {
      from: ['VERIFIED', 'DISMISSED', 'REWARDED'],
      to: null,
      scope: 'decide',
      says: '答复举报人，凭回执码可见. Leaves the answer that the receipt code shows.',
      input: TipReasonInput,
      check: checkUntold,
      decide: (_, { reason }, { today }) => ({ reply: reason, toldOn: today }),
    },
    rewardTip: {
      from: ['VERIFIED'],
      to: 'REWARDED',
      scope: 'decide',
      says: '奖励举报，由查实人以外的人审批. Grants a reward: by another than who verified it.',
      input: RewardTipInput,
      decide(tip, { amount }, { caller, today }) {
        checkReward(tip, amount, officerOf(caller), today);
        return { reward: amount };
      },
    },
  },
);
