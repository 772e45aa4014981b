import { readRecord, takeStep, type RequestContext } from '../../kernel';
import { ReviewTrainingBodyInput, WithdrawTrainingBodyInput } from './training-body.inputs';
import { afterReview, afterWithdrawal, checkSupervisor } from './training-body.rules';
import { TrainingBody } from './training-body';

const step = (operation: string, value: string) => ({
  ...{
    operation,
    value,
    scope: 'decide:training',
    term: { zh: '培训机构', en: 'training body' },
    entity: TrainingBody,
    key: 'id' as const,
  },
});

/** @throws STEP_NOT_ALLOWED, TRAINING_BODY_NOT_YOURS, REFERENCE_UNKNOWN and those of `takeStep` */
export function reviewTrainingBody(context: RequestContext, asked: object): Promise<TrainingBody> {
  const input = readRecord(ReviewTrainingBodyInput, asked);
  return takeStep(context, step('reviewTrainingBody', input.id), (body) => {
    checkSupervisor(body, context.caller);
    return afterReview(body, input, context.today);
  });
}

/** @throws STEP_NOT_ALLOWED, TRAINING_BODY_NOT_YOURS, TRAINING_BODY_QUALIFIED and those of `takeStep` */
export function withdrawTrainingBody(context: RequestContext, asked: object): Promise<TrainingBody> {
  const input = readRecord(WithdrawTrainingBodyInput, asked);
  return takeStep(context, step('withdrawTrainingBody', input.id), (body) => {
    checkSupervisor(body, context.caller);
    return afterWithdrawal(body, input, context.today);
  });
}
