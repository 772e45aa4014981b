import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import { Bounded, Shared, workedOut, fields, rulesBeside, type RequestContext } from '../../kernel';
import { LegalRule } from '../others';
import { CertificationBody, InstitutionCheck, Laboratory, SupervisionCoverage } from './institution';
import { allBodies, allLaboratories, checksOf, supervisionCoverage } from './institution.lists';
import { coverageRule } from './institution.rules';

export const bodyFields = {
  inspections: workedOut<CertificationBody>(
    'UNCONDITIONAL',
    () => [InstitutionCheck],
    '监督检查，新的在前. Its inspections, the latest first.',
    ({ code }, context) => checksOf(context, 'BODY', code),
  ),
};

export const laboratoryFields = {
  checks: workedOut<Laboratory>(
    'UNCONDITIONAL',
    () => [InstitutionCheck],
    '监督检查，新的在前. Its checks, the latest first.',
    ({ code }, context) => checksOf(context, 'LABORATORY', code),
  ),
};

export const coverageFields = fields(
  SupervisionCoverage,
  rulesBeside<SupervisionCoverage>(() => LegalRule, 'PUBLIC', {
    requiredPercent: ({ year }) => coverageRule(year),
  }),
);

@Resolver()
export class InstitutionsResolver {
  @Bounded(1000)
  @Shared('PUBLIC')
  @Query(() => [CertificationBody], {
    nullable: true,
    description: '指定认证机构. All certification bodies that were designated.',
  })
  certificationBodies(@Ctx() context: RequestContext) {
    return allBodies(context);
  }

  @Bounded(1000)
  @Shared('PUBLIC')
  @Query(() => [Laboratory], {
    nullable: true,
    description: '指定实验室. All laboratories that were designated.',
  })
  laboratories(@Ctx() context: RequestContext) {
    return allLaboratories(context);
  }

  @Shared('PUBLIC')
  @Query(() => SupervisionCoverage, {
    nullable: true,
    description: '认证机构年度监督检查覆盖情况. How far the certification bodies were inspected in a year.',
  })
  supervisionCoverage(
    @Arg('year', () => String, {
      nullable: true,
      description: '年份，默认当年. The year, this one by default.',
    })
    year: string | null,
    @Ctx() context: RequestContext,
  ) {
    return supervisionCoverage(context, year ?? context.today.slice(0, 4));
  }
}
