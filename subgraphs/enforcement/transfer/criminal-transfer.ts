import { Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import type { DepartmentKind } from '../../kernel';
import { CodeColumn, DateTime, Shared, vocabulary } from '../../kernel';

export const TransferStatus = vocabulary('CriminalTransferStatus', '行刑衔接状态. Where the transfer of a case to the police stands.', {
  PROPOSED: '已提出. A team of officers has proposed it.',
  APPROVED: '已批准. The head has approved it.',
  REFUSED: '不批准. The head has refused it; the reasons are on record.',
  HANDED_OVER: '已移送. The case is with the police.',
  ACCEPTED: '公安机关已立案. The police have filed it.',
  REJECTED: '公安机关不予立案. The police have not.',
  RECONSIDERED: '已提请复议. The organ has asked the police to reconsider.',
  COMPLETED: '证据已移交. The evidence was handed over.',
  RETURNED: '维持不予立案，退回. It stays rejected and the case comes back.',
});
export type TransferStatus = keyof typeof TransferStatus;

/** 移送材料. */
export const TransferDocument = vocabulary('TransferDocument', '移送材料. What comes with a case that is passed to the police.', {
  LETTER: '涉嫌犯罪案件移送书. The letter of transfer.',
  REPORT: '涉嫌犯罪案件情况的调查报告. The report of the investigation.',
  GOODS_LIST: '涉案物品清单. The list of goods.',
  EXPERT_REPORT: '有关检验报告或者鉴定结论. Reports of tests or appraisals.',
  OTHER: '其他有关涉嫌犯罪的材料. Other material.',
});
export type TransferDocument = keyof typeof TransferDocument;

/** 行政执法机关移送涉嫌犯罪案件的规定: one row a case; the moments of its steps. */
@Entity()
@ObjectType({ description: '行刑衔接. The transfer of a case to the police.', simpleResolvers: true })
export class CriminalTransfer {
  @CodeColumn(64, { primary: true })
  @Shared('UNCONDITIONAL')
  @Field(() => ID, { description: '案号. The case.' })
  caseNumber: string;

  @CodeColumn(12)
  @Shared('UNCONDITIONAL')
  @Field(() => TransferStatus, { description: '状态. Where it stands.' })
  status: TransferStatus;

  @CodeColumn(24)
  departmentKind: DepartmentKind;

  /** Of the department that handles the case. */
  @CodeColumn(12)
  regionCode: string;

  /** Accounts of the team, two at least. */
  @Column('varchar', { array: true })
  @Shared('UNCONDITIONAL')
  @Field(() => [ID], { description: '专案组人员账号. The accounts of the team.' })
  team: string[];

  @Column('varchar', { length: 500 })
  @Shared('UNCONDITIONAL')
  @Field(() => String, { description: '书面报告摘要. The report in short.' })
  report: string;

  @Column('timestamptz')
  @Shared('UNCONDITIONAL')
  @Field(() => DateTime, { description: '提出时间. When it was proposed.' })
  proposedAt: Date;

  @Column('timestamptz', { nullable: true })
  @Shared('UNCONDITIONAL')
  @Field(() => DateTime, { nullable: true, description: '负责人决定时间. When the head decided.' })
  decidedAt: Date | null;

  @Column('varchar', { length: 500, nullable: true })
  @Shared('UNCONDITIONAL')
  @Field(() => String, { nullable: true, description: '不批准理由. Why the head refused it.' })
  refusalReason: string | null;

  @Column('timestamptz', { nullable: true })
  @Shared('UNCONDITIONAL')
  @Field(() => DateTime, { nullable: true, description: '移送时间. When it was handed over.' })
  handedOverAt: Date | null;

  @Column('varchar', { array: true, default: '{}' })
  @Shared('UNCONDITIONAL')
  @Field(() => [TransferDocument], { description: '移送材料. The documents that came with it.' })
  documents: TransferDocument[];

  @Column('timestamptz', { nullable: true })
  @Shared('UNCONDITIONAL')
  @Field(() => DateTime, { nullable: true, description: '公安机关答复时间. When the police answered.' })
  answeredAt: Date | null;

  @Column('timestamptz', { nullable: true })
  @Shared('UNCONDITIONAL')
  @Field(() => DateTime, { nullable: true, description: '提请复议时间. When the police were asked to reconsider.' })
  reconsiderationAskedAt: Date | null;

  @Column('timestamptz', { nullable: true })
  @Shared('UNCONDITIONAL')
  @Field(() => DateTime, { nullable: true, description: '复议答复时间. When the police had reconsidered.' })
  reconsideredAt: Date | null;

  @Column('timestamptz', { nullable: true })
  @Shared('UNCONDITIONAL')
  @Field(() => DateTime, { nullable: true, description: '证据移交时间. When the evidence was handed over.' })
  evidenceAt: Date | null;
}
