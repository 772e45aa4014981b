import { Readable } from 'node:stream';
import { stringify } from 'csv-stringify';
import type { RequestContext, Resource, ResourceAnswer, ResourceHeaders, Streamed } from '../../kernel';
import { feedFigures } from './consumer.service';
import { dayAfter, expireTerms, hexOf, readHead } from './feed.loaders';
import { PUBLIC_KEY_URL, SNAPSHOT_CSV_URL, SNAPSHOT_URL, headCursor } from './feed.service';
import { packed } from './packing';
import {
  CODINGS,
  codingFor,
  isKnown,
  partOf,
  type Coding,
  type Part,
  type Validators,
} from './snapshot.rules';
import { statementOf } from './root';
import { signersOf, type Signer } from './signing';

/** Lines that are read from the database at once: all that a snapshot keeps in memory. */
const LINES_AT_ONCE = 1_000;
const HEAD = `SELECT epoch, sequence, oldest, removed_at AS "removedAt", listed, bytes, digest::text AS bits, encode(root, 'hex') AS root,
  change_mark(sequence) AS mark, changed_at AS "changedAt", alone FROM dishonesty_feed`;
/** LIMIT 1 keeps it a look by key for each listing, wherever in the list the page is. */
const LINES = `SELECT known.listing_id AS id, shown.line
  FROM (SELECT listing_id FROM published_listing WHERE listing_id > $1 ORDER BY listing_id LIMIT ${LINES_AT_ONCE}) AS known,
    LATERAL (SELECT listing_line(listing) AS line FROM dishonesty_listing listing WHERE listing.id = known.listing_id LIMIT 1) AS shown
  ORDER BY known.listing_id`;

interface SnapshotHead {
  epoch: string;
  sequence: string;
  oldest: string;
  listed: number;
  /** Of all lines with their ends. */
  bytes: string;
  bits: string;
  root: string;
  mark: string;
  /** When the last change was made; the only one that was seen in its second, or not. */
  changedAt: Date;
  alone: boolean;
}
type Held = Awaited<ReturnType<RequestContext['db']['hold']>>;

/** The whole list as of one moment: its lines one after the other, and the cursor from which the changes go on. */
export interface Snapshot {
  head: SnapshotHead;
  cursor: string;
  digest: string;
  /** Detached signatures over what the list is, so that nobody on the way can swap it; none without a key. */
  proofs: Partial<Record<'EDDSA' | 'SM2', string>>;
  /** Ends what was held for it. Called by whoever may not read the lines to their end. */
  close: () => void;
  /** @throws when a subject is removed meanwhile: what is not sent yet must not be */
  lines: () => AsyncGenerator<string[]>;
}

export async function takeSnapshot(context: RequestContext): Promise<Snapshot> {
  const { db, settings } = context;
  await expireTerms(db, context.today);
  const held = await db.hold();
  const [head] = await held.query<SnapshotHead>(HEAD).catch((error: unknown) => {
    held.close();
    throw error;
  });
  if (!head) throw new Error('the feed has no head');
  const cursor = headCursor(head, settings.dataKey);
  return {
    head,
    cursor,
    digest: hexOf(head.bits),
    proofs: proofsOf(statementOf({ ...head, cursor }), settings.signingKey),
    close: held.close,
    lines: () => linesOf(context, held, head),
  };
}

function proofsOf(statement: string, signingKey: Uint8Array | null): Snapshot['proofs'] {
  if (!signingKey) return {};
  const { EDDSA, SM2 } = signersOf(signingKey);
  return { EDDSA: EDDSA.sign(statement), SM2: SM2.sign(statement) };
}

async function* linesOf(
  context: RequestContext,
  held: Held,
  { sequence }: SnapshotHead,
): AsyncGenerator<string[]> {
  const began = Date.now();
  try {
    for (let after = ''; ;) {
      const rows = await held.query<{ id: string; line: string }>(LINES, [after]);
      const last = rows.at(-1);
      if (!last) return;
      await refuseRemoved(context, sequence, Date.now() - began);
      yield rows.map(({ line }) => line);
      after = last.id;
    }
  } finally {
    held.close();
  }
}

async function refuseRemoved(context: RequestContext, sequence: string, ms: number): Promise<void> {
  await expireTerms(context.db, dayAfter(context, ms));
  const { removedAt } = await readHead(context.db);
  if (BigInt(removedAt) > BigInt(sequence))
    throw new Error('a subject was removed while the list was sent: the rest is void');
}

/** `GET /feeds/dishonesty.ndjson`: one line a listing; a part of it, while the list is the same. */
export const ndjsonSnapshot: Resource = {
  path: SNAPSHOT_URL,
  async answer(context, headers) {
    const snapshot = await takeSnapshot(context);
    const known = sameAsKnown(snapshot, 'ndjson', headers);
    if (known) return known;
    const size = Number(snapshot.head.bytes);
    const part = partOf(headers, validatorsOf(snapshot, 'ndjson'), size);
    if (part === 'outside') {
      snapshot.close();
      return {
        status: 416,
        headers: { ...headersOf(snapshot, 'ndjson'), 'content-range': `bytes */${size}` },
        body: null,
      };
    }
    const type = { 'content-type': 'application/x-ndjson; charset=utf-8', 'accept-ranges': 'bytes' };
    const { first, last } = part ?? { first: 0, last: size - 1 };
    const text: Streamed = {
      open: () =>
        Readable.from(bytesOf(snapshot, { first, last }), { objectMode: false }).on('close', snapshot.close),
      close: snapshot.close,
    };
    if (part !== null) {
      const range = {
        'content-range': `bytes ${first}-${last}/${size}`,
        'content-length': String(last + 1 - first),
      };
      return { status: 206, headers: { ...headersOf(snapshot, 'ndjson'), ...type, ...range }, body: text };
    }
    return compressed(snapshot, 'ndjson', headers, { ...type, 'content-length': String(size) }, text);
  },
};

