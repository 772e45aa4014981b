import { ObjectType } from 'type-graphql';
import { Column, Index } from 'typeorm';
import {
  Fact,
  Kept,
  Key,
  Noun,
  RefersTo,
  Served,
  code,
  count,
  date,
  flag,
  id,
  oneOf,
  prose,
  ratio,
  regionCode,
  text,
  vocabulary,
} from '../../kernel';
import { Region } from '../others';
import { BesideKind } from './beside';
import { IndicatorKind, ScoringMode } from './model';
import { points } from './points';

export const AssessmentStatus = vocabulary('AssessmentStatus', '考核状态. The states of an assessment.', {
  OPEN: '评定中. Figures and scores still come in; what is shown is computed when asked for.',
  CONFIRMED: '已确认. Confirmed and frozen.',
});
export type AssessmentStatus = keyof typeof AssessmentStatus;

export const ScoreOrigin = vocabulary(
  'ScoreOrigin',
  '得分来由. Where the points of an indicator come from.',
  {
    COMPUTED:
      '系统计算：由本接口的记录数出，佐证即列出这些记录的查询. Counted from records of this API; the evidence is the query that lists them.',
    REPORTED: '部门填报：数据由部门自行填写. From a figure that a department has stated.',
    ENTERED: '人工评分：由考核方录入. Entered by those who assess.',
  },
);
export type ScoreOrigin = keyof typeof ScoreOrigin;

const ALWAYS = { always: true } as const;
const OPTIONAL = { optional: true } as const;

@ObjectType({
  description:
    '参看数据：不计分. A figure that is read beside an indicator: it bears no points, and says what a rate does not.',
  simpleResolvers: true,
})
export class BesideFigure {
  @Served('UNCONDITIONAL', id(12), '指标代码. The code of the indicator that it is read beside.', ALWAYS)
  indicator: string;

  @Served('UNCONDITIONAL', oneOf(BesideKind), '种类. The kind of records that are counted.', ALWAYS)
  kind: BesideKind;

  @Served('UNCONDITIONAL', count, '件数. The number of records.', ALWAYS) count: number;

  @Served('UNCONDITIONAL', text(2000), '列出这些记录的查询. The query of this API that lists them.', ALWAYS)
  records: string;

  @Served(
    'UNCONDITIONAL',
    flag,
    '是否由系统数出. Whether it was counted from records of this API, and not stated by a department.',
    ALWAYS,
  )
  computed: boolean;

  @Served('UNCONDITIONAL', text(64), '数据来源系统. The source of the figure.', ALWAYS) source: string;

  @Served('UNCONDITIONAL', date, '数据日期. The day on which it was counted.', ALWAYS) measuredOn: string;
}

@ObjectType({
  description: '指标得分. The score of one indicator, with all that it was computed from.',
  simpleResolvers: true,
})
export class IndicatorScore {
  @Served(
    'UNCONDITIONAL',
    id(12),
    '指标代码，见 assessmentModel. The code of the indicator: see assessmentModel.',
    ALWAYS,
  )
  code: string;

  @Served(
    'UNCONDITIONAL',
    count,
    '考核要点序号；仅监测的为空. The item of the model; null if only watched.',
    OPTIONAL,
  )
  item: number | null;

  @Served(
    'UNCONDITIONAL',
    text(12),
    '所属部分. The number of the section that it stands in; null if only watched.',
    OPTIONAL,
  )
  section: string | null;

  @Served('UNCONDITIONAL', text(200), '名称. The name of the indicator.', ALWAYS) name: string;

  @Served('UNCONDITIONAL', oneOf(IndicatorKind), '指标类别. What the indicator does to the score.', ALWAYS)
  kind: IndicatorKind;

  @Served('UNCONDITIONAL', oneOf(ScoringMode), '评分方式. The way in which the indicator is scored.', ALWAYS)
  mode: ScoringMode;

  @Served(
    'UNCONDITIONAL',
    points,
    '得分，减分为负；缺数据或不适用为空. Its points, less than 0 if taken away; null without data.',
    OPTIONAL,
  )
  points: number | null;

  @Served('UNCONDITIONAL', points, '分值. The most points that it bears.', ALWAYS) maxPoints: number;

  @Served('UNCONDITIONAL', text(2000), '计算公式. The formula by which points follow from figures.', ALWAYS)
  formula: string;

