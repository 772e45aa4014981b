import { Arg, Args, Ctx, Query, Resolver } from 'type-graphql';
import {
  PageArgs,
  RegionCode,
  Shared,
  connectionFor,
  fields,
  workedOut,
  type RequestContext,
} from '../../kernel';
import {
  BodyCondition,
  TrainingBody,
  TrainingBodyFilter,
  TrainingBodyKind,
  TrainingBodyReview,
} from './training-body';
import { bodyPage, bodyReview } from './training-body.lists';
import { bodyConditions } from './training-body.rules';

export const trainingBodyFields = fields(TrainingBody, {
  unmetConditions: workedOut(
    'PUBLIC',
    () => [BodyCondition],
    '不符合的条件. The conditions that it did not meet at its last review.',
    ({ unmetConditions }) => bodyConditions.filter(({ code }) => unmetConditions.includes(code)),
  ),
});

const TrainingBodyConnection = connectionFor(TrainingBody);

@Resolver()
export class TrainingBodyListResolver {
  @Shared('PUBLIC')
  @Query(() => TrainingBodyConnection, {
    nullable: true,
    description: '培训机构列表，按区划、编号排序. Training bodies by division and id.',
  })
  trainingBodies(
    @Arg('filter', () => TrainingBodyFilter, {
      nullable: true,
      description: '筛选. Those for which all of this holds.',
    })
    filter: TrainingBodyFilter | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: RequestContext,
  ) {
    return bodyPage(context, filter, args);
  }

  @Shared('PUBLIC')
  @Query(() => TrainingBodyReview, {
    nullable: true,
    description: '培训机构复核覆盖情况. The share of the training bodies of a division that are reviewed.',
  })
  trainingBodyReview(
    @Arg('region', () => RegionCode, { description: '区划及其下级. In the subtree of this division.' })
    region: string,
    @Arg('kind', () => TrainingBodyKind, {
      nullable: true,
      description: '机构类别. Returns only bodies of this kind.',
    })
    kind: TrainingBodyKind | null,
    @Ctx() context: RequestContext,
  ) {
    return bodyReview(context, region, kind);
  }

  @Shared('PUBLIC')
  @Query(() => [BodyCondition], {
    nullable: true,
    description: '培训机构基本条件. The conditions that a review goes through.',
  })
  trainingBodyConditions() {
    return bodyConditions;
  }
}
