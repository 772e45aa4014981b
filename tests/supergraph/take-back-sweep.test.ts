import { buildSchema, getNullableType, isNonNullType, isObjectType } from 'graphql';
import { subgraphs } from '../../subgraphs';
import { tableOf } from '../../subgraphs/kernel';
import { testDatabase } from '../support/database';
import { startPlatform, type Platform } from '../support/platform';
import { read } from '../support/sources';
import { shrinkReferences, submitSample } from './sharing/sample';

/** What is only added to, tells of imports themselves, or follows from them later; of the feed the head alone is compared. */
const ADDED_TO = [
  'import_run',
  'import_row',
  'import_progress',
  'source_holder',
  'enterprise_change',
  'dishonesty_change',
  'feed_change',
  'reaction_cursor',
  'case_material',
  'hazard_clue',
];
const FEED_HEAD = `(SELECT row(listed, bytes, digest)::text FROM credit.dishonesty_feed)`;
const headsOf = (subgraph: string) =>
  `(SELECT string_agg(row(name, listed, bytes, root)::text, '|' ORDER BY name) FROM ${subgraph}.feed)`;

/** When a flag was last looked at, whoever reads the lists decides. */
const flagsOf = (subgraph: string) =>
  `(SELECT string_agg(concat_ws(' ', noun, key, field, reference), '|' ORDER BY noun, key, field, reference) FROM ${subgraph}.unknown_reference)`;

/** A submission of the sample, as it is sent. */
const SENT = /receipt: (submit\w+)\(source: "(\w+)", records: \$records\)/;
const everyKind = subgraphs.flatMap(({ name, submissions = [] }) =>
  submissions.map((submission) => ({ ...submission, subgraph: name })),
);

/** Lists that ask for nothing, to be counted. */
const LISTS = Object.values(
  buildSchema(read('schema/api.graphql')).getQueryType()?.getFields() ?? {},
).flatMap(({ name, type, args }) => {
  const list = getNullableType(type);
  const isCounted = isObjectType(list) && 'totalCount' in list.getFields();
  const isNone = ['enterpriseChanges', 'auditRecords', 'caseMaterials', 'hazardClues'].includes(name);
  return isCounted && !isNone && args.every((argument) => !isNonNullType(argument.type)) ? [name] : [];
});

interface Walked {
  mutation: string;
  takenBack: number;
  left: unknown[];
  audited: string[];
  wrong: unknown[];
  corrected: number;
}

let platform: Platform;
const walked: Walked[] = [];
let sample: Error | null = null;

beforeAll(async () => {
  platform = await startPlatform(
    'local',
    { COST_LIMIT: '9999999999', AGENCY_POINTS: '9999999999', OPERATION_TIMEOUT_MS: '60000' },
    testDatabase,
  );
  await shrinkReferences(platform);
  await submitSample({ ...platform, post: takingBack }).catch((error: Error) => (sample = error));
});
afterAll(() => platform?.stop());

/** Sends what the sample sends; a submission is sent as an import, taken back, and sent again. */
const takingBack: Platform['post'] = async (query, asked = {}) => {
  const [, mutation] = SENT.exec(query) ?? [];
  if (mutation === undefined) return platform.post(query, asked);
  const { subgraph, kind } = everyKind.find(
    (each) => each.mutation === mutation,
  ) as (typeof everyKind)[number];
  const [held, listed] = [await heldBy(subgraph), await listedTo(asked.token)];
  const mistaken = await platform.post(query.replace('{ accepted', '{ import accepted'), asked);
  const receipt = mistaken.data?.receipt;
  if (receipt?.accepted !== receiptSize(asked)) throw new Error(`${kind}: ${JSON.stringify(mistaken)}`);
  const changed = differences(held, await heldBy(subgraph));
  const back = await platform.post(
    `mutation ($id: ID!) { back: takeBack${subgraph.charAt(0).toUpperCase()}${subgraph.slice(1)}Import(import: $id, reason: "误报") { takenBack left { key code } } }`,
    { token: asked.token, variables: { id: receipt.import } },
  );
  const [record] = await platform.sql<{ record: string }>(
    `SELECT record FROM ${subgraph}.journal WHERE record LIKE '%takeBackImport%' ORDER BY entry DESC LIMIT 1`,
  );
  const wrong = [
    ...differences(held, await heldBy(subgraph)),
    ...differences(listed, await listedTo(asked.token)),
  ];
  if (changed.length === 0) wrong.push(`${mutation} changed nothing`);
  const corrected = await platform.post(query, { ...asked, variables: { records: corrections(asked) } });
  walked.push({
    mutation,
    takenBack: back.data?.back?.takenBack,
    left: back.data?.back?.left ?? [back.errors],
    audited: (
      JSON.parse(record?.record ?? '{}') as { subjects: { key: string }[]; details: { import: string } }
    ).subjects.map(({ key }) => key),
    wrong,
    corrected: corrected.data?.receipt?.accepted,
  });
  return corrected;
};

