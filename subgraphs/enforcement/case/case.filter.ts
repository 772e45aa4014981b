import {
  DepartmentKind,
  asId,
  asked,
  documentNumber,
  flag,
  inputType,
  listOf,
  oneOf,
  printedCode,
  recordReference,
  regionCode,
  undashedCode,
  uscc,
  date,
} from '../../kernel';
import { CaseStatus, OriginKind } from './case.terms';

const optional = { optional: true } as const;
export const CaseFilter = inputType('CaseFilter', '案件筛选. The cases for which all of this holds.', {
  region: asked(regionCode, '办案地区划及其下级. Handled in the subtree of this division.', optional),
  partyRegion: asked(
    regionCode,
    '当事人所在区划及其下级. About parties in the subtree of this division.',
    optional,
  ),
  enterprise: asked(uscc, '当事人（单位）. Returns only cases about this enterprise.', optional),
  equipment: asked(
    asId(undashedCode(20)),
    '涉及的特种设备（设备代码）. Returns only cases about this device.',
    optional,
  ),
  status: asked(listOf(oneOf(CaseStatus)), '案件状态. In one of these states.', optional),
  cause: asked(
    listOf(asId(printedCode(40))),
    '案由，任一，取自 caseCauses. Returns only those of one of these causes: codes of caseCauses.',
    optional,
  ),
  department: asked(oneOf(DepartmentKind), '办案部门类别. Handled by this kind of department.', optional),
  originKind: asked(oneOf(OriginKind), '案件来源. Begun with this kind of thing.', optional),
  originReference: asked(asId(recordReference(130)), '来源编号. Begun with what has this number.', optional),
  campaign: asked(asId(printedCode(40)), '专项行动代码. Returns only those made in this campaign.', optional),
  hazardNumber: asked(asId(documentNumber(64)), '隐患编号. Returns only cases about this hazard.', optional),
  from: asked(date, '线索接收日期不早于. The lead was received on this day or later.', optional),
  to: asked(date, '线索接收日期不晚于. The lead was received on this day or earlier.', optional),
  online: asked(
    flag,
    '是否在本平台办理（有办案记录）. Handled step by step in this system, with a history, or sent in as a record of another.',
    optional,
  ),
  overdueOn: asked(
    date,
    '该日已超期、至今未办结的. Returns only those of which a period was over on that day and that are not done yet.',
    optional,
  ),
  overdue: asked(flag, '是否超期. Whether its period is over.', optional),
});
export type CaseFilter = Partial<InstanceType<typeof CaseFilter>>;
