import { ReferenceUnknown, StepNotAllowed, declareError, type Caller, checkDay, wordsOf } from '../../kernel';
import conditions from '../reference/body-conditions.json';
import type { ReviewTrainingBodyInput, WithdrawTrainingBodyInput } from './training-body.inputs';
import { TrainingBodyStatus, type BodyCondition, type TrainingBody } from './training-body';

export const BodyNotYours = declareError(
  'TRAINING_BODY_NOT_YOURS',
  '{key} 由 {owner:DepartmentKind} 监管，{department:DepartmentKind} 不得复核或清退。',
  '{key} is supervised by {owner:DepartmentKind}; {department:DepartmentKind} may neither review nor withdraw it.',
);
export const BodyMeetsAll = declareError(
  'TRAINING_BODY_QUALIFIED',
  '{key} 最近复核符合全部基本条件，不得清退。',
  '{key} met all conditions at its last review; it cannot be withdrawn.',
);

export const bodyConditions = conditions as readonly BodyCondition[];

/** Bodies for operators of special equipment are market supervision’s, the others emergency management’s. */
export function checkSupervisor({ id, kind }: TrainingBody, { department }: Caller): void {
  const owner = kind === 'OPERATOR_EXAM' ? 'MARKET_SUPERVISION' : 'EMERGENCY_MANAGEMENT';
  if (department !== owner) throw BodyNotYours({ key: id, owner, department });
}

/** A review finds conditions unmet or not; a body that was withdrawn is reviewed no more. */
export function afterReview(body: TrainingBody, input: ReviewTrainingBodyInput, today: string): Partial<TrainingBody> {
  const { reviewedOn, unmetConditions, remark } = input;
  if (body.status === 'WITHDRAWN')
    throw StepNotAllowed({ key: body.id, status: wordsOf(TrainingBodyStatus, body.status), step: 'review', allowed: '–' });
  const earliest = body.reviewedOn ?? body.activeFrom;
  checkDay('reviewedOn', reviewedOn, { from: earliest, to: today });
  const unknown = unmetConditions.find((code) => !bodyConditions.some((condition) => condition.code === code));
  if (unknown !== undefined)
    throw ReferenceUnknown({
      field: 'unmetConditions',
      target: { zh: '培训机构基本条件', en: 'condition of a training body' },
      got: unknown,
    });
  return {
    status: unmetConditions.length === 0 ? 'QUALIFIED' : 'UNQUALIFIED',
    reviewedOn,
    firstReviewedOn: body.firstReviewedOn ?? reviewedOn,
    unmetConditions: [...new Set(unmetConditions)],
    remark,
  };
}

/** Only a body that a review has found wanting is withdrawn (不符合条件的机构). */
export function afterWithdrawal(body: TrainingBody, { reason }: WithdrawTrainingBodyInput, today: string): Partial<TrainingBody> {
  if (body.status === 'QUALIFIED') throw BodyMeetsAll({ key: body.id });
  if (body.status !== 'UNQUALIFIED') {
    const allowed = body.status === 'UNREVIEWED' ? 'review' : '–';
    throw StepNotAllowed({ key: body.id, status: wordsOf(TrainingBodyStatus, body.status), step: 'withdraw', allowed });
  }
  return { status: 'WITHDRAWN', withdrawnOn: today, remark: reason };
}
