import sql from 'sql-template-tag';
import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import {
  Bounded,
  RegionCode,
  defineLoader,
  flag,
  regionRange,
  divisionCode,
  Shared,
  isWithin,
  workedOut,
  Argument,
  statedRegion,
  type RequestContext,
} from '../../kernel';
import { Department, DepartmentFilter } from './department';
import { places } from './places';
import { Region } from './region';

/** Of divisions, those in which an enterprise is open: neither struck off nor without its licence. */
const withEnterprises = defineLoader<{ code: string }>(
  ({ db }, codes) => {
    const ranges = codes.map(regionRange);
    return db.byKey(sql`
      SELECT code FROM unnest(${codes}::varchar[], ${ranges.map(({ from }) => from)}::varchar[], ${ranges.map(({ to }) => to)}::varchar[]) AS division (code, first, beyond)
      WHERE EXISTS (SELECT FROM enterprise WHERE region_code >= first AND region_code < beyond AND status IN ('OPERATING', 'SUSPENDED'))`);
  },
  ({ code }) => code,
);

export const regionFields = {
  hasEnterprises: workedOut<Region, boolean>(
    'PUBLIC',
    flag,
    '有无监管对象（未注销、未吊销的市场主体）. Whether there is anyone in it to supervise: an enterprise that is open.',
    async ({ code }, context) => (await withEnterprises(context).load(code)) !== null,
  ),
  parent: workedOut<Region>(
    'PUBLIC',
    () => Region,
    '上级区划. The division directly above; null at the top.',
    ({ parentCode }, context) => places.pick(context, ({ regions }) => regions.get(parentCode ?? '') ?? null),
  ),
  children: workedOut<Region>(
    'PUBLIC',
    () => [Region],
    '下级区划. The divisions directly below this one.',
    ({ code }, context) => places.pick(context, ({ childrenOf }) => childrenOf.get(code) ?? []),
    { longest: 80 },
  ),
  successor: workedOut<Region>(
    'PUBLIC',
    () => Region,
    '撤销后由其承接. The division that an abolished one became.',
    ({ successorCode }, context) =>
      places.pick(context, ({ regions }) => regions.get(successorCode ?? '') ?? null),
  ),
};

@Resolver()
export class RegionResolver {
  @Shared('PUBLIC')
  @Query(() => Region, { nullable: true, description: '按代码查行政区划. The division with this code.' })
  async region(
    @Argument(
      'code',
      statedRegion,
      '区划代码；已撤销的如实返回. The code of the division; an abolished one is shown as such.',
    )
    code: string,
    @Ctx() context: RequestContext,
  ) {
    return (await places(context)).regions.get(divisionCode(code)) ?? null;
  }

  @Bounded(80)
  @Shared('PUBLIC')
  @Query(() => [Region], {
    nullable: true,
    description: '下级行政区划，缺省为各省. The divisions right below one, by default the provinces.',
  })
  async regions(
    @Arg('parent', () => RegionCode, { nullable: true, description: '上级代码. The code of the one above.' })
    parent: string | null,
    @Ctx() context: RequestContext,
  ) {
    return (await places(context)).childrenOf.get(parent ?? null) ?? [];
  }
}

@Resolver()
export class DepartmentResolver {
  @Bounded(3000)
  @Shared('PUBLIC')
  @Query(() => [Department], {
    nullable: true,
    description: '部门名录. The departments of a region or a kind.',
  })
  async departments(
    @Arg('filter', () => DepartmentFilter, {
      nullable: true,
      description: '筛选. Returns only what meets these conditions.',
    })
    filter: DepartmentFilter | null,
    @Ctx() context: RequestContext,
  ) {
    const { region, kind } = filter ?? {};
    const all = [...(await places(context)).departments.values()];
    return all.filter(
      (each) =>
        (!kind || each.kind === kind) &&
        (!region || (each.regionCode !== null && isWithin(each.regionCode, region))),
    );
  }
}
