import { randomUUID } from 'node:crypto';
import { AuthenticationRequired, OutsideRegion, ScopeMissing } from './catalogue';
import { isWithin } from './region-code';
import type { DepartmentKind } from './vocabulary';

/** Who is asking, as the gateway has verified it. A member of the public has no department. */
export interface Caller {
  subject: string | null;
  department: DepartmentKind | null;
  departmentCode: string | null;
  /** An institution that acts for itself, by its unified social credit code: the public with a name, never an agency. */
  body?: string;
  /** The division whose subtree the caller may act in. */
  region: string | null;
  scopes: readonly string[];
  /** The subgraph that asks for what its rules need to know: for itself, or with the eyes of its caller, and never with rights. */
  subgraph?: string;
}

/** The subgraph that keeps the merged log of all journals: it alone is told all that is written. */
export const EXCHANGE = 'exchange';

/** The scope of auditors. */
export const AUDIT = 'audit:read';

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
  /** Guarded fields that the gateway has taken out of the operation, for the subgraph that owns them to put on record. */
  refused?: readonly string[];
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

/** Refuses a caller without a token or without the scope; an institution that acts for itself as well, but where `bodies` may act. */
export function requireScope(caller: Caller, scope: string, bodies = false): void {
  if (!isAgency(caller) && !(bodies && caller.body !== undefined)) throw AuthenticationRequired();
  if (!caller.scopes.includes(scope)) throw ScopeMissing({ scope });
}

/** Refuses a region outside the caller's own. */
export function requireRegion(caller: Caller, region: string, field: string): void {
  if (!coversRegion(caller, region)) throw OutsideRegion({ field, region: caller.region, got: region });
}

/** 监督与经办分离: scopes to act that stand beside the one to audit. Who audits what officers do neither writes nor decides. */
export function actsBesideAudit(scopes: readonly string[]): string[] {
  return scopes.includes(AUDIT) ? scopes.filter((scope) => /^(write|decide):/.test(scope)) : [];
}
