import { GraphQLError, isValueNode } from 'graphql';
import { EntryRefused, WriteUnrecorded } from './journal';
import { BadUserInput, DatabaseBusy, InternalError } from './catalogue';
import { alike, catalogued, type CatalogueError } from './errors';
import type { Log } from './log';

/**
 * A database that cannot answer now and may in a moment. By SQLSTATE: class 08 (connection), 53 (out of resources), 57
 * (stopped from outside), and transactions that ended for another’s sake; by the system’s code; by what pg says of a
 * connection that is gone, which bears none.
 */
const BUSY_CODE =
  /^(08...|53...|57...|40001|40P01|55P03|25P0[34]|E(CONN(REFUSED|RESET|ABORTED)|PIPE|TIMEDOUT|HOSTUNREACH|NETUNREACH|AI_AGAIN))$/;
const BUSY_WORDS =
  /^(timeout exceeded when trying to connect|timeout expired|Query read timeout|Connection terminated|Client (has encountered a connection error|was closed) and is not queryable)/;

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
  if (cause instanceof EntryRefused) {
    log.error({ err: cause, requestId }, 'nothing can be written without its audit record');
    return place(WriteUnrecorded());
  }
  if (isOfABusyDatabase(cause)) {
    log.warn({ err: cause, requestId }, 'the database is busy');
    return place(DatabaseBusy({ retryAfterSeconds: 1 }));
  }
  log.error({ err: cause, requestId }, 'unexpected error');
  return place(InternalError({ requestId }));
}

function isOfABusyDatabase(cause: unknown): boolean {
  const { code, message } = (cause ?? {}) as { code?: unknown; message?: unknown };
  if (typeof code === 'string') return BUSY_CODE.test(code);
  return typeof message === 'string' && BUSY_WORDS.test(message);
}

/** graphql-js says of an argument only while it executes that its variable is null, and points at where it was given. */
function isOfAnArgument(cause: unknown): cause is GraphQLError {
  const [node] = cause instanceof GraphQLError ? (cause.nodes ?? []) : [];
  return node !== undefined && isValueNode(node);
}
