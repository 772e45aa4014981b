import { STATUS_CODES, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import fastify, {
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  type FastifyServerOptions,
} from 'fastify';
import { AccessLog, idOf, type AccessLogOptions } from './access-log';
import { Admission } from './admission';
import type { Call } from './caller';
import type { Words } from './errors';
import type { Log } from './log';
import { JSON_ANSWER, answerType, badRequest, refusalOf } from './refusal';
import { LARGE_BODY, readBody } from './request-body';
import { AddressUnknown, MethodNotAllowed } from './request-errors';
import { checkContent, checkHead, requestIdOf } from './request-head';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks, once that is known. */
    call: Call | null;
    /** Gives back the room that a large body has. */
    makeRoom: (() => void) | null;
  }
}

export interface DoorOptions extends Pick<
  FastifyServerOptions,
  'trustProxy' | 'connectionTimeout' | 'requestTimeout'
> {
  log: Log;
  accessLog: Omit<AccessLogOptions, 'log'>;
  /** The most bytes of a body, as it comes and once it is inflated. */
  bodyLimit: number;
  /** Finds out by a body as it came who asks; throws where nobody may. */
  admit?: (request: FastifyRequest, body: Buffer) => Promise<void>;
  /** Is told the code of each request that is refused. */
  onRefusal?: (code: string) => void;
}

/**
 * A server of HTTP, strict before it is anything else: what is read is UTF-8 and of a size that is known, every refusal
 * is an error of the catalogue, and each request has one id and one line in the log.
 */
export function openDoor({ log, accessLog, admit, onRefusal, ...options }: DoorOptions): FastifyInstance {
  const lines = new AccessLog({ log, ...accessLog });
  const bodies = new Admission(MOST_OF_BODIES, LONGEST_WAIT_MS);
  const takeRoom = async (request: FastifyRequest, reply: FastifyReply) => {
    const { 'content-length': length, 'content-encoding': coding } = request.headers;
    // how long it is once it is inflated, or has come by pieces, is not known before
    const bytes = length === undefined || coding !== undefined ? options.bodyLimit : Number(length);
    if (bytes <= LARGE_BODY) return;
    request.makeRoom = await bodies.enter(Math.min(bytes, options.bodyLimit));
    if (request.raw.socket.destroyed) request.makeRoom();
    else reply.raw.once('close', request.makeRoom);
  };
  const begin = (request: FastifyRequest, reply: FastifyReply) => {
    void reply.header('x-request-id', request.id);
    lines.begin(request, reply);
  };
  const refuse = (error: unknown, request: FastifyRequest, reply: FastifyReply) => {
    const { status, headers, error: said } = refusalOf(error, idOf(request), log);
    const code = String(said.extensions?.code);
    onRefusal?.(code);
    if (request.access) request.access.refused = code;
    const type = answerType(request.headers.accept) ?? JSON_ANSWER;
    return reply
      .code(status)
      .headers(headers)
      .type(type)
      .send(JSON.stringify({ errors: [said] }));
  };
  const app = fastify({
    ...options,
    forceCloseConnections: 'idle',
    genReqId: requestIdOf,
    // what is asked while the server closes is answered as ever, and the connection closed
    return503OnClosing: false,
    keepAliveTimeout: KEPT_ALIVE_MS,
    // a missing Host is refused by checkHead, with a code; Node would look at slow clients every half a minute only
    http: {
      requireHostHeader: false,
      headersTimeout: SLOWEST_HEAD_MS,
      connectionsCheckingInterval: LOOK_EVERY_MS,
    },
    frameworkErrors: (error, request, reply) => {
      begin(request, reply);
      void refuse(error, request, reply);
    },
    clientErrorHandler: (error, socket) => answerBroken(error, socket, log, lines),
  });
  app.decorateRequest('call', null);
  app.decorateRequest('access', null);
  app.decorateRequest('makeRoom', null);
  app.addHook('onRequest', async (request, reply) => begin(request, reply));
  // once it is answered, however slowly the answer is read, or its client has gone
  app.addHook('onSend', async (request) => request.makeRoom?.());
  // after the headers that any answer has, before a body is looked at
  app.addHook('preParsing', async (request, reply) => {
    checkHead(request);
    if (request.is404 || request.method === 'OPTIONS') throw unrouted(app, request);
    if (request.method !== 'POST') return;
    checkContent(request);
    await takeRoom(request, reply);
  });
  app.setNotFoundHandler((request) => {
    throw unrouted(app, request);
  });
  app.setErrorHandler(async (error, request, reply) => {
    await letCome(request.raw, options.bodyLimit);
    return refuse(error, request, reply);
  });
  // Node would answer what else is expected than to go on by itself
  app.server.on('checkExpectation', (request: IncomingMessage, response: ServerResponse) =>
    app.routing(request, response),
  );
  // without a word of ours Node would hang up on it
  app.server.on('connect', (_: IncomingMessage, socket: Socket) =>
    answerBroken(Object.assign(new Error('CONNECT'), { code: 'CONNECT' }), socket, log, lines),
  );
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(
    'application/json',
    { parseAs: 'buffer' },
    async (request: FastifyRequest, body: Buffer) => {
      await admit?.(request, body);
      return readBody(body, request.headers['content-encoding'], options.bodyLimit);
    },
  );
  return app;
}

