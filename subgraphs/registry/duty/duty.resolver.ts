import sql, { empty, raw } from 'sql-template-tag';
import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { PageArgs, RegionCode, Shared, page, valuesOf, within, type RequestContext } from '../../kernel';
import { Department } from '../department';
import { Enterprise } from '../enterprise';
import { enterpriseByUscc } from '../enterprise.loaders';
import { places } from '../reference';
import { DUTY_LISTS, DutyList, DutyListConnection, DutyListFilter } from './duty-list';
import { PROJECTS, ProjectKind, ProjectSafety, ProjectSafetyConnection, ProjectSafetyRate } from './project-safety';

const REGION = '区划及其下级. In the subtree of this division.';

function dutyListPage(context: RequestContext, filter: DutyListFilter | null, args: PageArgs) {
  const { region, kind, level, year } = filter ?? {};
  const condition = sql`${within(raw('region_code'), region)} ${kind ? sql`AND kind = ${kind}` : empty}
    ${level ? sql`AND level = ${level}` : empty} ${typeof year === 'number' ? sql`AND year = ${year}` : empty}`;
  return page(context, DUTY_LISTS, condition, args);
}

/** REG-12: 新进项目安全“三同时”100%、老旧项目安全设计诊断100%. */
async function projectRates({ db }: RequestContext, region: string): Promise<ProjectSafetyRate[]> {
  const counted = await db.query<Omit<ProjectSafetyRate, 'rate'>>(
    sql`SELECT kind, count(*)::int AS total, count(done_on)::int AS done FROM project_safety
      WHERE true ${within(raw('region_code'), region)} GROUP BY kind`,
  );
  return valuesOf<ProjectKind>(ProjectKind).map((kind) => {
    const { total, done } = counted.find((each) => each.kind === kind) ?? { total: 0, done: 0 };
    return { kind, total, done, rate: total === 0 ? null : Math.round((done / total) * 1000) / 10 };
  });
}

@Resolver(() => DutyList)
export class DutyListResolver {
  @Shared('PUBLIC')
  @Query(() => DutyListConnection, {
    nullable: true,
    description: '职责清单、年度任务清单，按区划、编号排序. Lists of duties by division and id.',
  })
  dutyLists(
    @Arg('filter', () => DutyListFilter, { nullable: true, description: '筛选. Which.' }) filter: DutyListFilter | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: RequestContext,
  ) {
    return dutyListPage(context, filter, args);
  }

  @Shared('PUBLIC')
  @FieldResolver(() => Department, { nullable: true, description: '部门. The department.' })
  department(@Root() { departmentCode }: DutyList, @Ctx() context: RequestContext) {
    return places.pick(context, ({ departments }) => departments.get(departmentCode) ?? null);
  }
}

@Resolver(() => ProjectSafety)
export class ProjectSafetyResolver {
  @Shared('UNCONDITIONAL')
  @Query(() => ProjectSafetyConnection, {
    nullable: true,
    description: '项目安全“三同时”记录，按区划、编号排序. Projects by division and id.',
  })
  projectSafety(
    @Arg('region', () => RegionCode, { nullable: true, description: REGION }) region: string | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: RequestContext,
  ) {
    return page(context, PROJECTS, within(raw('region_code'), region), args);
  }

  @Shared('PUBLIC')
  @Query(() => [ProjectSafetyRate], {
    nullable: true,
    description: '项目安全“三同时”率、安全设计诊断率. How many projects have what safety asks of them.',
  })
  projectSafetyRates(@Arg('region', () => RegionCode, { description: REGION }) region: string, @Ctx() context: RequestContext) {
    return projectRates(context, region);
  }

  @Shared('UNCONDITIONAL')
  @FieldResolver(() => Enterprise, { nullable: true, description: '项目单位. Whose project it is.' })
  enterprise(@Root() { uscc }: ProjectSafety, @Ctx() context: RequestContext) {
    return enterpriseByUscc(context).load(uscc);
  }
}
