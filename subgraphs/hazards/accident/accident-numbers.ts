import { defineRules, wordsOf, type LegalRow } from '../../kernel';
import { AccidentGrade } from './accident.terms';

const EQUIPMENT = '《特种设备安全监察条例》（国务院令第549号修订，2009-05-01 起施行）';
/** The article of each grade of an accident of special equipment. */
const ARTICLE: Record<Lowercase<AccidentGrade>, string> = {
  extraordinary: `${EQUIPMENT}第六十一条`,
  major: `${EQUIPMENT}第六十二条`,
  larger: `${EQUIPMENT}第六十三条`,
  general: `${EQUIPMENT}第六十四条`,
};
const WORK_SAFETY = '《生产安全事故报告和调查处理条例》（国务院令第493号）第三条';
const FROM = '2007-06-01';

export type Harm = 'deaths' | 'injuries' | 'loss' | 'evacuated';
type RuleId = `hazards.accident.${string}`;

/** From which number on an accident has a grade: deaths, serious injuries, direct loss in yuan, people moved away. */
const THRESHOLDS: readonly [
  grade: Lowercase<AccidentGrade>,
  deaths: number,
  injuries: number,
  loss: number,
  evacuated: number,
][] = [
  ['extraordinary', 30, 100, 100_000_000, 150_000],
  ['major', 10, 50, 50_000_000, 50_000],
  ['larger', 3, 10, 10_000_000, 10_000],
  ['general', 1, 1, 10_000, 500],
];

function row(
  id: RuleId,
  value: number,
  unit: LegalRow['unit'],
  source: string,
  from = FROM,
): LegalRow<RuleId> {
  return { id, from, to: null, value, unit, source, verified: true };
}

const HARMS: Record<Harm, readonly [zh: string, en: string]> = {
  deaths: ['死亡人数', 'the dead'],
  injuries: ['重伤人数', 'the gravely injured'],
  loss: ['直接经济损失', 'the direct loss'],
  evacuated: ['转移人数', 'those moved away'],
};
const numbers: Record<RuleId, string> = {
  ...Object.fromEntries(
    THRESHOLDS.flatMap(([grade]) => {
      const { zh, en } = wordsOf(AccidentGrade, grade.toUpperCase() as AccidentGrade);
      return Object.entries(HARMS).map(([harm, [what, of]]) => [
        `hazards.accident.${grade}.${harm}`,
        `${zh}的起点：${what}. From which number on it is of the grade ${en}: ${of}.`,
      ]);
    }),
  ),
  'hazards.accident.stranded.people': '高空滞留的起点人数. Stranded aloft: the least number of people.',
  'hazards.accident.stranded.extraordinary':
    '高空滞留时间：特别重大事故的起点. Stranded aloft: from how long on it is extraordinary.',
  'hazards.accident.stranded.major':
    '高空滞留时间：重大事故的起点. Stranded aloft: from how long on it is major.',
  'hazards.accident.stranded.larger':
    '高空滞留时间：较大事故的起点. Stranded aloft: from how long on it is larger.',
  'hazards.accident.stranded.ropeway':
    '客运索道滞留时间：一般事故的起点. Stranded on a ropeway: from how long on it is an accident.',
  'hazards.accident.stranded.ride':
    '大型游乐设施滞留时间：一般事故的起点. Stranded on a ride: from how long on it is an accident.',
  'hazards.accident.grave-report': '重特大事故信息报送的时限. Within how long a grave accident is reported.',
};

export const accidentNumbers = defineRules({ periods: {}, numbers }, [
  ...THRESHOLDS.flatMap(([grade, deaths, injuries, loss, evacuated]) => [
    row(`hazards.accident.${grade}.deaths`, deaths, 'people', `${WORK_SAFETY}；${ARTICLE[grade]}`),
    row(`hazards.accident.${grade}.injuries`, injuries, 'people', `${WORK_SAFETY}；${ARTICLE[grade]}`),
    row(
      `hazards.accident.${grade}.loss`,
      loss,
      'yuan',
      // 493号 sets no least loss for the lowest grade
      grade === 'general' ? ARTICLE.general : `${WORK_SAFETY}；${ARTICLE[grade]}`,
    ),
    row(`hazards.accident.${grade}.evacuated`, evacuated, 'people', ARTICLE[grade]),
  ]),
  row(
    'hazards.accident.stranded.people',
    100,
    'people',
    `${ARTICLE.extraordinary}：客运索道、大型游乐设施高空滞留100人以上`,
  ),
  row(
    'hazards.accident.stranded.extraordinary',
    48,
    'hours',
    `${ARTICLE.extraordinary}：并且时间在48小时以上`,
  ),
  row('hazards.accident.stranded.major', 24, 'hours', `${ARTICLE.major}：并且时间在24小时以上48小时以下`),
  row('hazards.accident.stranded.larger', 12, 'hours', `${ARTICLE.larger}：高空滞留人员12小时以上`),
  row(
    'hazards.accident.stranded.ropeway',
    3.5,
    'hours',
    `${ARTICLE.general}：客运索道高空滞留人员3.5小时以上12小时以下`,
  ),
  row(
    'hazards.accident.stranded.ride',
    1,
    'hours',
    `${ARTICLE.general}：大型游乐设施高空滞留人员1小时以上12小时以下`,
  ),
  row(
    'hazards.accident.grave-report',
    1,
    'hours',
    '安委〔2024〕10号 考核要点：在1小时内报送重特大事故信息',
    '2024-01-01',
  ),
]);
