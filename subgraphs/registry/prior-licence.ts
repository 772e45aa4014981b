import { Field, ObjectType } from 'type-graphql';
import { Column, Entity, Index } from 'typeorm';
import { CodeColumn, DateOnly, Shared, Submitted } from '../kernel';

@Entity()
@Index('prior_licence_by_holder', ['uscc', 'id'])
@Index('prior_licence_by_source', ['source', 'sourceId'], { unique: true })
@ObjectType({ description: '前置许可（先证后照）. A licence that had to be held before registration.', simpleResolvers: true })
export class PriorLicence extends Submitted {
  /** Source and its id of the record. */
  @CodeColumn(130, { primary: true })
  id: string;

  @CodeColumn(18)
  uscc: string;

  @CodeColumn(12)
  regionCode: string;

  @Column('varchar', { length: 100 })
  @Shared('PUBLIC')
  @Field(() => String, { nullable: true, description: '许可名称. What it permits.' })
  name: string;

  @Column('varchar', { length: 64 })
  @Shared('PUBLIC')
  @Field(() => String, { nullable: true, description: '许可证编号. Its number.' })
  number: string;

  @Column('varchar', { length: 100, nullable: true })
  @Shared('PUBLIC')
  @Field(() => String, { nullable: true, description: '许可机关. Who granted it.' })
  issuedBy: string | null;

  @Column('date', { nullable: true })
  @Shared('PUBLIC')
  @Field(() => DateOnly, { nullable: true, description: '有效期至. The last day on which it holds; null if it has no end.' })
  validUntil: string | null;

  @Column('date', { nullable: true })
  @Shared('PUBLIC')
  @Field(() => DateOnly, { nullable: true, description: '批准日期. When it was granted.' })
  grantedOn: string | null;

  @Column('date', { nullable: true })
  @Shared('PUBLIC')
  @Field(() => DateOnly, {
    nullable: true,
    description: '变更、撤销、吊销或注销日期. When it was changed or withdrawn; null while it is not.',
  })
  endedOn: string | null;
}
