import { Index } from 'typeorm';
import {
  DepartmentKind,
  Fact,
  Kept,
  Key,
  Noun,
  RefersTo,
  Decided,
  Synthetic,
  asId,
  asked,
  date,
  departmentCode,
  flag,
  industry,
  inputOf,
  inputType,
  issueNumber,
  listOf,
  oneOf,
  printedCode,
  regionCode,
  text,
  uscc,
  yuan,
  type List,
} from '../../kernel';
import { EnforcementCase } from '../case/case';
import { CaseProcedure, PartyKind } from '../case/case.terms';
import { Department, Enterprise, Region } from '../others';
import { BreachClass, PenaltyKind, PublicityExclusion, WithdrawalGround } from './penalty.terms';

const optional = { optional: true } as const;

/**
 * What was decided, and what became of its publication. Whether it is public now, `isPublic` of penalty.lists.ts says: of
 * a row that anyone may see, what ended its publication is null.
 */
@Noun('行政处罚决定. An administrative penalty decision and its publicity.', {
  term: { zh: '行政处罚决定', en: 'penalty' },
})
@Index('penalty_decision_by_case', ['caseNumber'], { unique: true })
@Index('penalty_decision_by_region', ['regionCode', 'documentNumber'])
@Index('penalty_decision_by_party', ['partyUscc', 'decidedOn', 'documentNumber'])
@Index('penalty_decision_by_industry', { synchronize: false })
@Index('penalty_decision_by_day', ['regionCode', 'decidedOn'])
@Index('penalty_decision_by_matter', { synchronize: false })
export class PenaltyDecision extends Decided {
  @Key('PUBLIC', asId(issueNumber), '处罚决定书文号（规范形式）. The number of the decision, in normal form.')
  documentNumber: string;

  @Fact('PUBLIC', text(64), '文号（原文）. The number of the decision as it is printed.')
  printedNumber: string;

  @RefersTo(
    () => EnforcementCase,
    issueNumber,
    'UNCONDITIONAL',
    '案件，须已报送. The case that it decides, known before.',
    {
      as: 'case',
      stated: '案号，须已报送. The number of its case, which was submitted before.',
      back: {
        name: 'penalty',
        level: 'UNCONDITIONAL',
        says: '处罚决定. The penalty that was decided.',
        byHand: true,
      },
      unknown: 'refuse',
    },
  )
  caseNumber: string;

  @Kept(asId(printedCode(40)), '案由代码. The code of the cause of its case.')
  causeCode: string;

  @Fact('PUBLIC', listOf(oneOf(PenaltyKind)), '处罚种类. The kinds of penalty that were imposed.', {
    always: true,
    column: { default: undefined },
  })
  kinds: PenaltyKind[];

  @Fact('PUBLIC', yuan, '罚款金额；无罚款时为空. The amount of the fine; null where there is none.', optional)
  fine: string | null;

  @Fact('PUBLIC', date, '决定日期. The day on which it was decided.', { always: true })
  decidedOn: string;

  @Kept(oneOf(CaseProcedure), '处罚程序. By which procedure it was decided.')
  procedure: CaseProcedure;

  @RefersTo(() => Department, departmentCode, 'PUBLIC', '决定机关. The department that decided.', {
    as: 'department',
  })
  departmentCode: string;

  @Kept(oneOf(DepartmentKind, 24), '决定机关类别. The kind of that department.')
  departmentKind: DepartmentKind;

  @RefersTo(() => Region, regionCode, 'PUBLIC', '决定机关所在地. The division of that department.', {
    as: 'region',
  })
  regionCode: string;

  @Kept(oneOf(PartyKind), '当事人类型. Whether it is about an enterprise or a person.')
  partyKind: PartyKind;

  @RefersTo(
    () => Enterprise,
    uscc,
    'PUBLIC',
    '当事人（单位）. The enterprise that was punished; null for a person.',
    {
      back: {
        name: 'penalties',
        level: 'PUBLIC',
        says: '处罚决定，新的在前；公众仅见公示中的. Its penalties, the latest first.',
        order: ['decidedOn', 'documentNumber'],
        descending: true,
        period: 'decidedOn',
        term: { from: 'decidedOn', ended: ['annulledOn', 'withdrawnOn'] },
      },
      as: 'party',
      optional: true,
    },
  )
  partyUscc: string | null;

