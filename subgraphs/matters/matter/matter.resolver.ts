import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import {
  Argument,
  Bounded,
  DateOnly,
  Figure,
  NATIONWIDE,
  PageArgs,
  RegionCode,
  Shared,
  allFigures,
  asId,
  connectionFor,
  factsOf,
  fields,
  isWithin,
  objectOf,
  oneOf,
  orNull,
  printedCode,
  uscc as codeOfEnterprise,
  workedOut,
  type RequestContext,
} from '../../kernel';
import { Department, Enterprise, Region } from '../others';
import { WorkStep } from '../work/work-step';
import { stepsOfSubject } from '../work/work.lists';
import { missingDepartment } from './department.lists';
import { ChainGap, ChainStage, LeftOut, Matter, MatterOverview } from './matter';
import { MatterForm } from './matter-form';
import { MatterVersion, MatterVersionFilter } from './matter-version';
import { governedBy, matterBy, mattersOn, versionPage, versionsOfMatter } from './matter.lists';
import { counted, formOf, gapsOf, isInScope, leftOutOf, rolesOf, stageOf } from './matter.rules';
import { DepartmentMissing } from './matter.terms';

const department = (says: string, code: 'leadDepartmentCode') =>
  workedOut(
    'PUBLIC',
    () => Department,
    says,
    (row: { [code]?: string | null }) => row[code] && { code: row[code] },
  );
const cooperating = workedOut(
  'PUBLIC',
  () => [Department],
  '配合部门. The departments that support the lead department.',
  ({ cooperatingDepartmentCodes }: Pick<MatterForm, 'cooperatingDepartmentCodes'>) =>
    cooperatingDepartmentCodes.map((code) => ({ code })),
  { gaps: true },
);
const divisionOf = (code: string) => (code === NATIONWIDE ? null : { code });

export const matterFields = fields(Matter, {
  leadDepartment: department('牵头部门. The department that answers for the whole.', 'leadDepartmentCode'),
  cooperatingDepartments: cooperating,
  region: workedOut(
    'PUBLIC',
    () => Region,
    '设立区划；全国性事项为空. The division that has made it a matter; null for the whole country.',
    ({ regionCode }) => divisionOf(regionCode),
  ),
  stages: workedOut(
    'PUBLIC',
    () => [ChainStage],
    '全链条各环节. The stages of its chain, in their order.',
    ({ storedStages, regionCode }) => storedStages.map((stage) => stageOf(stage, regionCode)),
  ),
});

export const formFields = fields(MatterForm, {
  leadDepartment: department(
    '牵头部门，为本区划的部门. The department of this division that leads.',
    'leadDepartmentCode',
  ),
  leadMissing: workedOut(
    'PUBLIC',
    oneOf(DepartmentMissing),
    '无牵头部门的原因. The reason why there is no lead department; null where there is one.',
    ({ leadDepartmentCode }, context) =>
      leadDepartmentCode === null ? 'LEAD_ENDED' : missingDepartment(context, leadDepartmentCode),
  ),
  cooperatingDepartments: cooperating,
});

export const stageFields = fields(ChainStage, {
  department: workedOut(
    'PUBLIC',
    () => Department,
    '责任部门. The department that answers for it; null is a gap.',
    ({ departmentCode }) => departmentCode && { code: departmentCode },
  ),
  departmentMissing: workedOut(
    'PUBLIC',
    oneOf(DepartmentMissing),
    '无责任部门的原因. The reason why no department answers for it there; null where one does.',
    ({ departmentCode }, context) =>
      departmentCode === null ? 'NOT_NAMED' : missingDepartment(context, departmentCode),
  ),
});

export const versionFields = fields(MatterVersion, {
  stages: workedOut(
    'PUBLIC',
    () => [ChainStage],
    '本级环节. The stages that this version says, of its own level.',
    ({ storedStages, regionCode }) => storedStages.map((stage) => stageOf(stage, regionCode)),
  ),
  history: workedOut(
    'UNCONDITIONAL',
    () => [WorkStep],
    '办理记录：起草、会签、异议、决定. The steps that were taken: who signed, who objected and why, who decided.',
    ({ id }, context) => stepsOfSubject(context)(id),
  ),
});

/** Who is a key fire unit, fire and rescue says in its register. */
const fireUnitOf = factsOf(Enterprise, {
  from: 'hazards',
  fields: 'fireUnit { uscc }',
  facts: objectOf({ fireUnit: orNull(objectOf({ uscc: codeOfEnterprise })) }),
});

