import { Directive, Field, ID, InputType, ObjectType } from 'type-graphql';
import { Column, Entity, Index } from 'typeorm';
import {
  CodeColumn,
  DateOnly,
  DepartmentKind,
  RegionCode,
  Shared,
  Submitted,
  Yuan,
  connectionOf,
  vocabulary,
  type List,
} from '../../kernel';
import type { CaseProcedure, PartyKind } from '../case/case.terms';
import { PenaltyKind } from '../case/case.terms';

export const PublicityExclusion = vocabulary('PublicityExclusion', '不予公示的情形. Why a decision is never published.', {
  WARNING_ONLY: '仅处警告（令45号第二条）. A warning and nothing else.',
  SUMMARY_PROCEDURE: '适用简易程序. Decided on the spot.',
  MINOR: '当事人为未成年人. The party is a minor.',
  SECRET: '涉及国家秘密、商业秘密. A secret of the state or of business.',
  PRIVACY: '涉及个人隐私. A matter of privacy.',
  PUBLIC_SAFETY: '可能危及国家安全、公共安全等. It would endanger the safety of the public.',
});
export type PublicityExclusion = keyof typeof PublicityExclusion;

export const WithdrawalGround = vocabulary(
  'WithdrawalGround',
  '撤回公示的情形（行政处罚法第四十八条）. Why a published decision is withdrawn.',
  {
    CHANGED: '被依法变更. It was changed.',
    REVOKED: '被撤销. It was revoked.',
    UNLAWFUL: '被确认违法. It was found unlawful.',
    VOID: '被确认无效. It was found void.',
  },
);
export type WithdrawalGround = keyof typeof WithdrawalGround;

/**
 * What was decided, and what became of its publication. Whether it is public now, `isPublic` of penalty.loaders.ts says: of
 * a row that anyone may see, what ended its publication is null.
 */
@Entity()
@Index('penalty_decision_by_case', ['caseNumber'], { unique: true })
@Index('penalty_decision_by_region', ['regionCode', 'documentNumber'])
@Index('penalty_decision_by_party', ['partyUscc', 'decidedOn', 'documentNumber'])
@Index('penalty_decision_by_industry', { synchronize: false })
@Index('penalty_decision_by_day', ['regionCode', 'decidedOn'])
@Index('penalty_decision_by_source', ['source', 'sourceId'], { unique: true })
@Index('penalty_decision_by_matter', { synchronize: false })
@ObjectType({ description: '行政处罚决定. A penalty decision.', simpleResolvers: true })
@Directive('@key(fields: "documentNumber")')
export class PenaltyDecision extends Submitted {
  /** In normal form: see document-number.ts. */
  @CodeColumn(64, { primary: true })
  @Shared('PUBLIC')
  @Field(() => ID, { description: '处罚决定书文号（规范形式）. Its number, in normal form.' })
  documentNumber: string;

  @Column('varchar', { length: 64 })
  @Shared('PUBLIC')
  @Field(() => String, { nullable: true, description: '文号（原文）. Its number as it is printed.' })
  printedNumber: string;

  @CodeColumn(64)
  caseNumber: string;

  @CodeColumn(40)
  causeCode: string;

  @Column('varchar', { array: true })
  @Shared('PUBLIC')
  @Field(() => [PenaltyKind], { description: '处罚种类. The kinds of penalty.' })
  kinds: PenaltyKind[];

  @Column('numeric', { precision: 15, scale: 2, nullable: true })
  @Shared('PUBLIC')
  @Field(() => Yuan, { nullable: true, description: '罚款金额. The amount of the fine.' })
  fine: string | null;

  @Column('date')
  @Shared('PUBLIC')
  @Field(() => DateOnly, { description: '决定日期. When it was decided.' })
  decidedOn: string;

  @CodeColumn(12)
  procedure: CaseProcedure;

  @CodeColumn(40)
  departmentCode: string;

  @CodeColumn(24)
  departmentKind: DepartmentKind;

  /** Of the department that decided. */
  @CodeColumn(12)
  regionCode: string;

  @CodeColumn(12)
  partyKind: PartyKind;

  @CodeColumn(18, { nullable: true })
  partyUscc: string | null;

