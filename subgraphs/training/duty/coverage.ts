import sql, { empty, raw, type Sql } from 'sql-template-tag';
import { ObjectType } from 'type-graphql';
import {
  Served,
  cellsAhead,
  code,
  count,
  oneOf,
  placesBelow,
  ratio,
  regionPrefix,
  regionRange,
  ruleOn,
  vocabulary,
  type LegalRule,
  type RequestContext,
} from '../../kernel';
import { TrainingAudience } from '../course/training-course';
import { targets } from '../legal-numbers';
import { Region } from '../others';
import { coverageAhead, inIndustries } from './duty.lists';

export const CoverageGrouping = vocabulary('CoverageGrouping', '统计口径. What the rows of a coverage are.', {
  REGION: '按下级区划. One for each division below.',
  INDUSTRY: '按行业大类. One for each division of GB/T 4754, two digits.',
});
export type CoverageGrouping = keyof typeof CoverageGrouping;

@ObjectType({
  description: '培训覆盖率. The share of those who must be trained that are trained.',
  simpleResolvers: true,
})
export class TrainingCoverage {
  @Served('PUBLIC', oneOf(TrainingAudience), '培训对象. The group of people who must be trained.', {
    always: true,
  })
  audience: TrainingAudience;

  @Served('PUBLIC', () => Region, '区划. The division that is counted.') region: { code: string } | null;

  @Served(
    'PUBLIC',
    code(2),
    '行业大类 (GB/T 4754)；按区划统计时为空. The division of industries; null when counted by region.',
    {
      optional: true,
    },
  )
  industryCode: string | null;

  @Served('PUBLIC', count, '应训数. The number of training duties that count in the year.', { always: true })
  total: number;

  @Served('PUBLIC', count, '已训数. The number of them that are fulfilled.', { always: true })
  trained: number;

  @Served('PUBLIC', ratio, '覆盖率，0 至 1. The share that is fulfilled, from 0 to 1.', { always: true })
  rate: number;

  @Served(
    'PUBLIC',
    ratio,
    '目标，0 至 1；该年无目标则空. What the plan wants, from 0 to 1; null for a year without one.',
    {
      optional: true,
    },
  )
  target: number | null;

  year: number;
}

type Counted = Pick<TrainingCoverage, 'audience' | 'total' | 'trained'> & { part: string | null };

/** The digits of the divisions right below one. */
const digitsOfPart = (region: string): number => ({ 0: 2, 2: 4, 4: 6 })[regionPrefix(region).length] ?? 9;

function partOf(place: string, region: string): Sql {
  const digits = digitsOfPart(region);
  const part = `left(${place}, ${digits})`;
  return raw(digits < 6 ? `rpad(${part}, 6, '0')` : part);
}

export interface CoverageAsked {
  region: string;
  year: number;
  groupBy: CoverageGrouping;
  audience: TrainingAudience | null;
  industries: readonly string[] | null;
}

/** Counted ahead: what a county has besides its towns is what they leave of it. */
function countedParts({ db }: RequestContext, { region, year, groupBy, audience }: CoverageAsked) {
  const above = regionPrefix(region);
  const isByIndustry = groupBy === 'INDUSTRY';
  const towns = isByIndustry ? [] : placesBelow(region, digitsOfPart(region));
  const places = isByIndustry || above.length === 6 ? [above, ...towns] : towns;
  const part = isByIndustry ? sql`nullif(split_part(keys[1], ' ', 3), '')` : partOf('place', region);
  const sum = (what: 'ALL' | 'TRAINED') => sql`coalesce(sum(n) FILTER (WHERE what = ${what}), 0)::int`;
  return db.query<Counted>(sql`
    WITH cells AS ${cellsAhead(coverageAhead, ['ALL', 'TRAINED'], places)}
    SELECT audience, part, ${sum('ALL')} AS total, ${sum('TRAINED')} AS trained
    FROM (SELECT what, n, split_part(keys[1], ' ', 1) AS of, split_part(keys[1], ' ', 2) AS audience, ${part} AS part
      FROM (SELECT * FROM cells UNION ALL SELECT ${above}, what, keys, -n FROM cells
        WHERE ${above.length === 6 && !isByIndustry} AND place <> ${above}) AS each) AS parts
    WHERE of = ${String(year)} ${audience ? sql`AND audience = ${audience}` : empty}
    GROUP BY audience, part HAVING sum(n) FILTER (WHERE what = 'ALL') > 0 ORDER BY part, audience`);
}

/** Of some industries, which may be narrower than what is counted ahead, each duty is counted. */
function countedDuties({ db }: RequestContext, asked: CoverageAsked) {
  const part =
    asked.groupBy === 'INDUSTRY' ? sql`left(industry_code, 2)` : partOf('region_code', asked.region);
  return db.query<Counted>(sql`
    SELECT audience, ${part} AS part, count(*)::int AS total, count(fulfilled_on)::int AS trained
    ${duties(asked)} GROUP BY audience, part ORDER BY part, audience`);
}

/** Which duties of the year. */
function duties({ region, year, audience, industries }: CoverageAsked): Sql {
  const { from, to } = regionRange(region);
  return sql`FROM training_duty WHERE year = ${year} AND activity = 'TRAINING' AND region_code >= ${from} AND region_code < ${to}
    ${audience ? sql`AND audience = ${audience}` : empty}
    ${industries ? sql`AND ${inIndustries(industries)}` : empty}`;
}

export async function trainingCoverage(context: RequestContext, asked: CoverageAsked) {
  const { region, year, groupBy } = asked;
  const rows = await (asked.industries ? countedDuties : countedParts)(context, asked);
  const rule = targetRule(year);
  const target = rule && rule.value / 100;
  return rows.map(({ audience, part, total, trained }): TrainingCoverage => {
    const [place, industryCode] = groupBy === 'REGION' ? [part, null] : [region, part];
    return {
      region: place === null ? null : { code: place },
      industryCode,
      audience,
      total,
      trained,
      rate: trained / total,
      target,
      year,
    };
  });
}

const FIRST_YEAR = '2024';

export function targetRule(year: number): LegalRule | null {
  const day = `${String(year).padStart(4, '0')}-12-31`;
  return day < FIRST_YEAR ? null : ruleOn(targets, 'training.coverage.target', day);
}
