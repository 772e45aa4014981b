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

/** 特种设备目录条目, owned by equipment. */
@ObjectType({ simpleResolvers: true })
@Directive('@key(fields: "code")')
export class EquipmentKind {
  @Shared('PUBLIC')
  @Field(() => ID)
  code: string;
}

/** 特种设备, owned by equipment: its kind says which certificate its operator needs, its user who employs the operator. */
@ObjectType({ simpleResolvers: true })
@Directive('@key(fields: "code")')
export class Equipment {
  @Shared('PUBLIC')
  @Field(() => ID)
  code: string;

  @Directive('@external')
  @Shared('PUBLIC')
  @Field(() => EquipmentKind, { nullable: true })
  kind: EquipmentKind | null;

  @Directive('@external')
  @Shared('UNCONDITIONAL')
  @Field(() => Enterprise, { nullable: true })
  user: Enterprise | null;
}

/** What training needs of a matter's scope: whose operators and whose principals it counts. */
@ObjectType({ simpleResolvers: true })
export class MatterScope {
  @Directive('@external')
  @Shared('PUBLIC')
  @Field(() => [String])
  equipmentKinds: string[];

  @Directive('@external')
  @Shared('PUBLIC')
  @Field(() => [String])
  industries: string[];
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

/** The stub of an enterprise, or null without one. */
export function enterpriseOf(uscc: string | null): Enterprise | null {
  return uscc === null ? null : { uscc };
}

/** The stub of a department, or null without one. */
export function departmentOf(code: string | null): Department | null {
  return code === null ? null : { code };
}
