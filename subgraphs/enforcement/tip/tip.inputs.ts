import { asId, asked, asking, inputType, printedCode, proseOnTips, yuan } from '../../kernel';
import { Tip } from './tip';

const number = asked(asId(printedCode(24)), '举报编号. The number of the tip.');

export const VerifyTipInput = inputType('VerifyTipInput', '举报查实. What the check of a tip has found.', {
  number,
  ...asking(Tip, ['finding!', 'caseNumber', 'hazardNumber']),
});

export const TipReasonInput = inputType(
  'TipReasonInput',
  '举报办理. A step in the handling of a tip, with its reason.',
  {
    number,
    reason: asked(proseOnTips(500), '理由或答复内容. The reason, or the answer for the reporter.'),
  },
);

export const DeclineTipInput = inputType(
  'DeclineTipInput',
  '不予受理. The refusal to accept a tip, of which the reporter is told with it.',
  {
    number,
    ...asking(Tip, ['refusalGround!']),
    notice: asked(
      proseOnTips(500),
      '给举报人的不予受理告知，凭回执码可见. What the reporter is told, by the receipt code.',
    ),
  },
);

export const RewardTipInput = inputType(
  'RewardTipInput',
  '举报奖励. A reward for a tip that was found true.',
  {
    number,
    amount: asked(yuan, '奖励金额（元）. The amount of the reward, in yuan.'),
  },
);
