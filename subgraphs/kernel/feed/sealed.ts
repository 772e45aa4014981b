import { createHash } from 'node:crypto';
import type { RequestContext } from '../context';
import { ROOT_ALGORITHM } from './tree';
import type { Snapshot } from './taken';

/** What the bytes of a file are known by; whoever passes it on cannot change one of them. */
export interface Seal {
  sha256: string;
  size: number;
  madeAt: string;
}

/** Reads a file to its end. */
export async function sealOf(bytes: AsyncIterable<Buffer>, { now }: RequestContext): Promise<Seal> {
  const hash = createHash('sha256');
  let size = 0;
  for await (const part of bytes) {
    hash.update(part);
    size += part.length;
  }
  return { sha256: hash.digest('hex'), size, madeAt: now.toISOString() };
}

/** What a proof of a file is over: one line of JSON, its names in order (RFC 8785). */
export function fileStatementOf(
  feed: string,
  {
    cursor,
    head: { listed, root, sequence },
  }: Pick<Snapshot, 'cursor'> & {
    head: Pick<Snapshot['head'], 'listed' | 'root' | 'sequence'>;
  },
  file: string,
  { sha256, madeAt }: Omit<Seal, 'size'>,
): string {
  const algorithm = ROOT_ALGORITHM;
  return JSON.stringify({
    algorithm,
    cursor,
    feed,
    file,
    listed,
    madeAt,
    root,
    sequence,
    sha256,
  });
}
