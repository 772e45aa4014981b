import { ObjectType } from 'type-graphql';
import { Column } from 'typeorm';
import { DecidedOnSubject, Fact, Kept, Served, date, flag, id, listOf, oneOf } from '../../kernel';
import { CaseStatus, ClockStopReason, LegalReviewGround } from './case.terms';

@ObjectType({ description: '不计入办案期限的期间. A time that does not count.', simpleResolvers: true })
export class ClockStop {
  @Served('UNCONDITIONAL', oneOf(ClockStopReason), '事由. The reason for which the clock was stopped.', {
    always: true,
  })
  reason: ClockStopReason;

  @Served('UNCONDITIONAL', date, '起. The day on which the clock was stopped.', { always: true })
  from: string;

  @Served('UNCONDITIONAL', date, '止. The day on which it ran again; null while it stands.', {
    optional: true,
  })
  to: string | null;
}

/** What the steps of the procedure leave behind in a case: written by steps and submissions only. */
@ObjectType({ description: '办案进程. The course of a case.' })
export abstract class CaseCourse extends DecidedOnSubject {
  @Fact('UNCONDITIONAL', oneOf(CaseStatus, 16), '案件状态. The state that it is in.', { always: true })
  status: CaseStatus;

  @Fact(
    'UNCONDITIONAL',
    date,
    '发现线索或收到材料之日. The day on which the lead was found or its material received.',
    { always: true },
  )
  leadReceivedOn: string;

  @Kept(date, '立案日期. The day on which it was filed; null before.', { optional: true })
  filingDate: string | null;

  @Fact('UNCONDITIONAL', flag, '立案期限是否延长. Whether the period for filing was extended.', {
    always: true,
    column: { default: false },
  })
  filingExtended: boolean;

  @Fact('UNCONDITIONAL', flag, '办案期限是否延长. Whether the head extended the period for deciding.', {
    always: true,
    column: { default: false },
  })
  decisionExtended: boolean;

  /** `lastDay` of case-clock.rules.ts works it out. */
  @Kept(
    date,
    '办案期限届满日，节假日未顺延. The last day for deciding, before a day off moves it on; null before filing.',
    {
      optional: true,
    },
  )
  lastDay: string | null;

  @Kept(date, '暂停计算办案期限之日. Since when the clock stands; null while it runs.', { optional: true })
  clockStoppedOn: string | null;

  @Column('jsonb', { default: [] })
  clockStops: ClockStop[];

  @Fact(
    'UNCONDITIONAL',
    listOf(id(128)),
    '办案人员账号，不少于两人. The accounts of the officers who investigate, two at least; they neither review nor decide.',
    { always: true },
  )
  investigators: string[];

  @Fact('UNCONDITIONAL', date, '告知日期. The day on which the party was told of the intended penalty.', {
    optional: true,
  })
  notifiedOn: string | null;

  @Fact('UNCONDITIONAL', date, '听证日期. The day of the hearing.', { optional: true })
  hearingOn: string | null;

  @Fact('UNCONDITIONAL', flag, '听证是否已举行. Whether the hearing was held.', {
    always: true,
    column: { default: false },
  })
  hearingHeld: boolean;

  @Fact(
    'UNCONDITIONAL',
    listOf(oneOf(LegalReviewGround)),
    '须法制审核的情形. The reason why a legal review is required; none if it is not.',
    {
      always: true,
    },
  )
  legalReviewGrounds: LegalReviewGround[];

  @Fact('UNCONDITIONAL', date, '法制审核日期. The day on which the legal review was done.', {
    optional: true,
  })
  legallyReviewedOn: string | null;

  @Fact('UNCONDITIONAL', date, '决定日期. The day on which it was decided.', { optional: true })
  decidedOn: string | null;

  /** As the calendar was on the day of the decision: what the ranking counts. */
  @Fact('UNCONDITIONAL', flag, '是否在办案期限内决定. Whether it was decided in time; null before.', {
    optional: true,
  })
  decidedOnTime: boolean | null;

  @Fact('UNCONDITIONAL', date, '送达日期. The day on which the decision was delivered.', { optional: true })
  deliveredOn: string | null;

  @Fact('UNCONDITIONAL', date, '缴款日期. The day on which the fine was paid.', { optional: true })
  paidOn: string | null;

  @Fact('UNCONDITIONAL', date, '执行完毕日期. The day on which the decision was carried out.', {
    optional: true,
  })
  executedOn: string | null;

  @Fact(
    'UNCONDITIONAL',
    date,
    '结案、不予立案或移送日期. The day on which it was closed, not filed or passed on.',
    { optional: true },
  )
  closedOn: string | null;
}
