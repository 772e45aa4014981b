import sql from 'sql-template-tag';
import { Arg, Ctx, Field, Int, ObjectType, Query, Resolver } from 'type-graphql';
import {
  DepartmentKind,
  FieldInvalid,
  RegionCode,
  Shared,
  Yuan,
  addDays,
  addMonths,
  isDate,
  regionRange,
  type RequestContext,
  alike,
} from '../../kernel';

@ObjectType({ description: '一月一通报. What a kind of department has done in a month.', simpleResolvers: true })
export class EnforcementCircular {
  @Shared('PUBLIC')
  @Field(() => DepartmentKind, { description: '部门类别. The kind of department.' })
  department: DepartmentKind;

  @Shared('PUBLIC')
  @Field(() => Int, { description: '立案数. The cases that were filed.' })
  filed: number;

  @Shared('PUBLIC')
  @Field(() => Int, { description: '决定数. The penalties that were decided.' })
  decided: number;

  @Shared('PUBLIC')
  @Field(() => Yuan, { description: '罚款总额. The fines.' })
  fines: string;

  @Shared('PUBLIC')
  @Field(() => Int, { description: '检查数. The inspections.' })
  inspections: number;
}

/** 应急、水利、自然资源、住建、城管、交警、消防、市场监管、交通: the nine of the source document, in its order. */
const NINE: readonly DepartmentKind[] = [
  'EMERGENCY_MANAGEMENT',
  'WATER',
  'NATURAL_RESOURCES',
  'HOUSING',
  'URBAN_MANAGEMENT',
  'PUBLIC_SECURITY',
  'FIRE_RESCUE',
  'MARKET_SUPERVISION',
  'TRANSPORT',
];

async function circular({ db }: RequestContext, region: string, month: string): Promise<EnforcementCircular[]> {
  const first = `${month}-01`;
  if (!isDate(first)) throw FieldInvalid({ field: 'month', shape: alike('2026-03'), got: month });
  const [last, { from, to }] = [addDays(addMonths(first, 1), -1), regionRange(region)];
  return db.query<EnforcementCircular>(sql`
    SELECT kind AS department,
      (SELECT count(*)::int FROM enforcement_case WHERE region_code >= ${from} AND region_code < ${to} AND filing_date BETWEEN ${first} AND ${last} AND department_kind = kind) AS filed,
      penalties.decided, penalties.fines,
      (SELECT count(*)::int FROM supervisory_inspection WHERE region_code >= ${from} AND region_code < ${to} AND inspected_on BETWEEN ${first} AND ${last} AND department_kind = kind) AS inspections
    FROM unnest(${NINE}::varchar[]) WITH ORDINALITY AS nine (kind, place), LATERAL (
      SELECT count(*)::int AS decided, coalesce(sum(fine), 0)::numeric(17,2)::text AS fines FROM penalty_decision
      WHERE region_code >= ${from} AND region_code < ${to} AND decided_on BETWEEN ${first} AND ${last} AND department_kind = kind AND withdrawn_on IS NULL
    ) AS penalties ORDER BY place`);
}

@Resolver(() => EnforcementCircular)
export class CircularResolver {
  @Shared('PUBLIC')
  @Query(() => [EnforcementCircular], {
    nullable: true,
    description: '打非治违一月一通报. What nine kinds of department have done in a month.',
  })
  enforcementCircular(
    @Arg('region', () => RegionCode, { description: '区划. Of this division.' }) region: string,
    @Arg('month', () => String, { description: '月份 YYYY-MM. The month.' }) month: string,
    @Ctx() context: RequestContext,
  ) {
    return circular(context, region, month);
  }
}
