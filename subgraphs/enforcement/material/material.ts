import { Index } from 'typeorm';
import {
  DepartmentKind,
  Fact,
  Key,
  Noun,
  RefersTo,
  Synthetic,
  asId,
  date,
  departmentCode,
  documentNumber,
  issueNumber,
  moment,
  oneOf,
  prose,
  recordReference,
  regionCode,
  uscc,
} from '../../kernel';
import { EnforcementCase } from '../case/case';
import { Department, Enterprise, Hazard, Region, SpotCheck } from '../others';
import { CaseMaterialGround, CaseMaterialStatus } from './material.terms';

const OPTIONAL = { optional: true } as const;
const WAY = { level: 'UNCONDITIONAL', period: 'occurredOn', state: 'status' } as const;

/** 案件线索材料: it files no case and binds nobody. `regionCode` is where the office answers that is to take it in. */
@Noun(
  '案件线索材料. What another department has found, for the competent office to look whether a case is to be filed.',
  { term: { zh: '案件线索材料', en: 'material' } },
)
@Index('case_material_by_region', ['regionCode', 'number', 'status'])
@Index('case_material_by_spot_check', ['spotCheckId', 'occurredOn'], { unique: true })
@Index('case_material_by_hazard', ['hazardNumber', 'occurredOn'], { unique: true })
export class CaseMaterial {
  @Key('UNCONDITIONAL', asId(documentNumber(64)), '材料编号. The number of the material.') number: string;

  @Fact('UNCONDITIONAL', oneOf(CaseMaterialStatus, 12), '材料状态. How far the office has come with it.')
  status: CaseMaterialStatus;

  @Fact('UNCONDITIONAL', oneOf(CaseMaterialGround, 20), '移送情形. The kind of thing that has happened.')
  ground: CaseMaterialGround;

  @RefersTo(
    () => SpotCheck,
    asId(recordReference(130)),
    'UNCONDITIONAL',
    '所涉监督抽查. The spot check that it is about.',
    {
      as: 'spotCheck',
      optional: true,
      back: {
        name: 'caseMaterials',
        says: '案件线索材料，仅主管部门可见. The material about it, for the competent office alone.',
        ...WAY,
      },
    },
  )
  spotCheckId: string | null;

  @RefersTo(
    () => Hazard,
    asId(documentNumber(64)),
    'UNCONDITIONAL',
    '所涉隐患. The hazard that it is about.',
    {
      as: 'hazard',
      optional: true,
      back: {
        name: 'caseMaterials',
        says: '案件线索材料，仅主管部门可见. The material about it, for the competent office alone.',
        ...WAY,
      },
    },
  )
  hazardNumber: string | null;

  @Fact(
    'UNCONDITIONAL',
    date,
    '发生日期：整改期限，或者告知检验结果之日. The day that it turns on: the deadline, or that of the result.',
  )
  occurredOn: string;

  @RefersTo(() => Enterprise, uscc, 'UNCONDITIONAL', '所涉单位. The enterprise that it is about.', {
    as: 'party',
    optional: true,
    index: true,
    back: {
      name: 'caseMaterials',
      says: '案件线索材料，仅主管部门可见. The material about it, for the competent office alone.',
      ...WAY,
    },
  })
  partyUscc: string | null;

  @Fact(
    'UNCONDITIONAL',
    oneOf(DepartmentKind, 24),
    '主管部门类别. The kind of department that is to take it in.',
  )
  departmentKind: DepartmentKind;

  @RefersTo(() => Region, regionCode, 'UNCONDITIONAL', '所在地. The division where that office answers.', {
    as: 'region',
  })
  regionCode: string;

  /** Its dates go with it when it is passed on. */
  @Fact('UNCONDITIONAL', moment, '首次送达时间. The moment at which it was first sent to any office.')
  firstSentAt: Date;
  @Fact('UNCONDITIONAL', moment, '送达时间. The moment at which it was sent to the office that has it now.')
  sentAt: Date;

  @Fact('UNCONDITIONAL', date, '签收期限. The last day for taking it in.') receiveBy: string;

  @Fact(
    'UNCONDITIONAL',
    date,
    '签收日期，法定期限由此起算. The day on which it was taken in; the periods of the law begin there.',
    OPTIONAL,
  )
  receivedOn: string | null;

  @Fact('UNCONDITIONAL', date, '退回日期. The day on which an office last gave it back.', OPTIONAL)
  returnedOn: string | null;

  @Fact('UNCONDITIONAL', date, '转送日期. The day on which it was last passed on.', OPTIONAL) passedOn:
    string | null;

  @RefersTo(
    () => Department,
    departmentCode,
    'UNCONDITIONAL',
    '转自部门. The office that has passed it on last.',
    {
      as: 'passedBy',
      optional: true,
    },
  )
  passedByCode: string | null;

  @Fact(
    'UNCONDITIONAL',
    prose(500),
    '理由. The reason for giving back, passing on, dropping or withdrawing it.',
    OPTIONAL,
  )
  reason: string | null;

  @RefersTo(
    () => EnforcementCase,
    asId(issueNumber),
    'UNCONDITIONAL',
    '由此登记的线索或案件. The lead or case that it led to.',
    {
      as: 'case',
      optional: true,
      index: true,
      unknown: 'refuse',
      back: {
        name: 'materials',
        says: '所依据的线索材料，仅主管部门可见. The material that it goes back to, for the competent office alone.',
        ...WAY,
      },
    },
  )
  caseNumber: string | null;

  @Fact(
    'UNCONDITIONAL',
    date,
    '办结日期. The day on which the office has done with it, or it was withdrawn.',
    OPTIONAL,
  )
  endedOn: string | null;

  @Fact(
    'UNCONDITIONAL',
    date,
    '依据消失日期. Since when what it rests on is gone; what an office had decided by then stands, to be looked at again.',
    OPTIONAL,
  )
  overturnedOn: string | null;

  @Synthetic('UNCONDITIONAL') synthetic: boolean;
}
