import { Directive, Field, ID, InputType, ObjectType } from 'type-graphql';
import { Column, Entity, Index } from 'typeorm';
import { CodeColumn, DateOnly, RegionCode, Shared, connectionOf, type List } from '../../kernel';
import { TipCategory, TipStatus } from './tip-terms';

/**
 * A tip. That there is one, of which category and how far it is, any agency sees; what it says is for the kind of department
 * that handles its category, in its region: three RESTRICTED fields in tip.resolver.ts, one an owner. The reporter is
 * kept apart (tip-records.ts). A row is never deleted.
 */
@Entity()
@Index('tip_by_region', ['regionCode', 'number'])
@Index('tip_by_category', ['category', 'regionCode', 'number'])
@Index('tip_by_receipt', ['receiptPseudonym'], { unique: true })
@ObjectType({ description: '举报. A tip that anyone may give.', simpleResolvers: true })
@Directive('@key(fields: "number")')
export class Tip {
  @CodeColumn(24, { primary: true })
  @Shared('UNCONDITIONAL')
  @Field(() => ID, { description: '举报编号. Its number; by chance, so that it tells nothing.' })
  number: string;

  /** Of the receipt code, which is not kept. */
  @CodeColumn(32)
  receiptPseudonym: string;

  @CodeColumn(8)
  @Shared('UNCONDITIONAL')
  @Field(() => TipCategory, { description: '举报类别. What it is about.' })
  category: TipCategory;

  /** Of what it is about. */
  @CodeColumn(12)
  regionCode: string;

  @CodeColumn(10)
  @Shared('UNCONDITIONAL')
  @Field(() => TipStatus, { description: '办理状态. Where it stands.' })
  status: TipStatus;

  @CodeColumn(18, { nullable: true })
  uscc: string | null;

  @Column('varchar', { length: 200 })
  subject: string;

  @Column('varchar', { length: 2000 })
  description: string;

  /** Whether the reporter has said who they are. */
  @Column('boolean')
  @Shared('UNCONDITIONAL')
  @Field(() => Boolean, { description: '是否实名. Whether the reporter gave a name; who it is, no one is told.' })
  named: boolean;

  @Column('date')
  @Shared('UNCONDITIONAL')
  @Field(() => DateOnly, { description: '收到日期. When it was received.' })
  receivedOn: string;

  @Column('date', { nullable: true })
  @Shared('UNCONDITIONAL')
  @Field(() => DateOnly, { nullable: true, description: '受理日期. When it was accepted.' })
  acceptedOn: string | null;

  @Column('boolean', { default: false })
  @Shared('UNCONDITIONAL')
  @Field(() => Boolean, { description: '核查期限是否延长. Whether the period for checking was extended.' })
  extended: boolean;

  @Column('date', { nullable: true })
  @Shared('UNCONDITIONAL')
  @Field(() => DateOnly, { nullable: true, description: '查实或办结日期. When it was found true or dismissed.' })
  decidedOn: string | null;

  /** The account of the officer who found it true. */
  @Column('varchar', { length: 128, nullable: true })
  verifiedBy: string | null;

  @Column('varchar', { length: 1000, nullable: true })
  finding: string | null;

  @CodeColumn(64, { nullable: true })
  @Shared('UNCONDITIONAL')
  @Field(() => ID, { nullable: true, description: '查实后立案的案号. The case that it led to.' })
  caseNumber: string | null;

  @CodeColumn(64, { nullable: true })
  @Shared('UNCONDITIONAL')
  @Field(() => ID, { nullable: true, description: '查实后登记的隐患编号. The hazard that it led to.' })
  hazardNumber: string | null;

  /** What the reporter reads with the receipt code. */
  @Column('varchar', { length: 500, nullable: true })
  @Shared('UNCONDITIONAL')
  @Field(() => String, { nullable: true, description: '给举报人的答复. The answer for the reporter.' })
  reply: string | null;

  @Column('date', { nullable: true })
  @Shared('UNCONDITIONAL')
  @Field(() => DateOnly, { nullable: true, description: '答复日期. When the answer was given.' })
  toldOn: string | null;

  @Column('numeric', { precision: 15, scale: 2, nullable: true })
  reward: string | null;
}

export const TipConnection = connectionOf('Tip', '举报', () => Tip);

export const TIPS: List<Tip> = { name: 'tips', entity: Tip, order: ['regionCode', 'number'] };

@InputType({ description: '举报筛选. Which tips.' })
export class TipFilter {
  @Field(() => RegionCode, { nullable: true, description: '区划及其下级. About the subtree of this division.' })
  region?: string | null;

  @Field(() => TipCategory, { nullable: true, description: '举报类别. Of this category.' })
  category?: TipCategory | null;

  @Field(() => [TipStatus], { nullable: true, description: '办理状态. In one of these states.' })
  status?: TipStatus[] | null;

  @Field(() => Boolean, { nullable: true, description: '是否超期（当日）. Whether a period is over today.' })
  overdue?: boolean | null;
}
