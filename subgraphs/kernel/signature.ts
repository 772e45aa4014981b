import { createHash, createHmac, randomUUID, timingSafeEqual } from 'node:crypto';
import { subgraphCaller, type Call } from './caller';
import { CallerUnsigned } from './catalogue';
import { GATEWAY, type Pair, type PairOf } from './pair';

export const CALLER_HEADER = 'x-onematter-caller';
const LIFETIME_MS = 30_000;

interface Statement {
  /** Who has signed, and for whom. */
  from: string;
  to: string;
  id: string;
  /** Milliseconds since 1970. */
  at: number;
  /** The SHA-256 of the body that it comes with. */
  body: string;
  call: Call;
}

/** A call as it arrived, and by whom it was signed. */
export interface Signed {
  call: Call;
  id: string;
  at: number;
  pair: Pair;
}

/** Signs a call for one request to one part: it names both, holds for 30 s and is bound to the body that it comes with. */
export function signCall(call: Call, body: string | Buffer, { self, other, secret }: Pair): string {
  const statement: Statement = {
    from: self,
    to: other,
    id: randomUUID(),
    at: Date.now(),
    body: digest(body),
    call,
  };
  const payload = Buffer.from(JSON.stringify(statement)).toString('base64url');
  return `${payload}.${macOf(payload, secret)}`;
}

/**
 * Reads the call that the gateway or another subgraph has signed for this part and this body. What another subgraph has signed
 * is its own call, whatever it says: it has nobody’s scopes.
 * @throws CALLER_UNSIGNED for anything else
 */
export function verifyCall(header: unknown, body: string | Buffer, self: string, pairOf: PairOf): Signed {
  if (typeof header !== 'string' || header === '') throw unsigned('没有签名', 'there is no signature');
  const [payload = '', mac = ''] = header.split('.');
  const statement = statementIn(payload);
  const pair = statement && pairWith(statement.from, self, pairOf);
  if (!statement || !pair || !isSame(mac, macOf(payload, pair.secret)) || statement.to !== self)
    throw unsigned('签名有误', 'the signature is wrong');
  const { from, id, at, call } = statement;
  if (Math.abs(Date.now() - at) > LIFETIME_MS) throw unsigned('签名已过期', 'the signature is too old');
  if (statement.body !== digest(body)) throw unsigned('签名与请求内容不符', 'it was signed for another body');
  const { subgraph: _, ...caller } = call.caller;
  return {
    call: { ...call, caller: from === GATEWAY ? caller : subgraphCaller(from, caller) },
    id,
    at,
    pair,
  };
}

export const ANSWER_HEADER = 'x-onematter-answer';

/** The mark of an answer: of one who holds the secret, to the request with this signature and no other. */
export function markOf(signature: string, answer: string, { secret }: Pair): string {
  return createHmac('sha256', secret).update(`answer to ${signature}\n`).update(answer).digest('base64url');
}

export function isMarked(mark: unknown, signature: string, answer: string, pair: Pair): boolean {
  return isSame(String(mark), markOf(signature, answer, pair));
}

/**
 * Refuses a signature that was used before: kept for as long as it is valid, in two halves that take turns. What was signed
 * before this process began may have been used then.
 */
export class UsedSignatures {
  private current = new Set<string>();
  private before = new Set<string>();
  private readonly began = Date.now();
  private since = Date.now();

  use({ id, at }: Signed): void {
    if (Date.now() - this.since > 2 * LIFETIME_MS) {
      [this.before, this.current, this.since] = [this.current, new Set(), Date.now()];
    }
    if (at < this.began || this.current.has(id) || this.before.has(id)) throw usedBefore();
    this.current.add(id);
  }
}

export const usedBefore = () => unsigned('签名已用过', 'the signature was used before');

const unsigned = (zh: string, en: string) => CallerUnsigned({ reason: { zh, en } });

function statementIn(payload: string): Statement | null {
  try {
    return JSON.parse(Buffer.from(payload, 'base64url').toString()) as Statement | null;
  } catch {
    return null;
  }
}

/** None with a part that there is not. */
function pairWith(from: unknown, self: string, pairOf: PairOf): Pair | null {
  if (typeof from !== 'string' || from === self || !/^[a-z]{1,32}$/.test(from)) return null;
  try {
    return pairOf(self, from);
  } catch {
    return null;
  }
}

function isSame(given: string, wanted: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(wanted)];
  return one.length === other.length && timingSafeEqual(one, other);
}

const macOf = (payload: string, secret: Uint8Array) =>
  createHmac('sha256', secret).update(`call ${payload}`).digest('base64url');

function digest(body: string | Buffer): string {
  return createHash('sha256').update(body).digest('base64url');
}
