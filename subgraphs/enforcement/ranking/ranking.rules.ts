import { QuarterInvalid, addDays, addMonths, ruleOn } from '../../kernel';
import type { EnforcementStanding, RankingPart } from './enforcement-rank';
import { rankingNumbers } from './ranking-numbers';

export interface Quarter {
  first: string;
  last: string;
}

/** 2026-Q3 → 2026-07-01 to 2026-09-30. */
export function readQuarter(quarter: string): Quarter {
  const [, year = '', which = ''] = /^(20\d{2})-Q([1-4])$/.exec(quarter) ?? [];
  if (which === '') throw QuarterInvalid({ field: 'quarter', got: quarter });
  const first = addMonths(`${year}-01-01`, 3 * (Number(which) - 1));
  return { first, last: addDays(addMonths(first, 3), -1) };
}

/** What one division did in a quarter. */
export interface Figures {
  region: string;
  inspections: number;
  /** Those that found something, and of these those that led to a case or a hazard. */
  withFindings: number;
  followedUp: number;
  cases: number;
  decided: number;
  decidedOnTime: number;
  fines: string;
  /** Whether anything of it was ever reported, up to the end of the quarter. */
  reported: boolean;
  /** Whether it has anyone to supervise; null, while that cannot be asked. */
  hasObjects: boolean | null;
}

export interface ScoredPart {
  part: RankingPart;
  weight: number;
  ratio: number;
  points: number;
}

export interface Scored extends Figures {
  standing: EnforcementStanding;
  rank: number | null;
  score: number;
  zeroPenalty: boolean;
  decidedOnTimeRate: number | null;
  casesPerHundredInspections: number | null;
  components: ScoredPart[];
}

/** 只检查不处罚、零处罚: something was found in the quarter, and no case was filed. */
export function isZeroPenalty({ withFindings, cases }: Pick<Figures, 'withFindings' | 'cases'>): boolean {
  return withFindings > 0 && cases === 0;
}

/** In the order in which they are listed. */
const STANDINGS: readonly EnforcementStanding[] = [
  'RANKED',
  'NO_WORK',
  'NOT_REPORTED',
  'OBJECTS_UNKNOWN',
  'NO_OBJECTS',
];
const UNRANKED: readonly EnforcementStanding[] = ['OBJECTS_UNKNOWN', 'NO_OBJECTS'];

/** Who has done something is ranked by it; of the others it matters whether they had whom to supervise. */
export function standingOf({
  inspections,
  cases,
  decided,
  reported,
  hasObjects,
}: Figures): EnforcementStanding {
  if (inspections + cases + decided > 0) return 'RANKED';
  if (hasObjects === null) return 'OBJECTS_UNKNOWN';
  if (!hasObjects) return 'NO_OBJECTS';
  return reported ? 'NO_WORK' : 'NOT_REPORTED';
}

/**
 * The ranking of a quarter. Standard competition ranking: equals share a rank, and the next rank is left out for each of
 * them. Who has done nothing comes after all that have, however badly, and who has never reported last. What is fined is shown and never scored: 行政处罚法第七十四条 forbids to tie fines to an assessment.
 */
export function ranked(figures: readonly Figures[], quarterEnd: string): Scored[] {
  const best = {
    intensity: Math.max(0, ...figures.map((each) => casesPerHundred(each) ?? 0)),
    activity: Math.max(0, ...figures.map(({ inspections }) => inspections)),
  };
  const scored = figures.map((each) => {
    const components = componentsOf(each, best, quarterEnd);
    const score = rounded(components.reduce((sum, { points }) => sum + points, 0));
    return { ...each, components, score, standing: standingOf(each) };
  });
  const placeOf = ({ standing }: (typeof scored)[number]) => STANDINGS.indexOf(standing);
  const order = (a: (typeof scored)[number], b: (typeof scored)[number]) =>
    placeOf(a) - placeOf(b) || b.score - a.score;
  return scored
    .map((each) => ({
      ...each,
      rank: UNRANKED.includes(each.standing)
        ? null
        : 1 + scored.filter((other) => order(other, each) < 0).length,
      zeroPenalty: isZeroPenalty(each),
      decidedOnTimeRate: share(each.decidedOnTime, each.decided),
      casesPerHundredInspections: casesPerHundred(each),
    }))
    .sort((a, b) => order(a, b) || (a.region < b.region ? -1 : 1));
}

function componentsOf(
  figures: Figures,
  best: { intensity: number; activity: number },
  quarterEnd: string,
): ScoredPart[] {
  const { decidedOnTime, decided, followedUp, withFindings, inspections } = figures;
  const part = (
    name: RankingPart,
    rule: Parameters<typeof weightOf>[0],
    ratio: number | null,
    sign = 1,
  ): ScoredPart => {
    const weight = sign * weightOf(rule, quarterEnd);
    return { part: name, weight, ratio: rounded(ratio ?? 0, 4), points: rounded(weight * (ratio ?? 0)) };
  };
  return [
    part('ON_TIME', 'enforcement.ranking.on-time', share(decidedOnTime, decided)),
    part('FOLLOW_UP', 'enforcement.ranking.follow-up', share(followedUp, withFindings)),
    part('INTENSITY', 'enforcement.ranking.intensity', share(casesPerHundred(figures) ?? 0, best.intensity)),
    part('ACTIVITY', 'enforcement.ranking.activity', share(inspections, best.activity)),
    part('ZERO_PENALTY', 'enforcement.ranking.zero-penalty', isZeroPenalty(figures) ? 1 : 0, -1),
  ];
}

type Weight = typeof rankingNumbers extends ReadonlyMap<infer Id, unknown> ? Id : never;

function weightOf(rule: Weight, on: string): number {
  return ruleOn(rankingNumbers, rule, on, 'quarter').value;
}

function casesPerHundred({ cases, inspections }: Figures): number | null {
  return inspections === 0 ? null : rounded((cases * 100) / inspections);
}

function share(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}

function rounded(value: number, places = 2): number {
  return Number(value.toFixed(places));
}

/** The formula with the weights of a quarter, for people to check. */
export function formulaOf(quarterEnd: string): string {
  const weight = (rule: Weight) => weightOf(rule, quarterEnd);
  const parts: [number, string][] = [
    [weight('enforcement.ranking.on-time'), '按期办结案件 ÷ 办结案件'],
    [weight('enforcement.ranking.follow-up'), '已立案或登记隐患的检查 ÷ 发现问题的检查'],
    [weight('enforcement.ranking.intensity'), '每百次检查立案数 ÷ 其最高值'],
    [weight('enforcement.ranking.activity'), '检查次数 ÷ 其最高值'],
  ];
  return parts
    .filter(([points]) => points > 0)
    .map(([points, what]) => `${points} × ${what}`)
    .join(' + ')
    .concat(` − ${weight('enforcement.ranking.zero-penalty')} × 零处罚（发现问题而未立案）`);
}
