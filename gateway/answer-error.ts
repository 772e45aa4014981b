import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import {
  BadRequest,
  BadUserInput,
  SubgraphFailed,
  alike,
  catalogued,
  declareError,
  toClientError,
  type Log,
} from '../subgraphs/kernel';

const ValidationFailed = declareError(
  'GRAPHQL_VALIDATION_FAILED',
  '查询不符合架构：{reason:words}',
  'The query does not fit the schema: {reason:words}',
);

/** Not known by its hash: clients send the text, too, and know this answer by its message, which is no sentence. */
const NotPersisted = declareError(
  'PERSISTED_QUERY_NOT_FOUND',
  '此处没有该散列值对应的查询文本，请连同文本再次发送。',
  'No text is known here by this hash: send it again with its text.',
);

/** The codes that the server gives to requests that are no good GraphQL, each with both sentences. */
const REQUEST_ERRORS = new Map(
  [
    declareError(
      'GRAPHQL_PARSE_FAILED',
      '查询文本有语法错误：{reason:words}',
      'The query cannot be parsed: {reason:words}',
    ),
    ValidationFailed,
    BadUserInput,
    declareError(
      'OPERATION_RESOLUTION_FAILURE',
      '无法确定要执行的操作：{reason:words}',
      'It is not clear which operation to run: {reason:words}',
    ),
    BadRequest,
  ].map((make) => [make({ reason: alike('') }).code, make] as const),
);

/** An error as a client receives it: of the catalogue, with its place, and never with a stack, an address or SQL. */
export function answerError(
  formatted: GraphQLFormattedError,
  error: unknown,
  requestId: string,
  log: Log,
): GraphQLFormattedError {
  const { locations, path, extensions } = formatted;
  const place = { ...(locations && { locations }), ...(path && { path }) };
  const known = catalogued(error);
  if (known) return { message: known.message, ...place, extensions: known.extensions };
  const code = String(extensions?.code);
  // Made by a subgraph of ours behind HTTP, as its mark has shown: it has been through the catalogue there.
  if (typeof extensions?.zh === 'string') {
    const { stacktrace: _, exception: __, ...said } = extensions;
    return { message: formatted.message, ...place, extensions: said };
  }
  // what a subgraph says of a request that we have made is no fault of the client
  if (typeof extensions?.serviceName === 'string') {
    log.warn({ subgraph: extensions.serviceName, code, requestId }, 'a subgraph refuses what it is asked');
    const { message, extensions: said } = SubgraphFailed({ subgraph: extensions.serviceName });
    return { message, ...place, extensions: said };
  }
  if (code === 'PERSISTED_QUERY_NOT_FOUND')
    return { message: formatted.message, ...place, extensions: NotPersisted({}).extensions };
  const request = REQUEST_ERRORS.get(code)?.({ reason: alike(formatted.message) });
  if (request) return { message: request.message, ...place, extensions: request.extensions };
  const { message, extensions: masked } = toClientError(causeOf(error), requestId, log).toJSON();
  return { message, ...place, extensions: masked };
}

/** What is left by now is no fault of the request, even where a library says it as a GraphQLError. */
function causeOf(error: unknown): unknown {
  if (!(error instanceof GraphQLError)) return error;
  return error.originalError ? causeOf(error.originalError) : new Error(error.message);
}

/** What tells by its words, its number or its place which names the schema has. */
const OF_THE_SCHEMA = new Set([
  'ALIAS_FORBIDDEN',
  'BAD_USER_INPUT',
  'ENUM_VALUE_UNKNOWN',
  'GRAPHQL_VALIDATION_FAILED',
]);
const NOT_TOLD = {
  zh: '此处不公开架构，请查阅接口文档',
  en: 'the schema is not told here, see its documents',
};

export function isOfTheSchema({ path, extensions }: GraphQLFormattedError): boolean {
  return path === undefined && OF_THE_SCHEMA.has(String(extensions?.code));
}

/** Where introspection is off, all that does not fit the schema gets one and the same answer. */
export function withoutNames(error: GraphQLFormattedError): GraphQLFormattedError {
  if (!isOfTheSchema(error)) return error;
  const { message, extensions } = ValidationFailed({ reason: NOT_TOLD });
  return { message, extensions };
}
