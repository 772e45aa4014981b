import { isSynthetic, type Caller, type Submission } from '../../kernel';
import { checkCampaign } from '../campaign/campaign';
import { EnforcementCase } from './case';
import { decidedOnTime, lastDay } from './case-clock.rules';
import { checkCause } from './case-cause';
import { CaseInput } from './case.inputs';
import { checkCourse, checkHandlerRegion, checkParty } from './case-submission.rules';
import { handlerOf } from './department-code';

interface Prepared {
  caller: Caller;
  today: string;
}

/** Cases of other case systems, in the state in which they are there. */
export const caseSubmission: Submission<CaseInput, EnforcementCase, Prepared> = {
  kind: 'cases',
  term: { zh: '行政处罚案件', en: 'case' },
  mutation: 'submitCases',
  subgraph: 'enforcement',
  input: CaseInput,
  entity: EnforcementCase,
  key: 'number',
  async prepare({ caller, today }) {
    return { caller, today };
  },
  toRow(record, { caller, today }, source) {
    const { sourceId: _, revision: __, partyName, filedOn, campaign, ...stated } = record;
    const handler = handlerOf(record.departmentCode, caller.department);
    checkHandlerRegion(record.departmentCode, handler.regionCode, caller);
    checkCause(record.causeCode);
    checkParty(record);
    checkCourse(record, today);
    const due = lastDay({ filingDate: filedOn, decisionExtended: false, clockStops: [] });
    return {
      ...stated,
      ...handler,
      storedPartyName: partyName,
      campaignCode: checkCampaign(campaign),
      filingDate: filedOn,
      lastDay: due,
      decidedOnTime: decidedOnTime(due, record.decidedOn),
      relatedNumbers: record.relatedNumbers ?? [],
      matterCodes: record.matterCodes ?? [],
      filingExtended: false,
      decisionExtended: false,
      clockStops: [],
      investigators: [],
      hearingHeld: false,
      legalReviewGrounds: [],
      synthetic: isSynthetic(source),
    };
  },
};
