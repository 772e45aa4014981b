import { Directive, Field, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { CodeColumn, DateOnly, RegionCode, Shared, vocabulary } from '../kernel';

export const RegionLevel = vocabulary('RegionLevel', '行政区划级别. The level of a division.', {
  PROVINCE: '省级. Province, autonomous region or municipality.',
  CITY: '地级. Prefecture-level.',
  COUNTY: '县级. County-level.',
  TOWN: '乡级. Town or street.',
});
export type RegionLevel = keyof typeof RegionLevel;

@Entity()
@ObjectType({ description: '行政区划 (GB/T 2260). An administrative division.', simpleResolvers: true })
@Directive('@key(fields: "code")')
export class Region {
  @CodeColumn(12, { primary: true })
  @Shared('PUBLIC')
  @Field(() => RegionCode, { description: '区划代码. Its code.' })
  code: string;

  @Column('varchar', { length: 64 })
  @Shared('PUBLIC')
  @Field(() => String, { nullable: true, description: '名称. Its name.' })
  name: string;

  @Column('varchar', { length: 128 })
  @Shared('PUBLIC')
  @Field(() => String, { nullable: true, description: '全称. Its name with those of the divisions above.' })
  fullName: string;

  @CodeColumn(8)
  @Shared('PUBLIC')
  @Field(() => RegionLevel, { nullable: true, description: '级别. Its level.' })
  level: RegionLevel;

  @CodeColumn(12, { nullable: true })
  parentCode: string | null;

  @Column('date', { nullable: true })
  @Shared('PUBLIC')
  @Field(() => DateOnly, { nullable: true, description: '撤销日期. When it was abolished; null while it is in force.' })
  validTo: string | null;

  @CodeColumn(12, { nullable: true })
  successorCode: string | null;
}
