import { Index } from 'typeorm';
import {
  CatalogueError,
  DepartmentKind,
  Fact,
  Kept,
  Key,
  Noun,
  RefersTo,
  asId,
  asked,
  asking,
  code,
  date,
  departmentCode,
  flag,
  inputType,
  listOf,
  oneOf,
  proseOnTips,
  regionCode,
  text,
  uscc,
  yuan,
  issueNumber,
  documentNumber,
  printedCode,
  type Kind,
  type List,
} from '../../kernel';
import { EnforcementCase } from '../case/case';
import { Hazard, Region } from '../others';
import { TipCategory, TipRefusalGround, TipStatus } from './tip.terms';

/** What a reporter writes: in lines and with tabs, if they like; an error does not repeat it, since it may tell who they are. */
function ownWords(max: number): Kind<string> {
  const kind = proseOnTips(max);
  return {
    ...kind,
    parse(value, field) {
      try {
        return kind.parse(typeof value === 'string' ? value.replaceAll('\t', ' ') : value, field);
      } catch (error) {
        throw error instanceof CatalogueError
          ? new CatalogueError(error.entry, { ...error.details, got: '***' })
          : error;
      }
    },
  };
}

/**
 * A tip. That there is one is known to the kind of department that handles it, in its division (`visible` in
 * tip.lists.ts) down to the county, and one about a department only to those above it. What it says and what it has led to
 * stand in RESTRICTED fields besides, one an owner. The reporter is kept apart
 * (tip-records.ts). A row is never deleted.
 */
@Noun('举报. A tip that anyone may give.', { term: { zh: '举报', en: 'tip' } })
@Index('tip_by_region', ['regionCode', 'number'])
@Index('tip_by_enterprise', ['uscc', 'regionCode', 'number'])
@Index('tip_by_category', ['category', 'regionCode', 'number'])
@Index('tip_by_receipt', ['receiptPseudonym'], { unique: true })
export class Tip {
  @Key(
    'UNCONDITIONAL',
    asId(printedCode(24)),
    '举报编号，随机产生. The number of the tip; by chance, so that it tells nothing.',
  )
  number: string;

  @Kept(code(32), '回执码的假名；回执码本身不保存. The pseudonym of the receipt code, which is not kept.')
  receiptPseudonym: string;

  @Fact(
    'UNCONDITIONAL',
    oneOf(TipCategory, 8),
    '举报类别. What it is about; this says which kind of department handles it.',
    {
      always: true,
    },
  )
  category: TipCategory;

  @RefersTo(() => Region, regionCode, 'UNCONDITIONAL', '事发地区划. The division where it happens.', {
    as: 'region',
  })
  placeCode: string;

  @Kept(
    regionCode,
    '办理地：事发地，移送后为接收部门所在地. The division whose department handles it: where it happens, until it is passed on.',
  )
  regionCode: string;

  @Fact(
    'UNCONDITIONAL',
    oneOf(DepartmentKind, 24),
    '办理部门类别；移送后为接收部门. The kind of department that handles it now.',
  )
  handlerKind: DepartmentKind;

  @Fact('UNCONDITIONAL', oneOf(TipStatus, 12), '办理状态. The state that it is in.', { always: true })
  status: TipStatus;

  @Kept(uscc, '被举报单位的统一社会信用代码. The code of the enterprise that it is about.', {
    optional: true,
  })
  uscc: string | null;

  @Kept(
    departmentCode,
    '被举报部门（举报部门或者其人员的）；该部门及其下级不得知悉. The department that it is about, or an officer of it: neither it nor those below it are told.',
    { optional: true },
  )
  aboutDepartmentCode: string | null;

  @Fact(
    'UNCONDITIONAL',
    flag,
    '消防类：是否占用、堵塞、封闭疏散通道、安全出口或者擅自停用消防设施；未说明的按是计算期限. Of fire: whether a way out is blocked or an installation turned off; where it is not said, the shorter period counts.',
    { optional: true },
  )
  blocksEscape: boolean | null;

  @Kept(ownWords(200), '举报事项. The matter, in a few words.')
  subject: string;

  @Kept(ownWords(2000), '具体情况. A description of the facts.')
  description: string;

  @Fact('UNCONDITIONAL', flag, '是否实名. Whether the reporter gave a name; who it is, no one is told.', {
    always: true,
  })
  named: boolean;

