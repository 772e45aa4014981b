import { Field, ID, ObjectType } from 'type-graphql';
import { Column } from 'typeorm';
import { CodeColumn, DateOnly, Shared, Submitted } from '../../kernel';
import type { ClockStop } from './clock-stop';
import { CaseStatus, LegalReviewGround } from './case-terms';

/** What the steps of the procedure leave behind in a case: written by steps and submissions only. */
@ObjectType({ description: '办案进程. The course of a case.' })
export abstract class CaseCourse extends Submitted {
  @CodeColumn(16)
  @Shared('UNCONDITIONAL')
  @Field(() => CaseStatus, { description: '案件状态. Where it stands.' })
  status: CaseStatus;

  @Column('date')
  @Shared('UNCONDITIONAL')
  @Field(() => DateOnly, { description: '发现线索或收到材料之日. When the lead was found or its material received.' })
  leadReceivedOn: string;

  /** Null before it is filed. */
  @Column('date', { nullable: true })
  filingDate: string | null;

  @Column('boolean', { default: false })
  @Shared('UNCONDITIONAL')
  @Field(() => Boolean, { description: '立案期限是否延长. Whether the period for filing was extended.' })
  filingExtended: boolean;

  @Column('boolean', { default: false })
  @Shared('UNCONDITIONAL')
  @Field(() => Boolean, { description: '办案期限是否延长. Whether the head extended the period for deciding.' })
  decisionExtended: boolean;

  /** Of the period for deciding, before a day off moves it on; null before filing. `lastDay` of case-clock.rules.ts. */
  @Column('date', { nullable: true })
  lastDay: string | null;

  /** Since when the clock stands; null while it runs. */
  @Column('date', { nullable: true })
  clockStoppedOn: string | null;

  @Column('jsonb', { default: [] })
  clockStops: ClockStop[];

  /** Accounts of the officers who investigate: they neither review nor decide. */
  @Column('varchar', { array: true, default: '{}' })
  @Shared('UNCONDITIONAL')
  @Field(() => [ID], { description: '办案人员账号. The accounts of the officers who investigate.' })
  investigators: string[];

  @Column('date', { nullable: true })
  @Shared('UNCONDITIONAL')
  @Field(() => DateOnly, { nullable: true, description: '告知日期. When the party was told of the intended penalty.' })
  notifiedOn: string | null;

  @Column('date', { nullable: true })
  @Shared('UNCONDITIONAL')
  @Field(() => DateOnly, { nullable: true, description: '听证日期. The day of the hearing.' })
  hearingOn: string | null;

  @Column('boolean', { default: false })
  @Shared('UNCONDITIONAL')
  @Field(() => Boolean, { description: '听证是否已举行. Whether the hearing was held.' })
  hearingHeld: boolean;

  @Column('varchar', { array: true, default: '{}' })
  @Shared('UNCONDITIONAL')
  @Field(() => [LegalReviewGround], { description: '须法制审核的情形. Why a legal review is required; none if it is not.' })
  legalReviewGrounds: LegalReviewGround[];

  @Column('date', { nullable: true })
  @Shared('UNCONDITIONAL')
  @Field(() => DateOnly, { nullable: true, description: '法制审核日期. When the legal review was done.' })
  legallyReviewedOn: string | null;

  @Column('date', { nullable: true })
  @Shared('UNCONDITIONAL')
  @Field(() => DateOnly, { nullable: true, description: '决定日期. When it was decided.' })
  decidedOn: string | null;

  /** As the calendar was on the day of the decision: what the ranking counts. */
  @Column('boolean', { nullable: true })
  @Shared('UNCONDITIONAL')
  @Field(() => Boolean, { nullable: true, description: '是否在办案期限内决定. Whether it was decided in time; null before.' })
  decidedOnTime: boolean | null;

  @Column('date', { nullable: true })
  @Shared('UNCONDITIONAL')
  @Field(() => DateOnly, { nullable: true, description: '送达日期. When the decision was delivered.' })
  deliveredOn: string | null;

  @Column('date', { nullable: true })
  @Shared('UNCONDITIONAL')
  @Field(() => DateOnly, { nullable: true, description: '缴款日期. When the fine was paid.' })
  paidOn: string | null;

  @Column('date', { nullable: true })
  @Shared('UNCONDITIONAL')
  @Field(() => DateOnly, { nullable: true, description: '执行完毕日期. When the decision was carried out.' })
  executedOn: string | null;

  @Column('date', { nullable: true })
  @Shared('UNCONDITIONAL')
  @Field(() => DateOnly, { nullable: true, description: '结案日期. When it was closed, not filed or passed on.' })
  closedOn: string | null;
}
