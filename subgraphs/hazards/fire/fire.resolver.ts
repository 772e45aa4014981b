import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { PageArgs, RegionCode, Shared, unseal, type RequestContext } from '../../kernel';
import { Department, Enterprise, Region } from '../others';
import { FireCheck, FireCheckConnection } from './fire-check';
import { FireKeyUnit, FireKeyUnitConnection, FireUnitCoverage } from './fire-key-unit';
import { FireKeyUnitFilter } from './fire.inputs';
import { fireChecksOf, fireKeyUnitByUscc, fireKeyUnitPage, fireUnitCoverage } from './fire.loaders';

const opened = (sealed: string | null, { settings }: RequestContext): string | null => sealed && unseal(sealed, settings.dataKey);

@Resolver(() => FireKeyUnit)
export class FireKeyUnitResolver {
  @Shared('UNCONDITIONAL')
  @Query(() => FireKeyUnitConnection, { nullable: true, description: '消防安全重点单位，按区划排序. Key fire units by division.' })
  fireKeyUnits(
    @Arg('filter', () => FireKeyUnitFilter, { nullable: true, description: '筛选. Which.' }) filter: FireKeyUnitFilter | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: RequestContext,
  ) {
    return fireKeyUnitPage(context, filter, args);
  }

  @Shared('PUBLIC')
  @Query(() => FireUnitCoverage, { nullable: true, description: '重点单位在线监管、“五包一”覆盖率. How far key fire units are covered.' })
  fireUnitCoverage(
    @Arg('region', () => RegionCode, { description: '区划及其下级. In the subtree of this division.' }) region: string,
    @Ctx() context: RequestContext,
  ) {
    return fireUnitCoverage(context, region);
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
  @FieldResolver(() => String, {
    nullable: true,
    description: '行业监管部门干部：姓名|单位|电话. The industry’s officer: name, organisation, phone.',
  })
  industryOfficer(@Root() { industryOfficer }: FireKeyUnit, @Ctx() context: RequestContext) {
    return opened(industryOfficer, context);
  }

  @Shared('CONDITIONAL')
  @FieldResolver(() => String, {
    nullable: true,
    description: '乡镇街道干部：姓名|单位|电话. The town officer: name, organisation, phone.',
  })
  townOfficer(@Root() { townOfficer }: FireKeyUnit, @Ctx() context: RequestContext) {
    return opened(townOfficer, context);
  }

  @Shared('CONDITIONAL')
  @FieldResolver(() => String, {
    nullable: true,
    description: '社区（村）工作人员：姓名|单位|电话. The community worker: name, organisation, phone.',
  })
  communityWorker(@Root() { communityWorker }: FireKeyUnit, @Ctx() context: RequestContext) {
    return opened(communityWorker, context);
  }

  @Shared('CONDITIONAL')
  @FieldResolver(() => String, {
    nullable: true,
    description: '消防（或派出所）人员：姓名|单位|电话. The fire or police officer: name, organisation, phone.',
  })
  fireOfficer(@Root() { fireOfficer }: FireKeyUnit, @Ctx() context: RequestContext) {
    return opened(fireOfficer, context);
  }

  @Shared('CONDITIONAL')
  @FieldResolver(() => String, { nullable: true, description: '专业人员：姓名|单位|电话. The specialist: name, organisation, phone.' })
  specialist(@Root() { specialist }: FireKeyUnit, @Ctx() context: RequestContext) {
    return opened(specialist, context);
  }
}

@Resolver(() => FireCheck)
export class FireCheckResolver {
  @Shared('UNCONDITIONAL')
  @FieldResolver(() => Enterprise, { nullable: true, description: '被检查单位. The enterprise that was checked.' })
  enterprise(@Root() { uscc }: FireCheck) {
    return { uscc };
  }

  @Shared('UNCONDITIONAL')
  @FieldResolver(() => Department, { nullable: true, description: '检查部门. The department that checked.' })
  department(@Root() { departmentCode }: FireCheck) {
    return { code: departmentCode };
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
