import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { RegionCode, Shared, Uscc } from '../kernel';

/** 市场主体, owned by the registry. */
@ObjectType({ simpleResolvers: true })
@Directive('@key(fields: "uscc")')
export class Enterprise {
  @Shared('PUBLIC')
  @Field(() => Uscc)
  uscc: string;
}

/** 行政区划, owned by the registry. */
@ObjectType({ simpleResolvers: true })
@Directive('@key(fields: "code")')
export class Region {
  @Shared('PUBLIC')
  @Field(() => RegionCode)
  code: string;
}

/** What this subgraph needs of a matter's scope: the kinds of equipment. */
@ObjectType({ simpleResolvers: true })
export class MatterScope {
  @Directive('@external')
  @Shared('PUBLIC')
  @Field(() => [String])
  equipmentKinds: string[];
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

/** 一件事概览, owned by matters: each department adds its figures. */
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