/** `GET /feeds/dishonesty.csv`: the same listings as a table. */
export const csvSnapshot: Resource = {
  path: SNAPSHOT_CSV_URL,
  async answer(context, headers) {
    const snapshot = await takeSnapshot(context);
    const known = sameAsKnown(snapshot, 'csv', headers);
    const table: Streamed = { open: () => csvOf(snapshot), close: snapshot.close };
    const type = { 'content-type': 'text/csv; charset=utf-8', 'accept-ranges': 'none' };
    return known ?? compressed(snapshot, 'csv', headers, type, table);
  },
};

/** `GET /.well-known/jwks.json`: the keys that the signatures of the feed are checked with. */
export const publicKeys: Resource = {
  path: PUBLIC_KEY_URL,
  async answer({ settings: { signingKey } }) {
    const keys = signingKey
      ? Object.values<Signer>({ ...signersOf(signingKey) }).map(({ publicKey }) => publicKey)
      : [];
    return {
      status: 200,
      headers: { 'content-type': 'application/jwk-set+json' },
      body: JSON.stringify({ keys }),
    };
  },
};

/** `GET /metrics/feed`: the feed and its consumers' lag, for Prometheus. */
export const feedMetrics: Resource = {
  path: '/metrics/feed',
  async answer(context) {
    return {
      status: 200,
      headers: { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' },
      body: await feedFigures(context),
    };
  },
};

async function* bytesOf(snapshot: Snapshot, { first, last }: Part): AsyncGenerator<Buffer> {
  let at = 0;
  for await (const lines of snapshot.lines()) {
    const bytes = Buffer.from(`${lines.join('\n')}\n`);
    const wanted = bytes.subarray(Math.max(0, first - at), last + 1 - at);
    at += bytes.length;
    if (wanted.length > 0) yield wanted;
    if (at > last) return;
  }
}

export const CSV_COLUMNS = [
  'id',
  'list',
  'subjectKind',
  'uscc',
  'subjectName',
  'cause',
  'basisDocument',
  'departmentCode',
  'regionCode',
  'industryCode',
  'decidedOn',
  'listedOn',
  'expiresOn',
  'earliestRemovalOn',
  'measures',
  'matterCodes',
  'synthetic',
];

export function csvOf(snapshot: Snapshot): Readable {
  const rows = async function* () {
    for await (const lines of snapshot.lines())
      for (const line of lines) yield JSON.parse(line) as Record<string, unknown>;
  };
  const cast = {
    object: (value: object) => (Array.isArray(value) ? value.join('；') : JSON.stringify(value)),
    boolean: String,
  };
  const table = stringify({ header: true, columns: CSV_COLUMNS, cast, escape_formulas: true });
  const source = Readable.from(rows()).on('close', snapshot.close);
  source.on('error', (error) => table.destroy(error));
  table.on('close', () => source.destroy());
  return source.pipe(table);
}

type Format = 'ndjson' | 'csv';

/** By its root: after a restored backup the same number stands for another list. */
function etagOf({ head: { sequence, root } }: Snapshot, format: Format, coding: Coding | null): string {
  return `"${sequence}.${root}.${format}${coding ? `.${coding}` : ''}"`;
}

function validatorsOf(snapshot: Snapshot, format: Format): Validators {
  const { alone } = snapshot.head;
  return {
    etags: [etagOf(snapshot, format, null), ...CODINGS.map((coding) => etagOf(snapshot, format, coding))],
    changedAt: alone ? secondOf(snapshot) : null,
  };
}

function secondOf({ head: { changedAt } }: Snapshot): Date {
  return new Date(Math.floor(changedAt.getTime() / 1_000) * 1_000);
}

function headersOf(snapshot: Snapshot, format: Format): Record<string, string> {
  return {
    etag: etagOf(snapshot, format, null),
    'last-modified': secondOf(snapshot).toUTCString(),
    'cache-control': 'no-cache',
    vary: 'accept-encoding',
    'x-feed-cursor': snapshot.cursor,
    'x-feed-sequence': snapshot.head.sequence,
    'x-feed-digest': snapshot.digest,
    'x-feed-listed': String(snapshot.head.listed),
    'x-feed-root': snapshot.head.root,
    ...(snapshot.proofs.EDDSA && { 'x-feed-proof': snapshot.proofs.EDDSA }),
    ...(snapshot.proofs.SM2 && { 'x-feed-proof-sm2': snapshot.proofs.SM2 }),
  };
}

function sameAsKnown(snapshot: Snapshot, format: Format, headers: ResourceHeaders): ResourceAnswer | null {
  if (!isKnown(headers, validatorsOf(snapshot, format))) return null;
  snapshot.close();
  const etag = etagOf(snapshot, format, codingFor(headers));
  return { status: 304, headers: { ...headersOf(snapshot, format), etag }, body: null };
}

function compressed(
  snapshot: Snapshot,
  format: Format,
  headers: ResourceHeaders,
  type: Record<string, string>,
  text: Streamed,
): ResourceAnswer {
  const plain = { ...headersOf(snapshot, format), ...type };
  const coding = codingFor(headers);
  if (coding === null) return { status: 200, headers: plain, body: text };
  const { 'content-length': _, 'accept-ranges': __, ...rest } = plain as Record<string, string>;
  return {
    status: 200,
    headers: { ...rest, etag: etagOf(snapshot, format, coding), 'content-encoding': coding },
    body: { open: () => packed(text.open(), coding), close: text.close },
  };
}