/** Large bodies that are read, and worked on, at the same time: who sends one slowly keeps room from other large ones only. */
const MOST_OF_BODIES = 16 * 1024 * 1024;
const LONGEST_WAIT_MS = 5_000;

/** A head must be there in less than the 15 s that a client has for all; who is slow is looked for every second. */
const SLOWEST_HEAD_MS = 10_000;
const LOOK_EVERY_MS = 1_000;
const KEPT_ALIVE_MS = 12_000;

const LONGEST_LETTING_MS = 1_000;

/** Reads what is still coming of a body, for a moment: hanging up on bytes that nobody has read takes the answer with them. */
async function letCome(body: IncomingMessage, most: number): Promise<void> {
  // who waits to be told to go on sends nothing
  if (body.complete || body.headers.expect !== undefined) return;
  let left = 2 * most;
  await new Promise<void>((done) => {
    const late = setTimeout(done, LONGEST_LETTING_MS);
    body.on('data', (chunk: Buffer) => (left -= chunk.length) < 0 && done());
    for (const end of ['end', 'close', 'error']) body.once(end, () => done());
    void late.unref();
  });
}

const METHODS = ['GET', 'HEAD', 'POST'];

/** What is asked for is not there, or is not there to be asked for in this way. */
function unrouted(app: FastifyInstance, request: FastifyRequest): Error {
  const [path = ''] = request.url.split('?');
  const url = decodeURIComponent(path);
  const allowed = METHODS.filter((method) => app.hasRoute({ method, url }));
  if (allowed.length === 0) return AddressUnknown({ got: path });
  if (request.access) request.access.path = url;
  return MethodNotAllowed({ got: request.method, allowed: allowed.join(', ') });
}

const BROKEN: Record<string, { status: number; reason: Words } | undefined> = {
  HPE_INVALID_URL: {
    status: 400,
    reason: {
      zh: '网址中有须百分号编码的字符',
      en: 'the address has characters that must be percent-encoded',
    },
  },
  HPE_HEADER_OVERFLOW: {
    status: 431,
    reason: { zh: '网址和请求头合计过长', en: 'address and headers together are too long' },
  },
  ERR_HTTP_REQUEST_TIMEOUT: {
    status: 408,
    reason: { zh: '请求未在规定时间内到齐', en: 'the request did not arrive in time' },
  },
  CONNECT: { status: 405, reason: { zh: '此处不是代理服务器', en: 'this is no proxy' } },
};
const NO_HTTP = { status: 400, reason: { zh: '请求不符合 HTTP 协议', en: 'this is no HTTP' } };

/** What Node can make no request of is answered on the bare connection. */
function answerBroken(error: Error & { code: string }, socket: Socket, log: Log, lines: AccessLog): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  const { status, reason } = BROKEN[error.code] ?? NO_HTTP;
  const requestId = lines.idOn(socket);
  const { error: said } = refusalOf(badRequest(reason, status), requestId, log);
  const body = JSON.stringify({ errors: [said] });
  if (socket.writable)
    socket.write(
      [
        `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
        'connection: close',
        `content-type: ${JSON_ANSWER}`,
        `content-length: ${Buffer.byteLength(body)}`,
        `x-request-id: ${requestId}`,
        '',
        body,
      ].join('\r\n'),
    );
  lines.breakOff(socket, { requestId, status, refused: String(said.extensions?.code) });
  socket.destroySoon();
}
