import { Directive, Field, ID, InputType, ObjectType } from 'type-graphql';
import { Column, Entity, Index } from 'typeorm';
import { CodeColumn, DateOnly, RegionCode, Shared, Submitted, connectionOf, vocabulary, type List } from '../../kernel';

export const DishonestyList = vocabulary('DishonestyList', '失信名单. The lists of those who gravely break the law.', {
  MARKET_SERIOUS_ILLEGAL: '严重违法失信名单（市场监管总局令第44号）. Kept by market supervision.',
  WORK_SAFETY_SERIOUS: '安全生产严重失信主体名单（应急管理部令第11号）. Kept by emergency management.',
});
export type DishonestyList = keyof typeof DishonestyList;

export const ListingStatus = vocabulary('ListingStatus', '列入状态. Where a listing stands.', {
  NOTIFIED: '已告知，尚未列入. The subject was told of the intent; not on the list.',
  LISTED: '在列. On the list.',
  REMOVED_EARLY: '提前移出. Taken off before its term.',
  EXPIRED: '期满移出. Its term is over.',
  REVOKED: '决定被撤销. The decision was annulled.',
});
export type ListingStatus = keyof typeof ListingStatus;

export const ListingGround = vocabulary('ListingGround', '列入情形. The cases in which a subject is listed.', {
  FOOD: '食品安全领域（令44号）. Food.',
  DRUGS: '药品、医疗器械、化妆品领域（令44号）. Drugs, medical devices and cosmetics.',
  QUALITY_SAFETY: '质量安全领域（令44号）. Quality and safety of products and special equipment.',
  CONSUMER_RIGHTS: '侵害消费者权益（令44号）. Consumers’ rights.',
  FAIR_COMPETITION: '破坏公平竞争秩序和扰乱市场秩序（令44号）. Fair competition and market order.',
  OBSTRUCTION: '拒绝、阻碍检查或者提交虚假材料（令44号）. Obstruction of inspection, false filings.',
  GRAVE_ACCIDENT: '特别重大、重大事故责任（令11号）. Responsible for a grave accident.',
  REPEATED_ACCIDENTS: '十二个月内两次以上较大事故责任（令11号）. Two larger accidents or more within twelve months.',
  CONCEALMENT: '瞒报、谎报事故（令11号）. An accident was concealed or misreported.',
  UNLICENSED: '无证从事生产经营（令11号）. Work without a licence.',
  FALSE_REPORT: '出具虚假或者重大失实报告（令11号）. A false report of evaluation, certification or testing.',
  REFUSAL: '拒不执行监管指令或者拒不履行（令11号）. Refusal to perform.',
});
export type ListingGround = keyof typeof ListingGround;

export const SubjectKind = vocabulary('SubjectKind', '主体类型. What is listed.', {
  ENTERPRISE: '单位. An enterprise or another organisation.',
  PERSON: '自然人. A natural person.',
});
export type SubjectKind = keyof typeof SubjectKind;

/** What is stored is what was decided; what follows from the day of asking, `listing.rules.ts` says. A row is never deleted. */
@Entity()
@Index('dishonesty_listing_by_region', ['regionCode', 'id'])
@Index('dishonesty_listing_by_department', ['departmentCode', 'regionCode', 'id'])
@Index('dishonesty_listing_by_subject', ['uscc'])
@Index('dishonesty_listing_by_day', ['listedOn', 'regionCode'])
@Index('dishonesty_listing_by_industry', ['industryCode', 'regionCode', 'expiresOn', 'uscc'], { where: `status = 'LISTED'` })
@Index('dishonesty_listing_by_source', ['source', 'sourceId'], { unique: true })
@Index('dishonesty_listing_by_matter', { synchronize: false })
@ObjectType({ description: '失信名单列入记录. The listing of a subject on a list.', simpleResolvers: true })
@Directive('@key(fields: "id")')
export class DishonestyListing extends Submitted {
  /** Source and its id of the record. */
  @CodeColumn(130, { primary: true })
  @Shared('PUBLIC')
  @Field(() => ID, { description: '列入记录编号. Its id.' })
  id: string;

  @CodeColumn(24)
  @Shared('PUBLIC')
  @Field(() => DishonestyList, { description: '名单. The list.' })
  list: DishonestyList;

  /** As decided: a LISTED row may have run out since. */
  @CodeColumn(16)
  status: ListingStatus;

  @CodeColumn(12)
  @Shared('PUBLIC')
  @Field(() => SubjectKind, { nullable: true, description: '主体类型. Whether an enterprise or a person is listed.' })
  subjectKind: SubjectKind;

  /** Null for a person. */
  @CodeColumn(18, { nullable: true })
  uscc: string | null;

  /** In full; a person's leaves masked. */
  @Column('varchar', { length: 200 })
  subjectName: string;

  @Column('varchar', { length: 500 })
  cause: string;

  @Column('varchar', { length: 100 })
  @Shared('PUBLIC')
  @Field(() => ID, { description: '列入依据文书号. The document that it rests on.' })
  basisDocument: string;

  @CodeColumn(40)
  departmentCode: string;

