import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { DateOnly, PageArgs, RegionCode, Shared, type RequestContext } from '../../kernel';
import { Department, Enterprise, Region } from '../others';
import { Draw, DrawConnection, DrawFilter } from './draw';
import { DrawCheck, DrawCheckConnection } from './draw-check';
import { AnnounceSeedInput, CreateDrawInput, RecordDrawCheckInput } from './draw.inputs';
import { checksOfDraw, drawById, drawCheckPage, drawPage } from './draw.loaders';
import { isPublicationOverdue, isVerified, publishBy } from './draw.rules';
import { announceSeed, createDraw, publishDrawChecks, recordDrawCheck } from './draw.service';

@Resolver(() => Draw)
export class DrawResolver {
  @Shared('UNCONDITIONAL')
  @Query(() => Draw, { nullable: true, description: '按编号查抽取. The draw with this id.' })
  drawOf(@Arg('id', () => ID, { description: '抽取编号. Its id.' }) id: string, @Ctx() context: RequestContext) {
    return drawById(context).load(id);
  }

  @Shared('UNCONDITIONAL')
  @Query(() => DrawConnection, { nullable: true, description: '双随机抽取，按区划、编号排序. Draws by division and id.' })
  draws(
    @Arg('filter', () => DrawFilter, { nullable: true, description: '筛选. Which.' }) filter: DrawFilter | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: RequestContext,
  ) {
    return drawPage(context, filter, args);
  }

  @Shared('UNCONDITIONAL')
  @FieldResolver(() => Boolean, {
    nullable: true,
    description:
      '复算是否一致. Whether seed, pool and result, computed anew, agree with what was announced and kept; null before the draw.',
  })
  verified(@Root() draw: Draw) {
    return isVerified(draw);
  }

  @Shared('UNCONDITIONAL')
  @FieldResolver(() => Department, { nullable: true, description: '组织抽查的部门. The department that draws.' })
  department(@Root() { departmentCode }: Draw) {
    return { code: departmentCode };
  }

  @Shared('UNCONDITIONAL')
  @FieldResolver(() => Region, { nullable: true, description: '区划. The division of that department.' })
  region(@Root() { regionCode }: Draw) {
    return { code: regionCode };
  }

  @Shared('UNCONDITIONAL')
  @FieldResolver(() => DrawCheckConnection, { nullable: true, description: '检查结果. What the checks have found.' })
  checks(@Root() { id }: Draw, @Args(() => PageArgs) args: PageArgs, @Ctx() context: RequestContext) {
    return checksOfDraw(context, id, args);
  }
}

@Resolver(() => DrawCheck)
export class DrawCheckResolver {
  @Shared('PUBLIC')
  @Query(() => DrawCheckConnection, {
    nullable: true,
    description: '双随机检查结果；公众仅见已公示. Results of checks; the public sees those that are published.',
  })
  drawChecks(
    @Arg('region', () => RegionCode, { nullable: true, description: '区划及其下级. By departments in the subtree of this division.' })
    region: string | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: RequestContext,
  ) {
    return drawCheckPage(context, region, args);
  }

  @Shared('PUBLIC')
  @FieldResolver(() => Enterprise, { nullable: true, description: '被检查单位. The enterprise that was checked.' })
  enterprise(@Root() { uscc }: DrawCheck) {
    return { uscc };
  }

  @Shared('PUBLIC')
  @FieldResolver(() => DateOnly, { nullable: true, description: '公示期限. The last day for publishing it.' })
  publishBy(@Root() { checkedOn }: DrawCheck) {
    return publishBy(checkedOn).date;
  }

  @Shared('PUBLIC')
  @FieldResolver(() => Boolean, { nullable: true, description: '是否逾期公示. Whether it was, or is by today, published too late.' })
  publicationOverdue(@Root() { checkedOn, publishedOn }: DrawCheck, @Ctx() { today }: RequestContext) {
    return isPublicationOverdue(checkedOn, publishedOn, today);
  }
}

@Resolver(() => Draw)
export class DrawStepResolver {
  @Shared('UNCONDITIONAL')
  @Mutation(() => Draw, { nullable: true, description: '公告种子摘要. Announces the digest of the seed of a draw to come.' })
  announceSeed(
    @Arg('input', () => AnnounceSeedInput, { description: '公告. The announcement.' }) input: AnnounceSeedInput,
    @Ctx() context: RequestContext,
  ) {
    return announceSeed(context, input);
  }

  @Shared('UNCONDITIONAL')
  @Mutation(() => Draw, { nullable: true, description: '抽取，公开种子. Reveals the seed and draws, once.' })
  createDraw(
    @Arg('input', () => CreateDrawInput, { description: '抽取. The draw.' }) input: CreateDrawInput,
    @Ctx() context: RequestContext,
  ) {
    return createDraw(context, input);
  }

  @Shared('UNCONDITIONAL')
  @Mutation(() => DrawCheck, { nullable: true, description: '登记检查结果. Notes what the check of a drawn enterprise has found.' })
  recordDrawCheck(
    @Arg('input', () => RecordDrawCheckInput, { description: '检查结果. The result.' }) input: RecordDrawCheckInput,
    @Ctx() context: RequestContext,
  ) {
    return recordDrawCheck(context, input);
  }

  @Shared('UNCONDITIONAL')
  @Mutation(() => Draw, { nullable: true, description: '公示检查结果. Publishes the results of a draw that are not public yet.' })
  publishDrawChecks(@Arg('id', () => ID, { description: '抽取编号. The draw.' }) id: string, @Ctx() context: RequestContext) {
    return publishDrawChecks(context, id);
  }
}
