import { Index } from 'typeorm';
import {
  DepartmentKind,
  DuplicateOf,
  Fact,
  Id,
  Kept,
  Noun,
  RefersTo,
  Submitted,
  Synthetic,
  asId,
  asText,
  asked,
  date,
  departmentCode,
  documentNumber,
  flag,
  id,
  inputOf,
  inputType,
  issueNumber,
  listOf,
  oneOf,
  paperNumber,
  printedCode,
  prose,
  regionCode,
  uscc,
  whole,
  type List,
} from '../../kernel';
import { EnforcementCase } from '../case/case';
import { Draw } from '../draw/draw';
import { Department, Enterprise, Hazard, Region } from '../others';
import { OnSiteStep, SupervisionMode } from './inspection.terms';

/** `regionCode` is the division of the department that leads; that of the enterprise is another in 异地交叉执法. */
@Noun('监督检查. A supervisory inspection of an enterprise.', { term: { zh: '监督检查', en: 'inspection' } })
@Index('supervisory_inspection_by_region', ['regionCode', 'inspectedOn', 'id'])
@Index('supervisory_inspection_by_enterprise', ['uscc', 'inspectedOn', 'id'])
@Index('supervisory_inspection_by_place', ['placeRegionCode', 'inspectedOn'])
@Index(
  'supervisory_inspection_by_day',
  ['inspectedOn', 'regionCode', 'findings', 'caseNumber', 'hazardNumber'],
  { where: 'duplicate_of IS NULL' },
)
export class SupervisoryInspection extends Submitted {
  @Id('UNCONDITIONAL', '监督检查编号. The id of the inspection: its source and its id there.')
  id: string;

  @RefersTo(
    () => Enterprise,
    uscc,
    'UNCONDITIONAL',
    '被检查单位（统一社会信用代码）. The enterprise that was inspected, by its unified social credit code.',
    {
      as: 'enterprise',
      stated: '被检查单位的统一社会信用代码. The enterprise that was inspected.',
      back: {
        name: 'supervisoryInspections',
        level: 'UNCONDITIONAL',
        says: '监督检查，新的在前. Its inspections, the latest first.',
        order: ['inspectedOn', 'id'],
        descending: true,
        period: 'inspectedOn',
      },
      unknown: 'flag',
    },
  )
  uscc: string;

  @RefersTo(() => Region, regionCode, 'UNCONDITIONAL', '被检查单位所在地. The division of the enterprise.', {
    as: 'region',
  })
  placeRegionCode: string;

  @Kept(regionCode, '牵头部门的区划代码. The division of the department that leads.')
  regionCode: string;

  @RefersTo(
    () => Department,
    asText(departmentCode),
    'UNCONDITIONAL',
    '牵头部门，代码如 430682-MARKET_SUPERVISION. The department that leads, of the caller’s kind.',
    {
      as: 'department',
      stated: '牵头部门代码，如 430682-MARKET_SUPERVISION. The department that leads, of the caller’s kind.',
    },
  )
  departmentCode: string;

  @Fact('UNCONDITIONAL', oneOf(DepartmentKind, 24), '牵头部门类别. The kind of department that leads.')
  departmentKind: DepartmentKind;

  @RefersTo(
    () => Department,
    listOf(asText(departmentCode)),
    'UNCONDITIONAL',
    '联合检查的其他部门. The other departments of a joint inspection.',
    {
      as: 'jointDepartments',
      stated: '联合检查的其他部门代码. The other departments of a joint inspection.',
    },
  )
  jointDepartmentCodes: string[];

  @Fact(
    'UNCONDITIONAL',
    paperNumber(64),
    '检查记录文号，同一部门不得重复. The number of the record of the inspection, of which a department has one of each.',
    { optional: true },
  )
  recordNumber: string | null;

  @Fact('UNCONDITIONAL', date, '检查日期. The day of the inspection.')
  inspectedOn: string;

  @Fact('UNCONDITIONAL', oneOf(SupervisionMode, 20), '检查方式. The way in which it was made.')
  mode: SupervisionMode;

  @Fact(
    'UNCONDITIONAL',
    listOf(oneOf(OnSiteStep)),
    '已落实的五现场措施. Those of the five steps on the site that were taken.',
  )
  steps: OnSiteStep[];

  @Fact('UNCONDITIONAL', flag, '是否有专家参与（领导+专家）. Whether an expert took part.')
  expertAttached: boolean;

  @Fact('UNCONDITIONAL', whole(0, 10_000), '发现问题数. The number of problems that were found.')
  findings: number;