  @Column('varchar', { length: 200 })
  storedPartyName: string;

  @CodeColumn(12)
  partyRegionCode: string;

  @CodeColumn(4, { nullable: true })
  industryCode: string | null;

  @Column('varchar', { array: true, default: '{}' })
  matterCodes: string[];

  @CodeColumn(20, { nullable: true })
  @Shared('PUBLIC')
  @Field(() => PublicityExclusion, { nullable: true, description: '不予公示的情形. Why it is never published; null if it is.' })
  exclusion: PublicityExclusion | null;

  /** 限制期: a restriction that lasts longer than the term is public for as long (令45号 第十三条). */
  @Column('date', { nullable: true })
  @Shared('PUBLIC')
  @Field(() => DateOnly, { nullable: true, description: '限制期届满日. The last day of the restriction that it imposes.' })
  restrictedUntil: string | null;

  @Column('date', { nullable: true })
  @Shared('PUBLIC')
  @Field(() => DateOnly, { nullable: true, description: '推送日期（当事人在外省）. When it was pushed to the party’s province.' })
  pushedOn: string | null;

  @Column('date', { nullable: true })
  @Shared('PUBLIC')
  @Field(() => DateOnly, { nullable: true, description: '公示日期. When it was published.' })
  publishedOn: string | null;

  @Column('date', { nullable: true })
  @Shared('PUBLIC')
  @Field(() => DateOnly, { nullable: true, description: '公示届满日. The last day on which it is public, unless it ends before.' })
  publicUntil: string | null;

  @Column('date', { nullable: true })
  @Shared('PUBLIC')
  @Field(() => DateOnly, { nullable: true, description: '提前停止公示日期. When its publication was ended early.' })
  stoppedOn: string | null;

  @Column('date', { nullable: true })
  @Shared('PUBLIC')
  @Field(() => DateOnly, { nullable: true, description: '被变更、撤销之日. When it was changed, revoked or found unlawful or void.' })
  annulledOn: string | null;

  @Column('date', { nullable: true })
  @Shared('PUBLIC')
  @Field(() => DateOnly, { nullable: true, description: '撤回日期. When it was withdrawn.' })
  withdrawnOn: string | null;

  @CodeColumn(12, { nullable: true })
  @Shared('PUBLIC')
  @Field(() => WithdrawalGround, { nullable: true, description: '撤回情形. Why it was withdrawn.' })
  withdrawalGround: WithdrawalGround | null;

  @Column('boolean')
  @Shared('PUBLIC')
  @Field(() => Boolean, { nullable: true, description: '是否合成数据. Whether it is synthetic, made for demonstration.' })
  synthetic: boolean;
}

export const PenaltyDecisionConnection = connectionOf('PenaltyDecision', '行政处罚决定', () => PenaltyDecision);

export const PENALTIES: List<PenaltyDecision> = { name: 'penalties', entity: PenaltyDecision, order: ['regionCode', 'documentNumber'] };
export const PENALTIES_OF_PARTY: List<PenaltyDecision> = {
  name: 'penaltiesOfParty',
  entity: PenaltyDecision,
  order: ['decidedOn', 'documentNumber'],
  descending: true,
};

@InputType({ description: '处罚决定筛选. Which decisions.' })
export class PenaltyFilter {
  @Field(() => RegionCode, { nullable: true, description: '决定机关所在区划及其下级. Decided in the subtree of this division.' })
  region?: string | null;

  @Field(() => DepartmentKind, { nullable: true, description: '决定机关类别. Decided by this kind of department.' })
  department?: DepartmentKind | null;

  @Field(() => PenaltyKind, { nullable: true, description: '处罚种类. With this kind of penalty.' })
  kind?: PenaltyKind | null;

  @Field(() => DateOnly, { nullable: true, description: '决定日期不早于. Decided on this day or later.' })
  decidedFrom?: string | null;

  @Field(() => DateOnly, { nullable: true, description: '决定日期不晚于. Decided on this day or earlier.' })
  decidedTo?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: '当前是否公示；公众仅见公示中的. Public today or not; anyone else sees public ones only.',
  })
  published?: boolean | null;
}
