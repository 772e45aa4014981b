import { pipeline, type Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import type { RequestContext } from './context';

/** What a client says besides its token; an answer may look at what concerns it. */
export type ResourceHeaders = Readonly<Record<string, string | string[] | undefined>>;

export interface ResourceAnswer {
  status: number;
  headers: Readonly<Record<string, string>>;
  /** A stream is read as fast as the client takes it, and ends when the client goes. */
  body: Readable | string | null;
}

/** Something that a subgraph serves by plain HTTP (GET): at its path on its own server, to gateways only, and on every gateway to clients. */
export interface Resource {
  path: string;
  answer(context: RequestContext, headers: ResourceHeaders): Promise<ResourceAnswer>;
}

/** The headers that a gateway passes on to a subgraph. */
export const RESOURCE_HEADERS = ['accept-encoding', 'if-none-match', 'if-range', 'range'] as const;

/** What a gateway signs in place of a body. */
export function signedOf({ path }: Resource): string {
  return `GET ${path}`;
}

export function sendResource(reply: FastifyReply, { status, headers, body }: ResourceAnswer): FastifyReply {
  if (body === null || typeof body === 'string')
    return reply
      .code(status)
      .headers(headers)
      .send(body ?? undefined);
  // by hand: a stream that breaks off must break the connection, since its headers have promised the whole
  void reply.hijack();
  reply.raw.writeHead(status, { ...(reply.getHeaders() as Record<string, string>), ...headers });
  pipeline(body, reply.raw, (error) => error && reply.raw.destroy());
  return reply;
}
