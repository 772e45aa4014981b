import { createPublicKey, hkdfSync, verify, type KeyObject } from 'node:crypto';
import type { Database } from './database';
import { signersOf, type Signer } from './feed/signing';
import type { OpenedKeys } from './sealing';

/** How many entries of a journal were sealed at a moment, and the link of the last: it vouches for all before it. */
export interface Head {
  subgraph: string;
  count: string;
  digest: string;
  at: string;
}
/** As it is kept outside: nobody who holds the database can make another. */
export interface SignedHead extends Head {
  /** Ed25519, a detached JWS (RFC 7515, appendix F) over the lines of `textOf`. */
  signature: string;
}

/** Where a subgraph that is a process of its own takes the heads of another. */
export const HEADS_PATH = '/journal/heads';

const known = new WeakMap<Uint8Array, HeadSigner>();

/** Signs the heads of a subgraph, and knows what it has signed. */
export class HeadSigner {
  private readonly signer: Signer;
  private readonly publicKey: KeyObject;

  private constructor(lasting: Uint8Array) {
    const key = Buffer.from(hkdfSync('sha256', lasting, '', 'onematter journal heads', 32));
    this.signer = signersOf(key).EDDSA;
    this.publicKey = createPublicKey({ key: this.signer.publicKey, format: 'jwk' });
  }

  /** Of the key that outlasts every rotation, as the journal's own. */
  static of({ lasting }: OpenedKeys): HeadSigner {
    const signer = known.get(lasting) ?? new HeadSigner(lasting);
    known.set(lasting, signer);
    return signer;
  }

  sign(head: Head): SignedHead {
    return { ...head, signature: this.signer.sign(textOf(head)) };
  }

  isOurs(head: SignedHead): boolean {
    const [protectedHeader = '', , signature = ''] = head.signature.split('.');
    const input = `${protectedHeader}.${Buffer.from(textOf(head)).toString('base64url')}`;
    return verify(null, Buffer.from(input), this.publicKey, Buffer.from(signature, 'base64url'));
  }
}

const textOf = ({ subgraph, count, digest, at }: Head) =>
  ['journal head', subgraph, count, digest, at].join('\n');

/** What somebody says is a head; null if it has not the form of one. */
export function headIn(said: unknown): SignedHead | null {
  const { subgraph, count, digest, at, signature } = (said ?? {}) as Record<string, unknown>;
  const texts = [subgraph, count, digest, at, signature];
  const forms = [/^[a-z]{1,32}$/, /^\d{1,18}$/, /^[\w-]{43,64}$/, /^[\dT:.Z-]{24}$/, /^[\w.-]{1,300}$/];
  if (!texts.every((each, at) => typeof each === 'string' && forms[at]?.test(each))) return null;
  return { subgraph, count, digest, at, signature } as SignedHead;
}

/** Keeps the head of another subgraph's journal. */
export async function keepHead(db: Database, head: SignedHead): Promise<void> {
  const { subgraph, count, digest, at, signature } = head;
  await db.read(
    'INSERT INTO journal_head (subgraph, count, digest, at, signature) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING',
    [subgraph, count, digest, at, signature],
  );
}

const PAGE = 5_000;

/** The heads of a subgraph's journal that this one keeps, in pages. */
export async function* keptHeads(db: Database, subgraph: string): AsyncGenerator<SignedHead[]> {
  let after: SignedHead = { subgraph, count: '-1', digest: '', at: '', signature: '' };
  for (;;) {
    const heads = await db.read<SignedHead>(
      `SELECT subgraph, count, digest, at, signature FROM journal_head
       WHERE subgraph = $1 AND (count, digest) > ($2, $3) ORDER BY count, digest LIMIT ${PAGE}`,
      [subgraph, after.count, after.digest],
    );
    const last = heads.at(-1);
    if (!last) return;
    yield heads;
    after = last;
  }
}
