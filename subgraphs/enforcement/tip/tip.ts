import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { Column, Entity, Index } from 'typeorm';
import {
  Asked,
  CodeColumn,
  DateOnly,
  DepartmentKind,
  RegionCode,
  Sent,
  Shared,
  Submitted,
  SubmittedInput,
  Uscc,
  Yuan,
  connectionOf,
  date,
  oneOf,
  regionCode,
  text,
  uscc,
  vocabulary,
  type DepartmentKind as OneKind,
  type List,
} from '../../kernel';

export const TipStatus = vocabulary('TipStatus', '举报办理状态. Where a tip stands.', {
  UNKNOWN: '无此回执. No tip has this receipt.',
  RECEIVED: '已收到. Received.',
  ACCEPTED: '已受理. Accepted.',
  DECLINED: '不予受理. Not accepted.',
  VERIFIED: '查证属实. Found true.',
  DISMISSED: '查无实据. Found without ground.',
});
export type TipStatus = keyof typeof TipStatus;

/** Who reported is sealed, and no statement that answers a query reads it. */
@Entity()
@Index('tip_by_region', ['regionCode', 'id'])
@Index('tip_by_receipt', ['receiptDigest'], { unique: true })
@Index('tip_by_source', ['source', 'sourceId'], { unique: true })
@ObjectType({ description: '举报. A tip; its content is for the kind of department that it went to.', simpleResolvers: true })
export class Tip extends Submitted {
  @CodeColumn(130, { primary: true })
  @Shared('UNCONDITIONAL')
  @Field(() => ID, { description: '举报编号. Its id.' })
  id: string;

  @CodeColumn(24)
  @Shared('UNCONDITIONAL')
  @Field(() => DepartmentKind, { nullable: true, description: '受理部门类别. The kind of department that it went to.' })
  departmentKind: OneKind;

  @CodeColumn(12)
  regionCode: string;

  /** Of the receipt, so that a copy of the table follows no tip. */
  @CodeColumn(32)
  receiptDigest: string;

  @CodeColumn(12)
  status: TipStatus;

  @CodeColumn(18, { nullable: true })
  subjectUscc: string | null;

  @Column('varchar', { length: 1000 })
  content: string;

  @Column('boolean')
  named: boolean;

  @Column('date')
  receivedOn: string;

  @Column('date', { nullable: true })
  acceptedOn: string | null;

  @Column('boolean', { default: false })
  checkExtended: boolean;

  @Column('date', { nullable: true })
  checkedOn: string | null;

  @Column('date', { nullable: true })
  toldOn: string | null;

  @CodeColumn(64, { nullable: true })
  caseNumber: string | null;

  @CodeColumn(64, { nullable: true })
  hazardNumber: string | null;

  @Column('numeric', { precision: 15, scale: 2, nullable: true })
  reward: string | null;
}

export const TipConnection = connectionOf('Tip', '举报', () => Tip);
export const TIPS: List<Tip> = { name: 'tips', entity: Tip, order: ['regionCode', 'id'] };

/** Reached over a RESTRICTED field only. */
@ObjectType({ description: '举报办理. What the department that a tip went to sees of it; never who reported.', simpleResolvers: true })
export class TipFile {
  @Shared('UNCONDITIONAL')
  @Field(() => TipStatus, { description: '状态. Where it stands.' })
  status: TipStatus;

  @Shared('UNCONDITIONAL')
  @Field(() => String, { description: '举报内容. What is reported.' })
  content: string;

  @Shared('UNCONDITIONAL')
  @Field(() => Uscc, { nullable: true, description: '被举报单位. The enterprise that is reported.' })
  subjectUscc: string | null;

  @Shared('UNCONDITIONAL')
  @Field(() => Boolean, { description: '是否实名. Whether the reporter gave a name; it stays sealed.' })
  named: boolean;

  @Shared('UNCONDITIONAL')
  @Field(() => DateOnly, { description: '收到日期. When it was received.' })
  receivedOn: string;

  @Shared('UNCONDITIONAL')
  @Field(() => DateOnly, { description: '受理期限. The last day for accepting it.' })
  acceptBy: string;

  @Shared('UNCONDITIONAL')
  @Field(() => DateOnly, { description: '核查期限. The last day for checking it.' })
  checkBy: string;

  @Shared('UNCONDITIONAL')
  @Field(() => DateOnly, { nullable: true, description: '告知举报人期限（实名）. The last day for telling a named reporter.' })
  tellBy: string | null;

  @Shared('UNCONDITIONAL')
  @Field(() => DateOnly, { nullable: true, description: '核查日期. When it was checked.' })
  checkedOn: string | null;

  @Shared('UNCONDITIONAL')
  @Field(() => DateOnly, { nullable: true, description: '告知日期. When the reporter was told.' })
  toldOn: string | null;

  @Shared('UNCONDITIONAL')
  @Field(() => ID, { nullable: true, description: '案号. The case that it led to.' })
  caseNumber: string | null;

  @Shared('UNCONDITIONAL')
  @Field(() => ID, { nullable: true, description: '隐患编号. The hazard that it led to.' })
  hazardNumber: string | null;

  @Shared('UNCONDITIONAL')
  @Field(() => Yuan, { nullable: true, description: '奖励金额. The reward.' })
  reward: string | null;
}

/** The same for a receipt that is known and one that is not. */
@ObjectType({ description: '举报回执. The receipt of a tip: whoever holds it can follow the tip.', simpleResolvers: true })
export class TipReceipt {
  @Shared('PUBLIC')
  @Field(() => String, { description: '回执码，请妥善保存. The code; it is shown once and cannot be found again.' })
  receiptCode: string;

  @Shared('PUBLIC')
  @Field(() => TipStatus, { description: '办理状态. Where the tip stands.' })
  status: TipStatus;
}

@InputType({ description: '举报. What is reported.' })
export class TipInput {
  @Asked(() => DepartmentKind, oneOf(DepartmentKind), '受理部门类别：市场监管、应急管理或消防救援. Market supervision, emergency management or fire.')
  department: OneKind;

  @Asked(() => RegionCode, regionCode, '发生地. Where it is.')
  regionCode: string;

  @Asked(() => Uscc, uscc, '被举报单位. The enterprise that is reported.', { optional: true })
  subjectUscc: string | null;

  @Asked(() => String, text(1000), '举报内容. What is reported.')
  content: string;

  @Asked(() => String, text(100), '举报人姓名；密封保存. The reporter’s name; it is sealed.', { optional: true })
  reporterName: string | null;

  @Asked(() => String, text(100), '举报人联系方式；密封保存. How to reach the reporter; it is sealed.', { optional: true })
  reporterContact: string | null;
}

@InputType({ description: '举报报送. A tip that another platform has taken; who reported stays there.' })
export class TipRecordInput extends SubmittedInput {
  @Sent(regionCode, '发生地. Where it is.')
  regionCode: string;

  @Sent(uscc, '被举报单位. The enterprise that is reported.', { optional: true })
  subjectUscc: string | null;

  @Sent(text(1000), '举报内容，不含举报人信息. What is reported, without the reporter.')
  content: string;

  @Sent(date, '收到日期. When it was received.')
  receivedOn: string;
}
