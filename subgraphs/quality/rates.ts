import sql, { empty, raw, type Sql } from 'sql-template-tag';
import { Arg, Ctx, ObjectType, Query, Resolver } from 'type-graphql';
import {
  Bounded,
  DateOnly,
  NATIONWIDE,
  RegionCode,
  Served,
  Shared,
  addDays,
  asText,
  asked,
  cellsAhead,
  count,
  date,
  fields,
  id,
  moment,
  oneOf,
  placesBelow,
  ratio,
  regionPrefix,
  releasable,
  within,
  workedOut,
  type RequestContext,
} from '../kernel';
import { KeyProduct, keyProductOf } from './catalogue/key-product';
import { Region } from './others';
import { drawnAhead, isPublished } from './sampling/sampling.lists';
import { RateBy } from './sampling/sampling.terms';

const ALWAYS = { always: true } as const;

@ObjectType({
  description: '抽查不合格率. The share of samples that did not conform.',
  simpleResolvers: true,
})
export class UnqualifiedRate {
  @Served(
    'PUBLIC',
    id(28),
    '分组：重点产品、区划或抽样环节. The key product, division or kind of place that it is of.',
    ALWAYS,
  )
  of: string;
  @Served('PUBLIC', count, '有结论的抽查数. The number of samples that have a final result.', ALWAYS)
  samples: number;
  @Served('PUBLIC', count, '不合格数. The number of them that did not conform.', ALWAYS) unqualified: number;
  @Served('PUBLIC', ratio, '不合格率，0 至 1. The share, from 0 to 1.', ALWAYS) rate: number;
  @Served(
    'PUBLIC',
    moment,
    '截至时间；公众所见为发布时. The moment as of which it is told: for the public, when it was released.',
    ALWAYS,
  )
  asOf: Date;
}

/** Samples that count: their result is final, and they are on record once. */
export const FINAL = sql`AND result IN ('QUALIFIED', 'UNQUALIFIED') AND duplicate_of IS NULL`;

/** A share from 0 to 1, with four places; 0 of nothing. */
export function shareOf(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((10_000 * part) / whole) / 10_000;
}

/** The digits that tell the divisions one level below a division apart: 湖南省 43 → 4306, 岳阳市 4306 → 430682. */
function groupedBy(by: RateBy, region: string): Sql {
  if (by === 'PRODUCT') return sql`product_code`;
  if (by === 'PLACE') return sql`place`;
  return sql`rpad(left(region_code, ${raw(String(digitsOf(region)))}), 6, '0')`;
}

const digitsOf = (region: string): number => Math.min(regionPrefix(region).length + 2, 6);

interface Wanted {
  by: RateBy;
  region: string;
  from?: string | null;
  to?: string | null;
}
type Rate = Omit<UnqualifiedRate, 'asOf'>;

/** Of all samples, counted ahead. */
async function unqualifiedRates({ db }: RequestContext, { by, region, from, to }: Wanted): Promise<Rate[]> {
  const places = by === 'REGION' ? placesBelow(region, digitsOf(region)) : [regionPrefix(region)];
  const cells = cellsAhead(drawnAhead, ['FINAL', 'UNQUALIFIED'], places, {
    from,
    before: to ? addDays(to, 1) : null,
  });
  const of = by === 'REGION' ? sql`rpad(place, 6, '0')` : sql`substr(key, ${by.length + 2})`;
  const sum = (what: string) => sql`coalesce(sum(n) FILTER (WHERE what = ${what}), 0)::int`;
  const rows = await db.query<Omit<Rate, 'rate'>>(sql`
    SELECT ${of} AS of, ${sum('FINAL')} AS samples, ${sum('UNQUALIFIED')} AS unqualified
    FROM ${cells} AS cells, unnest(keys) AS key WHERE key LIKE ${`${by === 'REGION' ? 'PRODUCT' : by} %`}
    GROUP BY 1 HAVING sum(n) FILTER (WHERE what = 'FINAL') > 0 ORDER BY 1`);
  return rows.map(rated);
}

/** Of those that are published by today, which no count tells apart: each is counted, when they are released. */
async function publishedRates(
  { db, today }: RequestContext,
  { by, region, from, to }: Wanted,
): Promise<Rate[]> {
  const rows = await db.query<Omit<Rate, 'rate'>>(sql`
    SELECT ${groupedBy(by, region)} AS of, count(*)::int AS samples, (count(*) FILTER (WHERE result = 'UNQUALIFIED'))::int AS unqualified
    FROM spot_check WHERE true ${FINAL} AND ${isPublished(today)} ${within(raw('region_code'), region)}
      ${from ? sql`AND sampled_on >= ${from}` : empty} ${to ? sql`AND sampled_on <= ${to}` : empty}
    GROUP BY 1 ORDER BY 1`);
  return rows.map(rated);
}

const rated = (row: Omit<Rate, 'rate'>): Rate => ({ ...row, rate: shareOf(row.unqualified, row.samples) });

/** What is released is of published samples, so that it tells no more than they do. */
export const ratesRelease = releasable({
  query: 'unqualifiedRates',
  type: 'UnqualifiedRate',
  name: 'UnqualifiedRates',
  term: { zh: '抽查不合格率', en: 'set of rates' },
  fields: {
    by: asked(oneOf(RateBy), '分组方式. The grouping of the rates.'),
    from: asked(asText(date), '抽样日期不早于. Taken on this day or later.', { optional: true }),
    to: asked(asText(date), '抽样日期不晚于. Taken on this day or earlier.', { optional: true }),
  },
  subgraph: 'quality',
  ownerOf: () => 'MARKET_SUPERVISION',
  work: unqualifiedRates,
  workToRelease: publishedRates,
});

@Resolver()
export class UnqualifiedRates {
  @Bounded(1000)
  @Shared('PUBLIC')
  @Query(() => [UnqualifiedRate], {
    nullable: true,
    description:
      '抽查不合格率，按产品、区划或环节；公众所见为已发布的. The rates of non-conforming samples by product, division or place; for the public as they were released, of published ones only.',
  })
  unqualifiedRates(
    @Arg('by', () => RateBy, { defaultValue: 'PRODUCT', description: '分组方式. The grouping of the rates.' })
    by: RateBy,
    @Arg('region', () => RegionCode, {
      nullable: true,
      description: '区划及其下级. In the subtree of this division.',
    })
    region: string | null,
    @Arg('from', () => DateOnly, {
      nullable: true,
      description: '抽样日期不早于. Taken on this day or later.',
    })
    from: string | null,
    @Arg('to', () => DateOnly, {
      nullable: true,
      description: '抽样日期不晚于. Taken on this day or earlier.',
    })
    to: string | null,
    @Ctx() context: RequestContext,
  ) {
    return ratesRelease.tell(context, { by, region: region ?? NATIONWIDE, from, to });
  }
}

export const rateFields = fields(UnqualifiedRate, {
  product: workedOut(
    'PUBLIC',
    () => KeyProduct,
    '重点产品. The key product, if rates are by product.',
    ({ of }) => keyProductOf(of),
  ),
  region: workedOut(
    'PUBLIC',
    () => Region,
    '区划. The division, if rates are by division.',
    ({ of }) => (/^\d{6}$/.test(of) ? { code: of } : null),
  ),
});
