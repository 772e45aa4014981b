import { enforcement } from '../../../subgraphs/enforcement';
import { composeUscc, type Caller } from '../../../subgraphs/kernel';
import { as } from '../../support/callers';
import { testBed, type TestBed, type TestResult } from '../../support/test-bed';

export const USCC = '91430682MA4L16JQ90';
export const OTHER_USCC = composeUscc('91430682', 'MA4L9999');
/** The day on which the tests take place, unless they move the clock: a Monday, no holiday near. */
export const TODAY = '2026-06-01';

const officer = (
  name: string,
  department: Parameters<typeof as.officer>[0],
  region: string,
  scope: string,
): Caller => ({
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
  decided: (changes: object = {}) =>
    make.case({ status: 'DECIDED', decidedOn: '2026-05-06', deliveredOn: '2026-05-08', ...changes }),
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

/** The subgraph on the day of the tests; the investigator submits and takes steps. */
export const caseBed = () =>
  testBed(enforcement, { today: TODAY, officer: investigator, known: { Enterprise: [USCC] } });

/** Takes a step of the sample's case, or, where the input names something else, of that. */
export function take(
  bed: TestBed,
  verb: string,
  input: object = {},
  caller = investigator,
  fields = 'number status',
): Promise<TestResult> {
  return bed.step(
    verb,
    NOT_OF_A_CASE.has(verb) ? input : { number: NUMBER, reason: '依法', ...input },
    caller,
    fields,
  );
}

/** Steps that are not about a case by its number. */
const NOT_OF_A_CASE = new Set([
  'publishDecision',
  'pushDecision',
  'publishPushedDecision',
  'stopPublicity',
  'withdrawDecision',
  'issueNotice',
  'receiveNotice',
  'replyToNotice',
  'lookBackAtNotice',
  'voteForTypicalCase',
  'publishTypicalCase',
]);
