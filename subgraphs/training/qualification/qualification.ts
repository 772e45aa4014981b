import { Directive, Field, ID, InputType, ObjectType } from 'type-graphql';
import { Column, Entity, Index } from 'typeorm';
import { CodeColumn, DateOnly, RegionCode, Shared, Submitted, Uscc, connectionOf, vocabulary, type List } from '../../kernel';
import { QualificationScheme } from './item';

export const QualificationStatus = vocabulary('QualificationStatus', '资格状态（当日）. Where a qualification stands today.', {
  VALID: '有效. In force.',
  RENEWAL_DUE: '有效，已到申请复审期限. In force; renewBy has come and no renewal is known.',
  EXPIRED: '过期或逾期未复审. Its term, or the day of its review, has passed.',
  SUSPENDED: '暂停. Suspended.',
  REVOKED: '吊销、撤销. Revoked.',
  CANCELLED: '注销. Cancelled.',
});
export type QualificationStatus = keyof typeof QualificationStatus;

/** As the issuer states it; what follows from the day of asking, `qualification.rules.ts` says. */
export const QualificationStanding = vocabulary('QualificationStanding', '证书状态（发证机关）. What the issuer says of a certificate.', {
  VALID: '有效. In force as far as its term goes.',
  SUSPENDED: '暂停. Suspended.',
  REVOKED: '吊销、撤销. Revoked.',
  CANCELLED: '注销. Cancelled.',
});
export type QualificationStanding = keyof typeof QualificationStanding;

/**
 * One item of one certificate. Columns that hold something personal are sealed or pseudonyms: the table tells nobody's
 * name or number without the data key.
 */
@Entity()
@Index('qualification_by_region', ['regionCode', 'id', 'itemId', 'standing', 'validUntil'])
@Index('qualification_by_employer', ['employerUscc', 'id', 'itemId', 'standing', 'validUntil'])
@Index('qualification_by_number', ['numberPseudonym'])
@Index('qualification_by_person', ['personId'])
@Index('qualification_by_item', ['itemId', 'regionCode', 'validUntil', 'personId'], { where: `standing = 'VALID'` })
@Index('qualification_by_industry', ['industryCode', 'regionCode', 'validUntil', 'personId'], { where: `standing = 'VALID'` })
@Index('qualification_by_source', ['source', 'sourceId'], { unique: true })
@Index('qualification_by_matter', { synchronize: false })
@ObjectType({ description: '人员资格. One item of a person’s certificate.', simpleResolvers: true })
@Directive('@key(fields: "id")')
export class Qualification extends Submitted {
  /** Pseudonym of issuer system (source), scheme, number and item. */
  @CodeColumn(32, { primary: true })
  @Shared('PUBLIC')
  @Field(() => ID, { description: '资格编号（不透明）. Its opaque id.' })
  id: string;

  @CodeColumn(32)
  @Shared('UNCONDITIONAL')
  @Field(() => ID, { nullable: true, description: '人员标识（不透明）. The opaque id of the person, the same on all certificates.' })
  personId: string;

  /** 张**, as the field shows it. */
  @CodeColumn(16)
  @Shared('UNCONDITIONAL')
  @Field(() => String, { description: '持证人，以 张** 显示. The holder, masked; see fullName.' })
  holderName: string;

  @CodeColumn(512)
  sealedName: string;

  @CodeColumn(512)
  sealedNumber: string;

  /** Returned by no field. */
  @CodeColumn(512)
  sealedIdNumber: string;

  @CodeColumn(32)
  numberPseudonym: string;

  @CodeColumn(32)
  holderPseudonym: string;

  @CodeColumn(28)
  @Shared('UNCONDITIONAL')
  @Field(() => QualificationScheme, { description: '资格制度. The scheme.' })
  scheme: QualificationScheme;

  @CodeColumn(60)
  itemId: string;

  @CodeColumn(24)
  @Shared('UNCONDITIONAL')
  @Field(() => String, { nullable: true, description: '证书所载项目代码. The code as the certificate states it.' })
  statedItem: string;

  @CodeColumn(12)
  standing: QualificationStanding;

  @Column('date')
  @Shared('UNCONDITIONAL')
  @Field(() => DateOnly, { description: '发证日期. The day of issue.' })
  issuedOn: string;

  @Column('date')
  @Shared('UNCONDITIONAL')
  @Field(() => DateOnly, { description: '有效期届满日. The last day of its term.' })
  expiresOn: string;

  @Column('date', { nullable: true })
  @Shared('UNCONDITIONAL')
  @Field(() => DateOnly, { nullable: true, description: '最近复审日期. When it was last reviewed.' })
  reviewedOn: string | null;

  /** The last day of its force as far as is known: its term, or the day by which its review is due. */
  @Column('date')
  @Shared('UNCONDITIONAL')
  @Field(() => DateOnly, { nullable: true, description: '目前有效至（含复审期限）. In force until then unless it is reviewed or renewed.' })
  validUntil: string;

  @Column('date')
  @Shared('UNCONDITIONAL')
  @Field(() => DateOnly, { nullable: true, description: '申请复审（换证）期限. The last day for asking for review or renewal.' })
  renewBy: string;

  @CodeColumn(18, { nullable: true })
  employerUscc: string | null;

  @CodeColumn(12)
  regionCode: string;

  @CodeColumn(4, { nullable: true })
  @Shared('UNCONDITIONAL')
  @Field(() => String, { nullable: true, description: '聘用单位行业代码 (GB/T 4754-2017). The employer’s industry.' })
  industryCode: string | null;

  @Column('varchar', { array: true, default: '{}' })
  @Shared('UNCONDITIONAL')
  @Field(() => [String], { nullable: true, description: '涉及的一件事. The codes of the matters that it belongs to.' })
  matterCodes: string[];

  @Column('boolean')
  @Shared('UNCONDITIONAL')
  @Field(() => Boolean, { nullable: true, description: '是否合成数据. Whether it is synthetic, made for demonstration.' })
  synthetic: boolean;
}

export const QualificationConnection = connectionOf('Qualification', '人员资格', () => Qualification);

export const QUALIFICATIONS: List<Qualification> = { name: 'qualifications', entity: Qualification, order: ['regionCode', 'id'] };
/** Those of one employer, who may have people in several divisions. */
export const EMPLOYED: List<Qualification> = { name: 'employedQualifications', entity: Qualification, order: ['id'] };

@InputType({ description: '人员资格筛选. Which qualifications.' })
export class QualificationFilter {
  @Field(() => RegionCode, { nullable: true, description: '区划及其下级. In the subtree of this division.' })
  region?: string | null;

  @Field(() => QualificationScheme, { nullable: true, description: '资格制度. Of this scheme.' })
  scheme?: QualificationScheme | null;

  @Field(() => ID, { nullable: true, description: '资格项目标识. Of this item, by its id.' })
  item?: string | null;

  @Field(() => Uscc, { nullable: true, description: '聘用单位. Of people whom this enterprise employs.' })
  employer?: string | null;

  @Field(() => QualificationStatus, { nullable: true, description: '当日状态. In this state today.' })
  status?: QualificationStatus | null;
}
