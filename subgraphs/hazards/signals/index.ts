import { defineNoun, fields, workedOut } from '../../kernel';
import { Enterprise } from '../others';
import { ClosingDownSignal, HazardPenalty, PrincipalCheck } from './signal';
import { closingDownSignal } from './signals.lists';
import { hazardPenaltySubmission, principalCheckSubmission } from './signals.submission';

const enterpriseSignals = fields(Enterprise, {
  closingDownSignal: workedOut(
    'UNCONDITIONAL',
    () => ClosingDownSignal,
    '提请关闭信号（安全生产法第一百一十三条）. Whether it meets the closing-down rule.',
    ({ uscc }, context) => closingDownSignal(context, uscc),
  ),
});

export const hazardPenalty = defineNoun({
  entity: HazardPenalty,
  find: false,
  submission: hazardPenaltySubmission,
  resolvers: [enterpriseSignals],
});

export const principalCheck = defineNoun({
  entity: PrincipalCheck,
  find: false,
  submission: principalCheckSubmission,
});