  @Kept(
    text(200),
    '当事人名称；自然人以 张** 保存. The name of the party; of a person masked, as it is published.',
  )
  storedPartyName: string;

  @Kept(regionCode, '当事人所在地. The division of the party.')
  partyRegionCode: string;

  @Kept(industry, '当事人行业代码. The code of the party’s industry.', optional)
  industryCode: string | null;

  @Kept(listOf(printedCode(40)), '涉及的一件事代码. The codes of the matters that it belongs to.')
  matterCodes: string[];

  @Fact(
    'PUBLIC',
    oneOf(PublicityExclusion, 20),
    '不予公示的情形；予以公示的为空. The reason why it is never published; null if it is.',
    optional,
  )
  exclusion: PublicityExclusion | null;

  @Fact(
    'PUBLIC',
    oneOf(BreachClass),
    '失信类别，由决定机关认定；2025-12-25 起作出的决定未认定的，仅警告、通报批评为轻微，其余为一般；此前的决定为空. The class of the breach, as who decides states it; of a decision since 2025-12-25 that states none, minor for nothing but warning or criticism, else general; null before.',
    optional,
  )
  breachClass: BreachClass | null;

  /** 限制期: a restriction that lasts longer than the term is public for as long (令45号 第十三条). */
  @Fact('PUBLIC', date, '限制期届满日. The last day of the restriction that it imposes.', optional)
  restrictedUntil: string | null;

  @Fact(
    'PUBLIC',
    date,
    '推送日期（当事人在外省）. The day on which it was pushed to the party’s province.',
    optional,
  )
  pushedOn: string | null;

  @Fact('PUBLIC', date, '公示日期. The day on which it was published.', optional)
  publishedOn: string | null;

  @Fact('PUBLIC', date, '公示届满日. The last day on which it is public, unless it ends before.', optional)
  publicUntil: string | null;

  @Fact('PUBLIC', date, '提前停止公示日期. The day on which its publication was ended early.', optional)
  stoppedOn: string | null;

  @Fact(
    'PUBLIC',
    date,
    '被变更、撤销、确认违法或无效之日. The day on which it was changed, revoked or found unlawful or void.',
    optional,
  )
  annulledOn: string | null;

  @Fact('PUBLIC', date, '撤回日期. The day on which it was withdrawn.', optional)
  withdrawnOn: string | null;

  @Fact('PUBLIC', oneOf(WithdrawalGround), '撤回情形. The reason why it was withdrawn.', optional)
  withdrawalGround: WithdrawalGround | null;

  @Synthetic() synthetic: boolean;
}

export const PenaltyInput = inputOf(
  PenaltyDecision,
  '处罚决定报送. A decision as another case system submits it.',
  [
    'documentNumber',
    'caseNumber',
    'kinds',
    'fine',
    'decidedOn',
    'exclusion',
    'breachClass',
    'restrictedUntil',
    'pushedOn',
    'publishedOn',
    'stoppedOn',
    'annulledOn',
    'withdrawalGround',
    'withdrawnOn',
  ],
  { name: 'PenaltyInput' },
);

export const PENALTIES: List<PenaltyDecision> = {
  name: 'penalties',
  entity: PenaltyDecision,
  order: ['regionCode', 'documentNumber'],
};

export const PenaltyFilter = inputType(
  'PenaltyFilter',
  '处罚决定筛选. The decisions for which all of this holds.',
  {
    region: asked(regionCode, '决定机关所在区划及其下级. Decided in the subtree of this division.', optional),
    department: asked(oneOf(DepartmentKind), '决定机关类别. Decided by this kind of department.', optional),
    kind: asked(oneOf(PenaltyKind), '处罚种类. Returns only decisions with this kind of penalty.', optional),
    decidedFrom: asked(date, '决定日期不早于. Decided on this day or later.', optional),
    decidedTo: asked(date, '决定日期不晚于. Decided on this day or earlier.', optional),
    published: asked(
      flag,
      '当前是否公示；公众仅见公示中的. Public today or not; anyone else sees public ones only.',
      optional,
    ),
  },
);
export type PenaltyFilter = Partial<InstanceType<typeof PenaltyFilter>>;
