import { Readable } from 'node:stream';
import {
  jsonSchemaOf,
  type RequestContext,
  type Resource,
  type ResourceAnswer,
  type ResourceChoice,
  type ResourceHeaders,
  type Streamed,
} from '../../kernel';
import { feedFigures } from './consumer.service';
import { PUBLIC_KEY_URL, SCHEMA_URL, SNAPSHOT_CSV_URL, SNAPSHOT_URL } from './feed.service';
import { listingLine } from './line';
import { packed } from './packing';
import { fileStatementOf, sealOf, type Seal } from './sealed';
import { publishedKeys } from './signing';
import {
  CODINGS,
  codingFor,
  isKnown,
  partOf,
  type Coding,
  type Part,
  type Validators,
} from './snapshot.rules';
import { tableOf } from './table';
import { proofsOf, takeSnapshot, type Snapshot } from './taken';

/** A file of the list: in which form it is asked for. */
interface File {
  name: 'dishonesty.ndjson' | 'dishonesty.csv';
  type: string;
  bom: boolean;
}

/** The version of the line; `proof=file` asks for a proof of the very bytes, for which the list is read once more. */
const PARAMETERS = { version: [String(listingLine.version)], proof: ['root', 'file'] };

/** `GET /feeds/dishonesty.ndjson`: one line a listing; a part of it, while the list is the same. */
export const ndjsonSnapshot: Resource = {
  path: SNAPSHOT_URL,
  parameters: PARAMETERS,
  answer: (context, headers, choice) =>
    answerFile(context, headers, choice, {
      name: 'dishonesty.ndjson',
      type: 'application/x-ndjson; charset=utf-8',
      bom: false,
    }),
};

/** `GET /feeds/dishonesty.csv`: the same listings as a table. */
export const csvSnapshot: Resource = {
  path: SNAPSHOT_CSV_URL,
  parameters: { ...PARAMETERS, bom: ['0', '1'] },
  answer: (context, headers, choice) =>
    answerFile(context, headers, choice, {
      name: 'dishonesty.csv',
      type: 'text/csv; charset=utf-8; header=present',
      bom: choice?.bom === '1',
    }),
};

/** `GET /feeds/dishonesty.schema.json`: what a line holds, as JSON Schema. */
export const lineSchema: Resource = {
  path: SCHEMA_URL,
  parameters: { version: PARAMETERS.version },
  async answer() {
    return {
      status: 200,
      headers: { 'content-type': 'application/schema+json' },
      body: JSON.stringify(jsonSchemaOf(listingLine)),
    };
  },
};

/** `GET /.well-known/jwks.json`: the keys that the signatures of the feed are checked with. */
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

async function answerFile(
  context: RequestContext,
  headers: ResourceHeaders,
  choice: ResourceChoice | undefined,
  file: File,
): Promise<ResourceAnswer> {
  const snapshot = await takeSnapshot(context);
  try {
    const validators = validatorsOf(snapshot, file);
    if (isKnown(headers, validators)) {
      snapshot.close();
      const etag = etagOf(snapshot, file, codingFor(headers));
      return { status: 304, headers: { ...headersOf(snapshot, file), etag }, body: null };
    }
    const seal = choice?.proof === 'file' ? await sealed(context, snapshot, file) : null;
    const size = file.name === 'dishonesty.ndjson' ? Number(snapshot.head.bytes) : (seal?.size ?? null);
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

async function* bytesOf(lines: AsyncGenerator<string[]>, { name, bom }: File): AsyncGenerator<Buffer> {
  if (name === 'dishonesty.csv') yield* tableOf(lines, Object.keys(listingLine.fields), { bom });
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
  const { EDDSA, SM2 } = proofsOf(fileStatementOf(snapshot, file.name, seal), settings.signingKey);
  return {
    'x-feed-sha256': seal.sha256,
    'x-feed-made-at': seal.madeAt,
    ...(EDDSA && { 'x-feed-file-proof': EDDSA }),
    ...(SM2 && { 'x-feed-file-proof-sm2': SM2 }),
  };
}

/** By its root: after a restored backup the same number stands for another list. */
function etagOf({ head: { sequence, root } }: Snapshot, { name, bom }: File, coding: Coding | null): string {
  const [, format] = name.split('.');
  return `"${[sequence, root, format, bom && 'bom', coding].filter(Boolean).join('.')}"`;
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
    'content-type': file.type,
    link: `<${SCHEMA_URL}?version=${listingLine.version}>; rel="describedby"; type="application/schema+json"`,
    'x-feed-cursor': cursor,
    'x-feed-sequence': head.sequence,
    'x-feed-digest': digest,
    'x-feed-listed': String(head.listed),
    'x-feed-root': head.root,
    ...(proofs.EDDSA && { 'x-feed-proof': proofs.EDDSA }),
    ...(proofs.SM2 && { 'x-feed-proof-sm2': proofs.SM2 }),
  };
}
