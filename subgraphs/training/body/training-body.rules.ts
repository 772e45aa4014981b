import {
  ReferenceUnknown,
  StepNotAllowed,
  arrayOf,
  checkDay,
  code,
  declareError,
  flag,
  objectOf,
  text,
  wordsOf,
  type Caller,
  type CatalogueError,
} from '../../kernel';
import conditions from '../official/body-conditions.json';
import {
  TrainingBodyStatus,
  type BodyCondition,
  type ReviewTrainingBodyInput,
  type TrainingBody,
} from './training-body';

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

export const bodyConditions: readonly BodyCondition[] = arrayOf(
  objectOf({ code: code(24), name: text(200), text: text(200), verified: flag }),
).parse(conditions, 'body-conditions');

/** Bodies for operators of special equipment are market supervision’s, the others emergency management’s. */
export function checkSupervisor(
  { id, kind }: Pick<TrainingBody, 'id' | 'kind'>,
  { department }: Caller,
): void {
  const owner = kind === 'OPERATOR_EXAM' ? 'MARKET_SUPERVISION' : 'EMERGENCY_MANAGEMENT';
  if (department !== owner) throw BodyNotYours({ key: id, owner, department });
}

/** What a step is called in sentences. */
const STEP = { reviewTrainingBody: 'review', withdrawTrainingBody: 'withdraw' } as const;
type Step = keyof typeof STEP;

/** Only a body that a review has found wanting is withdrawn (不符合条件的机构); one that was withdrawn is reviewed no more. */
export function refusedIn(
  { id }: Pick<TrainingBody, 'id'>,
  step: Step,
  status: TrainingBodyStatus,
  allowed: readonly Step[],
): CatalogueError {
  if (status === 'QUALIFIED') return BodyMeetsAll({ key: id });
  const next = allowed.map((each) => STEP[each]).join(', ') || '–';
  return StepNotAllowed({
    key: id,
    status: wordsOf(TrainingBodyStatus, status),
    step: STEP[step],
    allowed: next,
  });
}

/** What a review leaves in the row; whether the body meets the conditions, the step itself says. */
export function reviewed(
  body: Pick<TrainingBody, 'activeFrom' | 'reviewedOn' | 'firstReviewedOn'>,
  { reviewedOn, unmetConditions, remark }: ReviewTrainingBodyInput,
  today: string,
): Pick<TrainingBody, 'reviewedOn' | 'firstReviewedOn' | 'unmetConditions' | 'remark'> {
  checkDay('reviewedOn', reviewedOn, { from: body.reviewedOn ?? body.activeFrom, to: today });
  const unknown = unmetConditions.find(
    (code) => !bodyConditions.some((condition) => condition.code === code),
  );
  if (unknown !== undefined)
    throw ReferenceUnknown({
      field: 'unmetConditions',
      target: { zh: '培训机构基本条件', en: 'condition of a training body' },
      got: unknown,
    });
  return {
    reviewedOn,
    firstReviewedOn: body.firstReviewedOn ?? reviewedOn,
    unmetConditions: [...new Set(unmetConditions)],
    remark,
  };
}
