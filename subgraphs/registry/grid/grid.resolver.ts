import sql, { raw } from 'sql-template-tag';
import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import {
  PageArgs,
  RegionCode,
  Shared,
  connectionFor,
  divisionCode,
  isWithin,
  within,
  workedOut,
  type RequestContext,
} from '../../kernel';
import { places } from '../place/places';
import { Region } from '../place/region';
import { Enterprise } from '../enterprise/enterprise';
import { Grid, GridCoverage } from './grid';
import { enterprisesOf, gridsOf } from './grid.lists';

/** A town is covered if a grid in it, or in one of its villages, has someone in the post today. */
async function coverage(context: RequestContext, region: string): Promise<GridCoverage> {
  const { today, db } = context;
  const { regions } = await places(context);
  const towns = [...regions.values()].filter(
    ({ code, level, validTo }) => level === 'TOWN' && !validTo && isWithin(code, region),
  );
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

export const gridFields = {
  region: workedOut<Grid>(
    'PUBLIC',
    () => Region,
    '所在乡镇；村级代码归入其乡镇. The division it lies in; of a village, its town.',
    ({ regionCode }, context) => {
      const code = divisionCode(regionCode);
      return places.pick(
        context,
        ({ regions }) =>
          regions.get(code) ?? regions.get(code.slice(0, 9)) ?? regions.get(code.slice(0, 6)) ?? null,
      );
    },
  ),
};

@Resolver()
export class GridCoverageResolver {
  @Shared('PUBLIC')
  @Query(() => GridCoverage, {
    nullable: true,
    description: '网格化管理覆盖率. The share of towns that have grids with people.',
  })
  gridCoverage(
    @Arg('region', () => RegionCode, { description: '区划及其下级. In the subtree of this division.' })
    region: string,
    @Ctx() context: RequestContext,
  ) {
    return coverage(context, region);
  }
}

const GridConnection = connectionFor(Grid);
const EnterpriseConnection = connectionFor(Enterprise);

@Resolver(() => Enterprise)
export class EnterpriseGridsResolver {
  @Shared('PUBLIC')
  @FieldResolver(() => GridConnection, {
    nullable: true,
    description:
      '所在乡镇（街道）、村（社区）的网格；登记地只到县级的为空，无从判断. The grids of the town or the village that it is registered in; null where no more than its county is known.',
  })
  grids(
    @Root() enterprise: Enterprise,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: RequestContext,
  ) {
    return gridsOf(context, enterprise, args);
  }
}

@Resolver(() => Grid)
export class GridEnterprisesResolver {
  @Shared('PUBLIC')
  @FieldResolver(() => EnterpriseConnection, {
    nullable: true,
    description:
      '登记地在该网格所在乡镇（街道）的市场主体，登记到村（社区）的只列本村；登记地只到县级的不在其中. The enterprises that are registered in its town, and in no other village than its own; without those of which no more than the county is known.',
  })
  enterprises(@Root() grid: Grid, @Args(() => PageArgs) args: PageArgs, @Ctx() context: RequestContext) {
    return enterprisesOf(context, grid, args);
  }
}
