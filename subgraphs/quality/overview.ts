import sql from 'sql-template-tag';
import { count, defineLoader, fields, ratio, regionRange, workedOut } from '../kernel';
import { isValid } from './certificate/certificate.lists';
import { FINAL, shareOf } from './rates';
import { CreditFile, MatterOverview } from './others';
import { isPublished, unqualifiedByUscc } from './sampling/sampling.lists';

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

/** Valid certificates of all overviews in one statement: each category of a scope is one walk of ccc_certificate_by_category. */
const countValid = defineLoader<{ asked: string; count: number }>(
  async ({ db, today }, asked) => {
    const rows = await db.query<{ nth: number; count: number }>(sql`
      SELECT nth::int, (SELECT coalesce(sum(found), 0)::int FROM unnest(categories) AS category, LATERAL (
        SELECT count(*) AS found FROM ccc_certificate
        WHERE category_code = category AND region_code >= first AND region_code < beyond AND ${isValid(today)}) AS counted) AS count
      FROM ${WANTED(asked)}`);
    return rows.map(({ nth, count }) => ({ asked: asked[nth - 1] ?? '', count }));
  },
  ({ asked }) => asked,
);

/**
 * The share of published samples that are not qualified, of a category of the scope or tagged with the matter, each once. The
 * figure is for anyone, so what is not published yet must not be seen in it. OFFSET 0 keeps each walk as it is written.
 */
const countSamples = defineLoader<{ asked: string; samples: number; unqualified: number }>(
  async ({ db, today }, asked) => {
    const published = sql`${isPublished(today)} ${FINAL}`;
    const rows = await db.query<{ nth: number; samples: number; unqualified: number }>(sql`
      SELECT nth::int, samples::int, unqualified::int FROM ${WANTED(asked)}, LATERAL (
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
    return rows.map(({ nth, ...counts }) => ({ asked: asked[nth - 1] ?? '', ...counts }));
  },
  ({ asked }) => asked,
);

export const overviewFields = fields(MatterOverview, {
  validCertificates: workedOut(
    'PUBLIC',
    count,
    '当日有效认证证书数. The certificates in its scope that are valid today.',
    async (overview, context) => (await countValid(context).load(askedBy(overview)))?.count ?? 0,
    { requires: 'scope { productCategories }' },
  ),
  unqualifiedRate: workedOut(
    'PUBLIC',
    ratio,
    '已公布抽查的不合格率，0 至 1. The share of published samples that do not conform, from 0 to 1.',
    async (overview, context) => {
      const counts = await countSamples(context).load(askedBy(overview));
      return counts ? shareOf(counts.unqualified, counts.samples) : 0;
    },
    { requires: 'scope { productCategories }' },
  ),
});

export const creditFileFields = fields(CreditFile, {
  unqualifiedSamples: workedOut(
    'UNCONDITIONAL',
    count,
    '监督抽查不合格次数（生产或销售）. The number of non-conforming samples of what it makes or sells.',
    async ({ uscc }, context) => (await unqualifiedByUscc(context).load(uscc))?.count ?? 0,
  ),
});
