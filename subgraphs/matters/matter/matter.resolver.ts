import { Arg, Ctx, Directive, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { RegionCode, Shared, type RequestContext } from '../../kernel';
import { ChainGap, ChainStage, Matter, MatterOverview } from './matter';
import { gapsOf, isInScope, stageOf } from './matter.rules';
import { matters } from './matter.reference';
import { Department, Enterprise } from '../others';

@Resolver(() => Matter)
export class MatterResolver {
  @Shared('PUBLIC')
  @Query(() => Matter, { nullable: true, description: '按代码查事项. The matter with this code.' })
  async matter(@Arg('code', () => ID, { description: '事项代码. Its code.' }) code: string, @Ctx() context: RequestContext) {
    return (await matters(context)).get(code) ?? null;
  }

  @Shared('PUBLIC')
  @Query(() => [Matter], { nullable: true, description: '全部事项. All matters.' })
  async matters(@Ctx() context: RequestContext) {
    return [...(await matters(context)).values()];
  }

  @Shared('PUBLIC')
  @Query(() => [ChainGap], {
    nullable: true,
    description: '链条空白：无部门负责的环节. The gaps in the chains: stages for which no department answers.',
  })
  async chainGaps(@Ctx() context: RequestContext) {
    return gapsOf([...(await matters(context)).values()]);
  }

  @Shared('PUBLIC')
  @FieldResolver(() => Department, { nullable: true, description: '牵头部门. The department that leads.' })
  leadDepartment(@Root() { leadDepartmentCode }: Matter): Department {
    return { code: leadDepartmentCode };
  }

  @Shared('PUBLIC')
  @FieldResolver(() => [Department], { nullable: 'itemsAndList', description: '配合部门. Those that cooperate.' })
  cooperatingDepartments(@Root() { cooperatingDepartmentCodes }: Matter): Department[] {
    return cooperatingDepartmentCodes.map((code) => ({ code }));
  }

  @Shared('PUBLIC')
  @FieldResolver(() => [ChainStage], { nullable: true, description: '全链条各环节. The stages of its chain.' })
  stages(@Root() { storedStages }: Matter): ChainStage[] {
    return storedStages.map(stageOf);
  }

  @Shared('PUBLIC')
  @FieldResolver(() => MatterOverview, { description: '总览. What every department has of it in a region.' })
  overview(
    @Root() { code, scope }: Matter,
    @Arg('region', () => RegionCode, { description: '区划及其下级. In the subtree of this division.' }) region: string,
  ): MatterOverview {
    return { matterCode: code, regionCode: region, scope };
  }
}

@Resolver(() => ChainStage)
export class ChainStageResolver {
  @Shared('PUBLIC')
  @FieldResolver(() => Department, { nullable: true, description: '责任部门. The department that answers for it; null is a gap.' })
  department(@Root() { departmentCode }: ChainStage): Department | null {
    return departmentCode === null ? null : { code: departmentCode };
  }
}

@Resolver(() => Enterprise)
export class EnterpriseResolver {
  @Shared('PUBLIC')
  @Directive('@requires(fields: "industryCode roles")')
  @FieldResolver(() => [Matter], { nullable: true, description: '所属事项. The matters whose scope it is in.' })
  async matters(@Root() { industryCode, roles }: Enterprise, @Ctx() context: RequestContext) {
    const all = [...(await matters(context)).values()];
    return all.filter(({ scope }) => isInScope(scope, industryCode ?? null, roles ?? []));
  }
}