const recordsOf = ({ variables }: { variables?: Record<string, unknown> }) =>
  (variables?.records ?? []) as Record<string, unknown>[];
const receiptSize = (asked: { variables?: Record<string, unknown> }) => recordsOf(asked).length;

/** The same records with other words where there are some: their revision stays. */
const corrections = (asked: { variables?: Record<string, unknown> }) =>
  recordsOf(asked).map((record) =>
    Object.fromEntries(
      Object.entries(record).map(([name, value]) => [name, value === '样本' ? '样本改' : value]),
    ),
  );

/** All that a subgraph holds, table by table. */
async function heldBy(subgraph: string): Promise<Record<string, unknown>> {
  const tables = await platform.sql<{ name: string }>(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = $1 AND tablename <> ALL($2) AND tablename NOT LIKE 'journal%' AND tablename NOT IN ('migration', 'used_signature', 'dishonesty_feed', 'hazard_count', 'bucket_row', 'feed', 'feed_row', 'unknown_reference') ORDER BY 1`,
    [subgraph, ADDED_TO],
  );
  const digests = tables.map(
    ({ name }) =>
      `(SELECT md5(string_agg(row::text, '|' ORDER BY row::text)) FROM ${subgraph}.${name} AS row) AS "${name}"`,
  );
  const [held = {}] = await platform.sql(
    `SELECT ${digests.join(', ')}, ${FEED_HEAD} AS "the feed", ${headsOf(subgraph)} AS "feeds", ${flagsOf(subgraph)} AS "flags"`,
  );
  return held;
}

/** How long the lists are, and what is counted ahead in parts that add up (of none there may be a row that says none). */
async function listedTo(token?: string | null): Promise<Record<string, unknown>> {
  const { data, errors } = await platform.post(
    `{ ${LISTS.map((name) => `${name}(first: 1) { totalCount }`).join(' ')} hazardStatistics(region: "000000") { key found open closed } }`,
    {
      token,
    },
  );
  if (errors) throw new Error(JSON.stringify(errors));
  return data as Record<string, unknown>;
}

const differences = (before: Record<string, unknown>, after: Record<string, unknown>): unknown[] =>
  Object.keys(before).filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]));

describe('an import of any kind that is taken back', () => {
  test('MUST have been tried of every kind', () => {
    expect(sample?.message).toBeUndefined();
    const tried = new Set(walked.map(({ mutation }) => mutation));
    expect(everyKind.filter(({ mutation }) => !tried.has(mutation)).map(({ kind }) => kind)).toEqual([]);
    expect(LISTS.length).toBeGreaterThan(20);
  });

  test.each(everyKind.map(({ mutation, entity }) => [mutation, tableOf(entity)]))(
    '%s MUST leave nothing behind, everything else as it was, a record in the audit, and room for its correction',
    (mutation) => {
      const times = walked.filter((each) => each.mutation === mutation);
      expect(times.length).toBeGreaterThan(0);
      for (const { takenBack, left, wrong, corrected, audited } of times) {
        expect({ left, wrong }).toEqual({ left: [], wrong: [] });
        expect(takenBack).toBeGreaterThan(0);
        expect([audited.length, corrected]).toEqual([takenBack, takenBack]);
      }
    },
  );
});
