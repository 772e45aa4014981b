import { Index } from 'typeorm';
import {
  About,
  AboutOn,
  DepartmentKind,
  Fact,
  HazardDomain,
  Kept,
  Key,
  Noun,
  RefersTo,
  Decided,
  Sealed,
  Synthetic,
  asId,
  code,
  count,
  date,
  departmentCode,
  flag,
  industry,
  listOf,
  oneOf,
  printedCode,
  prose,
  recordReference,
  regionCode,
  text,
  uscc,
  type List,
  MatterCodes,
  TaggedAt,
  TaggedBy,
} from '../../kernel';
import { HazardCriterion } from '../criterion/criterion';
import { Department, Enterprise, Equipment, Region } from '../others';
import { deviceCode, hazardNumber } from './hazard.rules';
import {
  DiscoveryMode,
  Escalation,
  HazardChannel,
  HazardGrade,
  HazardOrigin,
  HazardStatus,
} from './hazard.terms';

const OPTIONAL = { optional: true } as const;

/** Rows that count: neither waiting to be verified nor dismissed. */
const IN_DATABASE = `status NOT IN ('REPORTED', 'DISMISSED')`;

/** 重大事故隐患数据库. A row is never deleted; every step of its loop is a HazardEvent. */
@Noun('事故隐患. A hazard in the shared database, major or not.', { term: { zh: '事故隐患', en: 'hazard' } })
@Index('hazard_by_region', ['regionCode', 'number'])
@Index('hazard_by_enterprise', ['uscc', 'regionCode', 'number'])
@Index('hazard_by_equipment', ['equipmentCode', 'regionCode', 'number'])
@Index('hazard_exposed', ['regionCode', 'number'], { where: `escalation = 'EXPOSURE' AND ${IN_DATABASE}` })
@Index('hazard_open', ['regionCode', 'number'], { where: `${IN_DATABASE} AND status <> 'CLOSED'` })
@Index('hazard_by_matter', { synchronize: false })
@Index('hazard_due', { synchronize: false })
@Index('hazard_by_text', { synchronize: false })
@Index('hazard_by_about', { synchronize: false })
@Index('hazard_to_ask', ['number'], { where: 'about_on IS NULL' })
export class Hazard extends Decided {
  @Key('PUBLIC', asId(hazardNumber), '隐患编号. The number of the hazard.') number: string;

  @Fact(
    'PUBLIC',
    oneOf(HazardGrade, 16),
    '隐患等级. The grade of the hazard, by the law that it is judged by.',
  )
  grade: HazardGrade;

  /** Written once, when the record comes in: what a verification or a correction makes of it leaves it as it was. */
  @Kept(oneOf(HazardGrade, 16), '最初等级. The grade with which it first came in.', OPTIONAL)
  firstGrade: HazardGrade | null;

  @Fact('PUBLIC', oneOf(HazardDomain, 20), '隐患领域. The field that it belongs to.') domain: HazardDomain;

  @RefersTo(
    () => HazardCriterion,
    asId(printedCode(40)),
    'PUBLIC',
    '判定条款，代码见 hazardCriteria. The item by which it was judged; its code is one of hazardCriteria.',
    {
      as: 'criterion',
      stated: '判定条款代码. The code of a criterion.',
      optional: true,
    },
  )
  criterionCode: string | null;

  /** Neither this nor the origin is shown to everyone as it is: hazard.resolver.ts. */
  @Kept(oneOf(HazardChannel), '发现渠道. The way in which it came to be known.')
  channel: HazardChannel;

  @Fact(
    'PUBLIC',
    oneOf(DiscoveryMode),
    '三查一曝光方式. By which of the campaign’s means it was found.',
    OPTIONAL,
  )
  mode: DiscoveryMode | null;

  @Kept(oneOf(HazardOrigin), '线索来源. The kind of record that it goes back to.', OPTIONAL)
  origin: HazardOrigin | null;

  /** A tip's number leads to who gave it: RESTRICTED fields of hazard.resolver.ts show it, one an owner. */
  @Kept(
    recordReference(100),
    '线索编号（举报、检查、抽查）. The number of the tip, inspection or spot check that it goes back to.',
    OPTIONAL,
  )
  originReference: string | null;

  @RefersTo(() => Enterprise, uscc, 'PUBLIC', '隐患单位. The enterprise where the hazard is.', {
    as: 'enterprise',
    stated: '单位的统一社会信用代码. The unified social credit code of the enterprise.',
    optional: true,
    back: { name: 'hazards', level: 'PUBLIC', says: '隐患. Its hazards.', byHand: true },
    unknown: 'flag',
  })
  uscc: string | null;

