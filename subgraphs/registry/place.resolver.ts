import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { RegionCode, divisionCode, Shared, isWithin, type RequestContext } from '../kernel';
import { Department, DepartmentFilter } from './department';
import { places } from './reference';
import { Region } from './region';

@Resolver(() => Region)
export class RegionResolver {
  @Shared('PUBLIC')
  @Query(() => Region, { nullable: true, description: '按代码查行政区划. The division with this code.' })
  async region(@Arg('code', () => RegionCode, { description: '区划代码. Its code.' }) code: string, @Ctx() context: RequestContext) {
    return (await places(context)).regions.get(divisionCode(code)) ?? null;
  }

  @Shared('PUBLIC')
  @Query(() => [Region], {
    nullable: true,
    description: '下级行政区划，缺省为各省. The divisions right below one, by default the provinces.',
  })
  async regions(
    @Arg('parent', () => RegionCode, { nullable: true, description: '上级代码. The code of the one above.' }) parent: string | null,
    @Ctx() context: RequestContext,
  ) {
    return (await places(context)).childrenOf.get(parent ?? null) ?? [];
  }

  @Shared('PUBLIC')
  @FieldResolver(() => Region, { nullable: true, description: '上级区划. The division above.' })
  parent(@Root() region: Region, @Ctx() context: RequestContext) {
    return places.pick(context, (table) => table.regions.get(region.parentCode ?? '') ?? null);
  }

  @Shared('PUBLIC')
  @FieldResolver(() => [Region], { nullable: true, description: '下级区划. The divisions right below.' })
  children(@Root() region: Region, @Ctx() context: RequestContext) {
    return places.pick(context, (table) => table.childrenOf.get(region.code) ?? []);
  }

  @Shared('PUBLIC')
  @FieldResolver(() => Region, { nullable: true, description: '撤销后由其承接. The division that an abolished one became.' })
  successor(@Root() region: Region, @Ctx() context: RequestContext) {
    return places.pick(context, (table) => table.regions.get(region.successorCode ?? '') ?? null);
  }
}

@Resolver(() => Department)
export class DepartmentResolver {
  @Shared('PUBLIC')
  @Query(() => [Department], { nullable: true, description: '部门名录. The departments of a region or a kind.' })
  async departments(
    @Arg('filter', () => DepartmentFilter, { nullable: true, description: '筛选. Which.' }) filter: DepartmentFilter | null,
    @Ctx() context: RequestContext,
  ) {
    const { region, kind } = filter ?? {};
    const all = [...(await places(context)).departments.values()];
    return all.filter(
      (each) => (!kind || each.kind === kind) && (!region || (each.regionCode !== null && isWithin(each.regionCode, region))),
    );
  }

  @Shared('PUBLIC')
  @FieldResolver(() => Region, { nullable: true, description: '所属区划. Its division; none for an organ of the whole country.' })
  region(@Root() department: Department, @Ctx() context: RequestContext) {
    return places.pick(context, (table) => table.regions.get(department.regionCode ?? '') ?? null);
  }
}
