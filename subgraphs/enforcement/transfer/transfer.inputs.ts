import { asked, flag, id, inputType, listOf } from '../../kernel';
import { caseAndReason } from '../case/case-step';

export const ProposeTransferInput = inputType('ProposeTransferInput', '提出移送公安机关. The proposal to pass a case to the police.', {
  ...caseAndReason,
  team: asked(listOf(id(128)), '专案组人员账号，不少于两人. The accounts of the team, two at least.'),
});
export type ProposeTransferInput = InstanceType<typeof ProposeTransferInput>;

export const AnswerTransferInput = inputType('AnswerTransferInput', '决定或答复. A yes or no to a transfer.', {
  ...caseAndReason,
  agreed: asked(flag, '是否同意. Whether it is a yes.'),
});
export type AnswerTransferInput = InstanceType<typeof AnswerTransferInput>;
