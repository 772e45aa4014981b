import { Field, Float, Int, ObjectType } from 'type-graphql';
import { Shared, Yuan, vocabulary } from '../../kernel';

export const RankingPart = vocabulary('RankingPart', '排名指标. A part of the score.', {
  ON_TIME: '按期办结率. Decisions in time, of all decisions.',
  FOLLOW_UP: '问题处置率. Inspections with findings that led to a case or a hazard.',
  INTENSITY: '每百次检查立案数，与最高者相比. Cases per hundred inspections, compared with the highest.',
  ACTIVITY: '检查次数，与最高者相比. Inspections, compared with the most.',
  ZERO_PENALTY: '零处罚扣分. Deducted if problems were found and no case was filed.',
});
export type RankingPart = keyof typeof RankingPart;

@ObjectType({ description: '得分构成. A part of a score.', simpleResolvers: true })
export class RankComponent {
  @Shared('PUBLIC')
  @Field(() => RankingPart, { description: '指标. Which part.' })
  part: RankingPart;

  @Shared('PUBLIC')
  @Field(() => Float, { description: '权重（分），扣分为负. Its weight in points, negative for a deduction.' })
  weight: number;

  @Shared('PUBLIC')
  @Field(() => Float, { description: '比值，0 至 1. Its ratio, 0 to 1.' })
  ratio: number;

  @Shared('PUBLIC')
  @Field(() => Float, { description: '得分. Weight times ratio.' })
  points: number;
}

@ObjectType({ description: '监管执法季度排名. How a division ranks by its enforcement in a quarter.', simpleResolvers: true })
export class EnforcementRank {
  /** Code of the division; `region` in the resolver is its stub. */
  regionCode: string;

  @Shared('PUBLIC')
  @Field(() => Int, { description: '名次，同分同名次. The rank; equals share it.' })
  rank: number;

  @Shared('PUBLIC')
  @Field(() => Float, { description: '得分. The score: the sum of its components.' })
  score: number;

  @Shared('PUBLIC')
  @Field(() => Int, { description: '立案数. Cases filed in the quarter.' })
  cases: number;

  @Shared('PUBLIC')
  @Field(() => Int, { description: '监督检查次数. Inspections in the quarter.' })
  inspections: number;

  @Shared('PUBLIC')
  @Field(() => Float, { nullable: true, description: '按期办结率；无办结案件时为空. Decisions in time, of all of the quarter.' })
  decidedOnTimeRate: number | null;

  @Shared('PUBLIC')
  @Field(() => Yuan, {
    description: '罚款合计，不计分（行政处罚法第七十四条）. All fines of the quarter; never scored, since the law forbids it.',
  })
  fines: string;

  @Shared('PUBLIC')
  @Field(() => Float, { nullable: true, description: '每百次检查立案数；无检查时为空. Cases per hundred inspections.' })
  casesPerHundredInspections: number | null;

  @Shared('PUBLIC')
  @Field(() => Boolean, { description: '零处罚、只检查不处罚. Whether problems were found and no case was filed.' })
  zeroPenalty: boolean;

  @Shared('PUBLIC')
  @Field(() => String, { description: '计算公式及当季权重. The formula with the weights of the quarter.' })
  formula: string;

  @Shared('PUBLIC')
  @Field(() => [RankComponent], { description: '得分构成. The parts of the score.' })
  components: RankComponent[];
}
