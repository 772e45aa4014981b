import sql, { raw } from 'sql-template-tag';
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { DateOnly, DateTime, Shared, defineLoader, type RequestContext } from '../../kernel';
import { EnforcementCase } from '../case/case';
import { CaseStepInput } from '../case/case-step';
import { CriminalTransfer } from './criminal-transfer';
import { AnswerTransferInput, ProposeTransferInput } from './transfer.inputs';
import { dayDue, handOverDue, isLate } from './transfer.rules';
import { askReconsideration, decideTransfer, handEvidence, proposeTransfer, recordPoliceAnswer } from './transfer.service';

const transferByCase = defineLoader<CriminalTransfer>(
  ({ db }, numbers) =>
    db.byKey(sql`SELECT ${raw(db.columns(CriminalTransfer))} FROM criminal_transfer WHERE case_number = ANY(${numbers}::varchar[])`),
  ({ caseNumber }) => caseNumber,
);

@Resolver(() => EnforcementCase)
export class CaseTransferResolver {
  @Shared('UNCONDITIONAL')
  @FieldResolver(() => CriminalTransfer, { nullable: true, description: '行刑衔接. Its transfer to the police.' })
  criminalTransfer(@Root() { number }: EnforcementCase, @Ctx() context: RequestContext) {
    return transferByCase(context).load(number);
  }
}

@Resolver(() => CriminalTransfer)
export class CriminalTransferResolver {
  @Shared('UNCONDITIONAL')
  @FieldResolver(() => DateOnly, { description: '负责人决定期限（三日）. The last day for the head to decide.' })
  decideBy(@Root() { proposedAt }: CriminalTransfer) {
    return dayDue('enforcement.transfer.approve', proposedAt);
  }

  @Shared('UNCONDITIONAL')
  @FieldResolver(() => DateTime, { nullable: true, description: '移送期限（24小时）. Until when it is handed over.' })
  handOverBy(@Root() { decidedAt, status }: CriminalTransfer) {
    return decidedAt && status !== 'REFUSED' ? handOverDue(decidedAt) : null;
  }

  @Shared('UNCONDITIONAL')
  @FieldResolver(() => DateOnly, { nullable: true, description: '公安机关答复期限（三日）. The last day for the police to answer.' })
  answerBy(@Root() { handedOverAt }: CriminalTransfer) {
    return handedOverAt && dayDue('enforcement.transfer.police-answer', handedOverAt);
  }

  @Shared('UNCONDITIONAL')
  @FieldResolver(() => Boolean, { description: '当前步骤是否超期. Whether its next step is late.' })
  late(@Root() one: CriminalTransfer, @Ctx() { now }: RequestContext) {
    return isLate(one, now);
  }
}

const asked = { description: '内容. What is done.' };

@Resolver()
export class TransferStepsResolver {
  @Shared('UNCONDITIONAL')
  @Mutation(() => EnforcementCase, { nullable: true, description: '提出移送公安机关. Proposes to pass a case to the police.' })
  proposeTransfer(@Arg('input', () => ProposeTransferInput, asked) input: ProposeTransferInput, @Ctx() context: RequestContext) {
    return proposeTransfer(context, input);
  }

  @Shared('UNCONDITIONAL')
  @Mutation(() => CriminalTransfer, { nullable: true, description: '负责人决定是否移送. The head’s yes or no.' })
  decideTransfer(@Arg('input', () => AnswerTransferInput, asked) input: AnswerTransferInput, @Ctx() context: RequestContext) {
    return decideTransfer(context, input);
  }

  @Shared('UNCONDITIONAL')
  @Mutation(() => CriminalTransfer, { nullable: true, description: '登记公安机关答复. Puts down what the police have answered.' })
  recordPoliceAnswer(@Arg('input', () => AnswerTransferInput, asked) input: AnswerTransferInput, @Ctx() context: RequestContext) {
    return recordPoliceAnswer(context, input);
  }

  @Shared('UNCONDITIONAL')
  @Mutation(() => CriminalTransfer, { nullable: true, description: '提请复议. Asks the police to reconsider.' })
  askReconsideration(@Arg('input', () => CaseStepInput, asked) input: CaseStepInput, @Ctx() context: RequestContext) {
    return askReconsideration(context, input);
  }

  @Shared('UNCONDITIONAL')
  @Mutation(() => CriminalTransfer, { nullable: true, description: '移交证据. Puts down that the evidence was handed over.' })
  handEvidence(@Arg('input', () => CaseStepInput, asked) input: CaseStepInput, @Ctx() context: RequestContext) {
    return handEvidence(context, input);
  }
}
