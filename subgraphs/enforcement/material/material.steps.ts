import {
  FieldInvalid,
  alike,
  asId,
  asked,
  asking,
  departmentCode,
  departmentOf,
  inputType,
  issueNumber,
  procedure,
  prose,
  readDepartmentCode,
} from '../../kernel';
import { checkHandler } from '../case/case.rules';
import { CaseMaterial } from './material';
import { receiptDue } from './material.rules';
import { CaseMaterialStatus } from './material.terms';

const reasoned = {
  ...asking(CaseMaterial, ['number']),
  reason: asked(prose(500), '理由. The reason that the office has for it.'),
};
export const CaseMaterialKeyInput = inputType(
  'CaseMaterialKeyInput',
  '签收材料. The material that is taken in.',
  asking(CaseMaterial, ['number']),
);
export const CaseMaterialReasonInput = inputType(
  'CaseMaterialReasonInput',
  '须说明理由的材料处理. A step with material that must be justified.',
  reasoned,
);
export const PassOnCaseMaterialInput = inputType(
  'PassOnCaseMaterialInput',
  '转送材料. The office that material is passed on to.',
  {
    ...reasoned,
    to: asked(departmentCode, '转送部门代码，如 430682-FIRE_RESCUE. The office that is thought competent.'),
  },
);
export const TakeUpCaseMaterialInput = inputType(
  'TakeUpCaseMaterialInput',
  '登记线索或立案. The lead or the case that material has led to.',
  {
    ...asking(CaseMaterial, ['number']),
    caseNumber: asked(asId(issueNumber), '案号. The number of the lead or the case.'),
  },
);

/** What becomes of material is for the office that it was sent to. Its dates go with it. */
export const materialSteps = procedure(
  CaseMaterial,
  {
    scope: 'enforcement',
    key: 'number',
    states: CaseMaterialStatus,
    admit: (row, { caller }) => checkHandler(row, caller),
  },
  {
    receiveCaseMaterial: {
      from: ['SENT'],
      to: 'RECEIVED',
      scope: 'write',
      done: 'received',
      says: '签收材料，法定期限由此起算. Takes material in; the periods of the law begin now.',
      input: CaseMaterialKeyInput,
      decide: (_row, _input, { today }) => ({ receivedOn: today }),
    },
    returnCaseMaterial: {
      from: ['SENT', 'RECEIVED'],
      to: 'RETURNED',
      scope: 'decide',
      done: 'returned',
      says: '退回材料，写明理由. Gives material back: another office is thought competent.',
      input: CaseMaterialReasonInput,
      decide: (_, { reason }, { today }) => ({ reason, returnedOn: today }),
    },
    passOnCaseMaterial: {
      from: ['SENT', 'RECEIVED', 'RETURNED'],
      to: 'SENT',
      scope: 'decide',
      done: 'passedOn',
      says: '转送有管辖权的部门，原有日期随材料转送. Passes material on to another office, with its dates.',
      input: PassOnCaseMaterialInput,
      decide(_, { to, reason }, { today, now, caller }) {
        const office = readDepartmentCode(to);
        if (!office) throw FieldInvalid({ field: 'to', shape: alike('430682-FIRE_RESCUE'), got: to });
        return {
          departmentKind: office.kind,
          regionCode: office.place,
          sentAt: now,
          receiveBy: receiptDue(today).date,
          receivedOn: null,
          passedOn: today,
          passedByCode: departmentOf(caller),
          reason,
        };
      },
    },
    takeUpCaseMaterial: {
      from: ['RECEIVED'],
      to: 'TAKEN_UP',
      scope: 'decide',
      done: 'takenUp',
      says: '据以登记线索或立案. Puts down the lead or the case that material has led to.',
      input: TakeUpCaseMaterialInput,
      decide: (_, { caseNumber }, { today }) => ({ caseNumber, endedOn: today }),
    },
    dropCaseMaterial: {
      from: ['RECEIVED'],
      to: 'DROPPED',
      scope: 'decide',
      done: 'dropped',
      says: '不予处理，写明理由. Decides that there is no ground to act on material.',
      input: CaseMaterialReasonInput,
      decide: (_, { reason }, { today }) => ({ reason, endedOn: today }),
    },
  },
);
