import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { EnterpriseRole, Shared } from '../kernel';

/** What the registry needs of a matter's scope: the industries and roles of its enterprises. */
@ObjectType({ simpleResolvers: true })
export class MatterScope {
  @Directive('@external')
  @Shared('PUBLIC')
  @Field(() => [String])
  industries: string[];

  @Directive('@external')
  @Shared('PUBLIC')
  @Field(() => [EnterpriseRole])
  roles: EnterpriseRole[];
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
  scope: MatterScope;
}