  @Column('date')
  @Shared('PUBLIC')
  @Field(() => DateOnly, { description: '决定日期；告知阶段为告知日期. When it was decided, or under notice when notice was given.' })
  decidedOn: string;

  @Column('date', { nullable: true })
  @Shared('PUBLIC')
  @Field(() => DateOnly, { nullable: true, description: '列入日期. The day on which it came on the list.' })
  listedOn: string | null;

  @Column('date', { nullable: true })
  @Shared('PUBLIC')
  @Field(() => DateOnly, { nullable: true, description: '管理期届满日. The last day on the list, unless it is removed before.' })
  expiresOn: string | null;

  @Column('date', { nullable: true })
  @Shared('PUBLIC')
  @Field(() => DateOnly, { nullable: true, description: '可申请提前移出之日. The first day on which early removal may be asked for.' })
  earliestRemovalOn: string | null;

  @Column('varchar', { array: true, default: '{}' })
  @Shared('PUBLIC')
  @Field(() => [String], { description: '联合惩戒措施，见 jointMeasures. The measures taken, in the words of jointMeasures.' })
  measures: string[];

  @Column('date', { nullable: true })
  @Shared('PUBLIC')
  @Field(() => DateOnly, { nullable: true, description: '移出或撤销日期. When it was removed or annulled.' })
  removedOn: string | null;

  @Column('varchar', { length: 300, nullable: true })
  removalReason: string | null;

  @CodeColumn(24, { nullable: true })
  @Shared('PUBLIC')
  @Field(() => ListingGround, { nullable: true, description: '列入情形. Which of the rule’s cases it is.' })
  ground: ListingGround | null;

  @Column('varchar', { length: 100, nullable: true })
  @Shared('UNCONDITIONAL')
  @Field(() => String, { nullable: true, description: '行政处罚决定书文号. The penalty that it was decided with.' })
  penaltyDocument: string | null;

  @Column('varchar', { length: 100, nullable: true })
  @Shared('UNCONDITIONAL')
  @Field(() => String, { nullable: true, description: '上一级同意文书号. The consent of the level above.' })
  consentDocument: string | null;

  @Column('varchar', { length: 2000, nullable: true })
  @Shared('CONDITIONAL')
  @Field(() => String, { nullable: true, description: '告知的事实、理由、依据和权利. What the subject was told before the decision.' })
  notice: string | null;

  @Column('varchar', { length: 2000, nullable: true })
  @Shared('CONDITIONAL')
  @Field(() => String, { nullable: true, description: '当事人陈述申辩. What the subject objected.' })
  objection: string | null;

  @Column('varchar', { length: 2000, nullable: true })
  @Shared('CONDITIONAL')
  @Field(() => String, { nullable: true, description: '对陈述申辩的复核意见. What was found of the objection.' })
  objectionFinding: string | null;

  @Column('date', { nullable: true })
  @Shared('UNCONDITIONAL')
  @Field(() => DateOnly, {
    nullable: true,
    description: '在国家企业信用信息公示系统公示日期. When it was put on the national publicity system.',
  })
  publishedOn: string | null;

  /** Who gave notice: whoever proposes does not decide. */
  @CodeColumn(128, { nullable: true })
  proposedBy: string | null;

  /** Of the subject. */
  @CodeColumn(12)
  regionCode: string;

  @CodeColumn(4, { nullable: true })
  @Shared('PUBLIC')
  @Field(() => String, {
    nullable: true,
    description: '行业代码 (GB/T 4754-2017)，不含门类字母. The subject’s industry, two to four digits.',
  })
  industryCode: string | null;

  @Column('varchar', { array: true, default: '{}' })
  @Shared('PUBLIC')
  @Field(() => [String], { nullable: true, description: '涉及的一件事. The codes of the matters that it belongs to.' })
  matterCodes: string[];

  @Column('boolean')
  @Shared('PUBLIC')
  @Field(() => Boolean, { nullable: true, description: '是否合成数据. Whether it is synthetic, made for demonstration.' })
  synthetic: boolean;
}

export const DishonestyListingConnection = connectionOf('DishonestyListing', '失信名单列入记录', () => DishonestyListing);

export const LISTINGS: List<DishonestyListing> = {
  name: 'dishonestyListings',
  entity: DishonestyListing,
  order: ['regionCode', 'id'],
};

@InputType({ description: '列入记录筛选. Which listings.' })
export class ListingFilter {
  @Field(() => DishonestyList, { nullable: true, description: '名单. On this list.' })
  list?: DishonestyList | null;

  @Field(() => RegionCode, { nullable: true, description: '区划及其下级. Of subjects in the subtree of this division.' })
  region?: string | null;

  @Field(() => DateOnly, { nullable: true, description: '列入日期不早于. Listed on this day or later.' })
  listedFrom?: string | null;

  @Field(() => DateOnly, { nullable: true, description: '列入日期不晚于. Listed on this day or earlier.' })
  listedTo?: string | null;

  @Field(() => ID, { nullable: true, description: '决定部门代码. Decided by this department.' })
  department?: string | null;

  @Field(() => ListingStatus, { nullable: true, description: '列入状态；公众仅见在列. In this state today; the public sees LISTED only.' })
  status?: ListingStatus | null;
}
