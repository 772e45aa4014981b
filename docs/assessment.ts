import { BesideKind } from '../subgraphs/matters/assessment/beside';
import { textOf, type CountedList } from '../subgraphs/matters/assessment/counted-list';
import { computedPoints, notCounted, partsOf, saysOf } from '../subgraphs/matters/assessment/counted-part';
import {
  models,
  type AssessmentIndicator,
  type AssessmentModel,
} from '../subgraphs/matters/assessment/model';
import { formulaText } from '../subgraphs/matters/assessment/score.rules';
import { wordsOf } from '../subgraphs/kernel';
import { page, tableOf } from './page';

const NONE = '–';
const HEAD = [
  'Code · 代码',
  'Indicator · 指标',
  'Points · 分值',
  'Scored · 来由',
  'Formula · 公式',
  'Counts, or why not and who states it · 数什么，或为何不能数、由谁填写',
  'Records · 记录',
  'Read beside it · 参看',
];

/** Every indicator: how it is scored, what is counted, what is read beside it, or why it cannot be counted. */
export function assessmentPage(): string {
  const [model] = models.slice(-1);
  if (!model) throw new Error('there is no model');
  const { computed, all } = computedPoints(model);
  return page([
    '# Assessment · 考核指标',
    `${model.document}《${model.title}》. ${computed} of ${all} points are computed from records of this API: \`npm run assess\` counts the lists below for every division, with \`$region\`, \`$from\` and \`$to\` of the quarter, and submits each figure with the query that lists its records. What is read beside a figure bears no points. What records cannot honestly answer says why, and who states it. No points are given for a number of inspections or fines: what is done for the number is not done for safety.`,
    '“参看”之下，凡会使比率好看的情形（未定期限、延期、入库即销号、当日次日销号、回头看重新整改、文字雷同、核实不属实、降级、超180天未销号等）均列出记录，不计分。照片不入本平台，无从比对。 Photographs are not kept by this platform, so that one used twice cannot be told; the same words can.',
    'A division has a method of its own by `ASSESSMENT_MODELS_FILE` (docs/configuration.md), with its document; there an indicator says by `countedAs` which of these figures computes it. 各地自定办法及其文件由 `ASSESSMENT_MODELS_FILE` 载入。',
    tableOf(HEAD, model.indicators.map(rowOf)),
  ]);
}

function rowOf(indicator: AssessmentIndicator): string[] {
  const { code, name, kind, points, formula, countedAs } = indicator;
  const parts = partsOf(countedAs);
  const figure = parts.find(({ beside }) => beside === null);
  return [
    code,
    name,
    kind === 'BASE' ? String(points) : kind,
    scored(indicator, figure !== undefined),
    formulaText(formula, points),
    saysOf(countedAs) ?? notCounted(countedAs) ?? NONE,
    figure
      ? [lists(figure.numerator), figure.denominator && lists(figure.denominator)]
          .filter(Boolean)
          .join('<br>÷<br>')
      : NONE,
    parts
      .flatMap(({ beside, numerator }) =>
        beside === null ? [] : [`**${beside}** ${wordsOf(BesideKind, beside).zh}<br>${lists(numerator)}`],
      )
      .join('<br>') || NONE,
  ];
}

function scored({ formula }: AssessmentModel['indicators'][number], isCounted: boolean): string {
  if (isCounted) return '系统计算 computed';
  return formula.kind === 'DIRECT' ? '人工评分 entered' : '部门填报 stated';
}

const lists = (all: readonly CountedList[]) => all.map((each) => `\`${textOf(each)}\``).join('<br>+ ');
