import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { DateOnly, Shared, vocabulary } from '../../kernel';
import anwei from './reference/anwei-2024-10.json';

export const ScoringMode = vocabulary('ScoringMode', '评分方式. How an indicator is scored.', {
  DATA: '数据直接评定. From the figures of daily work.',
  SITE_VISIT: '明查暗访. By visits to sites.',
  DOCUMENT: '查阅资料和座谈访谈. From files and interviews.',
});
export type ScoringMode = keyof typeof ScoringMode;

export const IndicatorKind = vocabulary('IndicatorKind', '指标类别. What an indicator does to the score.', {
  BASE: '基本分. Is part of the 100 points.',
  DEDUCTION: '减分. Takes points away.',
  BONUS: '加分. Adds points.',
  MONITORED: '仅监测. Is watched and bears no points.',
});
export type IndicatorKind = keyof typeof IndicatorKind;

/** How points follow from what is stored: a kind with its parameters, so that every score can be explained. */
export type Formula =
  /** All points at the target (percent) or above, in proportion below it. */
  | { kind: 'RATIO_TO_TARGET'; target: number }
  /** So many points off for each. */
  | { kind: 'COUNT_DEDUCTION'; per: number }
  /** So many points off for one, for two, for the last step or more. */
  | { kind: 'STEP_DEDUCTION'; steps: readonly number[] }
  /** Entered by those who assess. */
  | { kind: 'DIRECT'; min: number; max: number };

@ObjectType({ description: '考核部分. A section of the scoring model.', simpleResolvers: true })
export class AssessmentSection {
  @Shared('PUBLIC')
  @Field(() => String, { description: '序号. Its number.' })
  number: string;

  @Shared('PUBLIC')
  @Field(() => String, { description: '名称. Its name.' })
  title: string;

  @Shared('PUBLIC')
  @Field(() => Float, { description: '分值. Its points.' })
  points: number;
}

@ObjectType({ description: '考核指标. An indicator of the scoring model.', simpleResolvers: true })
export class AssessmentIndicator {
  @Shared('PUBLIC')
  @Field(() => ID, { description: '指标代码：考核要点序号，细分时加点. The number of its item; of a part of it with a dot.' })
  code: string;

  @Shared('PUBLIC')
  @Field(() => Int, { nullable: true, description: '考核要点序号；仅监测的为空. The item of the model; null if only watched.' })
  item: number | null;

  @Shared('PUBLIC')
  @Field(() => String, { nullable: true, description: '所属部分. The section.' })
  section: string | null;

  @Shared('PUBLIC')
  @Field(() => String, { description: '名称. Its name.' })
  name: string;

  @Shared('PUBLIC')
  @Field(() => IndicatorKind, { description: '指标类别. What it does to the score.' })
  kind: IndicatorKind;

  @Shared('PUBLIC')
  @Field(() => ScoringMode, { description: '评分方式. How it is scored.' })
  mode: ScoringMode;

  @Shared('PUBLIC')
  @Field(() => Float, { description: '分值. The most points that it bears.' })
  points: number;

  /** The GraphQL field of this name says it in words. */
  formula: Formula;

  @Shared('PUBLIC')
  @Field(() => String, { description: '原文. The words of the document.' })
  phrase: string;

  @Shared('PUBLIC')
  @Field(() => String, { description: '来源文件. The document.' })
  document: string;

  @Shared('PUBLIC')
  @Field(() => Boolean, {
    description: '分值和参数是否见于文件. Whether points and numbers stand in the document; else they are a proposal.',
  })
  verified: boolean;

  @Shared('PUBLIC')
  @Field(() => String, { nullable: true, description: '说明. What is to be known of its numbers.' })
  note?: string | null;

  /** Whether one of them makes the whole assessment 「不合格」. */
  disqualifies?: boolean;
}

/** A version of the scoring model; a quarter is scored by the one in force on its last day. */
@ObjectType({ description: '考核模型. The scoring model, in one of its versions.', simpleResolvers: true })
export class AssessmentModel {
  @Shared('PUBLIC')
  @Field(() => ID, { description: '模型编号. Its id.' })
  id: string;

  @Shared('PUBLIC')
  @Field(() => String, { description: '名称. Its name.' })
  title: string;

  @Shared('PUBLIC')
  @Field(() => String, { description: '来源文件. The document that it rests on.' })
  document: string;

  @Shared('PUBLIC')
  @Field(() => DateOnly, { description: '适用起始日. The first day that it holds for.' })
  effectiveFrom: string;

  @Shared('PUBLIC')
  @Field(() => DateOnly, { nullable: true, description: '适用截止日；现行为空. The last day; null while no later one is known.' })
  effectiveTo: string | null;

  @Shared('PUBLIC')
  @Field(() => [AssessmentSection], { description: '各部分. Its sections.' })
  sections: AssessmentSection[];

  @Shared('PUBLIC')
  @Field(() => [AssessmentIndicator], { description: '各指标. Its indicators.' })
  indicators: AssessmentIndicator[];
}

/** All versions, the oldest first. */
export const models = [anwei] as unknown as readonly AssessmentModel[];
