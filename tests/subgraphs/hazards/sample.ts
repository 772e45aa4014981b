import { hazards } from '../../../subgraphs/hazards';
import type { Caller } from '../../../subgraphs/kernel';
import { as } from '../../support/callers';
import { testSubgraph, type TestResult, type TestSubgraph } from '../../support/subgraph';

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
  ...{ measures: '更换门锁回路', funds: '12000.00', responsibleName: '王五', responsiblePhone: '13900000003', dueOn: '2026-07-10' },
  contingency: '停用电梯，安排专人值守',
};

export interface HazardBed extends TestSubgraph {
  /** Takes a step; `fields` of the hazard as it is then. */
  step: (verb: string, caller: Caller, input: Record<string, unknown>, fields?: string) => Promise<TestResult>;
  /** Reports a hazard on a lift; returns its number. */
  report: (differing?: Record<string, unknown>, caller?: Caller) => Promise<string>;
  /** Brings a hazard on a lift up to a state. */
  at: (status: 'REPORTED' | 'VERIFIED' | 'NOTIFIED' | 'RECTIFYING' | 'SUBMITTED' | 'CLOSED') => Promise<string>;
  send: (records: object[], caller?: Caller, kind?: [mutation: string, input: string]) => Promise<TestResult>;
}

const inputOf = (verb: string) =>
  ({
    ...{ dismissHazard: 'ReasonedStepInput', listHazard: 'ReasonedStepInput', haltProduction: 'ReasonedStepInput' },
    ...{ refuseRectification: 'ReasonedStepInput', resumeProduction: 'HazardStepInput', lookBackHazard: 'HazardStepInput' },
  })[verb] ?? `${verb[0]?.toUpperCase()}${verb.slice(1)}Input`;

export async function hazardBed(): Promise<HazardBed> {
  const bed = await testSubgraph(hazards);
  bed.now(`${TODAY}T04:00:00Z`);
  const step: HazardBed['step'] = (verb, caller, input, fields = 'number status') =>
    bed.run(`mutation ($input: ${inputOf(verb)}!) { hazard: ${verb}(input: $input) { ${fields} } }`, { caller, variables: { input } });
  const report: HazardBed['report'] = async (differing = {}, caller = emergency) => {
    const input = {
      ...{ domain: 'SPECIAL_EQUIPMENT', channel: 'TIP_VERIFIED', origin: 'TIP', originReference: 'T-1', uscc: USCC, regionCode: '430682' },
      ...{ equipmentCode: '31104310220240001', industryCode: '7020', matterCodes: ['ELEVATOR'], description: '门锁回路被短接' },
      ...differing,
    };
    const answer = await step('reportHazard', caller, input);
    expect(answer).toSucceed();
    return answer.data.hazard.number as string;
  };
  const course: [status: string, verb: string, caller: Caller, input: object][] = [
    ['VERIFIED', 'verifyHazard', market, { criterionCode: 'GB45067-4.6-2' }],
    ['NOTIFIED', 'notifyHazard', market, NOTICE],
    ['RECTIFYING', 'planRectification', market, PLAN],
    ['SUBMITTED', 'submitRectification', market, { evidence: '照片1' }],
    ['SUBMITTED', 'acknowledgeHazard', market, { recipient: 'PRINCIPAL' }],
    ['SUBMITTED', 'acknowledgeHazard', market, { recipient: 'ACTUAL_CONTROLLER' }],
    ['CLOSED', 'closeHazard', otherMarket, { evidence: '复查记录1' }],
  ];
  return {
    ...bed,
    step,
    report,
    at: async (status) => {
      const number = await report();
      const last = course.findLastIndex(([reached]) => reached === status);
      for (const [, verb, caller, input] of course.slice(0, last + 1)) {
        expect(await step(verb, caller, { number, ...input })).toSucceed();
      }
      return number;
    },
    send: (records, caller = market, [mutation, input] = ['submitHazards', 'HazardInput']) =>
      bed.run(
        `mutation ($records: [${input}!]!) { receipt: ${mutation}(source: "test", records: $records) { accepted unchanged rejected { index code field } } }`,
        { caller, variables: { records } },
      ),
  };
}

/** A hazard as a record. */
export const record = (nth: number | string, differing: Record<string, unknown> = {}) => ({
  ...{ sourceId: `${nth}`, number: `H-${nth}`, grade: 'MAJOR', domain: 'SPECIAL_EQUIPMENT', channel: 'INSPECTION', regionCode: '430682' },
  ...{ description: '隐患', foundOn: '2026-01-10', originalDueOn: '2026-03-10', status: 'RECTIFYING', ...differing },
});
