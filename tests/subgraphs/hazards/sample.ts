import { hazards } from '../../../subgraphs/hazards';
import type { Caller } from '../../../subgraphs/kernel';
import { as } from '../../support/callers';
import { testBed, type TestBed, type TestResult } from '../../support/test-bed';

const BOTH = ['write:hazards', 'decide:hazards'];
const named = (caller: Caller, subject: string): Caller => ({ ...caller, subject });

/** Officers, each a person of their own. */
export const emergency = as.officer('EMERGENCY_MANAGEMENT', '430682', ...BOTH);
export const market = as.officer('MARKET_SUPERVISION', '430682', ...BOTH);
export const otherMarket = named(market, 'another market officer');
export const cityMarket = as.officer('MARKET_SUPERVISION', '430600', ...BOTH);
export const elsewhere = as.officer('MARKET_SUPERVISION', '411003', ...BOTH);
export const fire = as.officer('FIRE_RESCUE', '430682', ...BOTH);
export const committee = as.officer('SAFETY_COMMITTEE', '430600', ...BOTH);

export const USCC = '91430682MA4L16JQ90';
export const TODAY = '2026-06-15';
export const SUPERVISORS = ['430682-FIRE_RESCUE', '430600-SAFETY_COMMITTEE'];

export const NOTICE = {
  ...{ dueOn: '2026-07-15', principalName: '张三丰', principalPhone: '13900000001' },
  ...{ controllerName: '李四光', controllerPhone: '13900000002' },
};
export const PLAN = {
  ...{
    measures: '更换门锁回路',
    funds: '12000.00',
    responsibleName: '王五',
    responsiblePhone: '13900000003',
    dueOn: '2026-07-10',
  },
  contingency: '停用电梯，安排专人值守',
};

/** The subgraph on the day of the tests; market supervision submits and takes steps. */
export const hazardBed = () => testBed(hazards, { today: TODAY, officer: market });

/** Takes a step of a hazard. */
export function take(
  bed: TestBed,
  verb: string,
  input: object,
  caller = market,
  fields = 'number status',
): Promise<TestResult> {
  return bed.step(verb, input, caller, fields);
}

/** Reports a hazard on a lift; returns its number. */
export async function report(bed: TestBed, differing: object = {}, caller = emergency): Promise<string> {
  const input = {
    ...{
      domain: 'SPECIAL_EQUIPMENT',
      channel: 'TIP_VERIFIED',
      origin: 'TIP',
      originReference: 'T-1',
      uscc: USCC,
      regionCode: '430682',
    },
    ...{
      equipmentCode: '31104310220240001',
      industryCode: '7020',
      matterCodes: ['ELEVATOR'],
      description: '门锁回路被短接',
    },
    ...differing,
  };
  const answer = await take(bed, 'reportHazard', input, caller);
  expect(answer).toSucceed();
  return answer.data.step.number as string;
}

type Reached = 'REPORTED' | 'VERIFIED' | 'NOTIFIED' | 'RECTIFYING' | 'SUBMITTED' | 'CLOSED';
const COURSE: readonly [reached: Reached, verb: string, caller: Caller, input: object][] = [
  ['VERIFIED', 'verifyHazard', market, { criterionCode: 'GB45067-4.6-2' }],
  ['NOTIFIED', 'notifyHazard', market, NOTICE],
  ['RECTIFYING', 'planRectification', market, PLAN],
  ['SUBMITTED', 'submitRectification', market, { evidence: '照片1' }],
  ['SUBMITTED', 'acknowledgeHazard', market, { recipient: 'PRINCIPAL' }],
  ['SUBMITTED', 'acknowledgeHazard', market, { recipient: 'ACTUAL_CONTROLLER' }],
  ['CLOSED', 'closeHazard', otherMarket, { evidence: '复查记录1' }],
];

/** Reports a hazard on a lift and brings it up to a state; returns its number. */
export async function broughtTo(bed: TestBed, status: Reached): Promise<string> {
  const number = await report(bed);
  const last = COURSE.findLastIndex(([reached]) => reached === status);
  for (const [, verb, caller, input] of COURSE.slice(0, last + 1)) {
    expect(await take(bed, verb, { number, ...input }, caller)).toSucceed();
  }
  return number;
}

/** A hazard as a record. */
export const record = (nth: number | string, differing: Record<string, unknown> = {}) => ({
  ...{
    sourceId: `${nth}`,
    number: `H-${nth}`,
    grade: 'MAJOR',
    domain: 'SPECIAL_EQUIPMENT',
    channel: 'INSPECTION',
    regionCode: '430682',
  },
  ...{
    description: '隐患',
    foundOn: '2026-01-10',
    originalDueOn: '2026-03-10',
    status: 'RECTIFYING',
    ...differing,
  },
});
