import { randomUUID } from 'node:crypto';
import {
  checkDay,
  defineVerb,
  procedure,
  requireRegion,
  requireScope,
  type Acting,
  type Taken,
} from '../../kernel';
import { requireCommittee } from '../assessment/assessment.rules';
import { checkDepartment } from '../department.rules';
import { AssignItemInput, AssignedItem, DecideItemInput, ReportItemInput } from './assigned-item';
import { AssignNewRiskInput, DismissNewRiskInput, NewRisk, RegisterNewRiskInput } from './new-risk';
import type { WorkStepKind } from './work-step';
import { begin, recordStep } from './work.history';
import { checkLead, checkOtherThan, checkReporter, itemRefusedIn, riskRefusedIn } from './work.rules';

const byCommittee = (_: object, { caller }: Acting) => requireCommittee(caller);

export const registerNewRisk = defineVerb({
  name: 'registerNewRisk',
  says: '登记新风险. Registers a new risk, by any department for its own division.',
  input: RegisterNewRiskInput,
  returns: () => NewRisk,
  run(context, input) {
    const { caller, today } = context;
    requireScope(caller, 'write:matters');
    requireRegion(caller, input.regionCode, 'regionCode');
    const risk: NewRisk = {
      ...input,
      id: `NR-${randomUUID()}`,
      status: 'REGISTERED',
      registeredOn: today,
      registeredBy: caller.subject ?? '',
      registeringDepartmentCode: caller.departmentCode,
      leadDepartmentCode: null,
      leadBasis: null,
      cooperatingDepartmentCodes: [],
      decidedOn: null,
      matterCode: null,
      lookAgainOn: null,
      steps: 0,
    };
    return begin(context, 'registerNewRisk', NewRisk, risk, {
      step: 'REGISTERED',
      reason: input.description,
    });
  },
});

/** What the committee decides on a new risk, once. */
export const newRiskSteps = procedure(
  NewRisk,
  {
    scope: 'matters',
    key: 'id',
    admit: byCommittee,
    refuse: riskRefusedIn,
    remember: (tx, context, risk, { event }: Taken<string, string, WorkStepKind>, { reason }) =>
      recordStep(tx, context, risk, event, reason),
  },
  {
    assignNewRisk: {
      from: ['REGISTERED'],
      to: 'ASSIGNED',
      event: 'ASSIGNED',
      scope: 'decide',
      says: '明确新风险的牵头部门（安委会）. Decides who leads; by the committee.',
      input: AssignNewRiskInput,
      check: ({ id, registeredBy }, { caller }) => checkOtherThan(registeredBy, id, caller),
      decide(risk, input, { today }) {
        checkLead(input, risk.regionCode);
        return {
          leadDepartmentCode: input.leadDepartment,
          leadBasis: input.basis,
          cooperatingDepartmentCodes: input.cooperatingDepartments ?? [],
          decidedOn: today,
        };
      },
    },
    dismissNewRisk: {
      from: ['REGISTERED'],
      to: 'DISMISSED',
      event: 'DISMISSED',
      scope: 'decide',
      says: '不予列管（安委会）. Decides that it is no matter, with the reason and a day to look again; by the committee.',
      input: DismissNewRiskInput,
      check: ({ id, registeredBy }, { caller }) => checkOtherThan(registeredBy, id, caller),
      decide: (_, { lookAgainOn }, { today }) => ({
        decidedOn: today,
        lookAgainOn: checkDay('lookAgainOn', lookAgainOn, { from: today }),
      }),
    },
  },
);

export const assignItem = defineVerb({
  name: 'assignItem',
  says: '交办事项（安委会）. Gives a department something to do; by the committee.',
  input: AssignItemInput,
  returns: () => AssignedItem,
  run(context, { department, ...stated }) {
    const { caller, today } = context;
    requireScope(caller, 'decide:matters');
    requireCommittee(caller);
    requireRegion(caller, stated.regionCode, 'regionCode');
    checkDepartment('department', department, stated.regionCode);
    checkDay('dueOn', stated.dueOn, { from: today });
    const item: AssignedItem = {
      ...stated,
      id: `AI-${randomUUID()}`,
      status: 'OPEN',
      departmentCode: department,
      assigningDepartmentCode: caller.departmentCode,
      assignedOn: today,
      result: null,
      reportedOn: null,
      reportedBy: null,
      closedOn: null,
      steps: 0,
    };
    return begin(context, 'assignItem', AssignedItem, item, { step: 'GIVEN', reason: stated.demand });
  },
});

/** The department reports an item done; the committee closes it or sends it back. */
export const assignedItemSteps = procedure(
  AssignedItem,
  {
    scope: 'matters',
    key: 'id',
    refuse: itemRefusedIn,
    remember: (tx, context, item, { event }: Taken<string, string, WorkStepKind>, input) =>
      recordStep(tx, context, item, event, 'result' in input ? input.result : input.reason),
  },
  {
    reportItem: {
      from: ['OPEN'],
      to: 'REPORTED',
      event: 'REPORTED',
      scope: 'write',
      says: '报告办结（承办部门）. Reports it done; by the department.',
      input: ReportItemInput,
      check: (item, { caller }) => checkReporter(item, caller),
      decide: (_, { result }, { caller, today }) => ({
        result,
        reportedOn: today,
        reportedBy: caller.subject,
      }),
    },
    returnItem: {
      from: ['REPORTED'],
      to: 'OPEN',
      event: 'RETURNED',
      scope: 'decide',
      says: '退回重办（安委会）. Sends it back; by the committee.',
      input: DecideItemInput,
      admit: byCommittee,
      check: ({ id, reportedBy }, { caller }) => checkOtherThan(reportedBy, id, caller),
      decide: () => ({ reportedOn: null }),
    },
    closeItem: {
      from: ['REPORTED'],
      to: 'CLOSED',
      event: 'CLOSED',
      scope: 'decide',
      says: '销号（安委会）. Closes it; by the committee.',
      input: DecideItemInput,
      admit: byCommittee,
      check: ({ id, reportedBy }, { caller }) => checkOtherThan(reportedBy, id, caller),
      decide: (_, __, { today }) => ({ closedOn: today }),
    },
  },
);
