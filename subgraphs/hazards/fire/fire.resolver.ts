import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { PageArgs, RegionCode, Shared, unseal, type RequestContext } from '../../kernel';
import { Enterprise, Region } from '../references';
import { FireCheck, FireCheckConnection, FireKeyUnit, FireKeyUnitConnection } from './fire-unit';
import { fireChecksOf, fireKeyUnitByUscc, fireKeyUnitPage } from './fire.loaders';

const opened = (sealed: string | null, { settings }: RequestContext): string | null => sealed && unseal(sealed, settings.dataKey);

@Resolver(() => FireKeyUnit)
export class FireKeyUnitResolver {
  @Shared('UNCONDITIONAL')
  @Query(() => FireKeyUnitConnection, { nullable: true, description: '消防安全重点单位，按区划排序. Key fire units by division.' })
  fireKeyUnits(
    @Arg('region', () => RegionCode, { nullable: true, description: '区划及其下级. In the subtree of this division.' }) region: string | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: RequestContext,
  ) {
    return fireKeyUnitPage(context, region, args);
  }

  @Shared('PUBLIC')
  @FieldResolver(() => Enterprise, { nullable: true, description: '单位. The enterprise.' })
  enterprise(@Root() { uscc }: FireKeyUnit) {
    return { uscc };
  }

  @Shared('UNCONDITIONAL')
  @FieldResolver(() => Region, { nullable: true, description: '所在地. Its division.' })
  region(@Root() { regionCode }: FireKeyUnit) {
    return { code: regionCode };
  }

  @Shared('CONDITIONAL')
  @FieldResolver(() => String, { nullable: true, description: '行业监管部门干部姓名、电话. The industry’s officer: name and phone.' })
  industryOfficer(@Root() { industryOfficer }: FireKeyUnit, @Ctx() context: RequestContext) {
    return opened(industryOfficer, context);
  }

  @Shared('CONDITIONAL')
  @FieldResolver(() => String, { nullable: true, description: '乡镇街道干部姓名、电话. The township officer: name and phone.' })
  townshipOfficer(@Root() { townshipOfficer }: FireKeyUnit, @Ctx() context: RequestContext) {
    return opened(townshipOfficer, context);
  }

  @Shared('CONDITIONAL')
  @FieldResolver(() => String, { nullable: true, description: '社区（村）工作人员姓名、电话. The community worker: name and phone.' })
  communityWorker(@Root() { communityWorker }: FireKeyUnit, @Ctx() context: RequestContext) {
    return opened(communityWorker, context);
  }

  @Shared('CONDITIONAL')
  @FieldResolver(() => String, { nullable: true, description: '消防（或派出所）人员姓名、电话. The fire or police officer: name and phone.' })
  fireOfficer(@Root() { fireOfficer }: FireKeyUnit, @Ctx() context: RequestContext) {
    return opened(fireOfficer, context);
  }

  @Shared('CONDITIONAL')
  @FieldResolver(() => String, { nullable: true, description: '专业人员姓名、电话. The professional: name and phone.' })
  professional(@Root() { professional }: FireKeyUnit, @Ctx() context: RequestContext) {
    return opened(professional, context);
  }
}

@Resolver(() => FireCheck)
export class FireCheckResolver {
  @Shared('UNCONDITIONAL')
  @FieldResolver(() => Enterprise, { nullable: true, description: '被检查单位. The enterprise that was checked.' })
  enterprise(@Root() { uscc }: FireCheck) {
    return { uscc };
  }
}

@Resolver(() => Enterprise)
export class EnterpriseFireResolver {
  @Shared('UNCONDITIONAL')
  @FieldResolver(() => FireKeyUnit, { nullable: true, description: '消防安全重点单位. The key fire unit that it is; null if it is none.' })
  fireUnit(@Root() { uscc }: Enterprise, @Ctx() context: RequestContext) {
    return fireKeyUnitByUscc(context).load(uscc);
  }

  @Shared('UNCONDITIONAL')
  @FieldResolver(() => FireCheckConnection, { nullable: true, description: '消防检查，新的在前. Its fire checks, the latest first.' })
  fireChecks(@Root() { uscc }: Enterprise, @Args(() => PageArgs) args: PageArgs, @Ctx() context: RequestContext) {
    return fireChecksOf(context, uscc, args);
  }
}
