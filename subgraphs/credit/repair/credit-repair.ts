import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity, Index } from 'typeorm';
import { CodeColumn, DateOnly, Shared, vocabulary } from '../../kernel';

export const RepairStatus = vocabulary('RepairStatus', '修复状态. Where an application for repair stands.', {
  APPLIED: '已申请. Received, not yet accepted.',
  ACCEPTED: '已受理. Accepted, to be decided.',
  NOT_ACCEPTED: '不予受理. Not accepted.',
  GRANTED: '准予修复. Granted: the listing is removed.',
  REFUSED: '不予修复. Refused.',
  FALSE: '弄虚作假. Found false: the listing is restored.',
});
export type RepairStatus = keyof typeof RepairStatus;

@Entity()
@Index('credit_repair_by_listing', ['listingId', 'appliedOn'])
@Index('credit_repair_open', ['listingId'], { unique: true, where: `status IN ('APPLIED', 'ACCEPTED')` })
@ObjectType({ description: '信用修复. An application to be removed from a list before its term.', simpleResolvers: true })
@Directive('@key(fields: "id")')
export class CreditRepair {
  @CodeColumn(36, { primary: true })
  @Shared('UNCONDITIONAL')
  @Field(() => ID, { description: '修复申请编号. Its id.' })
  id: string;

  @CodeColumn(130)
  listingId: string;

  @CodeColumn(16)
  @Shared('UNCONDITIONAL')
  @Field(() => RepairStatus, { nullable: true, description: '修复状态. Where it stands.' })
  status: RepairStatus;

  @Column('date')
  @Shared('UNCONDITIONAL')
  @Field(() => DateOnly, { nullable: true, description: '申请日期. When it was received.' })
  appliedOn: string;

  @Column('date', { nullable: true })
  @Shared('UNCONDITIONAL')
  @Field(() => DateOnly, { nullable: true, description: '受理日期. When it was accepted.' })
  acceptedOn: string | null;

  @Column('date', { nullable: true })
  @Shared('UNCONDITIONAL')
  @Field(() => DateOnly, { nullable: true, description: '决定日期. When it was decided.' })
  decidedOn: string | null;

  @Column('varchar', { length: 100, nullable: true })
  @Shared('UNCONDITIONAL')
  @Field(() => String, { nullable: true, description: '决定书文号. The document of the decision.' })
  document: string | null;

  @CodeColumn(40)
  @Shared('UNCONDITIONAL')
  @Field(() => ID, { nullable: true, description: '登记部门代码. The department that received it.' })
  departmentCode: string;

  /** Who has recorded it does not decide it. */
  @CodeColumn(128, { nullable: true })
  recordedBy: string | null;

  /** Of the subject. */
  @CodeColumn(12)
  regionCode: string;
}
