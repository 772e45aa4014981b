import { createHmac, randomUUID } from 'node:crypto';
import type { Socket } from 'node:net';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Caller } from './caller';
import { readDepartmentCode } from './department-code';
import type { Log } from './log';

/** What comes to be known of a request while it is answered. */
export interface Access {
  /** Where it was asked: an address that we have, as it is declared; null for any other. */
  path: string | null;
  /** The code that it was refused with. */
  refused: string | null;
  /** The status that was written past its answer, on the bare connection. */
  broken: number | null;
}

declare module 'fastify' {
  interface FastifyRequest {
    access: Access | null;
  }
}

export interface AccessLogOptions {
  log: Log;
  on: boolean;
  /** Tells the subjects of tokens apart without telling them. */
  key: Uint8Array;
}

/**
 * A line for each request once its answer has gone, or the client has. Nothing in it says who a person is or what was
 * asked: no subject, no network address, token, purpose, variable, query, header, nor an address that is none of ours.
 */
export class AccessLog {
  /** The request that a connection is busy with. */
  private readonly underWay = new WeakMap<Socket, FastifyRequest>();
  /** How many bytes of a connection stand in lines. */
  private readonly told = new WeakMap<Socket, number>();

  constructor(private readonly options: AccessLogOptions) {}

  begin(request: FastifyRequest, { raw: answer }: FastifyReply): void {
    const { socket } = request.raw;
    const began = performance.now();
    const access: Access = { path: request.routeOptions.url ?? null, refused: null, broken: null };
    request.access = access;
    this.underWay.set(socket, request);
    let ended = false;
    const end = () => {
      if (ended) return;
      ended = true;
      if (this.underWay.get(socket) === request) this.underWay.delete(socket);
      this.write({
        requestId: idOf(request),
        method: request.method,
        path: access.path,
        status: answer.headersSent ? answer.statusCode : access.broken,
        bytes: this.bytesOf(socket),
        ms: Math.round(performance.now() - began),
        ...toldOf(request.call?.caller, this.options.key),
        ...(access.refused !== null && { refused: access.refused }),
        ...(access.broken === null && (socket.destroyed || !answer.writableFinished) && { aborted: true }),
      });
    };
    // before Node turns to the next request of the connection, whose bytes are its own
    answer.prependOnceListener('finish', end);
    answer.once('close', end);
  }

  /** The id of the request that a connection is busy with, or one for what was no request. */
  idOn(socket: Socket): string {
    const request = this.underWay.get(socket);
    return request ? idOf(request) : randomUUID();
  }

  /** Notes how a connection was broken off: in the line of its request or, where nothing else would tell of it, in one of its own. */
  breakOff(socket: Socket, { requestId, status, refused }: BrokenOff): void {
    const access = this.underWay.get(socket)?.access;
    if (access) Object.assign(access, { broken: status, refused });
    else
      this.write({
        requestId,
        method: null,
        path: null,
        status,
        bytes: this.bytesOf(socket),
        ms: null,
        caller: null,
        refused,
      });
  }

  private bytesOf(socket: Socket): number {
    const bytes = socket.bytesWritten - (this.told.get(socket) ?? 0);
    this.told.set(socket, socket.bytesWritten);
    return bytes;
  }

  private write(line: Readonly<Record<string, unknown>>): void {
    if (this.options.on) this.options.log.info(line, 'request');
  }
}

interface BrokenOff {
  requestId: string;
  status: number;
  refused: string;
}

/** The id of a request, as the gateway has signed it wherever one stands in front. */
export function idOf({ id, call }: FastifyRequest): string {
  return call?.requestId ?? id;
}

/** Of whom nobody knows yet who it is, nothing. */
function toldOf(caller: Caller | undefined, key: Uint8Array) {
  if (!caller) return { caller: null };
  if (caller.subgraph !== undefined) return { caller: 'SUBGRAPH', client: caller.subgraph };
  const { subject, department, departmentCode, body } = caller;
  if (department === null && body === undefined) return { caller: 'PUBLIC' };
  // an identity provider may write anything there
  const isCode = readDepartmentCode(departmentCode ?? '')?.kind === department;
  const client = subject === null ? null : pseudonymOf(subject, key);
  if (body !== undefined) return { caller: 'BODY', client, body };
  return { caller: 'AGENCY', client, department, ...(isCode && { departmentCode }) };
}

/** The same for the same subject; without the key nobody can find the subject by trying. */
function pseudonymOf(subject: string, key: Uint8Array): string {
  return createHmac('sha256', key)
    .update(`client in the access log: ${subject}`)
    .digest('base64url')
    .slice(0, 16);
}
