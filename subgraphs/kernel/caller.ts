import { createHash, createHmac, randomUUID, timingSafeEqual } from 'node:crypto';
import { SignJWT, jwtVerify } from 'jose';
import { AuthenticationRequired, CallerUnsigned, OutsideRegion, ScopeMissing } from './catalogue';
import { isWithin } from './region-code';
import type { DepartmentKind } from './vocabulary';

/** Who is asking, as the gateway has verified it. A member of the public has no department. */
export interface Caller {
  subject: string | null;
  department: DepartmentKind | null;
  departmentCode: string | null;
  /** The division whose subtree the caller may act in. */
  region: string | null;
  scopes: readonly string[];
  /** The subgraph that asks for what its rules need to know: for itself, or with the eyes of its caller, and never with rights. */
  subgraph?: string;
}

export const PUBLIC_CALLER: Caller = {
  subject: null,
  department: null,
  departmentCode: null,
  region: null,
  scopes: [],
};

/** One request as a subgraph sees it, whoever stands in front. */
export interface Call {
  caller: Caller;
  /** 使用目的: the stated purpose of a guarded read, from the header X-Access-Purpose. */
  purpose: string | null;
  requestId: string;
  /** Tells clients without a token apart, for limits only: the address that the call came from. Never stored, never logged. */
  client: string;
}

/** One subgraph that asks another, for itself or with the eyes of its own caller: with none of the caller's rights. */
export function subgraphCaller(name: string, eyes: Caller = PUBLIC_CALLER): Caller {
  return { ...eyes, scopes: [], subgraph: name };
}

/** The call of a subgraph that acts by itself. */
export function callOf(name: string): Call {
  return { caller: subgraphCaller(name), purpose: null, requestId: randomUUID(), client: '' };
}

export function isAgency(caller: Caller): boolean {
  return caller.department !== null;
}

/** Whom rows may be known to that are not public: an agency, or a subgraph that asks for what its rules need. */
export function isInsider(caller: Caller): boolean {
  return isAgency(caller) || caller.subgraph !== undefined;
}

export function coversRegion(caller: Caller, region: string | null | undefined): boolean {
  return caller.region !== null && typeof region === 'string' && isWithin(region, caller.region);
}

/** The code of the caller's department: as the token says, else of its division and kind, as all codes are. */
export function departmentOf({ departmentCode, region, department }: Caller): string {
  return (departmentCode ?? `${region}-${department}`).replace(/^000000-/, 'CN-');
}

/** Refuses a caller without a token or without the scope. */
export function requireScope(caller: Caller, scope: string): void {
  if (!isAgency(caller)) throw AuthenticationRequired();
  if (!caller.scopes.includes(scope)) throw ScopeMissing({ scope });
}

/** Refuses a region outside the caller's own. */
export function requireRegion(caller: Caller, region: string, field: string): void {
  if (!coversRegion(caller, region)) throw OutsideRegion({ field, region: caller.region, got: region });
}

export const CALLER_HEADER = 'x-onematter-caller';
const LIFETIME_SECONDS = 30;

/** Signs a call for one subgraph request: short-lived, and bound to the body that it comes with. */
export function signCall(call: Call, body: string | Buffer, key: Uint8Array): Promise<string> {
  return new SignJWT({ call, body: digest(body) })
    .setProtectedHeader({ alg: 'HS256' })
    .setJti(randomUUID())
    .setIssuedAt()
    .setExpirationTime(`${LIFETIME_SECONDS}s`)
    .sign(key);
}

/** Reads the call that a gateway has signed for this body; throws CALLER_UNSIGNED for anything else. */
export async function verifyCall(header: unknown, body: string | Buffer, key: Uint8Array): Promise<Call> {
  if (typeof header !== 'string' || header === '')
    throw CallerUnsigned({ reason: { zh: '没有签名', en: 'there is no signature' } });
  const payload = await jwtVerify(header, key, { algorithms: ['HS256'], requiredClaims: ['exp'] }).then(
    (verified) => verified.payload,
    () => {
      throw CallerUnsigned({ reason: { zh: '签名有误或已过期', en: 'the signature is wrong or too old' } });
    },
  );
  if (payload.body !== digest(body))
    throw CallerUnsigned({ reason: { zh: '签名与请求内容不符', en: 'it was signed for another body' } });
  return payload.call as Call;
}

export const ANSWER_HEADER = 'x-onematter-answer';

/** The mark of an answer: of one who holds the key, to the request with this signature and no other. */
export function markOf(signature: string, answer: string, key: Uint8Array): string {
  return createHmac('sha256', key).update(`answer to ${signature}\n`).update(answer).digest('base64url');
}

export function isMarked(mark: unknown, signature: string, answer: string, key: Uint8Array): boolean {
  const [given, wanted] = [Buffer.from(String(mark)), Buffer.from(markOf(signature, answer, key))];
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

/** Refuses a signature that was used before: kept for as long as it is valid, in two halves that take turns. */
export class UsedSignatures {
  private current = new Set<string>();
  private before = new Set<string>();
  private since = Date.now();

  use(signature: string): void {
    if (Date.now() - this.since > LIFETIME_SECONDS * 1000) {
      [this.before, this.current, this.since] = [this.current, new Set(), Date.now()];
    }
    if (this.current.has(signature) || this.before.has(signature))
      throw CallerUnsigned({ reason: { zh: '签名已用过', en: 'the signature was used before' } });
    this.current.add(signature);
  }
}

function digest(body: string | Buffer): string {
  return createHash('sha256').update(body).digest('base64url');
}