export const enterpriseMatters = fields(Enterprise, {
  matters: workedOut(
    'PUBLIC',
    () => [Matter],
    '所属事项，含仅限其所在地的. The matters whose scope it is in, also those of its own division only.',
    async ({ uscc, industryCode, roles, region }, context) => {
      const [all, facts] = await Promise.all([mattersOn(context, context.today), fireUnitOf(context, uscc)]);
      const known = rolesOf(roles ?? [], Boolean(facts?.fireUnit));
      return [...all.values()].filter(
        ({ scope, onlyHere, regionCode }) =>
          (!onlyHere || isWithin(region?.code ?? NATIONWIDE, regionCode)) &&
          isInScope(scope, industryCode ?? null, known),
      );
    },
    { requires: 'industryCode roles region { code }' },
  ),
});

export const overviewFields = fields(MatterOverview, {
  figures: workedOut(
    'PUBLIC',
    () => [Figure],
    '全部数据项，缺数的说明原因. All figures, each with its reason if it is missing: a department that does not answer loses its own only.',
    ({ matterCode, regionCode, scope }, context) => allFigures(context, { matterCode, regionCode, scope }),
    { longest: 20 },
  ),
  leftOut: workedOut(
    'PUBLIC',
    () => [LeftOut],
    '未计入的范围：仅下级列入的. What is not counted, since only divisions below have added it.',
    async ({ matterCode, regionCode }, context) => {
      const matter = await governedBy(context, matterCode);
      return matter && leftOutOf(matter, matter.versions, regionCode, context.today);
    },
    { longest: 1000 },
  ),
});

const MatterVersionConnection = connectionFor(MatterVersion);
const FILTER = { nullable: true, description: '筛选. Returns only what meets these conditions.' } as const;
const ON = { nullable: true, description: '日期，默认当日. The day; today, if it is left out.' } as const;

@Resolver(() => Matter)
export class MatterResolver {
  @Shared('PUBLIC')
  @Query(() => Matter, {
    nullable: true,
    description: '按代码查事项；可查某日的. The matter with this code, as it was on a day.',
  })
  matter(
    @Argument('code', asId(printedCode(40)), '事项代码. The code of the matter.') code: string,
    @Arg('on', () => DateOnly, ON) on: string | null,
    @Ctx() context: RequestContext,
  ) {
    return matterBy(context, code, on ?? context.today);
  }

  @Shared('PUBLIC')
  @Query(() => [Matter], {
    nullable: true,
    description: '全部现行事项. All matters that are in force, in the order of their codes.',
  })
  async matters(@Ctx() context: RequestContext) {
    return [...(await mattersOn(context, context.today)).values()];
  }

  @Bounded(300)
  @Shared('PUBLIC')
  @Query(() => [ChainGap], {
    nullable: true,
    description:
      '链条空白：无部门负责的环节. The gaps in the chains: stages for which no department answers.',
  })
  async chainGaps(@Ctx() context: RequestContext) {
    return gapsOf([...(await mattersOn(context, context.today)).values()]);
  }

  @Shared('PUBLIC')
  @Query(() => MatterVersionConnection, {
    nullable: true,
    description:
      '事项议定，按区划排序；公众仅见已决定的. Versions of matters, by division; the public sees those decided.',
  })
  matterVersions(
    @Arg('filter', () => MatterVersionFilter, FILTER) filter: MatterVersionFilter | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: RequestContext,
  ) {
    return versionPage(context, filter ?? {}, args);
  }

  @Shared('PUBLIC')
  @FieldResolver(() => MatterForm, {
    nullable: true,
    description:
      '在某区划某日的样子；不适用的为空. What it is in a division on a day; null where it is no matter of the division.',
  })
  async at(
    @Root() { code }: Matter,
    @Arg('region', () => RegionCode, { description: '区划. The division that is asked about.' })
    region: string,
    @Arg('on', () => DateOnly, ON) on: string | null,
    @Ctx() context: RequestContext,
  ) {
    const matter = await governedBy(context, code);
    return matter && formOf(matter, matter.versions, region, on ?? context.today);
  }

  @Shared('PUBLIC')
  @FieldResolver(() => MatterVersionConnection, {
    nullable: true,
    description:
      '历次议定，新的在前；公众仅见已决定的. Its versions, the latest first: its history; the public sees those decided.',
  })
  versions(
    @Root() { code }: Matter,
    @Arg('filter', () => MatterVersionFilter, FILTER) filter: MatterVersionFilter | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: RequestContext,
  ) {
    return versionsOfMatter(context, code, filter ?? {}, args);
  }

  @Shared('PUBLIC')
  @FieldResolver(() => MatterOverview, { description: '总览. What every department has of it in a region.' })
  async overview(
    @Root() { code, regionCode: home, scope }: Matter,
    @Arg('region', () => RegionCode, { description: '区划及其下级. In the subtree of this division.' })
    region: string,
    @Ctx() context: RequestContext,
  ): Promise<MatterOverview> {
    const matter = await governedBy(context, code);
    const known = matter && counted(matter, matter.versions, region, context.today);
    // what nobody has decided on yet is counted as it was drafted
    const here = known ?? { regionCode: isWithin(home, region) ? home : region, scope };
    return { matterCode: code, ...here };
  }
}
