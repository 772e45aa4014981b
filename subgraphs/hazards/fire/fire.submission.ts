import { InputType } from 'type-graphql';
import {
  Sent,
  SubmittedInput,
  date,
  declareError,
  listOf,
  oneOf,
  regionCode,
  seal,
  text,
  uscc,
  whole,
  type RequestContext,
  type Submission,
} from '../../kernel';
import { checkPast } from '../dates.rules';
import {
  FireCheck,
  FireClearance,
  FireControl,
  FireKeyUnit,
  FireRiskFactor,
  type FireClearance as Clearance,
  type FireControl as Control,
  type FireRiskFactor as Factor,
} from './fire-unit';

export const FireRecordsNotYours = declareError(
  'FIRE_RECORDS_NOT_YOURS',
  '消防重点单位和消防检查由消防救援机构报送，您是：{department}。',
  'Key fire units and fire checks are submitted by fire and rescue departments, but you are: {department}.',
);

const NAMED = { optional: true };

@InputType({ description: '消防安全重点单位报送（五包一）. A key fire unit as it is submitted.' })
export class FireKeyUnitInput extends SubmittedInput {
  @Sent(uscc, '单位的统一社会信用代码. The enterprise.')
  uscc: string;

  @Sent(regionCode, '单位所在地区划代码. Its division.')
  regionCode: string;

  @Sent(text(100), '单位类别. What kind of key unit it is.')
  category: string;

  @Sent(date, '纳入在线监管日期. Since when it is supervised online.', { optional: true })
  onlineSince: string | null;

  @Sent(text(120), '行业监管部门干部姓名、电话. Name and phone of the industry’s officer.', NAMED)
  industryOfficer: string | null;

  @Sent(text(120), '乡镇街道干部姓名、电话. Name and phone of the township officer.', NAMED)
  townshipOfficer: string | null;

  @Sent(text(120), '社区（村）工作人员姓名、电话. Name and phone of the community worker.', NAMED)
  communityWorker: string | null;

  @Sent(text(120), '消防人员（或派出所人员）姓名、电话. Name and phone of the fire or police officer.', NAMED)
  fireOfficer: string | null;

  @Sent(text(120), '专业人员姓名、电话. Name and phone of the professional.', NAMED)
  professional: string | null;
}

@InputType({ description: '消防检查报送. A fire check as it is submitted.' })
export class FireCheckInput extends SubmittedInput {
  @Sent(uscc, '单位的统一社会信用代码. The enterprise.')
  uscc: string;

  @Sent(regionCode, '单位所在地区划代码. Its division.')
  regionCode: string;

  @Sent(date, '检查日期. When.')
  checkedOn: string;

  @Sent(listOf(oneOf(FireRiskFactor)), '存在的致命风险因素，见 FireRiskFactor. Values of FireRiskFactor.', { optional: true })
  riskFactors: Factor[] | null;

  @Sent(listOf(oneOf(FireClearance)), '未做到的“三清”，见 FireClearance. Values of FireClearance.', { optional: true })
  notCleared: Clearance[] | null;

  @Sent(listOf(oneOf(FireControl)), '未做到的“两管”，见 FireControl. Values of FireControl.', { optional: true })
  notControlled: Control[] | null;

  @Sent(whole(0, 100_000), '发现隐患数. How many hazards it found.')
  hazardsFound: number;

  @Sent(text(1000), '检查情况. What the record says in short.', { optional: true })
  summary: string | null;
}

function checkFire({ caller: { department } }: RequestContext): void {
  if (department !== 'FIRE_RESCUE') throw FireRecordsNotYours({ department });
}

const sealed = (text: string | null, dataKey: Uint8Array): string | null => text && seal(text, dataKey);

export const fireKeyUnitSubmission: Submission<FireKeyUnitInput, FireKeyUnit, { today: string; dataKey: Uint8Array }> = {
  kind: 'fire-key-units',
  term: '消防安全重点单位',
  mutation: 'submitFireKeyUnits',
  subgraph: 'hazards',
  input: FireKeyUnitInput,
  entity: FireKeyUnit,
  key: 'uscc',
  checkSource: checkFire,
  prepare: async ({ today, settings }) => ({ today, dataKey: settings.dataKey }),
  toRow({ sourceId: _, revision: __, ...record }, { today, dataKey }) {
    checkPast('onlineSince', record.onlineSince, today);
    return {
      ...record,
      industryOfficer: sealed(record.industryOfficer, dataKey),
      townshipOfficer: sealed(record.townshipOfficer, dataKey),
      communityWorker: sealed(record.communityWorker, dataKey),
      fireOfficer: sealed(record.fireOfficer, dataKey),
      professional: sealed(record.professional, dataKey),
    };
  },
};

export const fireCheckSubmission: Submission<FireCheckInput, FireCheck, { today: string }> = {
  kind: 'fire-checks',
  term: '消防检查',
  mutation: 'submitFireChecks',
  subgraph: 'hazards',
  input: FireCheckInput,
  entity: FireCheck,
  key: 'id',
  checkSource: checkFire,
  prepare: async ({ today }) => ({ today }),
  toRow({ sourceId, revision: _, ...record }, { today }, source) {
    checkPast('checkedOn', record.checkedOn, today);
    const { riskFactors, notCleared, notControlled } = record;
    const lists = { riskFactors: riskFactors ?? [], notCleared: notCleared ?? [], notControlled: notControlled ?? [] };
    return { ...record, ...lists, id: `${source}/${sourceId}` };
  },
};
