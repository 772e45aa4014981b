import { Directive, Field, InputType, ObjectType } from 'type-graphql';
import { Column, Entity, Index } from 'typeorm';
import { CodeColumn, DateOnly, EnterpriseRole, RegionCode, Shared, Submitted, Uscc, connectionOf, vocabulary, type List } from '../kernel';

export const EnterpriseStatus = vocabulary('EnterpriseStatus', '登记状态. The state of an enterprise in the register.', {
  OPERATING: '存续（在营）. In operation.',
  SUSPENDED: '歇业. Suspended by itself.',
  REVOKED: '吊销，未注销. Its licence is revoked, it still exists.',
  CANCELLED: '注销. Struck off the register.',
});
export type EnterpriseStatus = keyof typeof EnterpriseStatus;

@Entity()
@Index('enterprise_by_region', ['regionCode', 'uscc'])
@Index('enterprise_by_industry', ['industryCode', 'regionCode', 'uscc'])
@Index('enterprise_by_source', ['source', 'sourceId'], { unique: true })
@Index('enterprise_by_name', { synchronize: false })
@Index('enterprise_by_role', { synchronize: false })
@ObjectType({ description: '市场主体. An enterprise of the register.', simpleResolvers: true })
@Directive('@key(fields: "uscc")')
export class Enterprise extends Submitted {
  @CodeColumn(18, { primary: true })
  @Shared('PUBLIC')
  @Field(() => Uscc, { description: '统一社会信用代码. Its unified social credit code.' })
  uscc: string;

  @Column('varchar', { length: 200 })
  @Shared('PUBLIC')
  @Field(() => String, { nullable: true, description: '名称. Its name.' })
  name: string;

  @CodeColumn(12)
  @Shared('PUBLIC')
  @Field(() => EnterpriseStatus, { nullable: true, description: '登记状态. Its state.' })
  status: EnterpriseStatus;

  @CodeColumn(12)
  regionCode: string;

  @CodeColumn(4, { nullable: true })
  @Shared('PUBLIC')
  @Field(() => String, { nullable: true, description: '行业代码 (GB/T 4754-2017)，不含门类字母. Its industry, two to four digits.' })
  industryCode: string | null;

  @Column('varchar', { array: true, default: '{}' })
  @Shared('PUBLIC')
  @Field(() => [EnterpriseRole], { nullable: true, description: '主体角色. What it does in the supervised chains.' })
  roles: EnterpriseRole[];

  @Column('varchar', { length: 100, nullable: true })
  @Shared('UNCONDITIONAL')
  @Field(() => String, { nullable: true, description: '法定代表人. Its legal representative.' })
  legalRepresentative: string | null;

  @Column('varchar', { length: 32, nullable: true })
  @Shared('CONDITIONAL', 'MARKET_SUPERVISION')
  @Field(() => String, { nullable: true, description: '联系电话. Its phone number.' })
  contactPhone: string | null;

  @Column('varchar', { length: 300, nullable: true })
  @Shared('PUBLIC')
  @Field(() => String, { nullable: true, description: '住所. Its registered address.' })
  address: string | null;

  @Column('date', { nullable: true })
  @Shared('PUBLIC')
  @Field(() => DateOnly, { nullable: true, description: '成立日期. When it was registered.' })
  registeredOn: string | null;

  @Column('boolean')
  @Shared('PUBLIC')
  @Field(() => Boolean, { nullable: true, description: '信用代码校验位是否正确. Whether both check digits of its code are right.' })
  checksumValid: boolean;

  @Column('boolean')
  @Shared('PUBLIC')
  @Field(() => Boolean, { nullable: true, description: '是否合成数据. Whether it is synthetic, made for demonstration.' })
  synthetic: boolean;
}

export const EnterpriseConnection = connectionOf('Enterprise', '市场主体', () => Enterprise);

export const ENTERPRISES: List<Enterprise> = { name: 'enterprises', entity: Enterprise, order: ['regionCode', 'uscc'] };

@InputType({ description: '市场主体筛选. Which enterprises.' })
export class EnterpriseFilter {
  @Field(() => RegionCode, { nullable: true, description: '区划及其下级. In the subtree of this division.' })
  region?: string | null;

  @Field(() => String, { nullable: true, description: '名称包含，至少两个字. The name holds this, two characters at least.' })
  nameContains?: string | null;

  @Field(() => EnterpriseStatus, { nullable: true, description: '登记状态. In this state.' })
  status?: EnterpriseStatus | null;

  @Field(() => String, { nullable: true, description: '行业代码前缀. The industry begins with this.' })
  industryPrefix?: string | null;

  @Field(() => EnterpriseRole, { nullable: true, description: '主体角色. With this role.' })
  role?: EnterpriseRole | null;
}
