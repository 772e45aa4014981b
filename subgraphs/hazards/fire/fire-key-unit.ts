import { Directive, Field, Float, Int, ObjectType } from 'type-graphql';
import { Column, Entity, Index } from 'typeorm';
import { CodeColumn, DateOnly, Shared, Submitted, Uscc, connectionOf, type List } from '../../kernel';

@Entity()
@Index('fire_key_unit_by_region', ['regionCode', 'uscc'])
@Index('fire_key_unit_by_source', ['source', 'sourceId'], { unique: true })
@ObjectType({ description: '消防安全重点单位. A key unit for fire safety, with the five who answer for it.', simpleResolvers: true })
@Directive('@key(fields: "uscc")')
export class FireKeyUnit extends Submitted {
  @CodeColumn(18, { primary: true })
  @Shared('PUBLIC')
  @Field(() => Uscc, { description: '统一社会信用代码. The enterprise.' })
  uscc: string;

  @CodeColumn(12)
  regionCode: string;

  @Column('varchar', { length: 100 })
  @Shared('UNCONDITIONAL')
  @Field(() => String, { nullable: true, description: '场所类型，如 大型商业综合体. What kind of place it is.' })
  place: string;

  @Column('date')
  @Shared('UNCONDITIONAL')
  @Field(() => DateOnly, { nullable: true, description: '列为重点单位日期. Since when it is a key unit.' })
  designatedOn: string;

  @Column('date', { nullable: true })
  @Shared('UNCONDITIONAL')
  @Field(() => DateOnly, { nullable: true, description: '纳入在线监管日期. Since when it is supervised online; null while it is not.' })
  onlineSince: string | null;

  /** 五包一: each is one sealed text with name, organisation and phone. */
  @Column('text', { nullable: true })
  industryOfficer: string | null;

  @Column('text', { nullable: true })
  townOfficer: string | null;

  @Column('text', { nullable: true })
  communityWorker: string | null;

  @Column('text', { nullable: true })
  fireOfficer: string | null;

  @Column('text', { nullable: true })
  specialist: string | null;

  /** Whether all five are named: kept so that coverage is counted from an index. */
  @Column('boolean')
  @Shared('UNCONDITIONAL')
  @Field(() => Boolean, { nullable: true, description: '五包一是否配齐. Whether all five are named.' })
  complete: boolean;
}

export const FireKeyUnitConnection = connectionOf('FireKeyUnit', '消防安全重点单位', () => FireKeyUnit);
export const FIRE_KEY_UNITS: List<FireKeyUnit> = { name: 'fireKeyUnits', entity: FireKeyUnit, order: ['regionCode', 'uscc'] };

@ObjectType({
  description: '重点单位覆盖率. How many key fire units are supervised online, and how many have all five named.',
  simpleResolvers: true,
})
export class FireUnitCoverage {
  @Shared('PUBLIC')
  @Field(() => Int, { description: '重点单位数. Key fire units.' })
  units: number;

  @Shared('PUBLIC')
  @Field(() => Int, { description: '纳入在线监管数. Those that are supervised online.' })
  online: number;

  @Shared('PUBLIC')
  @Field(() => Int, { description: '五包一配齐数. Those with all five named.' })
  complete: number;

  @Shared('PUBLIC')
  @Field(() => Float, { nullable: true, description: '在线监管率，目标100%. The share online; null without units.' })
  onlineRate: number | null;

  @Shared('PUBLIC')
  @Field(() => Float, { nullable: true, description: '五包一配齐率. The share with all five; null without units.' })
  completeRate: number | null;
}
