import { asId, asked, inputType, issueNumber, prose } from '../../kernel';

/** What every step is told. */
export const caseAndReason = {
  number: asked(asId(issueNumber), '案号. The number of the case.'),
  reason: asked(prose(500), '事由；不写个人信息. The reason for the step; no personal data.'),
};

export const CaseStepInput = inputType('CaseStepInput', '办案步骤. A step of a case.', caseAndReason);
export type CaseStepInput = InstanceType<typeof CaseStepInput>;
