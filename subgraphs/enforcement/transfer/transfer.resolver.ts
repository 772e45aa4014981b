import { byKey, date, fields, flag, moment, rulesBeside, workedOut } from '../../kernel';
import { EnforcementCase } from '../case/case';
import { LegalRule } from '../others';
import { CriminalTransfer } from './criminal-transfer';
import { approvedAt, dayDue, handOverDue, isLate, transferRule } from './transfer.rules';

export const caseFields = fields(EnforcementCase, {
  criminalTransfer: workedOut(
    'UNCONDITIONAL',
    () => CriminalTransfer,
    '行刑衔接. The transfer of the case to the police, if any.',
    ({ number }, context) => byKey(CriminalTransfer)(context).load(number),
  ),
});

export const transferFields = fields(CriminalTransfer, {
  decideBy: workedOut(
    'UNCONDITIONAL',
    date,
    '负责人决定期限（三日）. The last day for the head to decide.',
    ({ proposedAt }) => dayDue('enforcement.transfer.approve', proposedAt),
    { always: true },
  ),
  handOverBy: workedOut(
    'UNCONDITIONAL',
    moment.graphql,
    '移送期限（24小时）. Until when it is handed over.',
    (transfer) => {
      const at = approvedAt(transfer);
      return at && handOverDue(at);
    },
  ),
  answerBy: workedOut(
    'UNCONDITIONAL',
    date,
    '公安机关答复期限（三日）. The last day for the police to answer.',
    ({ handedOverAt }) => handedOverAt && dayDue('enforcement.transfer.police-answer', handedOverAt),
  ),
  ...rulesBeside<CriminalTransfer>(() => LegalRule, 'UNCONDITIONAL', {
    decideBy: ({ proposedAt }) => transferRule('enforcement.transfer.approve', proposedAt),
    handOverBy: (transfer) => {
      const at = approvedAt(transfer);
      return at && transferRule('enforcement.transfer.hand-over', at);
    },
    answerBy: ({ handedOverAt }) =>
      handedOverAt && transferRule('enforcement.transfer.police-answer', handedOverAt),
  }),
  late: workedOut(
    'UNCONDITIONAL',
    flag,
    '当前步骤是否超期. Whether its next step is late.',
    (transfer, { now }) => isLate(transfer, now),
    {
      always: true,
    },
  ),
});
