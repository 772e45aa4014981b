import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import {
  Bounded,
  Figure,
  RegionCode,
  Shared,
  allFigures,
  fields,
  workedOut,
  type RequestContext,
} from '../../kernel';
import { Department, Enterprise } from '../others';
import { ChainGap, ChainStage, Matter, MatterOverview } from './matter';
import { matters } from './matter.official';
import { gapsOf, isInScope, stageOf } from './matter.rules';

export const matterFields = fields(Matter, {
  stages: workedOut(
    'PUBLIC',
    () => [ChainStage],
    '全链条各环节. The stages of its chain, in their order.',
    ({ storedStages }) => storedStages.map(stageOf),
  ),
});

export const stageFields = fields(ChainStage, {
  department: workedOut(
    'PUBLIC',
    () => Department,
    '责任部门. The department that answers for it; null is a gap.',
    ({ departmentCode }) => departmentCode && { code: departmentCode },
  ),
});

export const enterpriseMatters = fields(Enterprise, {
  matters: workedOut(
    'PUBLIC',
    () => [Matter],
    '所属事项. The matters whose scope it is in.',
    async ({ industryCode, roles }, context) => {
      const all = [...(await matters(context)).values()];
      return all.filter(({ scope }) => isInScope(scope, industryCode ?? null, roles ?? []));
    },
    { requires: 'industryCode roles' },
  ),
});

export const overviewFields = fields(MatterOverview, {
  figures: workedOut(
    'PUBLIC',
    () => [Figure],
    '全部数据项，缺数的说明原因. All figures, each with its reason if it is missing: a department that does not answer loses its own only.',
    ({ matterCode, regionCode, scope }, context) => allFigures(context, { matterCode, regionCode, scope }),
    { longest: 20 },
  ),
});

@Resolver(() => Matter)
export class MatterResolver {
  @Shared('PUBLIC')
  @Query(() => [Matter], {
    nullable: true,
    description: '全部事项. All matters, in the order of their codes.',
  })
  async matters(@Ctx() context: RequestContext) {
    return [...(await matters(context)).values()];
  }

  @Bounded(300)
  @Shared('PUBLIC')
  @Query(() => [ChainGap], {
    nullable: true,
    description:
      '链条空白：无部门负责的环节. The gaps in the chains: stages for which no department answers.',
  })
  async chainGaps(@Ctx() context: RequestContext) {
    return gapsOf([...(await matters(context)).values()]);
  }

  @Shared('PUBLIC')
  @FieldResolver(() => MatterOverview, { description: '总览. What every department has of it in a region.' })
  overview(
    @Root() { code, scope }: Matter,
    @Arg('region', () => RegionCode, { description: '区划及其下级. In the subtree of this division.' })
    region: string,
  ): MatterOverview {
    return { matterCode: code, regionCode: region, scope };
  }
}
