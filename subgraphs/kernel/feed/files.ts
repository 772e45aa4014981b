import { Readable } from 'node:stream';
import type { RequestContext } from '../context';
import type { Resource, ResourceAnswer, ResourceChoice, ResourceHeaders, Streamed } from '../resource';
import { CODINGS, codingFor, isKnown, partOf, type Coding, type Part, type Validators } from './conditional';
import { PUBLIC_KEY_URL, addressesOf, type Feed } from './feed';
import { jsonSchemaOf } from './line';
import { packed } from './packing';
import { fileStatementOf, sealOf, type Seal } from './sealed';
import { publishedKeys } from './signing';
import { spreadsheetOf } from './table';
import { proofsOf, takeSnapshot, type Snapshot } from './taken';

/** A file of a feed: in which form it is asked for. */
interface File {
  feed: Feed;
  format: 'ndjson' | 'csv';
  bom: boolean;
}

const TYPES = {
  ndjson: 'application/x-ndjson; charset=utf-8',
  csv: 'text/csv; charset=utf-8; header=present',
};

/** What is served of a feed by plain HTTP: all of it, one line each or as a table, and what a line holds as JSON Schema. */
export function filesOf(feed: Feed): { ndjson: Resource; csv: Resource; schema: Resource } {
  const { ndjson, csv, schema } = addressesOf(feed);
  const version = [String(feed.line.version)];
  // `proof=file` asks for a proof of the very bytes, for which the list is read once more
  const parameters = { version, proof: ['root', 'file'] };
  return {
    ndjson: {
      path: ndjson,
      parameters,
      answer: (context, headers, choice) =>
        answerFile(context, headers, choice, { feed, format: 'ndjson', bom: false }),
    },
    csv: {
      path: csv,
      parameters: { ...parameters, bom: ['0', '1'] },
      answer: (context, headers, choice) =>
        answerFile(context, headers, choice, { feed, format: 'csv', bom: choice?.bom === '1' }),
    },
    schema: {
      path: schema,
      parameters: { version },
      async answer() {
        return {
          status: 200,
          headers: { 'content-type': 'application/schema+json' },
          body: JSON.stringify(jsonSchemaOf(feed.line)),
        };
      },
    },
  };
}

/** `GET /.well-known/jwks.json`: the keys that the signatures of the feeds are checked with. */
export const publicKeys: Resource = {
  path: PUBLIC_KEY_URL,
  async answer({ settings, today }) {
    return {
      status: 200,
      headers: { 'content-type': 'application/jwk-set+json', 'cache-control': 'no-cache' },
      body: JSON.stringify({ keys: publishedKeys(settings, today) }),
    };
  },
};

async function answerFile(
  context: RequestContext,
  headers: ResourceHeaders,
  choice: ResourceChoice | undefined,
  file: File,
): Promise<ResourceAnswer> {
  const snapshot = await takeSnapshot(context, file.feed);
  try {
    const validators = validatorsOf(snapshot, file);
    if (isKnown(headers, validators)) {
      snapshot.close();
      const etag = etagOf(snapshot, file, codingFor(headers));
      return { status: 304, headers: { ...headersOf(snapshot, file), etag }, body: null };
    }
    const seal = choice?.proof === 'file' ? await sealed(context, snapshot, file) : null;
    const size = file.format === 'ndjson' ? Number(snapshot.head.bytes) : (seal?.size ?? null);
    const own = { ...headersOf(snapshot, file), ...(seal && sealHeaders(context, snapshot, file, seal)) };
    const part = size === null ? null : partOf(headers, validators, size);
    if (part === 'outside') {
      snapshot.close();
      return { status: 416, headers: { ...own, 'content-range': `bytes */${size}` }, body: null };
    }
    return part === null || size === null
      ? wholeOf(snapshot, file, own, size, codingFor(headers))
      : partial(snapshot, file, own, size, part);
  } catch (error) {
    snapshot.close();
    throw error;
  }
}

function wholeOf(
  snapshot: Snapshot,
  file: File,
  own: Record<string, string>,
  size: number | null,
  coding: Coding | null,
): ResourceAnswer {
  const text = streamOf(snapshot, file);
  if (coding !== null) {
    return {
      status: 200,
      headers: { ...own, etag: etagOf(snapshot, file, coding), 'content-encoding': coding },
      body: { open: () => packed(text.open(), coding), close: text.close },
    };
  }
  const length: Record<string, string> =
    size === null
      ? { 'accept-ranges': 'none' }
      : { 'accept-ranges': 'bytes', 'content-length': String(size) };
  return { status: 200, headers: { ...own, ...length }, body: text };
}

