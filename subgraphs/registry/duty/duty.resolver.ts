import sql, { empty, raw } from 'sql-template-tag';
import { Arg, Args, Ctx, Query, Resolver } from 'type-graphql';
import {
  Bounded,
  PageArgs,
  RegionCode,
  Shared,
  connectionFor,
  page,
  valuesOf,
  within,
  type RequestContext,
} from '../../kernel';
import { DUTY_LISTS, DutyList, DutyListFilter } from './duty-list';
import { ProjectKind, ProjectSafetyRate } from './project-safety';

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
      WHERE duplicate_of IS NULL ${within(raw('region_code'), region)} GROUP BY kind`,
  );
  return valuesOf<ProjectKind>(ProjectKind).map((kind) => {
    const { total, done } = counted.find((each) => each.kind === kind) ?? { total: 0, done: 0 };
    return { kind, total, done, rate: total === 0 ? null : Math.round((done / total) * 1000) / 10 };
  });
}

const DutyListConnection = connectionFor(DutyList);

@Resolver()
export class DutyListResolver {
  @Shared('PUBLIC')
  @Query(() => DutyListConnection, {
    nullable: true,
    description: '职责清单、年度任务清单，按区划、编号排序. Lists of duties by division and id.',
  })
  dutyLists(
    @Arg('filter', () => DutyListFilter, {
      nullable: true,
      description: '筛选. Returns only the lists that meet these conditions.',
    })
    filter: DutyListFilter | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: RequestContext,
  ) {
    return dutyListPage(context, filter, args);
  }
}

@Resolver()
export class ProjectSafetyResolver {
  @Bounded(1000)
  @Shared('PUBLIC')
  @Query(() => [ProjectSafetyRate], {
    nullable: true,
    description:
      '项目安全“三同时”率、安全设计诊断率. The share of projects that meet the safety requirements.',
  })
  projectSafetyRates(
    @Arg('region', () => RegionCode, { description: '区划及其下级. In the subtree of this division.' })
    region: string,
    @Ctx() context: RequestContext,
  ) {
    return projectRates(context, region);
  }
}
