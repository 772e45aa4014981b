import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import {
  Bounded,
  DepartmentKind,
  RegionCode,
  Shared,
  fields,
  workedOut,
  type RequestContext,
  Argument,
  oneOf,
} from '../../kernel';
import { Region } from '../others';
import { EnforcementCircular } from './circular';
import { EnforcementRank } from './enforcement-rank';
import { circularRelease, rankingRelease } from './ranking.releases';

export const rankFields = fields(EnforcementRank, {
  region: workedOut(
    'PUBLIC',
    () => Region,
    '区划. The division that is ranked.',
    ({ regionCode }) => ({ code: regionCode }),
  ),
});

@Resolver()
export class RankingResolver {
  @Bounded(1000)
  @Shared('PUBLIC')
  @Query(() => [EnforcementRank], {
    nullable: true,
    description:
      '监管执法季度排名：下一级各区划，按名次；无监管对象的不排名，未检查、未报送的列末位；公众所见为已发布的. The divisions right below one, ranked by their enforcement in a quarter: those without work last, and those with nobody to supervise not at all. The public sees what was released.',
  })
  enforcementRanking(
    @Arg('region', () => RegionCode, { description: '上级区划代码. The division whose parts are ranked.' })
    region: string,
    @Arg('quarter', () => String, { description: '季度，如 2026-Q3. The quarter to be ranked, as 2026-Q3.' })
    quarter: string,
    @Argument(
      'department',
      oneOf(DepartmentKind),
      '部门类别；缺省为各部门合计. Ranked by what this kind of department did, by default by all.',
      { optional: true },
    )
    department: DepartmentKind | null,
    @Ctx() context: RequestContext,
  ) {
    return rankingRelease.tell(context, { region, quarter, department });
  }

  @Bounded(1000)
  @Shared('PUBLIC')
  @Query(() => [EnforcementCircular], {
    nullable: true,
    description:
      '打非治违一月一通报；公众所见为已发布的. What nine kinds of department have done in a month; the public sees what was released.',
  })
  enforcementCircular(
    @Arg('region', () => RegionCode, {
      description: '区划. The code of the division that the circular is about.',
    })
    region: string,
    @Arg('month', () => String, { description: '月份 YYYY-MM. The month that is reported on.' })
    month: string,
    @Ctx() context: RequestContext,
  ) {
    return circularRelease.tell(context, { region, month });
  }
}
