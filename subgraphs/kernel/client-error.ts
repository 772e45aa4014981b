import { GraphQLError, isValueNode } from 'graphql';
import { BadUserInput, DatabaseBusy, InternalError } from './catalogue';
import { alike, catalogued, type CatalogueError } from './errors';
import type { Log } from './log';

const BUSY = new Set(['53300', '57014', '57P01', '57P02', '57P03', '55P03', 'ECONNREFUSED', 'ECONNRESET']);

/**
 * What a client learns about an error: one of the catalogue as it is, graphql-js's own about the request as it is,
 * anything else as INTERNAL_SERVER_ERROR, with its cause in the log only.
 */
export function toClientError(error: unknown, requestId: string, log: Log): GraphQLError {
  const path = error instanceof GraphQLError ? error.path : undefined;
  const place = (known: CatalogueError) => (path ? known.at(path) : known);
  const known = catalogued(error);
  if (known) return place(known);
  const cause = error instanceof GraphQLError ? error.originalError : error;
  // graphql-js's own, about the request: what happens while it is executed has a place in the answer
  if (error instanceof GraphQLError && !path && (!cause || cause instanceof GraphQLError)) return error;
  if (isOfAnArgument(cause)) return place(BadUserInput({ reason: alike(cause.message) }));
  const code = (cause as { code?: unknown } | undefined)?.code;
  const timedOut =
    cause instanceof Error &&
    /timeout exceeded when trying to connect|Connection terminated/.test(cause.message);
  if (timedOut || (typeof code === 'string' && BUSY.has(code))) {
    log.warn({ err: cause, requestId }, 'the database is busy');
    return place(DatabaseBusy({ retryAfterSeconds: 1 }));
  }
  log.error({ err: cause, requestId }, 'unexpected error');
  return place(InternalError({ requestId }));
}

/** graphql-js says of an argument only while it executes that its variable is null, and points at where it was given. */
function isOfAnArgument(cause: unknown): cause is GraphQLError {
  const [node] = cause instanceof GraphQLError ? (cause.nodes ?? []) : [];
  return node !== undefined && isValueNode(node);
}
