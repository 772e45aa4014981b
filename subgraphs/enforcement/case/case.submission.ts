import { submissionOf } from '../../kernel';
import { checkCampaign } from '../campaign/campaign';
import { EnforcementCase } from './case';
import { CaseInput } from './case.inputs';
import { checkCause } from './case-cause';
import { decidedOnTime, lastDayFrom } from './case-clock.rules';
import { checkCourse, checkHandlerRegion, checkParty, unbegun } from './case-submission.rules';
import { handlerOf, partyOf } from './case.rules';

/** Cases of other case systems, in the state in which they are there. */
export const caseSubmission = submissionOf(EnforcementCase, CaseInput, {
  kind: 'cases',
  // 立案 is decided already: all that follows it rests on that
  decided: {
    status: {
      LEAD: false,
      NOT_FILED: true,
      FILED: true,
      INVESTIGATING: true,
      NOTIFIED: true,
      HEARING: true,
      DECIDED: true,
      EXECUTED: true,
      CLOSED: true,
      TRANSFERRED: true,
    },
  },
  term: { zh: '行政处罚案件', en: 'case' },
  row(record, { caller, today, settings }) {
    const { departmentCode, causeCode, campaign, filedOn, decidedOn, relatedNumbers, matterCodes } = record;
    const handler = handlerOf(departmentCode, caller.department);
    checkHandlerRegion(departmentCode, handler.regionCode, caller);
    checkCause(causeCode, handler.departmentKind);
    checkParty(record);
    checkCourse(record, today);
    const due = lastDayFrom(filedOn, handler.departmentKind);
    return {
      ...handler,
      ...unbegun(),
      ...partyOf(record, settings.dataKey),
      campaignCode: checkCampaign(campaign),
      filingDate: filedOn,
      lastDay: due,
      decidedOnTime: decidedOnTime(due, decidedOn),
      relatedNumbers: relatedNumbers ?? [],
      matterCodes: matterCodes ?? [],
    };
  },
});
