import sql, { empty, raw } from 'sql-template-tag';
import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { PageArgs, RegionCode, Shared, defineLoader, page, unseal, within, type RequestContext } from '../../kernel';
import { EXPERT_POOL_DEADLINE } from '../legal-numbers';
import { Department, Region } from '../others';
import { EXPERTS, Expert, ExpertConnection, ExpertFilter, ExpertPool } from './expert';

export const expertById = defineLoader<Expert>(
  ({ db }, ids) => db.byKey(sql`SELECT ${raw(db.columns(Expert))} FROM expert WHERE id = ANY(${ids}::varchar[])`),
  ({ id }) => id,
);

/** Whether an expert is in the pool on a day. */
const inPool = (today: string) => sql`joined_on <= ${today} AND (left_on IS NULL OR left_on >= ${today})`;

function expertPage(context: RequestContext, filter: ExpertFilter | null, args: PageArgs) {
  const { region, kind, field, department } = filter ?? {};
  return page(
    context,
    EXPERTS,
    sql`AND ${inPool(context.today)} ${within(raw('region_code'), region)}
      ${kind ? sql`AND kind = ${kind}` : empty}
      ${field ? sql`AND field = ${field}` : empty}
      ${department ? sql`AND department_code = ${department}` : empty}`,
    args,
  );
}

/** The pools of the departments of a subtree: a department without a row here has none. */
async function expertPools({ db, today }: RequestContext, region: string): Promise<ExpertPool[]> {
  const pools = await db.query<Omit<ExpertPool, 'inTime'>>(sql`
    SELECT department_code AS "departmentCode", count(*) FILTER (WHERE ${inPool(today)})::int AS experts, min(joined_on) AS "establishedOn"
    FROM expert WHERE joined_on <= ${today} ${within(raw('region_code'), region)} GROUP BY department_code ORDER BY department_code`);
  return pools.map((pool) => ({ ...pool, inTime: pool.establishedOn <= EXPERT_POOL_DEADLINE }));
}

@Resolver(() => Expert)
export class ExpertResolver {
  @Shared('UNCONDITIONAL')
  @Query(() => ExpertConnection, {
    nullable: true,
    description: '在库专家列表，按区划、编号排序. The experts of today’s pools by division and id.',
  })
  experts(
    @Arg('filter', () => ExpertFilter, { nullable: true, description: '筛选. Which.' }) filter: ExpertFilter | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: RequestContext,
  ) {
    return expertPage(context, filter, args);
  }

  @Shared('UNCONDITIONAL')
  @Query(() => [ExpertPool], {
    nullable: true,
    description: '各部门专家库及建立期限. The pools of departments, and whether they were established in time.',
  })
  expertPools(
    @Arg('region', () => RegionCode, { description: '区划及其下级. In the subtree of this division.' }) region: string,
    @Ctx() context: RequestContext,
  ) {
    return expertPools(context, region);
  }

  @Shared('CONDITIONAL')
  @FieldResolver(() => String, { nullable: true, description: '姓名. The full name.' })
  fullName(@Root() { sealedName }: Expert, @Ctx() { settings }: RequestContext) {
    return unseal(sealedName, settings.dataKey);
  }

  @Shared('UNCONDITIONAL')
  @FieldResolver(() => Department, { nullable: true, description: '建库部门. The department whose pool it is.' })
  department(@Root() { departmentCode }: Expert): Department {
    return { code: departmentCode };
  }

  @Shared('UNCONDITIONAL')
  @FieldResolver(() => Region, { nullable: true, description: '所在地. The division of that department.' })
  region(@Root() { regionCode }: Expert): Region {
    return { code: regionCode };
  }
}

@Resolver(() => ExpertPool)
export class ExpertPoolResolver {
  @Shared('UNCONDITIONAL')
  @FieldResolver(() => Department, { nullable: true, description: '部门. The department.' })
  department(@Root() { departmentCode }: ExpertPool): Department {
    return { code: departmentCode };
  }
}
