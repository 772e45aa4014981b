import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { Shared, type RequestContext } from '../../kernel';
import { Enterprise } from '../others';
import { CertificationBody, InstitutionCheck, Laboratory, SupervisionCoverage } from './institution';
import { allBodies, allLaboratories, checksOf, supervisionCoverage } from './institution.loaders';

@Resolver(() => CertificationBody)
export class CertificationBodyResolver {
  @Shared('PUBLIC')
  @Query(() => [CertificationBody], { nullable: true, description: '指定认证机构. The designated certification bodies.' })
  certificationBodies(@Ctx() context: RequestContext) {
    return allBodies(context);
  }

  @Shared('PUBLIC')
  @Query(() => SupervisionCoverage, {
    nullable: true,
    description: '认证机构年度监督检查覆盖情况. How far the certification bodies were inspected in a year.',
  })
  supervisionCoverage(
    @Arg('year', () => String, { nullable: true, description: '年份，默认当年. The year, this one by default.' }) year: string | null,
    @Ctx() context: RequestContext,
  ) {
    return supervisionCoverage(context, year ?? context.today.slice(0, 4));
  }

  @Shared('PUBLIC')
  @FieldResolver(() => Enterprise, { nullable: true, description: '机构主体. The enterprise that it is.' })
  enterprise(@Root() { uscc }: CertificationBody) {
    return uscc === null ? null : { uscc: uscc };
  }

  @Shared('UNCONDITIONAL')
  @FieldResolver(() => [InstitutionCheck], { nullable: true, description: '监督检查，新的在前. Its inspections, the latest first.' })
  inspections(@Root() { code }: CertificationBody, @Ctx() context: RequestContext) {
    return checksOf(context, 'BODY', code);
  }
}

@Resolver(() => Laboratory)
export class LaboratoryResolver {
  @Shared('PUBLIC')
  @Query(() => [Laboratory], { nullable: true, description: '指定实验室. The designated laboratories.' })
  laboratories(@Ctx() context: RequestContext) {
    return allLaboratories(context);
  }

  @Shared('PUBLIC')
  @FieldResolver(() => Enterprise, { nullable: true, description: '实验室主体. The enterprise that it is.' })
  enterprise(@Root() { uscc }: Laboratory) {
    return uscc === null ? null : { uscc: uscc };
  }

  @Shared('UNCONDITIONAL')
  @FieldResolver(() => [InstitutionCheck], { nullable: true, description: '监督检查，新的在前. Its checks, the latest first.' })
  checks(@Root() { code }: Laboratory, @Ctx() context: RequestContext) {
    return checksOf(context, 'LABORATORY', code);
  }
}
