import { enforcement } from '../../../subgraphs/enforcement';
import { composeUscc, type Caller } from '../../../subgraphs/kernel';
import { as } from '../../support/callers';
import { testSubgraph, type TestResult, type TestSubgraph } from '../../support/subgraph';

export const USCC = '91430682MA4L16JQ90';
export const OTHER_USCC = composeUscc('91430682', 'MA4L9999');
/** The day on which the tests take place, unless they move the clock: a Monday, no holiday near. */
export const TODAY = '2026-06-01';

const officer = (name: string, department: Parameters<typeof as.officer>[0], region: string, scope: string): Caller => ({
  ...as.officer(department, region, `${scope}:enforcement`),
  subject: name,
});
/** Of the same bureau: one writes, one decides. */
export const investigator = officer('zhang', 'MARKET_SUPERVISION', '430682', 'write');
export const head = officer('li', 'MARKET_SUPERVISION', '430682', 'decide');
export const elsewhere = officer('wang', 'MARKET_SUPERVISION', '411003', 'decide');
export const safety = officer('zhao', 'EMERGENCY_MANAGEMENT', '430682', 'write');
export const fire = as.officer('FIRE_RESCUE', '430682');
export const anyAgency = as.officer('HOUSING', '110000');

export const NUMBER = '临市监立〔2026〕1号';
export const DECISION = '临市监罚〔2026〕1号';

export const make = {
  lead: (changes: object = {}) => ({
    number: NUMBER,
    reason: '抽查不合格',
    causeCode: 'PRODUCT_BELOW_STANDARD',
    partyKind: 'ENTERPRISE',
    partyUscc: USCC,
    partyName: '甲公司',
    partyRegionCode: '430682',
    departmentCode: '430682-MARKET_SUPERVISION',
    receivedOn: TODAY,
    originKind: 'SPOT_CHECK',
    originReference: 'test/spot-1',
    ...changes,
  }),
  case: (changes: object = {}) => ({
    sourceId: '1',
    number: NUMBER,
    causeCode: 'PRODUCT_BELOW_STANDARD',
    partyUscc: USCC,
    partyName: '甲公司',
    partyRegionCode: '430682',
    departmentCode: '430682-MARKET_SUPERVISION',
    status: 'INVESTIGATING',
    leadReceivedOn: '2026-03-02',
    filedOn: '2026-03-09',
    ...changes,
  }),
  decided: (changes: object = {}) => make.case({ status: 'DECIDED', decidedOn: '2026-05-06', deliveredOn: '2026-05-08', ...changes }),
  penalty: (changes: object = {}) => ({
    sourceId: '1',
    documentNumber: DECISION,
    caseNumber: NUMBER,
    kinds: ['FINE'],
    fine: '30000',
    decidedOn: '2026-05-06',
    ...changes,
  }),
};

const WHAT = '{ number status }';
/** The input type of each verb, where it is not CaseStepInput. */
const INPUTS: Record<string, string> = {
  registerLead: 'RegisterLeadInput',
  fileCase: 'FileCaseInput',
  startInvestigation: 'StartInvestigationInput',
  stopClock: 'StopClockInput',
  notifyParty: 'NotifyPartyInput',
  scheduleHearing: 'ScheduleHearingInput',
  decideCase: 'DecideCaseInput',
  transferCase: 'TransferCaseInput',
  proposeTransfer: 'ProposeTransferInput',
  decideTransfer: 'AnswerTransferInput',
  recordPoliceAnswer: 'AnswerTransferInput',
  publishDecision: 'PublicationInput',
  pushDecision: 'PublicationInput',
  publishPushedDecision: 'PublicationInput',
  stopPublicity: 'StopPublicityInput',
  withdrawDecision: 'WithdrawDecisionInput',
  issueNotice: 'IssueNoticeInput',
  receiveNotice: 'NoticeReceiptInput',
  replyToNotice: 'NoticeReplyInput',
  lookBackAtNotice: 'LookBackInput',
  nominateCase: 'NominateCaseInput',
  voteForTypicalCase: 'TypicalCaseInput',
  publishTypicalCase: 'TypicalCaseInput',
};

export interface CaseTest extends TestSubgraph {
  /** Midday in China of a day. */
  on: (day: string) => void;
  submit: (what: 'Case' | 'Penalty', records: object[], caller?: Caller) => Promise<TestResult>;
  /** Runs one verb; `input` needs the number and reason only where they differ. */
  step: (verb: string, caller?: Caller, input?: object, selection?: string) => Promise<TestResult>;
}

export async function caseTest(): Promise<CaseTest> {
  const test = await testSubgraph(enforcement);
  const on = (day: string) => test.now(`${day}T04:00:00Z`);
  on(TODAY);
  return {
    ...test,
    on,
    submit: (what, records, caller = investigator) =>
      test.run(
        `mutation ($records: [${what}Input!]!) {
          receipt: ${what === 'Case' ? 'submitCases' : 'submitPenalties'}(source: "test", records: $records) { accepted rejected { code field } } }`,
        { caller, variables: { records } },
      ),
    step: (verb, caller = investigator, input = {}, selection = WHAT) =>
      test.run(`mutation ($input: ${INPUTS[verb] ?? 'CaseStepInput'}!) { answer: ${verb}(input: $input) ${selection} }`, {
        caller,
        variables: { input: verb in KEYED ? input : { number: NUMBER, reason: '依法', ...input } },
      }),
  };
}

/** Verbs that are not about a case by its number. */
const KEYED: Record<string, true> = {
  publishDecision: true,
  pushDecision: true,
  publishPushedDecision: true,
  stopPublicity: true,
  withdrawDecision: true,
  issueNotice: true,
  receiveNotice: true,
  replyToNotice: true,
  lookBackAtNotice: true,
  voteForTypicalCase: true,
  publishTypicalCase: true,
};