  @Served('UNCONDITIONAL', text(2000), '计算过程. The formula with the figures in it.', OPTIONAL)
  calculation: string | null;

  @Served('UNCONDITIONAL', ratio, '分子或次数. The numerator, or the number of cases.', OPTIONAL) numerator:
    number | null;

  @Served('UNCONDITIONAL', ratio, '分母. The denominator; null for a number of cases.', OPTIONAL)
  denominator: number | null;

  @Served(
    'UNCONDITIONAL',
    flag,
    '是否缺数据：既不计满分也不计零分. Whether its data are missing: it counts neither as full nor as zero.',
    ALWAYS,
  )
  missing: boolean;

  @Served(
    'UNCONDITIONAL',
    text(1000),
    '缺数据的原因和填写者；不缺的、当时未记载的为空. The reason for which its data are missing, and who states them; null where they are not, and where it was confirmed before this was kept.',
    OPTIONAL,
  )
  missingBecause: string | null;

  @Served(
    'UNCONDITIONAL',
    flag,
    '是否适用：分母为零即无可评. Whether there is anything to score: not if the denominator is zero.',
    ALWAYS,
  )
  applicable: boolean;

  @Served('UNCONDITIONAL', flag, '是否达标，仅比例类. Whether the target is reached, for ratios.', OPTIONAL)
  targetReached: boolean | null;

  @Served(
    'UNCONDITIONAL',
    text(2000),
    '佐证：列出相应记录的查询或文件. The query of this API that lists the records, or the document.',
    OPTIONAL,
  )
  evidence: string | null;

  @Served(
    'UNCONDITIONAL',
    text(64),
    '数据来源系统；录入的为空. The source of the figure; null if entered.',
    OPTIONAL,
  )
  source: string | null;

  @Served('UNCONDITIONAL', date, '数据日期. The day of the figure or of its entry.', OPTIONAL) measuredOn:
    string | null;

  @Served(
    'UNCONDITIONAL',
    oneOf(ScoreOrigin),
    '得分来由；缺数据的、当时未记载的为空. Where the points come from; null without data, and where it was confirmed before this was kept.',
    OPTIONAL,
  )
  origin: ScoreOrigin | null;

  @Served(
    'UNCONDITIONAL',
    text(1000),
    '分子、分母各数什么；本接口的记录数不出的为空. What numerator and denominator count; null where records of this API do not tell it.',
    OPTIONAL,
  )
  counts: string | null;

  /** Who has stated the figure or entered the score. */
  departmentCode: string | null;
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
  /** Not kept with what was confirmed before there was any. */
  beside?: BesideFigure[];
}

@Noun('季度考核. The assessment of a division for a quarter.', {
  term: { zh: '季度考核', en: 'quarterly assessment' },
})
@Index('assessment_by_parent', ['parentCode', 'quarter', 'regionCode'])
export class Assessment {
  @Key('UNCONDITIONAL', id(24), '考核编号：季度-区划. The id of the assessment: quarter and division.')
  id: string;

  @Fact('UNCONDITIONAL', code(7), '季度，如 2026-Q3. The quarter that is assessed.', ALWAYS) quarter: string;

  @RefersTo(() => Region, regionCode, 'UNCONDITIONAL', '被考核区划. The division that is assessed.', {
    as: 'region',
    shown: '被考核区划代码. The code of the division that is assessed.',
  })
  regionCode: string;

  @Kept(regionCode, '考核方区划代码. The division that assesses it and its siblings.') parentCode: string;

  @Fact('UNCONDITIONAL', oneOf(AssessmentStatus), '考核状态. Whether the assessment is still open.')
  status: AssessmentStatus;

  @Fact('UNCONDITIONAL', date, '确认日期. The day on which it was confirmed.', OPTIONAL) confirmedOn:
    string | null;

  /** Kept, and in the audit. */
  @Kept(text(200), '确认人. The officer who has confirmed it.', OPTIONAL) confirmedBy: string | null;

  @Fact('UNCONDITIONAL', prose(500), '确认说明. What was stated when it was confirmed.', OPTIONAL) reason:
    string | null;

  @Column('jsonb', { nullable: true }) frozen: Result | null;

  /** Set by the loader, for the members of a ranking together. */
  result: Result;
}
