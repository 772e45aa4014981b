import sql, { empty, raw } from 'sql-template-tag';
import {
  addDays,
  anyReported,
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
import { isPublished, samplesAhead, unqualifiedByUscc, visible } from './sampling/sampling.lists';
import { SpotCheck } from './sampling/spot-check';

/** What an overview asks for, as the key of a loader. */
function askedBy({ matterCode, regionCode, scope }: MatterOverview): string {
  const { from, to } = regionRange(regionCode);
  return JSON.stringify({
    first: from,
    beyond: to,
    categories: [...scope.productCategories].sort(),
    keys_of_samples: [
      `matter:${matterCode}`,
      ...scope.productCategories.map((each) => `category:${each}`),
    ].sort(),
  });
}

const WANTED = (asked: readonly string[]) => sql`ROWS FROM (json_to_recordset(${`[${asked.join(',')}]`})
  AS (first varchar, beyond varchar, categories varchar[], keys_of_samples varchar[])) WITH ORDINALITY AS overview (first, beyond, categories, keys_of_samples, nth)`;

/** Valid certificates of all overviews in one statement: all, but for those that expired before today. */
const countValid = defineLoader<Found & { asked: string }>(
  async ({ db, today }, asked) => {
    const count = (what: keyof typeof certificatesAhead.counts, before?: string) =>
      countedAhead(certificatesAhead, what, raw('first'), raw('categories'), before);
    const rows = await db.query<Found & { nth: number }>(sql`
      SELECT nth::int, (${count('ALL')} - ${count('EXPIRING', today)})::int AS counted,
        ${anyReported(CccCertificate)} AS reported
      FROM ${WANTED(asked)}`);
    return rows.map(({ nth, ...found }) => ({ asked: asked[nth - 1] ?? '', ...found }));
  },
  ({ asked }) => asked,
);

/**
 * The share of published samples that are not qualified, of a category of the scope or tagged with the matter. The figure is
 * for anyone, so what is not published yet must not be seen in it.
 */
const countSamples = defineLoader<Found & { asked: string }>(
  async ({ db, today }, asked) => {
    const count = (what: keyof typeof samplesAhead.counts) =>
      sql`${countedAhead(samplesAhead, what, raw('first'), raw('keys_of_samples'), addDays(today, 1))}::int`;
    const rows = await db.query<Found & { nth: number }>(sql`
      SELECT nth::int, ${count('UNQUALIFIED')} AS counted, ${count('FINAL')} AS whole,
        ${anyReported(SpotCheck, isPublished(today))} AS reported
      FROM ${WANTED(asked)}`);
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