  @RefersTo(
    () => Equipment,
    deviceCode,
    'PUBLIC',
    '涉及的特种设备. The device that it is about, by its code.',
    {
      as: 'equipment',
      stated: '设备代码. The code of the device.',
      optional: true,
      back: { name: 'hazards', level: 'PUBLIC', says: '隐患. Its hazards.', byHand: true },
      unknown: 'flag',
    },
  )
  equipmentCode: string | null;

  @RefersTo(() => Region, regionCode, 'PUBLIC', '隐患所在地. The division where the hazard is.', {
    as: 'region',
    stated: '隐患所在地区划代码. The division of the place.',
  })
  regionCode: string;

  @Fact(
    'PUBLIC',
    industry,
    '行业代码 (GB/T 4754-2017)，以登记部门为准；未指明单位的可带门类字母填报. The industry, two to four digits, as the register has it; stated where no enterprise is named, with or without the letter.',
    { optional: true, of: 'uscc' },
  )
  industryCode: string | null;

  @MatterCodes('PUBLIC') matterCodes: string[];
  @TaggedBy() matterCodesBy: string | null;
  @TaggedAt() matterCodesAt: Date | null;

  @About('PUBLIC') about: string[];
  @AboutOn() aboutOn: string | null;

  @Fact('UNCONDITIONAL', prose(1000), '隐患描述. A description of what is wrong.') description: string;

  @Fact('PUBLIC', date, '发现日期. The day on which it was found.') foundOn: string;

  @Fact('PUBLIC', date, '原定整改期限. The deadline as it was first set.', OPTIONAL) originalDueOn:
    string | null;

  @Fact(
    'PUBLIC',
    date,
    '整改期限（含延期）. The deadline with its extensions; by default the first.',
    OPTIONAL,
  )
  dueOn: string | null;

  @Fact('PUBLIC', oneOf(HazardStatus), '隐患状态. The state that it has reached between report and closing.')
  status: HazardStatus;

  @Fact('PUBLIC', oneOf(Escalation), '督办层级. The level of escalation that supervision has reached.')
  escalation: Escalation;

  @RefersTo(
    () => Department,
    departmentCode,
    'PUBLIC',
    '牵头部门，如 430682-FIRE_RESCUE. The department that answers for the whole.',
    {
      as: 'leadDepartment',
      stated: '牵头部门代码，如 430682-FIRE_RESCUE. The code of the department that leads.',
      optional: true,
    },
  )
  leadDepartmentCode: string | null;

  @RefersTo(
    () => Department,
    listOf(departmentCode),
    'PUBLIC',
    '督办部门（双督办），重大隐患至少两个. The departments that supervise, two at least for a major hazard.',
    { as: 'supervisors' },
  )
  supervisorCodes: string[];

  /** The lead's, or until there is one that of the domain. */
  @Fact('PUBLIC', oneOf(DepartmentKind, 24), '主管部门类别. The kind of department that decides on it.')
  competentKind: DepartmentKind;

  @Fact(
    'PUBLIC',
    date,
    '挂牌督办日期. Since when it is under listed supervision; null if it is not.',
    OPTIONAL,
  )
  listedOn: string | null;

  @Fact(
    'PUBLIC',
    date,
    '暂时停产停业或者停止使用日期. Since when production or use is stopped; null if it is not.',
    OPTIONAL,
  )
  haltedOn: string | null;

  @Fact('PUBLIC', date, '销号日期. The day on which it was closed.', OPTIONAL) closedOn: string | null;

  @Fact('PUBLIC', date, '回头看日期. The day on which a look-back has confirmed the closing.', OPTIONAL)
  lookedBackOn: string | null;

  /** The officers who found, submitted and closed it, as their tokens name them: they must not judge their own work. */
  @Kept(code(128), '上报人. The officer who reported it.', OPTIONAL) reportedBy: string | null;
  @Kept(oneOf(DepartmentKind, 24), '上报部门类别. The kind of department that reported it.')
  reporterKind: DepartmentKind;
  @Kept(departmentCode, '上报部门. The department that reported it.', OPTIONAL) reporterDepartmentCode:
    string | null;
  @Kept(code(128), '申请验收人. The officer who submitted its rectification.', OPTIONAL) rectifiedBy:
    string | null;
  @Kept(code(128), '销号人. The officer who closed it.', OPTIONAL) closedBy: string | null;

  @Kept(flag, '有无整改方案. Whether there is a plan of rectification.') planned: boolean;
  @Kept(count, '轮次. 1, and one more after each reopening.') round: number;
  @Kept(count, '步数. How many steps its history has.') steps: number;

  @Sealed(
    'CONDITIONAL',
    text(100),
    '挂钩（包保）领导姓名. The leader who answers for its removal: 党政领导挂钩化解重大风险隐患.',
    OPTIONAL,
  )
  leader: string | null;

  @Synthetic() synthetic: boolean;
}

export const HAZARDS: List<Hazard> = { name: 'hazards', entity: Hazard, order: ['regionCode', 'number'] };
