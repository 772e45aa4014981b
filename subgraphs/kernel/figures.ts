import { Directive, Float, Int, ObjectType, type ClassType } from 'type-graphql';
import { isAgency } from './caller';
import type { RequestContext } from './context';
import { Served } from './fact';
import { fields, workedOut, type WorkedOut } from './field';
import { FigureRelease, releaseOf, type Counted } from './figure-release';
import { releasing } from './figure-verbs';
import { asText, moment, oneOf, prose, ratio, text, yuan, type GraphQLTypeOf } from './kinds';
import { MATTER_FIGURES, type Counting } from './matter-figures';
import { vocabulary } from './vocabulary';

/** What is not known is null, with its reason; 0 means that it was counted and there is none. */
export const MissingReason = vocabulary(
  'MissingReason',
  '缺数原因. The reasons for which a figure is missing.',
  {
    NOT_IN_SCOPE: '不在事项范围. The scope of the matter names nothing of the kind.',
    NO_RECORDS: '无可计入的记录. There is nothing that a share could be of.',
    NOT_REPORTED: '未报送. Nothing of the kind was ever recorded in the division, for whatever matter.',
    SUBGRAPH_UNAVAILABLE: '数据方暂不可用. The department that counts it does not answer for now.',
    WITHHELD: '不予展示. It is known and not shown to this caller.',
    NOT_RELEASED: '未发布. Its owner has not released it to the public.',
  },
);
export type MissingReason = keyof typeof MissingReason;

const ALWAYS = { always: true } as const;
const OPTIONAL = { optional: true } as const;
const float: GraphQLTypeOf = () => Float;

@ObjectType({
  description: '数据项. A figure, what it counts, and why it is missing if it is.',
  simpleResolvers: true,
})
@Directive('@shareable')
export class Figure {
  @Served('PUBLIC', text(40), '名称. The name of the figure, as the field that has its number.', ALWAYS)
  name: string;
  @Served('PUBLIC', text(300), '含义. The meaning of the number, in both languages.', ALWAYS) title: string;
  @Served('PUBLIC', float, '数值；缺数为空. The number; null if it is missing.') value: number | null;
  @Served('PUBLIC', asText(yuan), '精确金额（到分）. The exact amount of money, to the fen.', OPTIONAL)
  exact: string | null;
  @Served('PUBLIC', float, '分子. What a share is of the whole.') numerator: number | null;
  @Served('PUBLIC', float, '分母. The whole that it is a share of.') denominator: number | null;
  @Served('PUBLIC', text(40), '计量单位. The unit of the number.', ALWAYS) unit: string;
  @Served(
    'PUBLIC',
    oneOf(MissingReason),
    '缺数原因. The reason for which it is missing; null if it is not.',
    OPTIONAL,
  )
  missing: MissingReason | null;
  @Served(
    'PUBLIC',
    moment,
    '截至时间；公众所见为发布时. The moment at which it was counted: for the public, when it was released.',
    OPTIONAL,
  )
  asOf: Date | null;

  @Served('PUBLIC', () => FigureRelease, '现行发布. The release of it that is in force.', OPTIONAL)
  release: FigureRelease | null;

  @Served(
    'PUBLIC',
    prose(1000),
    '所计记录的查询（有权者可查）：条数、分子或所求之和. The query that lists what it counts, for those who may see it: the number, the numerator, or what is summed up.',
    OPTIONAL,
  )
  records: string | null;

  @Served(
    'PUBLIC',
    prose(1000),
    '分母所计记录的查询. The query that lists the whole that a share is of.',
    OPTIONAL,
  )
  denominatorRecords: string | null;
}

/** What was counted for a figure. */
export interface Found {
  /** A number, an amount, or what a share is of `whole`. */
  counted: number | string;
  whole?: number;
  /** Whether anything of the kind is on record in the division, for whatever matter. */
  reported: boolean;
}
interface OfMatter {
  matterCode: string;
  regionCode: string;
}
/** One list of a matter, narrowed to what is counted, and what is asked of each item. */
export interface Listed {
  list: string;
  counted: string;
  item: string;
}
interface FigureOf<Overview> {
  find: (context: RequestContext, overview: Overview) => Promise<Found>;
  /** Counts whom it is of, where that is neither the number itself nor the whole: a figure of few is withheld from the public. */
  subjects?: (context: RequestContext, overview: Overview) => Promise<Found>;
  /** Whether the scope names anything of the kind. */
  inScope: (overview: Overview) => boolean;
  /** How its number is served. */
  as?: 'yuan' | 'share';
  records: readonly Listed[];
  /** Of what it is a share. */
  of?: readonly Listed[];
}

/**
 * The figures of a subgraph as fields of an overview: the number of each, and all with what they count as
 * `<subgraph>Figures`; and the verbs by which their owner releases and withdraws them. An agency is told what is counted
 * now, the public what was released.
 */
