import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { HazardDomain, RegionCode, Shared, Uscc } from '../kernel';

/** 市场主体, owned by registry. */
@ObjectType({ simpleResolvers: true })
@Directive('@key(fields: "uscc")')
export class Enterprise {
  @Shared('PUBLIC')
  @Field(() => Uscc)
  uscc: string;
}

/** 特种设备, owned by equipment. */
@ObjectType({ simpleResolvers: true })
@Directive('@key(fields: "code")')
export class Equipment {
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

/** 部门, owned by registry. */
@ObjectType({ simpleResolvers: true })
@Directive('@key(fields: "code")')
export class Department {
  @Shared('PUBLIC')
  @Field(() => ID)
  code: string;
}

/** What hazards needs of a matter's scope: fields of hazards and industries. */
@ObjectType({ simpleResolvers: true })
export class MatterScope {
  @Directive('@external')
  @Shared('PUBLIC')
  @Field(() => [String])
  industries: string[];

  @Directive('@external')
  @Shared('PUBLIC')
  @Field(() => [HazardDomain])
  hazardDomains: HazardDomain[];
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
export const enterpriseOf = (uscc: string | null): Enterprise | null => (uscc === null ? null : { uscc });
export const equipmentOf = (code: string | null): Equipment | null => (code === null ? null : { code });
export const departmentOf = (code: string | null): Department | null => (code === null ? null : { code });
