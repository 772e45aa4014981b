import { Ctx, FieldResolver, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { Served, Shared, departmentOf, listOf, text, type Caller, type RequestContext } from '../../kernel';
import { Department } from './department';
import { places } from './places';
import { Region } from './region';

@ObjectType({ description: '当前调用者. Whom the gateway takes the caller for.', simpleResolvers: true })
export class Viewer {
  @Served('PUBLIC', text(200), '主体标识. The subject of the token; null for a member of the public.', {
    optional: true,
  })
  subject: string | null;

  @Served('PUBLIC', listOf(text(100)), '权限范围. The scopes of the token.', { always: true })
  scopes: string[];
  @Served('PUBLIC', text(200), '使用目的. The purpose that was stated.', { optional: true }) purpose:
    string | null;

  caller: Caller;
}

@Resolver(() => Viewer)
export class ViewerResolver {
  @Shared('PUBLIC')
  @Query(() => Viewer, {
    nullable: true,
    description: '网关认定的调用者. The caller as the gateway has identified it.',
  })
  viewer(@Ctx() { caller, purpose }: RequestContext): Viewer {
    return { subject: caller.subject, scopes: [...caller.scopes], purpose, caller };
  }

  @Shared('PUBLIC')
  @FieldResolver(() => Department, {
    nullable: true,
    description: '所属部门. The department; null for a member of the public.',
  })
  async department(@Root() { caller }: Viewer, @Ctx() context: RequestContext) {
    const { departments } = await places(context);
    if (!caller.department) return null;
    const code = departmentOf(caller);
    return departments.get(code) ?? { code, name: null, kind: caller.department, regionCode: caller.region };
  }

  @Shared('PUBLIC')
  @FieldResolver(() => Region, {
    nullable: true,
    description: '辖区. The division whose subtree the caller may act in.',
  })
  region(@Root() { caller }: Viewer, @Ctx() context: RequestContext) {
    return places.pick(context, (table) => table.regions.get(caller.region ?? '') ?? null);
  }
}
