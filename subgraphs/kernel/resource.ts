import { pipeline, type Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest, RouteShorthandOptions } from 'fastify';
import type { RequestContext } from './context';

/** What a client says besides its token; an answer may look at what concerns it. */
export type ResourceHeaders = Readonly<Record<string, string | string[] | undefined>>;

/** What is made while a client takes it. Whoever does not open it closes it. */
export interface Streamed {
  /** Is read as fast as the client takes it, and ends when the client goes. */
  open: () => Readable;
  close: () => void;
}

export interface ResourceAnswer {
  status: number;
  headers: Readonly<Record<string, string>>;
  body: Streamed | string | null;
}

/** Something that a subgraph serves by plain HTTP: at its path on its own server, to gateways only, and on every gateway to clients. */
export interface Resource {
  path: string;
  answer(context: RequestContext, headers: ResourceHeaders): Promise<ResourceAnswer>;
}

/** How a resource is asked for; HEAD hears of an answer of which nothing is made. */
export interface ResourceAsked {
  method: 'GET' | 'HEAD';
  headers: ResourceHeaders;
}

/** The headers that a gateway passes on to a subgraph. */
export const RESOURCE_HEADERS = [
  'accept-encoding',
  'if-modified-since',
  'if-none-match',
  'if-range',
  'range',
] as const;

/** What a gateway signs in place of a body. */
export function signedOf({ path }: Resource, { method }: Pick<ResourceAsked, 'method'>): string {
  return `${method} ${path}`;
}

/** Serves a resource at its path. */
export function serveResource(
  app: FastifyInstance,
  { path }: Resource,
  options: RouteShorthandOptions,
  answer: (request: FastifyRequest, asked: ResourceAsked) => Promise<ResourceAnswer>,
): void {
  app.route({
    ...options,
    method: ['GET', 'HEAD'],
    url: path,
    handler: async (request, reply) => {
      const { headers } = request;
      const asked: ResourceAsked =
        request.method === 'HEAD'
          ? // a part is for GET only
            { method: 'HEAD', headers: { ...headers, range: undefined } }
          : { method: 'GET', headers };
      return send(reply, await answer(request, asked), asked.method);
    },
  });
}

function send(
  reply: FastifyReply,
  { status, headers: own, body }: ResourceAnswer,
  method: ResourceAsked['method'],
): FastifyReply {
  // what the door says already of whom an answer is for stays said
  const vary = [reply.getHeader('vary'), own.vary].filter(Boolean).join(', ');
  const headers = { ...own, ...(vary && { vary }) };
  if (body === null || typeof body === 'string') {
    if (body !== null) void reply.header('content-length', Buffer.byteLength(body));
    return reply
      .code(status)
      .headers(headers)
      .send(body ?? undefined);
  }
  if (method === 'HEAD') {
    body.close();
    return reply.code(status).headers(headers).send();
  }
  // by hand: a stream that breaks off must break the connection, since its headers have promised the whole
  void reply.hijack();
  reply.raw.writeHead(status, { ...(reply.getHeaders() as Record<string, string>), ...headers });
  pipeline(body.open(), reply.raw, (error) => error && reply.raw.destroy());
  return reply;
}
