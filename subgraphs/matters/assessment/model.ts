import { ObjectType } from 'type-graphql';
import {
  Served,
  arrayOf,
  count,
  date,
  flag,
  id,
  objectOf,
  oneOf,
  orNull,
  regionCode,
  text,
  variantOf,
  vocabulary,
} from '../../kernel';
import { points } from './points';
import anwei from './official/anwei-2024-10.json';

export const ScoringMode = vocabulary('ScoringMode', '评分方式. The ways in which an indicator is scored.', {
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

const ALWAYS = { always: true } as const;

@ObjectType({ description: '考核部分. A section of the scoring model.', simpleResolvers: true })
export class AssessmentSection {
  @Served('PUBLIC', text(12), '序号. The number of the section.', ALWAYS) number: string;
  @Served('PUBLIC', text(200), '名称. The title of the section.', ALWAYS) title: string;
  @Served('PUBLIC', points, '分值. The points that the section bears.', ALWAYS) points: number;
}

@ObjectType({ description: '考核指标. An indicator of the scoring model.', simpleResolvers: true })
export class AssessmentIndicator {
  @Served(
    'PUBLIC',
    id(12),
    '指标代码：考核要点序号，细分时加点. The number of its item; of a part of it with a dot.',
    ALWAYS,
  )
  code: string;

  @Served('PUBLIC', count, '考核要点序号；仅监测的为空. The item of the model; null if only watched.', {
    optional: true,
  })
  item: number | null;

  @Served(
    'PUBLIC',
    text(12),
    '所属部分. The number of the section that it stands in; null if only watched.',
    { optional: true },
  )
  section: string | null;

  @Served('PUBLIC', text(200), '名称. The name of the indicator.', ALWAYS) name: string;

  @Served('PUBLIC', oneOf(IndicatorKind), '指标类别. What the indicator does to the score.', ALWAYS)
  kind: IndicatorKind;

  @Served('PUBLIC', oneOf(ScoringMode), '评分方式. The way in which the indicator is scored.', ALWAYS)
  mode: ScoringMode;

  @Served('PUBLIC', points, '分值. The most points that it bears.', ALWAYS) points: number;

  /** The GraphQL field of this name says it in words. */
  formula: Formula;

  @Served('PUBLIC', text(2000), '原文. The words of the document.', ALWAYS) phrase: string;

  @Served('PUBLIC', text(200), '来源文件. The document that it stands in.', ALWAYS) document: string;

  @Served(
    'PUBLIC',
    flag,
    '分值和参数是否见于文件. Whether points and numbers stand in the document; else they are a proposal.',
    ALWAYS,
  )
  verified: boolean;

  @Served('PUBLIC', () => String, '说明. What is to be known of its numbers.') note?: string | null;

  @Served(
    'PUBLIC',
    text(12),
    '按哪项计算（docs/assessment.md 的代码）；不由本接口记录计算的为空. By which of the figures of docs/assessment.md it is computed; null where records of this API do not compute it.',
    { optional: true },
  )
  countedAs: string | null;

  /** Whether one of them makes the whole assessment 「不合格」. */
  disqualifies?: boolean | null;
}

/** A version of the scoring model; a quarter is scored by the one in force on its last day. */
@ObjectType({ description: '考核模型. The scoring model, in one of its versions.', simpleResolvers: true })
export class AssessmentModel {
  @Served('PUBLIC', id(40), '模型编号. The id of the version.', ALWAYS) id: string;

  @Served('PUBLIC', text(200), '名称. The title of the model.', ALWAYS) title: string;

  @Served('PUBLIC', text(200), '来源文件. The document that it rests on.', ALWAYS) document: string;

  @Served(
    'PUBLIC',
    regionCode,
    '考核方区划：其下级按此考核；另有办法的除外. The division whose members are assessed by it, and those below that have no method of their own.',
    ALWAYS,
  )
  assessor: string;

  @Served('PUBLIC', date, '适用起始日. The first day that it holds for.', ALWAYS) effectiveFrom: string;

  @Served('PUBLIC', date, '适用截止日；现行为空. The last day; null while no later one is known.', {
    optional: true,
  })
  effectiveTo: string | null;

  @Served('PUBLIC', () => [AssessmentSection], '各部分. The sections of the model.', ALWAYS)
  sections: AssessmentSection[];

  @Served('PUBLIC', () => [AssessmentIndicator], '各指标. The indicators of the model.', ALWAYS)
  indicators: AssessmentIndicator[];
}

const section = objectOf({ number: text(12), title: text(200), points });
const indicator = objectOf({
  code: text(12),
  item: orNull(count),
  section: orNull(text(12)),
  name: text(200),
  kind: oneOf(IndicatorKind),
  mode: oneOf(ScoringMode),
  points,
  formula: variantOf('kind', {
    RATIO_TO_TARGET: { target: points },
    COUNT_DEDUCTION: { per: points },
    STEP_DEDUCTION: { steps: arrayOf(points) },
    DIRECT: { min: points, max: points },
  }),
  phrase: text(2000),
  document: text(200),
  verified: flag,
  note: orNull(text(1000)),
  disqualifies: orNull(flag),
  countedAs: orNull(text(12)),
});
/** A method of assessment, as a file holds it. */
export const modelFile = objectOf({
  id: text(40),
  title: text(200),
  document: text(200),
  assessor: regionCode,
  effectiveFrom: date,
  effectiveTo: orNull(date),
  sections: arrayOf(section),
  indicators: arrayOf(indicator),
});

/** Of the State Council’s model each indicator is computed by the figure of its own code, where there is one. */
const indicators = anwei.indicators.map((each) => ({ ...each, countedAs: each.code }));

/** The versions of the State Council’s model, the oldest first. */
export const models: readonly AssessmentModel[] = [
  modelFile.parse({ ...anwei, indicators }, 'anwei-2024-10.json'),
];