  @Fact('UNCONDITIONAL', date, '收到日期. The day on which it was received.', { always: true })
  receivedOn: string;

  @Fact(
    'UNCONDITIONAL',
    date,
    '现办理部门接收移送的日期，期限由此起算. The day on which its present handler took it in from another: periods begin there.',
    { optional: true },
  )
  takenInOn: string | null;

  @Fact('UNCONDITIONAL', date, '受理日期. The day on which it was accepted.', { optional: true })
  acceptedOn: string | null;

  @Fact('UNCONDITIONAL', flag, '核查期限是否延长. Whether the period for checking was extended.', {
    always: true,
    column: { default: false },
  })
  extended: boolean;

  @Fact(
    'UNCONDITIONAL',
    oneOf(TipRefusalGround, 16),
    '不予受理的理由. The ground on which it was not accepted.',
    { optional: true },
  )
  refusalGround: TipRefusalGround | null;

  @Fact('UNCONDITIONAL', date, '查实或办结日期. The day on which it was found true or dismissed.', {
    optional: true,
  })
  decidedOn: string | null;

  @Kept(text(128), '查实人的账号. The account of the officer who found it true.', { optional: true })
  verifiedBy: string | null;

  @Kept(proseOnTips(1000), '核查结果. The result of the check of the tip.', { optional: true })
  finding: string | null;

  @RefersTo(
    () => EnforcementCase,
    asId(issueNumber),
    'RESTRICTED',
    '由此立案的案号. The number of the case that it led to.',
    {
      index: 'tip_by_case',
      optional: true,
      unknown: 'refuse',
    },
  )
  caseNumber: string | null;

  @RefersTo(
    () => Hazard,
    asId(documentNumber(64)),
    'RESTRICTED',
    '由此登记的隐患编号. The number of the hazard that it led to.',
    {
      index: 'tip_by_hazard',
      optional: true,
      unknown: 'refuse',
    },
  )
  hazardNumber: string | null;

  @Kept(
    proseOnTips(500),
    '给举报人的答复，凭回执码可见. The answer, which the reporter reads with the receipt code.',
    { optional: true },
  )
  reply: string | null;

  @Fact('UNCONDITIONAL', date, '答复日期. The day on which the answer was given.', { optional: true })
  toldOn: string | null;

  @Kept(yuan, '奖励金额（元）. The amount of the reward, in yuan; null without one.', { optional: true })
  reward: string | null;
}

export const TIPS: List<Tip> = { name: 'tips', entity: Tip, order: ['regionCode', 'number'] };

/** Under what they are about. */
export const TIPS_OF: List<Tip> = { name: 'tipsOf', entity: Tip, order: ['number'] };

const optional = { optional: true } as const;
export const TipFilter = inputType('TipFilter', '举报筛选. The tips for which all of this holds.', {
  region: asked(regionCode, '区划及其下级. About the subtree of this division.', optional),
  category: asked(oneOf(TipCategory), '举报类别. Returns only those of this category.', optional),
  status: asked(listOf(oneOf(TipStatus)), '办理状态. In one of these states.', optional),
  enterprise: asked(uscc, '被举报单位. About this enterprise.', optional),
  from: asked(date, '收到日期不早于. Returns only those received on this day or later.', optional),
  to: asked(date, '收到日期不晚于. Returns only those received on this day or earlier.', optional),
  overdue: asked(flag, '是否超期（当日）. Whether a period is over today.', optional),
});
export type TipFilter = Partial<InstanceType<typeof TipFilter>>;

export const TipInput = inputType('TipInput', '举报. What anyone may tell of a breach of the law.', {
  ...asking(Tip, ['category']),
  regionCode: asked(regionCode, '事发地区划. The division where it happens.'),
  ...asking(Tip, ['subject', 'description', 'uscc', 'aboutDepartmentCode', 'blocksEscape']),
  reporterName: asked(
    ownWords(50),
    '举报人姓名；密封保存，不向任何人提供. The reporter’s name: sealed, and shown to no one.',
    {
      optional: true,
    },
  ),
  reporterPhone: asked(
    ownWords(30),
    '举报人电话；密封保存，不向任何人提供. The reporter’s phone: sealed, and shown to no one.',
    {
      optional: true,
    },
  ),
});
