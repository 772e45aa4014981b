import { Arg, Ctx, FieldResolver, Float, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { RegionCode, Shared, type RequestContext } from '../../kernel';
import { Region } from '../others';
import { Assessment, IndicatorScore } from './assessment';
import { assessmentById, rankingOf } from './assessment.loaders';
import { confirmAssessment, enterScore } from './assessment.service';
import { ConfirmAssessmentInput, EnterScoreInput } from './figure';
import { AssessmentIndicator, AssessmentModel, models } from './model';
import { daysOf, modelOf, quarterOf } from './quarter.rules';
import { formulaText } from './score.rules';

@Resolver(() => Assessment)
export class AssessmentResolver {
  @Shared('PUBLIC')
  @Query(() => AssessmentModel, { nullable: true, description: '季度适用的考核模型. The scoring model of a quarter.' })
  assessmentModel(
    @Arg('quarter', () => String, { nullable: true, description: '季度，默认为当季. The quarter; by default the present one.' })
    quarter: string | null,
    @Ctx() { today }: RequestContext,
  ) {
    return modelOf(models, quarter ?? quarterOf(today));
  }

  @Shared('UNCONDITIONAL')
  @Query(() => [Assessment], {
    nullable: true,
    description: '下级区划的季度考核，按区划代码排序. The assessments of the divisions below one, by their codes.',
  })
  assessments(
    @Arg('region', () => RegionCode, { description: '考核方区划. The division that assesses.' }) region: string,
    @Arg('quarter', () => String, { description: '季度，如 2026-Q3. The quarter.' }) quarter: string,
    @Ctx() context: RequestContext,
  ) {
    daysOf(quarter);
    return rankingOf(context, region, quarter);
  }

  @Shared('UNCONDITIONAL')
  @Mutation(() => Assessment, { nullable: true, description: '录入明查暗访、查阅资料的得分. Enters the score of a visit or of files.' })
  async enterScore(
    @Arg('input', () => EnterScoreInput, { description: '得分. The score.' }) input: EnterScoreInput,
    @Ctx() context: RequestContext,
  ) {
    return assessmentById(context, await enterScore(context, input));
  }

  @Shared('UNCONDITIONAL')
  @Mutation(() => [Assessment], { nullable: true, description: '确认一个季度的考核和排名. Confirms and freezes the ranking of a quarter.' })
  async confirmAssessment(
    @Arg('input', () => ConfirmAssessmentInput, { description: '哪个季度. Which quarter.' }) input: ConfirmAssessmentInput,
    @Ctx() context: RequestContext,
  ) {
    const { region, quarter } = await confirmAssessment(context, input);
    return rankingOf(context, region, quarter);
  }

  @Shared('UNCONDITIONAL')
  @FieldResolver(() => Region, { nullable: true, description: '被考核区划. The division that is assessed.' })
  region(@Root() { regionCode }: Assessment): Region {
    return { code: regionCode };
  }

  @Shared('UNCONDITIONAL')
  @FieldResolver(() => Float, {
    description: '得分；缺数据的指标不计，见 openPoints. Its score; what is missing is not in it: see openPoints.',
  })
  score(@Root() { result }: Assessment) {
    return result.score;
  }

  @Shared('UNCONDITIONAL')
  @FieldResolver(() => Int, {
    nullable: true,
    description: '名次，同分同名次；数据不全为空. Its rank, shared by equal scores; null while its data are incomplete.',
  })
  rank(@Root() { result }: Assessment) {
    return result.rank;
  }

  @Shared('UNCONDITIONAL')
  @FieldResolver(() => Boolean, { description: '是否约谈对象. Whether it is a candidate for an interview.' })
  interview(@Root() { result }: Assessment) {
    return result.interview;
  }

  @Shared('UNCONDITIONAL')
  @FieldResolver(() => Boolean, { nullable: true, description: '是否直接评定为不合格. Whether it is unqualified, whatever its score.' })
  unqualified(@Root() { result }: Assessment) {
    return result.unqualified;
  }

  @Shared('UNCONDITIONAL')
  @FieldResolver(() => Int, { nullable: true, description: '缺数据的指标数. How many indicators lack their data.' })
  missing(@Root() { result }: Assessment) {
    return result.missing;
  }

  @Shared('UNCONDITIONAL')
  @FieldResolver(() => Float, { nullable: true, description: '缺数据指标的分值合计. The points that are still open for want of data.' })
  openPoints(@Root() { result }: Assessment) {
    return result.openPoints;
  }

  @Shared('UNCONDITIONAL')
  @FieldResolver(() => [IndicatorScore], { description: '各指标得分及其计算. Every indicator, and how its points were computed.' })
  indicators(@Root() { result }: Assessment) {
    return result.indicators;
  }
}

@Resolver(() => AssessmentIndicator)
export class AssessmentIndicatorResolver {
  @Shared('PUBLIC')
  @FieldResolver(() => String, { description: '计算公式. How points follow from figures.' })
  formula(@Root() { formula, points }: AssessmentIndicator) {
    return formulaText(formula, points);
  }
}
