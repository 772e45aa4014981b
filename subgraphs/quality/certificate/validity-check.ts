import { Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity, Index } from 'typeorm';
import { CodeColumn, DateOnly, RegionCode, Shared, Submitted, vocabulary } from '../../kernel';

export const ValidityResult = vocabulary('ValidityResult', '认证有效性抽查结果. What a validity check has found.', {
  CONFORMING: '符合认证要求. It conforms to what was certified.',
  NONCONFORMING: '不符合认证要求. It does not.',
});
export type ValidityResult = keyof typeof ValidityResult;

export const ValidityDisposal = vocabulary('ValidityDisposal', '抽查不符合的处理. What was done about a product that does not conform.', {
  SUSPEND: '暂停证书. The certificate was suspended.',
  REVOKE: '撤销证书. The certificate was revoked.',
  HAND_OVER: '移送执法. It was handed over to enforcement.',
});
export type ValidityDisposal = keyof typeof ValidityDisposal;

@Entity()
@Index('ccc_validity_check_by_certificate', ['certificateNumber', 'checkedOn', 'id'])
@Index('ccc_validity_check_by_region', ['regionCode', 'checkedOn', 'categoryCode'])
@Index('ccc_validity_check_by_source', ['source', 'sourceId'], { unique: true })
@ObjectType({ description: '认证有效性抽查. A check whether a certified product is what was certified.', simpleResolvers: true })
export class CccValidityCheck extends Submitted {
  @CodeColumn(130, { primary: true })
  @Shared('UNCONDITIONAL')
  @Field(() => ID, { nullable: true, description: '编号. Its id.' })
  id: string;

  @CodeColumn(16)
  @Shared('UNCONDITIONAL')
  @Field(() => ID, { nullable: true, description: '证书编号. The number of the certificate.' })
  certificateNumber: string;

  /** Of the certificate. */
  @CodeColumn(28)
  categoryCode: string;

  @Column('date')
  @Shared('UNCONDITIONAL')
  @Field(() => DateOnly, { nullable: true, description: '抽查日期. When the product was checked.' })
  checkedOn: string;

  @CodeColumn(16)
  @Shared('UNCONDITIONAL')
  @Field(() => ValidityResult, { nullable: true, description: '抽查结果. What was found.' })
  result: ValidityResult;

  @Column('varchar', { length: 500, nullable: true })
  @Shared('UNCONDITIONAL')
  @Field(() => String, { nullable: true, description: '不符合情况. In what it does not conform.' })
  finding: string | null;

  @CodeColumn(12, { nullable: true })
  @Shared('UNCONDITIONAL')
  @Field(() => ValidityDisposal, { nullable: true, description: '处理. What was done about it.' })
  disposal: ValidityDisposal | null;

  @Column('date', { nullable: true })
  @Shared('UNCONDITIONAL')
  @Field(() => DateOnly, { nullable: true, description: '处理日期. When that was done.' })
  disposedOn: string | null;

  /** Where the product was taken. */
  @CodeColumn(12)
  @Shared('UNCONDITIONAL')
  @Field(() => RegionCode, { nullable: true, description: '抽样地区划代码. The division where it was taken.' })
  regionCode: string;
}
