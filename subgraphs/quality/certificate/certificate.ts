import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity, Index } from 'typeorm';
import { CodeColumn, DateOnly, RegionCode, Shared, Submitted, connectionOf, vocabulary, type List } from '../../kernel';

export const CccStatus = vocabulary('CccStatus', '认证证书状态. Where a certificate stands.', {
  VALID: '有效. Valid.',
  SUSPENDED: '暂停. Suspended.',
  REVOKED: '撤销. Revoked for a fault.',
  CANCELLED: '注销. Cancelled, on request or with its holder.',
  EXPIRED: '过期. Its last day is past; worked out on the day.',
});
export type CccStatus = keyof typeof CccStatus;

@Entity()
@Index('ccc_certificate_by_holder', ['holderUscc', 'number'])
@Index('ccc_certificate_by_region', ['regionCode', 'number'])
// holds all that the figures of an overview need
@Index('ccc_certificate_by_category', ['categoryCode', 'regionCode', 'status', 'expiresOn', 'number'])
@Index('ccc_certificate_by_source', ['source', 'sourceId'], { unique: true })
@ObjectType({ description: '强制性产品认证证书（CCC）. A compulsory certificate of a product.', simpleResolvers: true })
@Directive('@key(fields: "number")')
export class CccCertificate extends Submitted {
  @CodeColumn(16, { primary: true })
  @Shared('PUBLIC')
  @Field(() => ID, { description: '证书编号，16 位数字. Its number of 16 digits.' })
  number: string;

  @CodeColumn(18)
  holderUscc: string;

  @CodeColumn(18, { nullable: true })
  manufacturerUscc: string | null;

  @CodeColumn(28)
  categoryCode: string;

  @Column('varchar', { length: 200 })
  @Shared('PUBLIC')
  @Field(() => String, { description: '产品名称. The name of the product.' })
  productName: string;

  @Column('varchar', { length: 300, nullable: true })
  @Shared('PUBLIC')
  @Field(() => String, { nullable: true, description: '规格型号. The models that it covers.' })
  models: string | null;

  @CodeColumn(2)
  bodyCode: string;

  @CodeColumn(40, { nullable: true })
  laboratoryCode: string | null;

  @Column('date')
  @Shared('PUBLIC')
  @Field(() => DateOnly, { description: '发证日期. When it was issued.' })
  issuedOn: string;

  @Column('date')
  @Shared('PUBLIC')
  @Field(() => DateOnly, { description: '有效期届满日，当日仍有效. Its last day.' })
  expiresOn: string;

  /** As stored: never EXPIRED. Served as it stands on the day. */
  @CodeColumn(12)
  status: CccStatus;

  @Column('date')
  @Shared('PUBLIC')
  @Field(() => DateOnly, { nullable: true, description: '现状态起始日. Since when it has its stored status.' })
  statusSince: string;

  @Column('varchar', { length: 300, nullable: true })
  statusReason: string | null;

  /** Of the holder. */
  @CodeColumn(12)
  @Shared('PUBLIC')
  @Field(() => RegionCode, { nullable: true, description: '持证人所在地区划代码. The division of its holder.' })
  regionCode: string;

  @Column('boolean')
  @Shared('PUBLIC')
  @Field(() => Boolean, { nullable: true, description: '是否合成数据. Whether it is synthetic, made for demonstration.' })
  synthetic: boolean;
}

export const CccCertificateConnection = connectionOf('CccCertificate', '强制性产品认证证书', () => CccCertificate);

/** Of one holder. */
export const CERTIFICATES_OF_HOLDER: List<CccCertificate> = { name: 'cccCertificatesOfHolder', entity: CccCertificate, order: ['number'] };
/** Of a division. */
export const CERTIFICATES: List<CccCertificate> = { name: 'cccCertificates', entity: CccCertificate, order: ['regionCode', 'number'] };

@ObjectType({ description: '证书编号各部分. The parts of a certificate’s number.', simpleResolvers: true })
export class CccNumberParts {
  @Shared('PUBLIC')
  @Field(() => String, { description: '发证年份，四位. The year of issue.' })
  year: string;

  @Shared('PUBLIC')
  @Field(() => String, { description: '认证机构代码，两位. The certification body.' })
  body: string;

  @Shared('PUBLIC')
  @Field(() => String, { description: '产品类别代码，四位. The category of the product.' })
  category: string;

  @Shared('PUBLIC')
  @Field(() => String, { description: '流水号，六位. The serial number.' })
  serial: string;
}
