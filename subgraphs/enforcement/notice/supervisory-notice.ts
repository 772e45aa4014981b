import { Directive, Field, ID, InputType, ObjectType } from 'type-graphql';
import { Column, Entity, Index } from 'typeorm';
import type { DepartmentKind } from '../../kernel';
import { CodeColumn, DateOnly, RegionCode, Shared, connectionOf, vocabulary, type List } from '../../kernel';

export const SupervisoryNoticeKind = vocabulary('SupervisoryNoticeKind', '三书一函. The four documents by which a regulator urges.', {
  LISTED_SUPERVISION: '挂牌督办通知书. A notice of listed supervision.',
  INTERVIEW: '约谈通知书. A summons to an interview.',
  RECTIFICATION: '整改通知书. A notice of rectification.',
  REMINDER: '提醒敦促函. A letter that reminds and urges.',
});
export type SupervisoryNoticeKind = keyof typeof SupervisoryNoticeKind;

export const LookBackResult = vocabulary('LookBackResult', '回头看结果. What was found on looking back.', {
  DONE: '整改到位. Put right.',
  PARTLY: '部分整改. Put right in part.',
  NOT_DONE: '未整改. Not put right.',
});
export type LookBackResult = keyof typeof LookBackResult;

@ObjectType({ description: '回头看. The look back at what a notice has changed.', simpleResolvers: true })
export class LookBack {
  @Shared('UNCONDITIONAL')
  @Field(() => DateOnly, { description: '日期. When.' })
  on: string;

  @Shared('UNCONDITIONAL')
  @Field(() => LookBackResult, { description: '结果. What was found.' })
  result: LookBackResult;

  @Shared('UNCONDITIONAL')
  @Field(() => String, { description: '情况. In words.' })
  findings: string;
}

@Entity()
@Index('supervisory_notice_by_addressee', ['addresseeUscc', 'issuedOn', 'number'])
@Index('supervisory_notice_by_region', ['regionCode', 'number'])
@ObjectType({ description: '三书一函. A notice of supervision.', simpleResolvers: true })
@Directive('@key(fields: "number")')
export class SupervisoryNotice {
  @CodeColumn(64, { primary: true })
  @Shared('UNCONDITIONAL')
  @Field(() => ID, { description: '文号（规范形式）. Its number, in normal form.' })
  number: string;

  @CodeColumn(20)
  @Shared('UNCONDITIONAL')
  @Field(() => SupervisoryNoticeKind, { description: '种类. Which of the four.' })
  kind: SupervisoryNoticeKind;

  /** An enterprise; null when a department is addressed. */
  @CodeColumn(18, { nullable: true })
  addresseeUscc: string | null;

  @CodeColumn(40, { nullable: true })
  addresseeDepartmentCode: string | null;

  @CodeColumn(40)
  departmentCode: string;

  @CodeColumn(24)
  departmentKind: DepartmentKind;

  /** Of the department that issued it. */
  @CodeColumn(12)
  regionCode: string;

  @CodeColumn(64, { nullable: true })
  caseNumber: string | null;

  @CodeColumn(64, { nullable: true })
  @Shared('UNCONDITIONAL')
  @Field(() => ID, { nullable: true, description: '隐患编号. The hazard that it is about.' })
  hazardNumber: string | null;

  @Column('varchar', { length: 500 })
  @Shared('UNCONDITIONAL')
  @Field(() => String, { nullable: true, description: '事项. What is asked for.' })
  matter: string;

  @Column('date')
  @Shared('UNCONDITIONAL')
  @Field(() => DateOnly, { nullable: true, description: '发出日期. When it was issued.' })
  issuedOn: string;

  @Column('date', { nullable: true })
  @Shared('UNCONDITIONAL')
  @Field(() => DateOnly, { nullable: true, description: '办理期限. The last day for what it asks.' })
  dueOn: string | null;

  @Column('date', { nullable: true })
  @Shared('UNCONDITIONAL')
  @Field(() => DateOnly, { nullable: true, description: '签收日期. When it was received.' })
  receivedOn: string | null;

  @Column('date', { nullable: true })
  @Shared('UNCONDITIONAL')
  @Field(() => DateOnly, { nullable: true, description: '回复日期. When it was answered.' })
  repliedOn: string | null;

  @Column('varchar', { length: 500, nullable: true })
  @Shared('UNCONDITIONAL')
  @Field(() => String, { nullable: true, description: '回复内容. The answer.' })
  reply: string | null;

  @Column('jsonb', { nullable: true })
  storedLookBack: LookBack | null;
}

export const SupervisoryNoticeConnection = connectionOf('SupervisoryNotice', '三书一函', () => SupervisoryNotice);

export const NOTICES: List<SupervisoryNotice> = { name: 'notices', entity: SupervisoryNotice, order: ['regionCode', 'number'] };
export const NOTICES_OF_ENTERPRISE: List<SupervisoryNotice> = {
  name: 'noticesOfEnterprise',
  entity: SupervisoryNotice,
  order: ['issuedOn', 'number'],
  descending: true,
};

@InputType({ description: '三书一函筛选. Which notices.' })
export class NoticeFilter {
  @Field(() => SupervisoryNoticeKind, { nullable: true, description: '种类. Of this kind.' })
  kind?: SupervisoryNoticeKind | null;

  @Field(() => RegionCode, { nullable: true, description: '发出机关所在区划及其下级. Issued in the subtree of this division.' })
  region?: string | null;

  @Field(() => Boolean, { nullable: true, description: '是否逾期未回复. Whether its answer is overdue.' })
  overdue?: boolean | null;
}
