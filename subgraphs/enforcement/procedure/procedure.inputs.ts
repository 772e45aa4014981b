import { asId, asked, asking, date, flag, inputType, listOf, oneOf, text, vocabulary } from '../../kernel';
import { EnforcementCase } from '../case/case';
import { stated } from '../case/case.inputs';
import { caseAndReason } from '../case/case-step';
import { ClockStopReason } from '../case/case.terms';
import { printedNumber } from '../printed-number';
import { PenaltyDecision } from '../penalty/penalty-decision';
import { TransferDocument } from '../transfer/criminal-transfer';

const optional = { optional: true } as const;

export const RegisterLeadInput = inputType('RegisterLeadInput', '登记线索. A lead to be registered.', {
  ...caseAndReason,
  ...stated,
  ...asking(EnforcementCase, [
    'causeCode',
    'partyKind',
    'partyUscc',
    'partyRegionCode',
    'departmentCode',
    'jurisdictionGround',
    'jurisdictionDocument',
    'originKind',
    'originReference',
    'hazardNumber',
    'equipmentCode',
    'relatedNumbers?',
    'industryCode',
    'matterCodes?',
    'actEndedOn',
    'leadSummary',
  ]),
  receivedOn: asked(
    date,
    '发现线索或收到材料之日. The day on which the lead was found or its material received.',
  ),
});

export const FileCaseInput = inputType('FileCaseInput', '立案. A case to be filed.', {
  ...caseAndReason,
  grave: asked(
    flag,
    '是否涉及生命健康安全、金融安全且有危害后果. Whether life, health or financial safety was harmed.',
    optional,
  ),
});

export const StartInvestigationInput = inputType(
  'StartInvestigationInput',
  '开始调查. The beginning of an investigation.',
  {
    ...caseAndReason,
    ...asking(EnforcementCase, ['investigators']),
  },
);

export const StopClockInput = inputType('StopClockInput', '暂停计算办案期限. A stop of the clock.', {
  ...caseAndReason,
  ground: asked(
    oneOf(ClockStopReason),
    '情形. The ground on which time does not count towards the limit of the case.',
  ),
});

export const NotifyPartyInput = inputType('NotifyPartyInput', '告知. What the party is told of.', {
  ...caseAndReason,
  ...asking(EnforcementCase, ['legalReviewGrounds?', 'evidence']),
});

export const ScheduleHearingInput = inputType('ScheduleHearingInput', '通知听证. The day of a hearing.', {
  ...caseAndReason,
  on: asked(date, '听证日期. The day of the hearing.'),
});

export const DecideCaseInput = inputType(
  'DecideCaseInput',
  '作出处罚决定. The penalty that is decided in a case.',
  {
    ...caseAndReason,
    documentNumber: asked(
      asId(printedNumber),
      '处罚决定书文号. The number of the decision, as it is printed.',
    ),
    waived: asked(
      flag,
      '当事人是否放弃陈述申辩和听证. Whether the party waives its statement and hearing.',
      optional,
    ),
    ...asking(PenaltyDecision, ['kinds', 'fine', 'exclusion', 'breachClass', 'restrictedUntil']),
  },
);

export const TransferTarget = vocabulary('CaseTransferTarget', '移送对象. Whom a case is passed on to.', {
  POLICE: '公安机关（涉嫌犯罪）. The police: a crime is suspected.',
  ORGAN: '有管辖权的其他机关. Another organ that is competent.',
});

export const TransferCaseInput = inputType('TransferCaseInput', '移送案件. The passing on of a case.', {
  ...caseAndReason,
  to: asked(oneOf(TransferTarget), '移送对象. Whom it is passed on to.'),
  receiver: asked(text(100), '接收机关. The organ that receives it.'),
  documents: asked(
    listOf(oneOf(TransferDocument)),
    '移送材料（移送公安机关时必填）. The documents that go with it, required for the police.',
    optional,
  ),
});
