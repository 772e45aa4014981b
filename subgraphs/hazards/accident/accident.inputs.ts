import {
  asId,
  asked,
  asking,
  date,
  flag,
  inputOf,
  inputType,
  listOf,
  moment,
  oneOf,
  prose,
  regionCode,
  text,
  undashedCode,
  uscc,
} from '../../kernel';
import { Accident, accidentNumber } from './accident';
import { AccidentGrade, AccidentKind, AccidentState, InvestigationLevel } from './accident.terms';

const OPTIONAL = { optional: true } as const;
const number = asked(accidentNumber, '事故编号. The number of the accident.');

export const AccidentInput = inputOf(
  Accident,
  '事故报送. An accident as an agency’s own system submits it; its grade follows from its figures.',
  [
    'number',
    'kind',
    'occurredAt',
    'learnedAt',
    'reportedAt',
    'reportedUpAt',
    'foundUnreportedOn',
    'uscc',
    'equipmentCode',
    'regionCode',
    'industryCode',
    'deaths',
    'seriousInjuries',
    'directLoss',
    'evacuated',
    'strandedPeople',
    'strandedMinutes',
    'circumstances?',
    'description',
    'closedOn',
  ],
  { defaults: { directLoss: '0', evacuated: 0, strandedPeople: 0, strandedMinutes: 0 } },
);

export const ReportAccidentInput = inputType(
  'ReportAccidentInput',
  '事故报告. An accident as it is reported at once; what is not known yet is corrected later.',
  {
    ...asking(Accident, ['kind', 'occurredAt', 'learnedAt']),
    reportedAt: asked(
      moment,
      '单位报告时间；默认为现在. The moment at which the unit reported it; by default now.',
      OPTIONAL,
    ),
    ...asking(Accident, [
      'foundUnreportedOn',
      'uscc',
      'equipmentCode',
      'regionCode',
      'industryCode',
      'deaths',
      'seriousInjuries',
      'directLoss?',
      'evacuated?',
      'strandedPeople?',
      'strandedMinutes?',
      'circumstances?',
      'description',
    ]),
  },
);

export const CorrectAccidentInput = inputType(
  'CorrectAccidentInput',
  '事故补报. The figures of an accident as they are known now; those left out stay.',
  {
    number,
    ...asking(Accident, ['deaths?', 'seriousInjuries?', 'directLoss?']),
    reason: asked(prose(500), '补报理由. The reason for the correction.'),
  },
);

const step = {
  number,
  reason: asked(prose(300), '理由、文号或公布地址. The reason, the document or where it was made public.'),
};

export const AccidentStepInput = inputType(
  'AccidentStepInput',
  '事故办理. A step about an accident, with its reason or basis.',
  step,
);

export const PublishAccidentReportInput = inputType(
  'PublishAccidentReportInput',
  '公布事故调查报告. Makes the report of an investigation public.',
  {
    number,
    reason: asked(text(300), '公布地址或文号. The address or the document in which it was made public.'),
    on: asked(date, '公布日期，默认当日. The day on which it was made public, today by default.', OPTIONAL),
  },
);

export const RaiseInvestigationInput = inputType(
  'RaiseInvestigationInput',
  '提级调查. Raises the investigation to a higher level.',
  {
    ...step,
    level: asked(oneOf(InvestigationLevel), '提级后的调查层级. The level that investigates from now on.'),
  },
);

export const AccidentFilter = inputType('AccidentFilter', '事故筛选. Narrows a list of accidents down.', {
  region: asked(regionCode, '区划，含全部下级. In the subtree of this division.', OPTIONAL),
  grade: asked(oneOf(AccidentGrade), '事故等级. Returns only those of this grade.', OPTIONAL),
  grades: asked(
    listOf(oneOf(AccidentGrade)),
    '事故等级，任一. Returns only those of one of these grades.',
    OPTIONAL,
  ),
  supervised: asked(
    flag,
    '是否挂牌督办. Returns only those under listed supervision, or only the others.',
    OPTIONAL,
  ),
  reportPublished: asked(
    flag,
    '调查报告是否已公布. Returns only those of which the report of the investigation was made public, or only the others.',
    OPTIONAL,
  ),
  kind: asked(oneOf(AccidentKind), '事故类别. Returns only those of this field.', OPTIONAL),
  enterprise: asked(
    uscc,
    '事故单位（仅部门）. Returns only those at this enterprise; for agencies.',
    OPTIONAL,
  ),
  equipment: asked(
    asId(undashedCode(20)),
    '涉及的特种设备（仅部门）. Returns only those that involved this device; for agencies.',
    OPTIONAL,
  ),
  state: asked(
    oneOf(AccidentState),
    '调查处理状态（仅部门）. Returns only those of which the case stands so; for agencies.',
    OPTIONAL,
  ),
  occurredFrom: asked(date, '发生日期起. Returns only those on this day or later.', OPTIONAL),
  occurredTo: asked(date, '发生日期止. Returns only those on this day or earlier.', OPTIONAL),
  evaluationOverdueOn: asked(
    date,
    '该日评估已逾期、至今未评估的. Returns only those of which the evaluation was overdue on that day and is not done yet.',
    OPTIONAL,
  ),
  evaluationOverdue: asked(flag, '评估是否逾期. Whether its evaluation is overdue.', OPTIONAL),
  foundUnreported: asked(
    flag,
    '是否查实漏报、瞒报（仅部门）. Returns only those that were found not to have been reported, or only the others; for agencies.',
    OPTIONAL,
  ),
  reportedUpwardInTime: asked(
    flag,
    '部门是否按时上报；未到期的均不计入. Whether the level above was told in time.',
    OPTIONAL,
  ),
});
export type AccidentFilter = Partial<InstanceType<typeof AccidentFilter>>;
