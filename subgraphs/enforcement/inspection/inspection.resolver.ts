import { Arg, Args, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import {
  Bounded,
  DateOnly,
  FieldMissing,
  PageArgs,
  RegionCode,
  Shared,
  Uscc,
  connectionFor,
  fields,
  whole,
  workedOut,
  type RequestContext,
} from '../../kernel';
import { Department, Enterprise, Region } from '../others';
import { inspectionPage, overlappingVisits, supervisionCounts, visitCounts } from './inspection.lists';
import { OverlappingVisits } from './overlap';
import { SupervisionCount, VisitCount } from './supervision-count';
import { SupervisoryInspection, SupervisoryInspectionFilter } from './supervisory-inspection';

const SupervisoryInspectionConnection = connectionFor(SupervisoryInspection);

@Resolver()
export class InspectionResolver {
  @Shared('UNCONDITIONAL')
  @Query(() => SupervisoryInspectionConnection, {
    nullable: true,
    description: '监督检查，按部门区划、日期排序. Inspections by division and day.',
  })
  supervisoryInspections(
    @Arg('filter', () => SupervisoryInspectionFilter, {
      nullable: true,
      description: '筛选. The inspections for which all of this holds.',
    })
    filter: SupervisoryInspectionFilter | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: RequestContext,
  ) {
    return inspectionPage(context, filter, args);
  }

  @Bounded(1000)
  @Shared('UNCONDITIONAL')
  @Query(() => [OverlappingVisits], {
    nullable: true,
    description:
      '重复检查提示：近一年内不同部门相隔不超过 days 天先后检查同一单位，至多 100 家. Enterprises that different departments visited within so many days, of the last year, 100 at most; give uscc or region.',
  })
  overlappingVisits(
    @Arg('uscc', () => Uscc, {
      nullable: true,
      description: '单位. The unified social credit code of the enterprise that was visited.',
    })
    uscc: string | null,
    @Arg('region', () => RegionCode, {
      nullable: true,
      description: '区划及其下级. Of enterprises in the subtree of this division.',
    })
    region: string | null,
    @Arg('days', () => Int, {
      defaultValue: 30,
      description: '相隔天数，1 至 365. The greatest number of days between two visits, 1 to 365.',
    })
    days: number,
    @Ctx() context: RequestContext,
  ) {
    if (!uscc && !region) throw FieldMissing({ field: 'region' });
    return overlappingVisits(context, uscc, region, whole(1, 365).parse(days, 'days'));
  }
}

export const countFields = fields(SupervisionCount, {
  region: workedOut(
    'PUBLIC',
    () => Region,
    '区划. The division whose departments are counted.',
    ({ regionCode }) => ({ code: regionCode }),
  ),
});

export const visitFields = fields(Enterprise, {
  visitCounts: workedOut(
    'UNCONDITIONAL',
    () => [VisitCount],
    '被检查次数，按年份和部门类别. How often it was inspected, by year and kind of department.',
    ({ uscc }, context) => visitCounts(context, uscc),
    { longest: 1000 },
  ),
});

@Resolver(() => Region)
export class SupervisionCountResolver {
  @Bounded(1000)
  @Shared('UNCONDITIONAL')
  @FieldResolver(() => [SupervisionCount], {
    nullable: true,
    description:
      '监督检查和三书一函次数，按下一级区划和年份. Inspections and notices on record, by the divisions one level below and by year.',
  })
  supervisionCounts(
    @Root() { code }: InstanceType<typeof Region>,
    @Arg('from', () => DateOnly, {
      nullable: true,
      description: '不早于. Returns only those on this day or later.',
    })
    from: string | null,
    @Arg('to', () => DateOnly, {
      nullable: true,
      description: '不晚于. Returns only those on this day or earlier.',
    })
    to: string | null,
    @Ctx() context: RequestContext,
  ) {
    return supervisionCounts(context, code, from, to);
  }
}

export const overlapFields = fields(OverlappingVisits, {
  enterprise: workedOut(
    'UNCONDITIONAL',
    () => Enterprise,
    '单位. The enterprise that they visited.',
    ({ uscc }) => ({ uscc }),
  ),
});

@Resolver(() => OverlappingVisits)
export class OverlappingVisitsResolver {
  /** By hand, since any one department may be missing at its owner’s. */
  @Shared('UNCONDITIONAL')
  @FieldResolver(() => [Department], {
    nullable: 'itemsAndList',
    description: '先后检查的部门. The departments that inspected, in the order of their visits.',
  })
  departments(@Root() { departmentCodes }: OverlappingVisits) {
    return departmentCodes.map((code) => ({ code }));
  }
}
