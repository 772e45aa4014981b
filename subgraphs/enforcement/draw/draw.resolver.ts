import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import {
  PageArgs,
  RegionCode,
  Shared,
  connectionFor,
  date,
  fields,
  flag,
  workedOut,
  rulesBeside,
  type RequestContext,
} from '../../kernel';
import { LegalRule } from '../others';
import { Draw, DrawFilter } from './draw';
import { DrawCheck } from './draw-check';
import { checksOfDraw, drawCheckPage, drawPage } from './draw.lists';
import { isPublicationOverdue, isVerified, publishBy } from './draw.rules';

const DrawConnection = connectionFor(Draw);
const DrawCheckConnection = connectionFor(DrawCheck);

export const drawFields = fields(Draw, {
  verified: workedOut(
    'UNCONDITIONAL',
    flag,
    '复算是否一致. Whether seed, pool and result, computed anew, agree with what was announced and kept; null before the draw.',
    isVerified,
  ),
});

export const drawCheckFields = fields(DrawCheck, {
  publishBy: workedOut(
    'PUBLIC',
    date,
    '公示期限. The last day for publishing it.',
    ({ checkedOn }) => publishBy(checkedOn).date,
  ),
  ...rulesBeside<DrawCheck>(() => LegalRule, 'PUBLIC', {
    publishBy: ({ checkedOn }) => publishBy(checkedOn).rule,
  }),
  publicationOverdue: workedOut(
    'PUBLIC',
    flag,
    '是否逾期公示. Whether it was, or is by today, published too late.',
    ({ checkedOn, publishedOn }, { today }) => isPublicationOverdue(checkedOn, publishedOn, today),
  ),
});

@Resolver(() => Draw)
export class DrawResolver {
  @Shared('UNCONDITIONAL')
  @Query(() => DrawConnection, {
    nullable: true,
    description: '双随机抽取，按区划、编号排序. Draws by division and id.',
  })
  draws(
    @Arg('filter', () => DrawFilter, {
      nullable: true,
      description: '筛选. The draws for which all of this holds.',
    })
    filter: DrawFilter | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: RequestContext,
  ) {
    return drawPage(context, filter, args);
  }

  @Shared('PUBLIC')
  @Query(() => DrawCheckConnection, {
    nullable: true,
    description:
      '双随机检查结果；公众仅见已公示. Results of checks; the public sees those that are published.',
  })
  drawChecks(
    @Arg('region', () => RegionCode, {
      nullable: true,
      description: '区划及其下级. By departments in the subtree of this division.',
    })
    region: string | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: RequestContext,
  ) {
    return drawCheckPage(context, region, args);
  }

  @Shared('UNCONDITIONAL')
  @FieldResolver(() => DrawCheckConnection, {
    nullable: true,
    description: '检查结果. The results of the checks of those drawn.',
  })
  checks(@Root() { id }: Draw, @Args(() => PageArgs) args: PageArgs, @Ctx() context: RequestContext) {
    return checksOfDraw(context, id, args);
  }
}
