import { Arg, Args, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { FieldMissing, PageArgs, RegionCode, Shared, Uscc, whole, type RequestContext } from '../../kernel';
import { Department, Enterprise, Region } from '../others';
import { inspectionById, inspectionPage, inspectionsOfEnterprise, overlappingVisits } from './inspection.loaders';
import { OverlappingVisits } from './overlap';
import { SupervisoryInspection, SupervisoryInspectionConnection, SupervisoryInspectionFilter } from './supervisory-inspection';

@Resolver(() => SupervisoryInspection)
export class SupervisoryInspectionResolver {
  @Shared('UNCONDITIONAL')
  @Query(() => SupervisoryInspection, { nullable: true, description: '按编号查监督检查. The inspection with this id.' })
  supervisoryInspection(@Arg('id', () => ID, { description: '监督检查编号. Its id.' }) id: string, @Ctx() context: RequestContext) {
    return inspectionById(context).load(id);
  }

  @Shared('UNCONDITIONAL')
  @Query(() => SupervisoryInspectionConnection, {
    nullable: true,
    description: '监督检查，按部门区划、日期排序. Inspections by division and day.',
  })
  supervisoryInspections(
    @Arg('filter', () => SupervisoryInspectionFilter, { nullable: true, description: '筛选. Which.' })
    filter: SupervisoryInspectionFilter | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: RequestContext,
  ) {
    return inspectionPage(context, filter, args);
  }

  @Shared('UNCONDITIONAL')
  @Query(() => [OverlappingVisits], {
    nullable: true,
    description:
      '重复检查提示：近一年内不同部门相隔不超过 days 天先后检查同一单位，至多 100 家. Enterprises that different departments visited within so many days, of the last year, 100 at most; give uscc or region.',
  })
  overlappingVisits(
    @Arg('uscc', () => Uscc, { nullable: true, description: '单位. Of this enterprise.' }) uscc: string | null,
    @Arg('region', () => RegionCode, { nullable: true, description: '区划及其下级. Of enterprises in the subtree of this division.' })
    region: string | null,
    @Arg('days', () => Int, { defaultValue: 30, description: '相隔天数，1 至 365. How many days apart at most, 1 to 365.' }) days: number,
    @Ctx() context: RequestContext,
  ) {
    if (!uscc && !region) throw FieldMissing({ field: 'region' });
    return overlappingVisits(context, uscc, region, whole(1, 365).parse(days, 'days'));
  }

  @Shared('UNCONDITIONAL')
  @FieldResolver(() => Enterprise, { nullable: true, description: '被检查单位. The enterprise that was inspected.' })
  enterprise(@Root() { uscc }: SupervisoryInspection) {
    return { uscc };
  }

  @Shared('UNCONDITIONAL')
  @FieldResolver(() => Department, { nullable: true, description: '牵头部门. The department that led.' })
  department(@Root() { departmentCode }: SupervisoryInspection) {
    return { code: departmentCode };
  }

  @Shared('UNCONDITIONAL')
  @FieldResolver(() => [Department], {
    nullable: 'itemsAndList',
    description: '联合检查的其他部门. The other departments of a joint inspection.',
  })
  jointDepartments(@Root() { jointDepartmentCodes }: SupervisoryInspection) {
    return jointDepartmentCodes.map((code) => ({ code }));
  }

  @Shared('UNCONDITIONAL')
  @FieldResolver(() => Region, { nullable: true, description: '被检查单位所在地. The division of the enterprise.' })
  region(@Root() { placeRegionCode }: SupervisoryInspection) {
    return { code: placeRegionCode };
  }
}

@Resolver(() => OverlappingVisits)
export class OverlappingVisitsResolver {
  @Shared('UNCONDITIONAL')
  @FieldResolver(() => Enterprise, { nullable: true, description: '单位. The enterprise.' })
  enterprise(@Root() { uscc }: OverlappingVisits) {
    return { uscc };
  }

  @Shared('UNCONDITIONAL')
  @FieldResolver(() => [Department], { nullable: 'itemsAndList', description: '先后检查的部门. The departments that came.' })
  departments(@Root() { departmentCodes }: OverlappingVisits) {
    return departmentCodes.map((code) => ({ code }));
  }
}

@Resolver(() => Enterprise)
export class EnterpriseInspectionsResolver {
  @Shared('UNCONDITIONAL')
  @FieldResolver(() => SupervisoryInspectionConnection, {
    nullable: true,
    description: '监督检查，新的在前. Its inspections, the latest first.',
  })
  supervisoryInspections(
    @Root() { uscc }: InstanceType<typeof Enterprise>,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: RequestContext,
  ) {
    return inspectionsOfEnterprise(context, uscc, args);
  }
}