function partial(
  snapshot: Snapshot,
  file: File,
  own: Record<string, string>,
  size: number,
  part: Part,
): ResourceAnswer {
  const headers = {
    ...own,
    'accept-ranges': 'bytes',
    'content-range': `bytes ${part.first}-${part.last}/${size}`,
    'content-length': String(part.last + 1 - part.first),
  };
  return { status: 206, headers, body: streamOf(snapshot, file, part) };
}

function streamOf(snapshot: Snapshot, file: File, part?: Part): Streamed {
  const bytes = () => bytesOf(snapshot.lines(), file);
  return {
    open: () =>
      Readable.from(part ? within(bytes(), part) : bytes(), { objectMode: false }).on(
        'close',
        snapshot.close,
      ),
    close: snapshot.close,
  };
}

async function* bytesOf(
  lines: AsyncGenerator<string[]>,
  { feed, format, bom }: File,
): AsyncGenerator<Buffer> {
  if (format === 'csv') yield* spreadsheetOf(lines, Object.keys(feed.line.fields), { bom });
  else for await (const page of lines) yield Buffer.from(`${page.join('\n')}\n`);
}

async function* within(bytes: AsyncGenerator<Buffer>, { first, last }: Part): AsyncGenerator<Buffer> {
  let at = 0;
  for await (const piece of bytes) {
    const wanted = piece.subarray(Math.max(0, first - at), last + 1 - at);
    at += piece.length;
    if (wanted.length > 0) yield wanted;
    if (at > last) return;
  }
}

/** Those of the files that were asked for last, by their tags: whoever asks for HEAD first has it read once. */
const seals = new Map<string, Seal>();
const MOST_SEALS = 16;

async function sealed(context: RequestContext, snapshot: Snapshot, file: File): Promise<Seal> {
  const etag = etagOf(snapshot, file, null);
  const seal = seals.get(etag) ?? (await sealOf(bytesOf(snapshot.lines('again'), file), context));
  seals.delete(etag);
  seals.set(etag, seal);
  for (const oldest of seals.keys()) if (seals.size > MOST_SEALS) seals.delete(oldest);
  return seal;
}

function sealHeaders(
  { settings }: RequestContext,
  snapshot: Snapshot,
  file: File,
  seal: Seal,
): Record<string, string> {
  const { EDDSA, SM2 } = proofsOf(
    fileStatementOf(file.feed.line.feed, snapshot, `${file.feed.line.feed}.${file.format}`, seal),
    settings.signingKey,
  );
  return {
    'x-feed-sha256': seal.sha256,
    'x-feed-made-at': seal.madeAt,
    ...(EDDSA && { 'x-feed-file-proof': EDDSA }),
    ...(SM2 && { 'x-feed-file-proof-sm2': SM2 }),
  };
}

/** By its root: after a restored backup the same number stands for another list. */
function etagOf(
  { head: { sequence, root } }: Snapshot,
  { feed, format, bom }: File,
  coding: Coding | null,
): string {
  return `"${[sequence, root, feed.line.version, format, bom && 'bom', coding].filter(Boolean).join('.')}"`;
}

function validatorsOf(snapshot: Snapshot, file: File): Validators {
  const { alone } = snapshot.head;
  return {
    etags: [etagOf(snapshot, file, null), ...CODINGS.map((coding) => etagOf(snapshot, file, coding))],
    changedAt: alone ? secondOf(snapshot) : null,
  };
}

function secondOf({ head: { changedAt } }: Snapshot): Date {
  return new Date(Math.floor(changedAt.getTime() / 1_000) * 1_000);
}

function headersOf(snapshot: Snapshot, file: File): Record<string, string> {
  const { head, proofs, cursor, digest } = snapshot;
  return {
    etag: etagOf(snapshot, file, null),
    'last-modified': secondOf(snapshot).toUTCString(),
    'cache-control': 'no-cache',
    vary: 'accept-encoding',
    'content-type': TYPES[file.format],
    link: `<${addressesOf(file.feed).schema}?version=${file.feed.line.version}>; rel="describedby"; type="application/schema+json"`,
    'x-feed-cursor': cursor,
    'x-feed-sequence': head.sequence,
    ...(digest && { 'x-feed-digest': digest }),
    'x-feed-listed': String(head.listed),
    'x-feed-root': head.root,
    ...(proofs.EDDSA && { 'x-feed-proof': proofs.EDDSA }),
    ...(proofs.SM2 && { 'x-feed-proof-sm2': proofs.SM2 }),
  };
}
