import { Directive, Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { Column, Entity, Index } from 'typeorm';
import { CodeColumn, DateOnly, RegionCode, Shared, vocabulary } from '../../kernel';
import { IndicatorKind, ScoringMode } from './model';

export const AssessmentStatus = vocabulary('AssessmentStatus', '考核状态. Where an assessment stands.', {
  OPEN: '评定中. Figures and scores still come in; what is shown is computed when asked for.',
  CONFIRMED: '已确认. Confirmed and frozen.',
});
export type AssessmentStatus = keyof typeof AssessmentStatus;

@ObjectType({ description: '指标得分. The score of one indicator, with all that it was computed from.', simpleResolvers: true })
export class IndicatorScore {
  @Shared('UNCONDITIONAL')
  @Field(() => ID, { description: '指标代码，见 assessmentModel. Its code.' })
  code: string;

  @Shared('UNCONDITIONAL')
  @Field(() => Int, { nullable: true, description: '考核要点序号. The item of the model.' })
  item: number | null;

  @Shared('UNCONDITIONAL')
  @Field(() => String, { nullable: true, description: '所属部分. The section.' })
  section: string | null;

  @Shared('UNCONDITIONAL')
  @Field(() => String, { description: '名称. Its name.' })
  name: string;

  @Shared('UNCONDITIONAL')
  @Field(() => IndicatorKind, { description: '指标类别. What it does to the score.' })
  kind: IndicatorKind;

  @Shared('UNCONDITIONAL')
  @Field(() => ScoringMode, { description: '评分方式. How it is scored.' })
  mode: ScoringMode;

  @Shared('UNCONDITIONAL')
  @Field(() => Float, {
    nullable: true,
    description: '得分，减分为负；缺数据或不适用为空. Its points, less than 0 if taken away; null without data.',
  })
  points: number | null;

  @Shared('UNCONDITIONAL')
  @Field(() => Float, { description: '分值. The most points that it bears.' })
  maxPoints: number;

  @Shared('UNCONDITIONAL')
  @Field(() => String, { description: '计算公式. How points follow from figures.' })
  formula: string;

  @Shared('UNCONDITIONAL')
  @Field(() => String, { nullable: true, description: '计算过程. The formula with the figures in it.' })
  calculation: string | null;

  @Shared('UNCONDITIONAL')
  @Field(() => Float, { nullable: true, description: '分子或次数. The numerator, or the number of cases.' })
  numerator: number | null;

  @Shared('UNCONDITIONAL')
  @Field(() => Float, { nullable: true, description: '分母. The denominator.' })
  denominator: number | null;

  @Shared('UNCONDITIONAL')
  @Field(() => Boolean, {
    description: '是否缺数据：既不计满分也不计零分. Whether its data are missing: it counts neither as full nor as zero.',
  })
  missing: boolean;

  @Shared('UNCONDITIONAL')
  @Field(() => Boolean, { description: '是否适用：分母为零即无可评. Whether there is anything to score: not if the denominator is zero.' })
  applicable: boolean;

  @Shared('UNCONDITIONAL')
  @Field(() => Boolean, { nullable: true, description: '是否达标，仅比例类. Whether the target is reached, for ratios.' })
  targetReached: boolean | null;

  @Shared('UNCONDITIONAL')
  @Field(() => String, {
    nullable: true,
    description: '佐证：列出相应记录的查询或文件. The query of this API that lists the records, or the document.',
  })
  evidence: string | null;

  @Shared('UNCONDITIONAL')
  @Field(() => String, { nullable: true, description: '数据来源系统；录入的为空. The source of the figure; null if entered.' })
  source: string | null;

  @Shared('UNCONDITIONAL')
  @Field(() => DateOnly, { nullable: true, description: '数据日期. The day of the figure or of its entry.' })
  measuredOn: string | null;
}

/** What an assessment says: computed while it is open, kept as it was once it is confirmed. */
export interface Result {
  score: number;
  /** Null while data of any member are missing: only what is complete can be compared. */
  rank: number | null;
  interview: boolean;
  unqualified: boolean;
  missing: number;
  openPoints: number;
  indicators: IndicatorScore[];
}

@Entity()
@Index('assessment_by_parent', ['parentCode', 'quarter', 'regionCode'])
@ObjectType({ description: '季度考核. The assessment of a division for a quarter.', simpleResolvers: true })
@Directive('@key(fields: "id")')
export class Assessment {
  @CodeColumn(24, { primary: true })
  @Shared('UNCONDITIONAL')
  @Field(() => ID, { description: '考核编号：季度-区划. Its id: quarter and division.' })
  id: string;

  @CodeColumn(7)
  @Shared('UNCONDITIONAL')
  @Field(() => String, { description: '季度，如 2026-Q3. The quarter.' })
  quarter: string;

  @CodeColumn(12)
  @Shared('UNCONDITIONAL')
  @Field(() => RegionCode, { nullable: true, description: '区划代码. The division.' })
  regionCode: string;

  /** The division that assesses it and its siblings. */
  @CodeColumn(12)
  parentCode: string;

  @CodeColumn(12)
  @Shared('UNCONDITIONAL')
  @Field(() => AssessmentStatus, { nullable: true, description: '考核状态. Where it stands.' })
  status: AssessmentStatus;

  @Column('date', { nullable: true })
  @Shared('UNCONDITIONAL')
  @Field(() => DateOnly, { nullable: true, description: '确认日期. When it was confirmed.' })
  confirmedOn: string | null;

  /** The officer: kept, and in the audit; not served. */
  @Column('varchar', { length: 200, nullable: true })
  confirmedBy: string | null;

  @Column('varchar', { length: 500, nullable: true })
  @Shared('UNCONDITIONAL')
  @Field(() => String, { nullable: true, description: '确认说明. What was said when it was confirmed.' })
  reason: string | null;

  @Column('jsonb', { nullable: true })
  frozen: Result | null;

  /** Set by the loader, for the members of a ranking together. */
  result: Result;
}
