import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { PageArgs, RegionCode, Shared, type RequestContext } from '../../kernel';
import { Enterprise, Region } from '../others';
import {
  BodyCondition,
  TrainingBody,
  TrainingBodyConnection,
  TrainingBodyFilter,
  TrainingBodyKind,
  TrainingBodyReview,
} from './training-body';
import { ReviewTrainingBodyInput, WithdrawTrainingBodyInput } from './training-body.inputs';
import { bodyById, bodyPage, bodyReview } from './training-body.loaders';
import { bodyConditions } from './training-body.rules';
import { reviewTrainingBody, withdrawTrainingBody } from './training-body.service';

@Resolver(() => TrainingBody)
export class TrainingBodyResolver {
  @Shared('PUBLIC')
  @Query(() => TrainingBody, { nullable: true, description: '按编号查培训机构. The training body with this id.' })
  trainingBody(@Arg('id', () => ID, { description: '编号. Its id.' }) id: string, @Ctx() context: RequestContext) {
    return bodyById(context).load(id);
  }

  @Shared('PUBLIC')
  @Query(() => TrainingBodyConnection, {
    nullable: true,
    description: '培训机构列表，按区划、编号排序. Training bodies by division and id.',
  })
  trainingBodies(
    @Arg('filter', () => TrainingBodyFilter, { nullable: true, description: '筛选. Which.' }) filter: TrainingBodyFilter | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: RequestContext,
  ) {
    return bodyPage(context, filter, args);
  }

  @Shared('PUBLIC')
  @Query(() => TrainingBodyReview, { nullable: true, description: '培训机构复核覆盖情况. How far the bodies of a division are reviewed.' })
  trainingBodyReview(
    @Arg('region', () => RegionCode, { description: '区划及其下级. In the subtree of this division.' }) region: string,
    @Arg('kind', () => TrainingBodyKind, { nullable: true, description: '机构类别. Of this kind only.' }) kind: TrainingBodyKind | null,
    @Ctx() context: RequestContext,
  ) {
    return bodyReview(context, region, kind);
  }

  @Shared('PUBLIC')
  @Query(() => [BodyCondition], { nullable: true, description: '培训机构基本条件. The conditions that a review goes through.' })
  trainingBodyConditions() {
    return bodyConditions;
  }

  @Shared('UNCONDITIONAL')
  @Mutation(() => TrainingBody, {
    nullable: true,
    description: '复核培训机构. Records the review of a body’s conditions; scope decide:training.',
  })
  reviewTrainingBody(
    @Arg('input', () => ReviewTrainingBodyInput, { description: '复核. The review.' }) input: ReviewTrainingBodyInput,
    @Ctx() context: RequestContext,
  ) {
    return reviewTrainingBody(context, input);
  }

  @Shared('UNCONDITIONAL')
  @Mutation(() => TrainingBody, {
    nullable: true,
    description: '清退培训机构. Withdraws a body that lacks conditions; scope decide:training.',
  })
  withdrawTrainingBody(
    @Arg('input', () => WithdrawTrainingBodyInput, { description: '清退. The withdrawal.' }) input: WithdrawTrainingBodyInput,
    @Ctx() context: RequestContext,
  ) {
    return withdrawTrainingBody(context, input);
  }

  @Shared('PUBLIC')
  @FieldResolver(() => [BodyCondition], {
    nullable: true,
    description: '不符合的条件. The conditions that it did not meet at its last review.',
  })
  unmetConditions(@Root() body: TrainingBody) {
    return bodyConditions.filter(({ code }) => body.unmetConditions.includes(code));
  }

  @Shared('PUBLIC')
  @FieldResolver(() => Enterprise, { nullable: true, description: '机构. The body itself.' })
  enterprise(@Root() { uscc }: TrainingBody): Enterprise {
    return { uscc };
  }

  @Shared('PUBLIC')
  @FieldResolver(() => Region, { nullable: true, description: '所在地. Its division.' })
  region(@Root() { regionCode }: TrainingBody): Region {
    return { code: regionCode };
  }
}
