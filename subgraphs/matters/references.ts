import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { EnterpriseRole, RegionCode, Shared, Uscc } from '../kernel';

/** 部门, owned by registry. */
@ObjectType({ simpleResolvers: true })
@Directive('@key(fields: "code")')
export class Department {
  @Shared('PUBLIC')
  @Field(() => ID)
  code: string;
}

/** 行政区划, owned by registry. */
@ObjectType({ simpleResolvers: true })
@Directive('@key(fields: "code")')
export class Region {
  @Shared('PUBLIC')
  @Field(() => RegionCode)
  code: string;
}

/** 市场主体, owned by registry. */
@ObjectType({ simpleResolvers: true })
@Directive('@key(fields: "uscc")')
export class Enterprise {
  @Shared('PUBLIC')
  @Field(() => Uscc)
  uscc: string;

  @Directive('@external')
  @Shared('PUBLIC')
  @Field(() => String, { nullable: true })
  industryCode: string | null;

  @Directive('@external')
  @Shared('PUBLIC')
  @Field(() => [EnterpriseRole], { nullable: true })
  roles: EnterpriseRole[] | null;
}
