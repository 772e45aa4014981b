import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import {
  Bounded,
  NATIONWIDE,
  RegionCode,
  Shared,
  count,
  divisionCode,
  fields,
  flag,
  text,
  workedOut,
  type RequestContext,
} from '../../kernel';
import { Department } from '../others';
import { Assessment, BesideFigure, IndicatorScore } from './assessment';
import { rankingOf } from './assessment.lists';
import { AssessmentIndicator, AssessmentModel } from './model';
import { modelFor } from './model-file';
import { notCounted, saysOf } from './counted-part';
import { points } from './points';
import { daysOf, quarterOf } from './quarter.rules';
import { formulaText } from './score.rules';

const ALWAYS = { always: true } as const;

export const assessmentFields = fields(Assessment, {
  score: workedOut(
    'UNCONDITIONAL',
    points,
    '得分；缺数据的指标不计，见 openPoints. Its score; what is missing is not in it: see openPoints.',
    ({ result }) => result.score,
    ALWAYS,
  ),
  rank: workedOut(
    'UNCONDITIONAL',
    count,
    '名次，同分同名次；数据不全为空. Its rank, shared by equal scores; null while its data are incomplete.',
    ({ result }) => result.rank,
  ),
  interview: workedOut(
    'UNCONDITIONAL',
    flag,
    '是否约谈对象. Whether it is a candidate for an interview.',
    ({ result }) => result.interview,
    ALWAYS,
  ),
  unqualified: workedOut(
    'UNCONDITIONAL',
    flag,
    '是否直接评定为不合格. Whether the assessment is failed outright, whatever the score.',
    ({ result }) => result.unqualified,
  ),
  missing: workedOut(
    'UNCONDITIONAL',
    count,
    '缺数据的指标数. The number of indicators that lack their data.',
    ({ result }) => result.missing,
  ),
  openPoints: workedOut(
    'UNCONDITIONAL',
    points,
    '缺数据指标的分值合计. The points that are still open for want of data.',
    ({ result }) => result.openPoints,
  ),
  indicators: workedOut(
    'UNCONDITIONAL',
    () => [IndicatorScore],
    '各指标得分及其计算. Every indicator, and how its points were computed.',
    ({ result }) => result.indicators,
    { always: true, longest: 70 },
  ),
  beside: workedOut(
    'UNCONDITIONAL',
    () => [BesideFigure],
    '参看数据：会使比率好看的情形，或供评分的人参看的件数. What is read beside the indicators: what would make a rate look better than it is, or what whoever scores should know.',
    ({ result }) => result.beside ?? null,
    { longest: 100 },
  ),
});

export const scoreFields = fields(IndicatorScore, {
  department: workedOut(
    'UNCONDITIONAL',
    () => Department,
    '报送或录入的部门；未记载的为空. The department that has stated the figure or entered the score; null where it is not on record.',
    ({ departmentCode }) => (departmentCode ? { code: departmentCode } : null),
  ),
});

export const indicatorFields = fields(AssessmentIndicator, {
  counts: workedOut(
    'PUBLIC',
    text(1000),
    '分子、分母各数什么；本接口的记录数不出的为空. What numerator and denominator count; null where records of this API do not tell it: a department states it, or a person enters it.',
    ({ countedAs }) => saysOf(countedAs),
  ),
  notCounted: workedOut(
    'PUBLIC',
    text(1000),
    '本接口的记录为何数不出，由谁填写；能数出的为空. The reason for which records of this API do not tell it, and who states it; null where they do.',
    ({ countedAs }) => notCounted(countedAs),
  ),
  formula: workedOut(
    'PUBLIC',
    text(2000),
    '计算公式. The formula by which points follow from figures.',
    (indicator) => formulaText(indicator.formula, indicator.points),
    ALWAYS,
  ),
});

@Resolver()
export class AssessmentQueries {
  @Shared('PUBLIC')
  @Query(() => AssessmentModel, {
    nullable: true,
    description: '季度适用的考核模型. The scoring model of a quarter.',
  })
  assessmentModel(
    @Arg('quarter', () => String, {
      nullable: true,
      description: '季度，默认为当季. A quarter, like 2026-Q3; by default the present one.',
    })
    quarter: string | null,
    @Arg('region', () => RegionCode, {
      nullable: true,
      description:
        '考核方区划，默认全国. The division that assesses, by default the whole country: its own method, or that of the nearest above it.',
    })
    region: string | null,
    @Ctx() { today }: RequestContext,
  ) {
    return modelFor(quarter ?? quarterOf(today), divisionCode(region ?? NATIONWIDE));
  }

  @Bounded(40)
  @Shared('UNCONDITIONAL')
  @Query(() => [Assessment], {
    nullable: true,
    description:
      '下级区划的季度考核，按区划代码排序. The assessments of the divisions below one, by their codes.',
  })
  assessments(
    @Arg('region', () => RegionCode, { description: '考核方区划. The code of the division that assesses.' })
    region: string,
    @Arg('quarter', () => String, {
      description: '季度，如 2026-Q3. Returns only those of this quarter, as 2026-Q3.',
    })
    quarter: string,
    @Ctx() context: RequestContext,
  ) {
    daysOf(quarter);
    return rankingOf(context, region, quarter);
  }
}
