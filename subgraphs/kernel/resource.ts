import { pipeline, type Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest, RouteShorthandOptions } from 'fastify';
import type { RequestContext } from './context';
import { badRequest } from './refusal';

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

/** What a client has chosen of the parameters of an address. */
export type ResourceChoice = Readonly<Record<string, string>>;

/** Something that a subgraph serves by plain HTTP: at its path on its own server, to gateways only, and on every gateway to clients. */
export interface Resource {
  path: string;
  /** For whom it is: figures are for operators, who ask on a port of their own. */
  audience?: 'operators';
  /** The values that each parameter of its address may have; the first is meant where it is left out. */
  parameters?: Readonly<Record<string, readonly string[]>>;
  answer(context: RequestContext, headers: ResourceHeaders, choice?: ResourceChoice): Promise<ResourceAnswer>;
}

/** How a resource is asked for; HEAD hears of an answer of which nothing is made. */
export interface ResourceAsked {
  method: 'GET' | 'HEAD';
  headers: ResourceHeaders;
  choice: ResourceChoice;
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
export function signedOf(resource: Resource, asked: Pick<ResourceAsked, 'method' | 'choice'>): string {
  return `${asked.method} ${addressOf(resource, asked.choice)}`;
}

/** The address of a resource as it was chosen. */
export function addressOf({ path }: Resource, choice: ResourceChoice): string {
  const query = new URLSearchParams(choice).toString();
  return query === '' ? path : `${path}?${query}`;
}

/** What an address asks for, in the order of the declaration; a name or a value that is none is refused, not passed over. */
function choiceIn({ parameters = {} }: Resource, query: Readonly<Record<string, unknown>>): ResourceChoice {
  const unknown = Object.keys(query).find((name) => !Object.hasOwn(parameters, name));
  if (unknown !== undefined)
    throw badRequest({
      zh: `没有名为 ${unknown} 的参数`,
      en: `the address has no parameter ${unknown}`,
    });
  return Object.fromEntries(
    Object.entries(parameters).flatMap(([name, values]) => {
      const value = query[name];
      if (value === undefined) return [];
      if (typeof value !== 'string' || !values.includes(value))
        throw badRequest({
          zh: `${name} 应为 ${values.join('、')} 之一`,
          en: `${name} must be ${values.join(' or ')}`,
        });
      return [[name, value] as const];
    }),
  );
}

/** Serves a resource at its path. */
export function serveResource(
  app: FastifyInstance,
  resource: Resource,
  options: RouteShorthandOptions,
  answer: (request: FastifyRequest, asked: ResourceAsked) => Promise<ResourceAnswer>,
): void {
  app.route({
    ...options,
    method: ['GET', 'HEAD'],
    url: resource.path,
    handler: async (request, reply) => {
      const { headers } = request;
      const choice = choiceIn(resource, request.query as Record<string, unknown>);
      const asked: ResourceAsked =
        request.method === 'HEAD'
          ? // a part is for GET only
            { method: 'HEAD', headers: { ...headers, range: undefined }, choice }
          : { method: 'GET', headers, choice };
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
