import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { RegionCode, Shared, type RequestContext } from '../../kernel';
import { Region } from '../others';
import { EnforcementRank } from './enforcement-rank';
import { enforcementRanking } from './ranking.loaders';

@Resolver(() => EnforcementRank)
export class EnforcementRankResolver {
  @Shared('PUBLIC')
  @Query(() => [EnforcementRank], {
    nullable: true,
    description: '监管执法季度排名：下一级各区划，按名次. The divisions right below one, ranked by their enforcement in a quarter.',
  })
  enforcementRanking(
    @Arg('region', () => RegionCode, { description: '上级区划代码. The division whose parts are ranked.' }) region: string,
    @Arg('quarter', () => String, { description: '季度，如 2026-Q3. The quarter, as 2026-Q3.' }) quarter: string,
    @Ctx() context: RequestContext,
  ) {
    return enforcementRanking(context, region, quarter);
  }

  @Shared('PUBLIC')
  @FieldResolver(() => Region, { nullable: true, description: '区划. The division.' })
  region(@Root() { regionCode }: EnforcementRank) {
    return { code: regionCode };
  }
}
