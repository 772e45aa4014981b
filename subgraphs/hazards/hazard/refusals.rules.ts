import { declareError, type CatalogueError, type ErrorDetails } from '../../kernel';
import type { HazardStatus } from './hazard.terms';

/** One code for each way in which a step can be wrong, so that a client knows what to do instead. */
export const NotReported = declareError(
  'HAZARD_NOT_REPORTED',
  '隐患 {number} 处于 {status:HazardStatus}，只有待核实（REPORTED）的才能核实或不予认定。',
  'The hazard {number} is {status:HazardStatus}; only one that is REPORTED can be verified or dismissed.',
);
export const NotVerified = declareError(
  'HAZARD_NOT_VERIFIED',
  '隐患 {number} 处于 {status:HazardStatus}，此步骤要求已核实（VERIFIED）或重新整改（REOPENED）。',
  'The hazard {number} is {status:HazardStatus}; this step needs one that is VERIFIED or REOPENED.',
);
export const NotNotified = declareError(
  'HAZARD_NOT_NOTIFIED',
  '隐患 {number} 处于 {status:HazardStatus}，须先通知主要负责人和实际控制人，且尚未申请验收。',
  'The hazard {number} is {status:HazardStatus}; the principal and the actual controller must be notified first, and it must not be under review.',
);
export const NotOpen = declareError(
  'HAZARD_NOT_OPEN',
  '隐患 {number} 处于 {status:HazardStatus}，此步骤只适用于已核实且未销号的隐患。',
  'The hazard {number} is {status:HazardStatus}; this step is for hazards that are verified and not closed.',
);
export const NotSubmitted = declareError(
  'HAZARD_NOT_SUBMITTED',
  '隐患 {number} 处于 {status:HazardStatus}，只有已申请验收（SUBMITTED）的才能审核。',
  'The hazard {number} is {status:HazardStatus}; only one whose rectification was SUBMITTED can be reviewed.',
);
export const NotClosed = declareError(
  'HAZARD_NOT_CLOSED',
  '隐患 {number} 处于 {status:HazardStatus}，回头看只针对已销号（CLOSED）的隐患。',
  'The hazard {number} is {status:HazardStatus}; only one that is CLOSED can be looked back on.',
);
export const NotReviewed = declareError(
  'HAZARD_NOT_REVIEWED',
  '隐患 {number} 处于 {status:HazardStatus}，经审查销号后方可恢复生产经营或使用（安全生产法第六十五条）。',
  'The hazard {number} is {status:HazardStatus}; production may resume only after it was reviewed and closed (Work Safety Law, Art. 65).',
);
export const NotHalted = declareError(
  'HAZARD_NOT_HALTED',
  '隐患 {number} 未责令暂时停产停业或者停止使用，无须恢复。',
  'For the hazard {number} nothing was stopped, so nothing can resume.',
);
export const AlreadyHalted = declareError(
  'HAZARD_ALREADY_HALTED',
  '隐患 {number} 已于 {since} 责令暂时停产停业或者停止使用。',
  'For the hazard {number} production was stopped on {since} already.',
);
export const AlreadyListed = declareError(
  'HAZARD_ALREADY_LISTED',
  '隐患 {number} 已于 {since} 挂牌督办。',
  'The hazard {number} is under listed supervision since {since} already.',
);
export const NotMajor = declareError(
  'HAZARD_NOT_MAJOR',
  '隐患 {number} 的等级为 {grade:HazardGrade}，挂牌督办只针对重大事故隐患。',
  'The hazard {number} is of the grade {grade:HazardGrade}; listed supervision is for major ones.',
);
export const NotCompetent = declareError(
  'HAZARD_NOT_COMPETENT',
  '隐患 {number} 由 {competent:DepartmentKind} 主管，{department:DepartmentKind} 不得进行此步骤。',
  'The hazard {number} is for {competent:DepartmentKind} to decide; {department:DepartmentKind} may not take this step.',
);
export const NotSupervisor = declareError(
  'HAZARD_NOT_SUPERVISOR',
  '{department:DepartmentKind} 既非隐患 {number} 的主管、督办部门，也非安委会或政府。',
  '{department:DepartmentKind} neither leads nor supervises the hazard {number}, nor is it the safety committee or the government.',
);
export const VerifierMustDiffer = declareError(
  'HAZARD_VERIFIER_MUST_DIFFER',
  '隐患 {number} 由您上报，须由他人核实。',
  'You have reported the hazard {number}; another officer must verify it.',
);
export const CloserMustDiffer = declareError(
  'HAZARD_CLOSER_MUST_DIFFER',
  '隐患 {number} 的整改由您申请验收，须由他人审核。',
  'You have submitted the rectification of the hazard {number}; another officer must review it.',
);
export const CloserFoundIt = declareError(
  'HAZARD_CLOSER_FOUND_IT',
  '隐患 {number} 由您发现上报，不得由发现人单独销号。',
  'You have found the hazard {number}; whoever found it must not close it alone.',
);
export const LookBackMustDiffer = declareError(
  'HAZARD_LOOK_BACK_MUST_DIFFER',
  '隐患 {number} 由您销号，须由他人回头看。',
  'You have closed the hazard {number}; another officer must look back on it.',
);
export const PlanMissing = declareError(
  'HAZARD_PLAN_MISSING',
  '重大事故隐患 {number} 须先有整改方案（五落实，planRectification）。',
  'The major hazard {number} needs a plan of rectification first (planRectification).',
);
export const ReceiptMissing = declareError(
  'HAZARD_RECEIPT_MISSING',
  '隐患 {number} 的通知尚未由 {recipients:Recipient} 签收，不得销号。',
  'The notification of the hazard {number} was not acknowledged by {recipients:Recipient}; it cannot be closed.',
);
export const AlreadyAcknowledged = declareError(
  'HAZARD_ALREADY_ACKNOWLEDGED',
  '隐患 {number} 的通知已由 {recipient:Recipient} 签收。',
  'The notification of the hazard {number} was acknowledged by {recipient:Recipient} already.',
);
export const CriterionMissing = declareError(
  'HAZARD_CRITERION_MISSING',
  '领域 {domain:HazardDomain} 有 {grade:HazardGrade} 判定标准，核实时须写明条款（criterionCode）。',
  'There are criteria for {grade:HazardGrade} hazards of {domain:HazardDomain}: name the one that it meets (criterionCode).',
);
export const CriterionOfOther = declareError(
  'HAZARD_CRITERION_OF_OTHER',
  '判定条款 {got} 不适用于领域 {domain:HazardDomain} 的 {grade:HazardGrade} 隐患。',
  'The criterion {got} is not for {grade:HazardGrade} hazards of {domain:HazardDomain}.',
);
export const GradeOfOther = declareError(
  'HAZARD_GRADE_OF_OTHER',
  '严重事故隐患只用于特种设备（令57号），收到领域：{got:HazardDomain}。',
  'A severe hazard of Order 57 belongs to special equipment, but got: {got:HazardDomain}.',
);
export const ExtensionNotLater = declareError(
  'HAZARD_EXTENSION_NOT_LATER',
  '延期后的期限应晚于现期限 {dueOn}，收到：{got}。',
  'An extension must lie after the present deadline {dueOn}, but got: {got}.',
);
export const ExtensionTooLate = declareError(
  'HAZARD_EXTENSION_TOO_LATE',
  '隐患 {number} 的期限 {dueOn} 已过，不得事后延期。',
  'The deadline of the hazard {number} was {dueOn}; what is overdue cannot be extended afterwards.',
);
export const EscalationOutOfOrder = declareError(
  'HAZARD_ESCALATION_OUT_OF_ORDER',
  '督办应依次为函告、通报、约谈、曝光：下一级为 {next:Escalation}，收到：{got}。',
  'Supervision goes letter, circular, interview, exposure: next is {next:Escalation}, but got: {got}.',
);
export const SupervisorsTooFew = declareError(
  'HAZARD_SUPERVISORS_TOO_FEW',
  '督办部门应各不相同、不含牵头部门，且不少于 {least} 个，收到：{got}。',
  'The departments that supervise must differ from each other and from the lead, and be {least} at least, but got: {got}.',
);
export const DepartmentElsewhere = declareError(
  'HAZARD_DEPARTMENT_ELSEWHERE',
  '{field} 应为管辖隐患所在地的部门，如 430682-FIRE_RESCUE，收到：{got}。',
  '{field} must be a department that covers the place of the hazard, such as 430682-FIRE_RESCUE, but got: {got}.',
);

/** The refusal of a step in the state that a hazard is in. */
export function inState(error: (details: ErrorDetails) => CatalogueError) {
  return ({ number }: { number: string }, status: HazardStatus): CatalogueError => error({ number, status });
}
