import { declareError } from '../../kernel';

export const MatterCodeTaken = declareError(
  'MATTER_CODE_TAKEN',
  '事项代码 {got} 已有事项，请用 changeMatter 调整。',
  'There is a matter of the code {got} already: change it with changeMatter.',
);
export const MatterNotOfPlace = declareError(
  'MATTER_NOT_OF_PLACE',
  '事项 {key} 不适用于 {got}。',
  'The matter {key} is none of {got}.',
);
export const MatterDraftOpen = declareError(
  'MATTER_DRAFT_OPEN',
  '{key} 在 {region} 已有未决定的草案 {draft}。',
  'There is a draft of {key} in {region} that nobody has decided on: {draft}.',
);
export const MatterDeciderWrong = declareError(
  'MATTER_DECIDER_WRONG',
  '事项由安委会或者人民政府决定，{got:DepartmentKind} 不得决定。',
  'A matter is for the committee or the government to decide on; {got:DepartmentKind} may not.',
);
export const GovernmentDecides = declareError(
  'GOVERNMENT_DECIDES',
  '职责不明确、按业务相近原则确定的，由人民政府决定（安全生产法第十条），{got:DepartmentKind} 不得决定。',
  'Who answers for a duty that is unclear, as the nearest in its work, is for the government to determine (work safety law, article 10); {got:DepartmentKind} may not.',
);
export const ProvisionalEndWrong = declareError(
  'PROVISIONAL_END_WRONG',
  '{field} 应晚于生效日期 {from}，收到：{got}。',
  '{field} must be later than {from}, from which the lead is in force, but got: {got}.',
);
export const OpinionsMissing = declareError(
  'OPINIONS_MISSING',
  '{key} 尚未答复的部门：{missing}；答复期限 {answerBy} 过后方可决定。',
  '{key} was not yet answered by {missing}; it can be decided on after {answerBy}.',
);
export const RulingMissing = declareError(
  'RULING_MISSING',
  '{key} 有异议（{objecting}），决定须写明裁定。',
  '{key} was objected to by {objecting}: the decision must say what is ruled.',
);
export const NotAsked = declareError(
  'MATTER_NOT_ASKED',
  '{key} 未征求 {got} 的意见。',
  '{got} was not asked about {key}.',
);
export const StageNotDrafted = declareError(
  'STAGE_NOT_DRAFTED',
  '草案 {key} 本级没有环节：{got}；上级的环节不得删去。',
  'The draft {key} has no stage of its own level of this name: {got}; those of the levels above cannot be dropped.',
);
export const NothingHandedOver = declareError(
  'NO_HANDOVER',
  '{key} 的牵头部门没有变更，不需移交。',
  'The lead of {key} has not changed: there is nothing to hand over.',
);
export const HandoverNotYours = declareError(
  'HANDOVER_NOT_YOURS',
  '{key} 应由 {needed} 签字，收到：{got}。',
  '{key} is for {needed} to sign, but it was {got}.',
);
export const HandoverOrder = declareError(
  'HANDOVER_ORDER',
  '{key} 的移交清单{state:words}。',
  'The list of what is handed over of {key} {state:words}.',
);