  @Fact('UNCONDITIONAL', prose(500), '检查情况，不含个人信息. What was found, in short; no personal data.', {
    optional: true,
  })
  summary: string | null;

  @Fact('UNCONDITIONAL', asId(printedCode(40)), '专项行动代码. The campaign that it belongs to.', {
    optional: true,
  })
  campaignCode: string | null;

  @RefersTo(() => Draw, id(36), 'UNCONDITIONAL', '双随机抽取. The draw that chose the enterprise.', {
    as: 'draw',
    index: true,
    back: {
      name: 'inspections',
      level: 'UNCONDITIONAL',
      says: '按其结果实施的监督检查，新的在前. The inspections that were made by it, the latest first.',
      order: ['inspectedOn', 'id'],
      descending: true,
      period: 'inspectedOn',
    },
    shown: '双随机抽取编号. The id of the draw that chose the enterprise.',
    optional: true,
    unknown: 'flag',
  })
  drawId: string | null;

  @RefersTo(
    () => EnforcementCase,
    asId(issueNumber),
    'UNCONDITIONAL',
    '由此立案的案件. The case that it led to.',
    {
      as: 'case',
      index: true,
      shown: '由此立案的案号（规范形式）. The number of the case that it led to, in its normal form.',
      optional: true,
      unknown: 'flag',
      back: {
        name: 'inspections',
        level: 'UNCONDITIONAL',
        says: '查出该案的监督检查，新的在前. The inspections that led to it, the latest first.',
        order: ['inspectedOn', 'id'],
        descending: true,
        period: 'inspectedOn',
      },
    },
  )
  caseNumber: string | null;

  @RefersTo(
    () => Hazard,
    asId(documentNumber(64)),
    'UNCONDITIONAL',
    '由此登记的隐患. The hazard that it led to.',
    {
      as: 'hazard',
      index: true,
      shown: '由此登记的隐患编号. The number of the hazard that it led to.',
      optional: true,
      unknown: 'flag',
      back: {
        name: 'supervisoryInspections',
        level: 'UNCONDITIONAL',
        says: '查出该隐患的监督检查，新的在前. The inspections that found it, the latest first.',
        order: ['inspectedOn', 'id'],
        descending: true,
        period: 'inspectedOn',
      },
    },
  )
  hazardNumber: string | null;

  @Synthetic('UNCONDITIONAL') synthetic: boolean;

  @DuplicateOf(null, ['departmentCode', 'recordNumber']) duplicateOf: string | null;
}

/** A record says where the enterprise is; where the department is follows from its code. */
export const SupervisoryInspectionInput = inputOf(
  SupervisoryInspection,
  '监督检查报送. A supervisory inspection as it is submitted.',
  [
    'uscc',
    'departmentCode',
    'jointDepartmentCodes?',
    'recordNumber',
    'inspectedOn',
    'mode',
    'steps?',
    'findings',
    'summary',
    'campaignCode',
    'drawId',
    'caseNumber',
    'hazardNumber',
  ],
  {
    defaults: { mode: 'DAILY' },
    also: {
      regionCode: asked(regionCode, '被检查单位所在地区划代码. The division of the enterprise.'),
      expertAttached: asked(whole(0, 1), '是否有专家参与：1 有，0 无. Whether an expert took part: 1 or 0.', {
        optional: true,
      }),
    },
  },
);
export type SupervisoryInspectionInput = InstanceType<typeof SupervisoryInspectionInput>;

export const SUPERVISORY_INSPECTIONS: List<SupervisoryInspection> = {
  name: 'supervisoryInspections',
  entity: SupervisoryInspection,
  order: ['regionCode', 'inspectedOn', 'id'],
};

const optional = { optional: true } as const;
export const SupervisoryInspectionFilter = inputType(
  'SupervisoryInspectionFilter',
  '监督检查筛选. The inspections for which all of this holds.',
  {
    region: asked(
      regionCode,
      '牵头部门所在区划及其下级. By departments in the subtree of this division.',
      optional,
    ),
    department: asked(oneOf(DepartmentKind), '牵头部门类别. Led by this kind of department.', optional),
    mode: asked(oneOf(SupervisionMode), '检查方式. Made in this way.', optional),
    campaign: asked(
      asId(printedCode(40)),
      '专项行动代码. Returns only those made in this campaign.',
      optional,
    ),
    from: asked(date, '检查日期不早于. Returns only those on this day or later.', optional),
    to: asked(date, '检查日期不晚于. Returns only those on this day or earlier.', optional),
  },
);
export type SupervisoryInspectionFilter = Partial<InstanceType<typeof SupervisoryInspectionFilter>>;
