import type { GraphQLFormattedError } from 'graphql';
import Negotiator from 'negotiator';
import { toClientError } from './client-error';
import { alike, catalogued, type CatalogueError, type Words } from './errors';
import type { Log } from './log';
import { BadRequest } from './request-errors';

/** What ends a request before it is GraphQL. */
export interface Refusal {
  status: number;
  headers: Record<string, string>;
  error: GraphQLFormattedError;
}

/** Of each code that stands for one status; any other is the client's: 400, or what it was thrown with. */
const STATUS: Record<string, number> = {
  TOKEN_INVALID: 401,
  TOKEN_REVOKED: 401,
  CALLER_UNSIGNED: 401,
  ADDRESS_UNKNOWN: 404,
  METHOD_NOT_ALLOWED: 405,
  CHARSET_UNSUPPORTED: 415,
  CONTENT_ENCODING_UNSUPPORTED: 415,
  INTERNAL_SERVER_ERROR: 500,
  KEYS_UNAVAILABLE: 503,
  SUBGRAPH_UNAVAILABLE: 503,
  DATABASE_BUSY: 503,
  SERVICE_BUSY: 503,
};

/** What Fastify refuses by itself. */
const REASONS: Record<string, Words> = {
  FST_ERR_BAD_URL: { zh: '网址中的百分号编码有误', en: 'the address is badly percent-encoded' },
  FST_ERR_CTP_BODY_TOO_LARGE: { zh: '请求体过大', en: 'the body is too large' },
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: {
    zh: '请求体的长度与所称的不符',
    en: 'the body is not as long as it claims',
  },
};

/** A request that is no good, with the status that says in what way. */
export function badRequest(reason: Words, statusCode = 400): CatalogueError {
  return Object.assign(BadRequest({ reason }), { statusCode });
}

/** How an error is told that ends a request: one of the catalogue as it is, and as our own fault only what is. */
export function refusalOf(error: unknown, requestId: string, log: Log): Refusal {
  const { statusCode = 500, code, message } = error as Partial<Error & { statusCode: number; code: string }>;
  const ofClient = !catalogued(error) && statusCode < 500;
  const said = ofClient ? BadRequest({ reason: REASONS[String(code)] ?? alike(String(message)) }) : error;
  const told = toClientError(said, requestId, log).toJSON();
  const known = STATUS[String(told.extensions?.code)];
  return { status: known ?? (statusCode < 500 ? statusCode : 400), headers: headersOf(told), error: told };
}

/** What HTTP wants said beside some statuses. */
function headersOf({ extensions = {} }: GraphQLFormattedError): Record<string, string> {
  switch (extensions.code) {
    case 'METHOD_NOT_ALLOWED':
      return { allow: String(extensions.allowed) };
    case 'CONTENT_ENCODING_UNSUPPORTED':
      return { 'accept-encoding': String(extensions.allowed) };
    case 'TOKEN_INVALID':
    case 'TOKEN_REVOKED':
      return { 'www-authenticate': 'Bearer error="invalid_token"' };
    case 'DATABASE_BUSY':
    case 'SERVICE_BUSY':
      return { 'retry-after': String(extensions.retryAfterSeconds) };
    default:
      return {};
  }
}

export const JSON_ANSWER = 'application/json; charset=utf-8';

/** The type of an answer of GraphQL, or of an error in place of one; null where a client takes neither. */
export function answerType(accept: string | undefined): string | null {
  if (!accept) return JSON_ANSWER;
  const types = [JSON_ANSWER, 'application/graphql-response+json; charset=utf-8'];
  return new Negotiator({ headers: { accept } }).mediaType(types) ?? null;
}
