import sql, { empty, raw } from 'sql-template-tag';
import {
  count,
  countedAhead,
  defineLoader,
  fields,
  figuresOf,
  matterList,
  oneOf,
  regionRange,
  vocabulary,
  workedOut,
  type Found,
} from '../kernel';
import { CccCertificate } from './certificate/certificate';
import { certificatesAhead, isValid } from './certificate/certificate.lists';
import { CreditFile, Matter, MatterOverview } from './others';
import { FINAL } from './rates';
import { isPublished, unqualifiedByUscc, visible } from './sampling/sampling.lists';
import { SpotCheck } from './sampling/spot-check';

/** What an overview asks for, as the key of a loader. */
function askedBy({ matterCode, regionCode, scope }: MatterOverview): string {
  const { from, to } = regionRange(regionCode);
  return JSON.stringify({
    matter: matterCode,
    first: from,
    beyond: to,
    categories: [...scope.productCategories].sort(),
  });
}

const WANTED = (asked: readonly string[]) => sql`ROWS FROM (json_to_recordset(${`[${asked.join(',')}]`})
  AS (matter varchar, first varchar, beyond varchar, categories varchar[])) WITH ORDINALITY AS overview (matter, first, beyond, categories, nth)`;

/** Valid certificates of all overviews in one statement: all, but for those that expired before today. */
const countValid = defineLoader<Found & { asked: string }>(
  async ({ db, today }, asked) => {
    const count = (what: keyof typeof certificatesAhead.counts, before?: string) =>
      countedAhead(certificatesAhead, what, raw('first'), raw('categories'), before);
    const rows = await db.query<Found & { nth: number }>(sql`
      SELECT nth::int, (${count('ALL')} - ${count('EXPIRING', today)})::int AS counted,
        EXISTS (SELECT FROM ccc_certificate WHERE region_code >= first AND region_code < beyond) AS reported
      FROM ${WANTED(asked)}`);
    return rows.map(({ nth, ...found }) => ({ asked: asked[nth - 1] ?? '', ...found }));
  },
  ({ asked }) => asked,
);

/**
 * The share of published samples that are not qualified, of a category of the scope or tagged with the matter, each once. The
 * figure is for anyone, so what is not published yet must not be seen in it. OFFSET 0 keeps each walk as it is written.
 */
const countSamples = defineLoader<Found & { asked: string }>(
  async ({ db, today }, asked) => {
    const published = sql`${isPublished(today)} ${FINAL}`;
    const rows = await db.query<Found & { nth: number }>(sql`
      SELECT nth::int, unqualified::int AS counted, samples::int AS whole,
        EXISTS (SELECT FROM spot_check WHERE region_code >= first AND region_code < beyond AND ${isPublished(today)}) AS reported FROM ${WANTED(asked)}, LATERAL (
        SELECT count(*) AS samples, count(*) FILTER (WHERE result = 'UNQUALIFIED') AS unqualified FROM (
          SELECT id, result FROM (
            SELECT id, result, region_code FROM spot_check WHERE matter_codes @> ARRAY[matter] AND ${published} OFFSET 0
          ) AS tagged WHERE region_code >= first AND region_code < beyond
          UNION
          SELECT id, result FROM unnest(categories) AS category, LATERAL (
            SELECT id, result FROM spot_check
            WHERE category_code = category AND region_code >= first AND region_code < beyond AND ${published} OFFSET 0
          ) AS of_category
        ) AS found) AS counted`);
    return rows.map(({ nth, ...found }) => ({ asked: asked[nth - 1] ?? '', ...found }));
  },
  ({ asked }) => asked,
);

const CountedCertificates = vocabulary(
  'CountedCertificates',
  '所计认证证书. The certificates that a figure counts.',
  {
    VALID: '当日有效. Valid today.',
  },
);
const CountedSpotChecks = vocabulary('CountedSpotChecks', '所计监督抽查. The samples that a figure counts.', {
  FINAL: '已公布且有结论. Published, with a final result.',
  UNQUALIFIED: '已公布且不合格. Published, and not conforming.',
});

const SCOPE = 'scope { productCategories }';
const certificatesOfMatter = matterList(Matter, CccCertificate, {
  name: 'certificates',
  level: 'PUBLIC',
  says: '本事项范围内的认证证书. The certificates in its scope.',
  requires: SCOPE,
  order: ['regionCode', 'number'],
  of: ({ scope }) => sql`AND category_code = ANY(${scope?.productCategories ?? []}::varchar[])`,
  set: oneOf(CountedCertificates),
  counted: (_, today) => isValid(today),
});
const spotChecksOfMatter = matterList(Matter, SpotCheck, {
  name: 'spotChecks',
  level: 'PUBLIC',
  says: '本事项的监督抽查，按产品类别或标注归入；公众仅见已公布的. The samples that belong to it, by their category or a tag; the public sees those published.',
  requires: SCOPE,
  order: ['regionCode', 'sampledOn', 'id'],
  of: ({ code, scope }, context) =>
    sql`${visible(context)} AND (category_code = ANY(${scope?.productCategories ?? []}::varchar[]) OR matter_codes @> ARRAY[${code}]::varchar[])`,
  set: oneOf(CountedSpotChecks),
  counted: (set, today) =>
    sql`${isPublished(today)} ${FINAL} ${set === 'UNQUALIFIED' ? sql`AND result = 'UNQUALIFIED'` : empty}`,
});

const inScope = ({ scope }: MatterOverview) => scope.productCategories.length > 0;
const samples = (counted: string) => [{ list: 'spotChecks', counted, item: 'id' }];
const figures = figuresOf(MatterOverview, 'quality', SCOPE, {
  validCertificates: {
    find: async (context, overview) => (await countValid(context).load(askedBy(overview))) ?? NOTHING,
    inScope,
    records: [{ list: 'certificates', counted: 'VALID', item: 'number' }],
  },
  unqualifiedRate: {
    as: 'share',
    find: async (context, overview) =>
      (await countSamples(context).load(askedBy(overview))) ?? { ...NOTHING, whole: 0 },
    inScope,
    records: samples('UNQUALIFIED'),
    of: samples('FINAL'),
  },
});
const NOTHING: Found = { counted: 0, reported: false };
export const overviewFields = [...figures, certificatesOfMatter, spotChecksOfMatter];

export const creditFileFields = fields(CreditFile, {
  unqualifiedSamples: workedOut(
    'UNCONDITIONAL',
    count,
    '监督抽查不合格次数（生产或销售）. The number of non-conforming samples of what it makes or sells.',
    async ({ uscc }, context) => (await unqualifiedByUscc(context).load(uscc))?.count ?? 0,
  ),
});
