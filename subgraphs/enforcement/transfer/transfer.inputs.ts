import { asked, asking, flag, inputType } from '../../kernel';
import { caseAndReason } from '../case/case-step';
import { CriminalTransfer } from './criminal-transfer';

export const ProposeTransferInput = inputType(
  'ProposeTransferInput',
  '提出移送公安机关. The proposal to pass a case to the police.',
  {
    ...caseAndReason,
    ...asking(CriminalTransfer, ['team']),
  },
);

export const AnswerTransferInput = inputType(
  'AnswerTransferInput',
  '决定或答复. A yes or no to a transfer.',
  {
    ...caseAndReason,
    agreed: asked(flag, '是否同意. Whether it is a yes.'),
  },
);