export function figuresOf<Overview extends OfMatter, By extends Counting>(
  overview: ClassType<Overview>,
  by: By,
  requires: string,
  figures: Record<keyof (typeof MATTER_FIGURES)[By], FigureOf<Overview>>,
): readonly (new () => object)[] {
  const all = Object.entries<FigureOf<Overview>>(figures);
  const numbers = all.map(([name, figure]): [string, WorkedOut<Overview>] => {
    const number = async (of: Overview, context: RequestContext) =>
      numberOf(figure, await shown(context, of, name, figure));
    return [
      name,
      workedOut<Overview>('PUBLIC', TYPES[figure.as ?? 'count'], saidOf(by, name).says, number, { requires }),
    ];
  });
  const together = workedOut<Overview>(
    'PUBLIC',
    () => [Figure],
    `本部门所计各项. What ${by} counts, each with its reason if it is missing.`,
    (of, context) => Promise.all(all.map(([name, figure]) => told(context, of, by, name, figure))),
    { requires, longest: all.length },
  );
  const own = fields(overview, { ...Object.fromEntries(numbers), [`${by}Figures`]: together });
  const count = (context: RequestContext, of: Overview) =>
    Promise.all(all.map(([name, figure]) => toRelease(context, of, name, figure)));
  return [own, ...releasing(overview, by, requires, count)];
}

async function toRelease<Overview>(
  context: RequestContext,
  of: Overview,
  name: string,
  figure: FigureOf<Overview>,
): Promise<Counted> {
  const { counted, whole = null, missing } = await find(context, of, figure);
  const subjects = figure.subjects ? (await figure.subjects(context, of)).counted : (whole ?? counted);
  return { figure: name, counted: String(counted), whole, subjects: Number(subjects), missing };
}

/** What this caller is told: what is counted now, or what was released of it. */
async function shown<Overview extends OfMatter>(
  context: RequestContext,
  overview: Overview,
  name: string,
  figure: FigureOf<Overview>,
): Promise<Answer> {
  if (isAgency(context.caller)) return find(context, overview, figure);
  const released = await releaseOf(context, overview, name);
  if (!released) return NOT_RELEASED;
  const { counted, whole, withheld } = released;
  return {
    counted: figure.as === 'yuan' ? counted : Number(counted),
    whole: whole ?? undefined,
    reported: true,
    missing: withheld ? 'WITHHELD' : (released.missing as MissingReason | null),
  };
}
const NOT_RELEASED: Answer = { counted: 0, reported: false, missing: 'NOT_RELEASED' };

const TYPES: Record<'yuan' | 'share' | 'count', GraphQLTypeOf> = {
  count: () => Int,
  share: ratio.graphql,
  yuan: yuan.graphql,
};

/** What was counted, or why it says nothing. */
interface Answer extends Found {
  missing: MissingReason | null;
}
async function find<Overview>(
  context: RequestContext,
  overview: Overview,
  { find: count, inScope }: FigureOf<Overview>,
): Promise<Answer> {
  const found = await count(context, overview);
  const isNothing = Number(found.whole ?? found.counted) === 0;
  return { ...found, missing: isNothing ? whyNothing(found, inScope(overview)) : null };
}

function whyNothing({ whole, reported }: Found, isInScope: boolean): MissingReason | null {
  if (!isInScope) return 'NOT_IN_SCOPE';
  if (!reported) return 'NOT_REPORTED';
  return whole === undefined ? null : 'NO_RECORDS';
}

function numberOf(
  { as }: { as?: 'yuan' | 'share' },
  { counted, whole, missing }: Answer,
): number | string | null {
  if (missing !== null) return null;
  return as === 'share' ? Number(counted) / Number(whole) : counted;
}

async function told<Overview extends OfMatter>(
  context: RequestContext,
  overview: Overview,
  by: Counting,
  name: string,
  figure: FigureOf<Overview>,
): Promise<Figure> {
  const answer = await shown(context, overview, name, figure);
  const release = await releaseOf(context, overview, name);
  const number = numberOf(figure, answer);
  const isShare = figure.as === 'share' && number !== null;
  const isCounted = number !== null && isAgency(context.caller);
  return {
    ...missingFigure(by, name, answer.missing),
    value: number === null ? null : Number(number),
    exact: figure.as === 'yuan' && number !== null ? String(number) : null,
    numerator: isShare ? Number(answer.counted) : null,
    denominator: isShare ? Number(answer.whole) : null,
    asOf: isAgency(context.caller) ? context.now : (release?.asOf ?? null),
    release,
    records: isCounted ? queryFor(overview, figure.records) : null,
    denominatorRecords: isCounted && isShare && figure.of ? queryFor(overview, figure.of) : null,
  };
}

/** A figure of which nothing is known but why. */
function missingFigure(by: Counting, name: string, missing: MissingReason | null): Figure {
  const { says: title, unit } = saidOf(by, name);
  return { ...UNKNOWN, name, title, unit, missing };
}
const UNKNOWN = {
  value: null,
  exact: null,
  numerator: null,
  denominator: null,
  asOf: null,
  release: null,
  records: null,
  denominatorRecords: null,
};

function saidOf(by: Counting, name: string): { unit: string; says: string } {
  const said: Readonly<Record<string, { unit: string; says: string }>> = MATTER_FIGURES[by];
  return said[name] ?? { unit: '', says: name };
}

/** All figures of a subgraph that does not answer. */
export function silentFigures(by: Counting): Figure[] {
  return Object.keys(MATTER_FIGURES[by]).map((name) => missingFigure(by, name, 'SUBGRAPH_UNAVAILABLE'));
}

/** The query that lists what is counted, page by page. */
function queryFor({ matterCode, regionCode }: OfMatter, lists: readonly Listed[]): string {
  const asked = lists.map(
    ({ list, counted, item }) =>
      `${list}(region: ${JSON.stringify(regionCode)}, counted: ${counted}, first: 100) { totalCount edges { node { ${item} } } pageInfo { hasNextPage endCursor } }`,
  );
  return `{ matter(code: ${JSON.stringify(matterCode)}) { ${asked.join(' ')} } }`;
}
