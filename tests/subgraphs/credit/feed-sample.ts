import { createHash, createPublicKey, verify } from 'node:crypto';
import { ndjsonSnapshot } from '../../../subgraphs/credit/feed/snapshot';
import type { ResourceChoice, ResourceHeaders, Streamed } from '../../../subgraphs/kernel';
import { as, callOf } from '../../support/callers';
import type { TestBed } from '../../support/test-bed';

export const CHANGES = `query ($after: String, $first: Int, $wait: Int) { dishonestyChanges(after: $after, first: $first, waitSeconds: $wait) {
  ... on DishonestyChangePage { changes { sequence kind at listingId list subjectKind subjectUscc reason stopUseBy stopUseByRule { version } line listing { id subjectName cause } }
    next caughtUp floorSequence endSequence listed digest root signature sm2: signature(algorithm: SM2) proof proofSm2: proof(algorithm: SM2) }
  ... on CursorExpired { restartAfter oldest }
  ... on CursorInvalid { message }
} dishonestyFeed { epoch head oldest floorSequence headSequence listed digest root rootAlgorithm lineVersion schemaUrl snapshotUrl publicKeyUrl } }`;

export interface FeedAnswer {
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a page, or why there is none
  page: any;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- as the schema has it
  feed: any;
}

/** Asks the feed as a member of the public does. */
export async function ask(bed: TestBed, variables: object = {}): Promise<FeedAnswer> {
  const { data, errors } = await bed.run(CHANGES, { variables: variables as Record<string, unknown> });
  if (errors) throw new Error(JSON.stringify(errors));
  return { page: data.dishonestyChanges, feed: data.dishonestyFeed };
}

/** What happened, in few words: `LISTED test/1`. */
export function told({ page }: FeedAnswer): string[] {
  return page.changes.map(({ kind, listingId, reason }: Record<string, string>) =>
    [kind, listingId, reason].filter(Boolean).join(' '),
  );
}

/** The digest as docs/feed.md says that a consumer computes it. */
export function digestOf(lines: readonly string[]): string {
  const digests = lines.map((line) => BigInt(`0x${createHash('sha256').update(line).digest('hex')}`));
  return digests
    .reduce((all, each) => all ^ each, 0n)
    .toString(16)
    .padStart(64, '0');
}

const sha256 = (...parts: (string | Uint8Array)[]) =>
  parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();
const nodeOver = (hashes: readonly Buffer[]) => sha256(Buffer.from([1]), ...hashes);

/** The hash tree as docs/feed.md says that a consumer computes it: its root and the hashes of its rows and buckets. */
export function treeOf(lines: readonly string[]) {
  const placed = lines.map((line) => {
    const { id } = JSON.parse(line) as { id: string };
    return { id: Buffer.from(id), bucket: sha256(id).readUInt16BE(), hash: sha256(line) };
  });
  placed.sort((one, other) => Buffer.compare(one.id, other.id));
  const leaves = Array.from({ length: 65_536 }, () => [Buffer.from([0])]);
  for (const { bucket, hash } of placed) leaves[bucket]!.push(hash);
  const buckets = leaves.map((parts) => sha256(...parts));
  const rows = Array.from({ length: 256 }, (_, row) => nodeOver(buckets.slice(row * 256, row * 256 + 256)));
  return {
    root: nodeOver(rows).toString('hex'),
    rows: rows.map((hash) => hash.toString('hex')),
    buckets: buckets.map((hash) => hash.toString('hex')),
    bucketOf: (id: string) => sha256(id).readUInt16BE(),
  };
}

/** Asks for the snapshot as the gateway does. */
export async function snapshot(
  bed: TestBed,
  headers: ResourceHeaders = {},
  resource = ndjsonSnapshot,
  choice: ResourceChoice = {},
) {
  const answer = await resource.answer(bed.subgraph.open(callOf(as.public)), headers, choice);
  return { ...answer, text: answer.body === null ? '' : await read(answer.body) };
}

async function read(body: Streamed | string): Promise<string> {
  return typeof body === 'string' ? body : Buffer.concat(await body.open().toArray()).toString('latin1');
}

/** Whether a detached JWS of Ed25519 is over this text. */
export function holds(signature: string, text: string, key: Record<string, string>): boolean {
  const [head, , made = ''] = signature.split('.');
  const input = `${head}.${Buffer.from(text).toString('base64url')}`;
  return verify(
    null,
    Buffer.from(input),
    createPublicKey({ key, format: 'jwk' }),
    Buffer.from(made, 'base64url'),
  );
}
