import type { BesideKind } from './beside';
import type { CountedFigure, CountedList } from './counted-list';

/** What the books say of an indicator: its figure, if they can answer it, and what is to be read beside it. */
export interface CountedIndicator {
  figure?: CountedFigure;
  beside?: Partial<Record<BesideKind, readonly CountedList[]>>;
}

export const FROM_2024 = 'foundFrom: "2024-01-01", foundTo: $to';

export const hazards = (narrowed: string): string =>
  `hazards(filter: { region: $region, grade: MAJOR, verified: true, ${narrowed} })`;

/** What would make a rate of rectification look better than it is, among the hazards that it is about. */
function caveatsOf(...narrowed: readonly string[]): CountedIndicator['beside'] {
  const each = (more: string) => narrowed.map((one) => hazards(`${one}, ${more}`));
  return {
    NO_DEADLINE: each('caveat: NO_DEADLINE'),
    EXTENDED: each('caveat: EXTENDED'),
    ENTERED_CLOSED: each('caveat: ENTERED_CLOSED'),
    CLOSED_WITHIN_A_DAY: each('caveat: CLOSED_WITHIN_A_DAY'),
    REOPENED: each('caveat: REOPENED'),
    SAME_TEXT: each('caveat: SAME_TEXT'),
    // of neither the grade is MAJOR, or the state one that is kept
    DOWNGRADED: narrowed.map(
      (one) => `hazards(filter: { region: $region, verified: true, ${one}, caveat: DOWNGRADED })`,
    ),
    DISMISSED: narrowed.map(
      (one) => `hazards(filter: { region: $region, grade: MAJOR, ${one}, status: DISMISSED })`,
    ),
    OPEN_OVER_180_DAYS: narrowed.map((one) =>
      hazards(`${one.replace(/foundTo: (\$to|"[^"]*")/, 'foundTo: $longBefore')}, openOn: $to`),
    ),
  };
}

/** 按期整改率: of those of which the first deadline has passed by the end of the quarter, those closed by it. */
export function onTime(zh: string, en: string, ...narrowed: readonly string[]): CountedIndicator {
  const due = narrowed.map((one) => `${one}, firstDueTo: $to`);
  return {
    figure: {
      says: {
        zh: `分子：其中在原定整改期限内销号的；分母：${zh}，原定整改期限不晚于季度末的`,
        en: `Numerator: those of them that were closed by their first deadline; denominator: ${en} whose first deadline is not later than the end of the quarter`,
      },
      numerator: due.map((one) => hazards(`${one}, closedOnTime: true`)),
      denominator: due.map(hazards),
    },
    beside: caveatsOf(...narrowed),
  };
}

export const duties = (narrowed: string): string =>
  `trainingDuties(filter: { region: $region, year: $year, activity: TRAINING, ${narrowed} })`;

/** 培训覆盖率: of the duties of the year, those that are fulfilled. */
export const trained = (zh: string, en: string, narrowed: string): CountedIndicator => ({
  figure: {
    says: {
      zh: `分子：其中季度末以前完成的；分母：${zh}当年的培训任务`,
      en: `Numerator: those of them that were fulfilled by the end of the quarter; denominator: the training duties of the year of ${en}`,
    },
    numerator: [duties(`${narrowed}, status: FULFILLED, on: $to`)],
    denominator: [duties(narrowed)],
  },
  beside: { DONE_LATE: [duties(`${narrowed}, late: true`)] },
});

export const accidents = (narrowed: string): string =>
  `accidents(filter: { region: $region, occurredFrom: $from, occurredTo: $to, ${narrowed} })`;
export const occurred = (zh: string, en: string, grade: string): CountedIndicator => ({
  figure: {
    says: { zh: `季度内发生的${zh}起数`, en: `The number of ${en} accidents that happened in the quarter` },
    numerator: [accidents(`grade: ${grade}`)],
  },
});
/** A list that is narrowed to the division and the days of the quarter, and further. */
export const within = (list: string, ...more: readonly string[]): string =>
  `${list}(filter: { ${['region: $region', 'from: $from', 'to: $to', ...more].join(', ')} })`;
