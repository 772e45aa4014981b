import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { RegionCode, Shared, Uscc } from '../kernel';

/** 市场主体, owned by registry. */
@ObjectType({ simpleResolvers: true })
@Directive('@key(fields: "uscc")')
export class Enterprise {
  @Shared('PUBLIC')
  @Field(() => Uscc)
  uscc: string;
}

/** 行政区划, owned by registry. */
@ObjectType({ simpleResolvers: true })
@Directive('@key(fields: "code")')
export class Region {
  @Shared('PUBLIC')
  @Field(() => RegionCode)
  code: string;
}

/** 部门, owned by registry. */
@ObjectType({ simpleResolvers: true })
@Directive('@key(fields: "code")')
export class Department {
  @Shared('PUBLIC')
  @Field(() => ID)
  code: string;
}

/** 质量安全信用档案, owned by credit. */
@ObjectType({ simpleResolvers: true })
@Directive('@key(fields: "uscc")')
export class CreditFile {
  @Shared('PUBLIC')
  @Field(() => Uscc)
  uscc: string;
}

/** What enforcement needs of a matter's scope: the industries whose cases and fines it counts. */
@ObjectType({ simpleResolvers: true })
export class MatterScope {
  @Directive('@external')
  @Shared('PUBLIC')
  @Field(() => [String])
  industries: string[];
}

/** 一件事, owned by matters. */
@ObjectType({ simpleResolvers: true })
@Directive('@key(fields: "code")')
export class Matter {
  @Shared('PUBLIC')
  @Field(() => ID)
  code: string;

  @Directive('@external')
  @Shared('PUBLIC')
  @Field(() => MatterScope, { nullable: true })
  scope: MatterScope | null;
}

/** 一件事概览, owned by matters. */
@ObjectType({ simpleResolvers: true })
@Directive('@key(fields: "matterCode regionCode")')
export class MatterOverview {
  @Shared('PUBLIC')
  @Field(() => ID)
  matterCode: string;

  @Shared('PUBLIC')
  @Field(() => RegionCode)
  regionCode: string;

  @Directive('@external')
  @Shared('PUBLIC')
  @Field(() => MatterScope)
  scope: MatterScope;
}

/** The stub of a noun that is known by its key, or null without one. */
export function enterpriseOf(uscc: string | null): Enterprise | null {
  return uscc === null ? null : { uscc };
}
