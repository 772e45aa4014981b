import { Directive, Field, ID, InputType, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { CodeColumn, DepartmentKind, RegionCode, Shared } from '../kernel';

@Entity()
@ObjectType({ description: '部门. A department of a level of government.', simpleResolvers: true })
@Directive('@key(fields: "code")')
export class Department {
  @CodeColumn(40, { primary: true })
  @Shared('PUBLIC')
  @Field(() => ID, { description: '部门代码：区划代码-类别，国家级为 CN-类别. Division code and kind, or CN and kind.' })
  code: string;

  @Column('varchar', { length: 128 })
  @Shared('PUBLIC')
  @Field(() => String, { nullable: true, description: '名称. Its name.' })
  name: string;

  @CodeColumn(24)
  @Shared('PUBLIC')
  @Field(() => DepartmentKind, { nullable: true, description: '类别. Its kind.' })
  kind: DepartmentKind;

  /** Null for an organ of the whole country. */
  @CodeColumn(12, { nullable: true })
  regionCode: string | null;
}

@InputType({ description: '部门筛选. Which departments.' })
export class DepartmentFilter {
  @Field(() => RegionCode, { nullable: true, description: '区划及其下级. In the subtree of this division.' })
  region?: string | null;

  @Field(() => DepartmentKind, { nullable: true, description: '类别. Of this kind.' })
  kind?: DepartmentKind | null;
}
