import { ID, InputType } from 'type-graphql';
import { Asked, flag, listOf, oneOf, text, vocabulary } from '../../kernel';
import { CaseStepInput } from '../case/case-steps.inputs';
import { TransferDocument, type TransferDocument as Document } from './criminal-transfer';

export const TransferTarget = vocabulary('CaseTransferTarget', '移送对象. Whom a case is passed on to.', {
  POLICE: '公安机关（涉嫌犯罪）. The police: a crime is suspected.',
  ORGAN: '有管辖权的其他机关. Another organ that is competent.',
});
export type TransferTarget = keyof typeof TransferTarget;

@InputType({ description: '移送案件. The passing on of a case.' })
export class TransferCaseInput extends CaseStepInput {
  @Asked(() => TransferTarget, oneOf(TransferTarget), '移送对象. Whom it is passed on to.')
  to: TransferTarget;

  @Asked(() => String, text(100), '接收机关. The organ that receives it.')
  receiver: string;

  @Asked(() => [TransferDocument], listOf(oneOf(TransferDocument)), '移送材料（移送公安机关时必填）. The documents, for the police.', {
    optional: true,
  })
  documents: Document[] | null;
}

@InputType({ description: '提出移送公安机关. The proposal to pass a case to the police.' })
export class ProposeTransferInput extends CaseStepInput {
  @Asked(() => [ID], listOf(text(128)), '专案组人员账号，不少于两人. The accounts of the team, two at least.')
  team: string[];
}

@InputType({ description: '决定或答复. A yes or no to a transfer.' })
export class AnswerTransferInput extends CaseStepInput {
  @Asked(() => Boolean, flag, '是否同意. Whether it is a yes.')
  agreed: boolean;
}
