import { Arg, Args, Ctx, Query, Resolver } from 'type-graphql';
import { Bounded, PageArgs, RegionCode, Shared, connectionFor, type RequestContext } from '../../kernel';
import { Expert, ExpertFilter, ExpertPool } from './expert';
import { expertPage, expertPools } from './expert.lists';

const ExpertConnection = connectionFor(Expert);

@Resolver()
export class ExpertListResolver {
  @Shared('UNCONDITIONAL')
  @Query(() => ExpertConnection, {
    nullable: true,
    description: '在库专家列表，按区划、编号排序. The experts of today’s pools by division and id.',
  })
  experts(
    @Arg('filter', () => ExpertFilter, {
      nullable: true,
      description: '筛选. Those for whom all of this holds.',
    })
    filter: ExpertFilter | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: RequestContext,
  ) {
    return expertPage(context, filter, args);
  }

  @Bounded(1000)
  @Shared('UNCONDITIONAL')
  @Query(() => [ExpertPool], {
    nullable: true,
    description:
      '各部门专家库及建立期限. The pools of departments, and whether they were established in time.',
  })
  expertPools(
    @Arg('region', () => RegionCode, { description: '区划及其下级. In the subtree of this division.' })
    region: string,
    @Ctx() context: RequestContext,
  ) {
    return expertPools(context, region);
  }
}
