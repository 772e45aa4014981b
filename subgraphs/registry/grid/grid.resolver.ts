import sql, { raw } from 'sql-template-tag';
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import {
  PageArgs,
  RegionCode,
  Shared,
  defineLoader,
  divisionCode,
  isWithin,
  page,
  pagesOf,
  unseal,
  within,
  type RequestContext,
} from '../../kernel';
import { Department } from '../department';
import { places } from '../reference';
import { Region } from '../region';
import { GRIDS, GRID_PEOPLE, Grid, GridConnection, GridCoverage, GridPerson, GridPersonConnection } from './grid';

export const gridByCode = defineLoader<Grid>(
  ({ db }, codes) => db.byKey(sql`SELECT ${raw(db.columns(Grid))} FROM grid WHERE code = ANY(${codes}::varchar[])`),
  ({ code }) => code,
);

/** A town is covered if a grid in it, or in one of its villages, has someone in the post today. */
async function coverage(context: RequestContext, region: string): Promise<GridCoverage> {
  const { today, db } = context;
  const { regions } = await places(context);
  const towns = [...regions.values()].filter(({ code, level, validTo }) => level === 'TOWN' && !validTo && isWithin(code, region));
  const grids = await db.query<{ place: string; manned: boolean }>(
    sql`SELECT region_code AS place, EXISTS (
        SELECT FROM grid_person WHERE grid_code = code AND started_on <= ${today} AND (ended_on IS NULL OR ended_on >= ${today})) AS manned
      FROM grid WHERE true ${within(raw('region_code'), region)}`,
  );
  const manned = grids.filter((grid) => grid.manned);
  const places9 = new Set(manned.map(({ place }) => place.slice(0, 9)));
  const covered = towns.filter(({ code }) => places9.has(code.slice(0, 9))).length;
  return {
    towns: towns.length,
    covered,
    rate: towns.length === 0 ? null : Math.round((covered / towns.length) * 1000) / 10,
    grids: grids.length,
    gridsWithoutPeople: grids.length - manned.length,
  };
}

@Resolver(() => Grid)
export class GridResolver {
  @Shared('PUBLIC')
  @Query(() => Grid, { nullable: true, description: '按编号查网格. The grid with this code.' })
  grid(@Arg('code', () => ID, { description: '网格编号. Its code.' }) code: string, @Ctx() context: RequestContext) {
    return gridByCode(context).load(code);
  }

  @Shared('PUBLIC')
  @Query(() => GridConnection, { nullable: true, description: '安全生产网格，按区划、编号排序. Grids by division and code.' })
  grids(
    @Arg('region', () => RegionCode, { nullable: true, description: '区划及其下级. In the subtree of this division.' })
    region: string | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: RequestContext,
  ) {
    return page(context, GRIDS, within(raw('region_code'), region), args);
  }

  @Shared('PUBLIC')
  @Query(() => GridCoverage, { nullable: true, description: '网格化管理覆盖率. How many towns have grids with people.' })
  gridCoverage(
    @Arg('region', () => RegionCode, { description: '区划及其下级. In the subtree of this division.' }) region: string,
    @Ctx() context: RequestContext,
  ) {
    return coverage(context, region);
  }

  @Shared('PUBLIC')
  @FieldResolver(() => Region, {
    nullable: true,
    description: '所在乡镇；村级代码归入其乡镇. The division it lies in; of a village, its town.',
  })
  region(@Root() { regionCode }: Grid, @Ctx() context: RequestContext) {
    const code = divisionCode(regionCode);
    return places.pick(
      context,
      ({ regions }) => regions.get(code) ?? regions.get(code.slice(0, 9)) ?? regions.get(code.slice(0, 6)) ?? null,
    );
  }

  @Shared('PUBLIC')
  @FieldResolver(() => Department, { nullable: true, description: '监管单位. The department that answers for it.' })
  department(@Root() { departmentCode }: Grid, @Ctx() context: RequestContext) {
    return places.pick(context, ({ departments }) => departments.get(departmentCode) ?? null);
  }

  @Shared('UNCONDITIONAL')
  @FieldResolver(() => GridPersonConnection, { nullable: true, description: '监管人员. The people who answer for it.' })
  people(@Root() { code }: Grid, @Args(() => PageArgs) args: PageArgs, @Ctx() context: RequestContext) {
    return pagesOf(context, GRID_PEOPLE, 'gridCode', args).load(code);
  }
}

@Resolver(() => GridPerson)
export class GridPersonResolver {
  @Shared('CONDITIONAL', 'EMERGENCY_MANAGEMENT')
  @FieldResolver(() => String, { nullable: true, description: '姓名. The name.' })
  name(@Root() { sealedName }: GridPerson, @Ctx() { settings }: RequestContext) {
    return unseal(sealedName, settings.dataKey);
  }
}
