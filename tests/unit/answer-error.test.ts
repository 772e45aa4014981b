import { GraphQLError, buildSchema, executeSync, graphqlSync, parse } from 'graphql';
import { answerError } from '../../gateway/answer-error';
import {
  SubgraphUnavailable,
  TokenInvalid,
  UsccInvalid,
  alike,
  createLog,
  refusalOf,
} from '../../subgraphs/kernel';

const log = createLog('silent', 'test');
const ID = 'a1b2';
/** Nothing of this is for clients. */
const INNER = [
  'connect ECONNREFUSED 10.0.0.5:5432',
  'getaddrinfo ENOTFOUND postgres.internal',
  'syntax error at or near "SELCT" in SELECT uscc, contact_phone FROM enterprise',
  'duplicate key value violates unique constraint "enterprise_by_source"',
  'password authentication failed for user "onematter_registry"',
  "Cannot read properties of undefined (reading 'uscc')\n    at resolve (/app/subgraphs/registry/enterprise/enterprise.resolver.ts:12:3)",
];
const TELLING =
  /10\.0\.0\.5|\.internal|SELCT|SELECT|constraint|onematter_registry|undefined|\.ts:|\/app\/|    at /;

const schema = buildSchema('type Query { a(x: Int!): Int b: Int! }');
/** As Apollo Server gives it to formatError. */
const formatted = (error: GraphQLError, code = 'INTERNAL_SERVER_ERROR') => {
  const { message, locations, path, extensions } = error.toJSON();
  return {
    message,
    ...(locations && { locations }),
    ...(path && { path }),
    extensions: { code, ...extensions },
  };
};
const thrownIn = (thrown: unknown): GraphQLError => {
  const rootValue = {
    a: () => {
      throw thrown;
    },
  };
  const [error] = executeSync({ schema, document: parse('{ a(x: 1) }'), rootValue }).errors ?? [];
  return error as GraphQLError;
};

describe('an error that a client receives', () => {
  test.each(INNER)('MUST tell nothing of: %s', (message) => {
    const database = Object.assign(new Error(message), {
      code: '42601',
      severity: 'ERROR',
      query: message,
      detail: message,
      address: '10.0.0.5',
    });
    const wrapped = thrownIn(database);
    const downstream = new GraphQLError(message, {
      extensions: { serviceName: 'registry', stacktrace: [message] },
      originalError: { message } as never,
    });
    const [ours, ofRegistry] = [wrapped, downstream].map((error) =>
      answerError(formatted(error), error, ID, log),
    );
    expect(JSON.stringify([ours, ofRegistry])).not.toMatch(TELLING);
    expect(ours?.extensions).toMatchObject({
      code: 'INTERNAL_SERVER_ERROR',
      zh: expect.stringMatching(/请求编号/),
    });
    expect(ofRegistry?.extensions).toMatchObject({ code: 'SUBGRAPH_FAILED', subgraph: 'registry' });
    const bare = Object.assign(new Error(message), { statusCode: 500 });
    expect(JSON.stringify(refusalOf(bare, ID, log))).not.toMatch(TELLING);
  });

  test('MUST NOT carry a stack, even if the server has put one there', () => {
    const known = thrownIn(UsccInvalid({ field: 'uscc', got: 'x' }));
    const answer = answerError(
      { ...formatted(known), extensions: { code: 'USCC_INVALID', stacktrace: ['at /app/x.ts:1'] } },
      known,
      ID,
      log,
    );
    expect(answer.extensions).toMatchObject({ code: 'USCC_INVALID', field: 'uscc', zh: expect.any(String) });
    expect(JSON.stringify(answer)).not.toMatch(/stacktrace|\.ts:/);
  });

  test('MUST NOT carry what a remote subgraph adds to its own: a stack or an address', () => {
    const extensions = {
      ...UsccInvalid({ field: 'uscc', got: 'x' }).extensions,
      stacktrace: ['at /app/x.ts:1'],
      exception: { address: '10.0.0.5' },
    };
    const remote = new GraphQLError('wrong', { extensions, path: ['a'] });
    const answer = answerError(formatted(remote), remote, ID, log);
    expect(answer).toMatchObject({
      path: ['a'],
      extensions: { code: 'USCC_INVALID', field: 'uscc', got: 'x' },
    });
    expect(JSON.stringify(answer)).not.toMatch(TELLING);
  });

  test('MUST keep its place, code, both sentences and values if it is of the catalogue', () => {
    const error = thrownIn(SubgraphUnavailable({ subgraph: 'credit' }));
    expect(answerError(formatted(error), error, ID, log)).toEqual({
      message: expect.stringContaining('credit'),
      locations: [{ line: 1, column: 3 }],
      path: ['a'],
      extensions: {
        code: 'SUBGRAPH_UNAVAILABLE',
        subgraph: 'credit',
        zh: expect.any(String),
        en: expect.any(String),
      },
    });
  });

  test.each([
    ['GRAPHQL_PARSE_FAILED', '{ a('],
    ['GRAPHQL_VALIDATION_FAILED', '{ nothing }'],
    ['BAD_USER_INPUT', 'query ($x: Int!) { a(x: $x) }'],
    ['OPERATION_RESOLUTION_FAILURE', 'query A { b } query B { b }'],
  ])('%s MUST be said in both languages, with graphql’s own reason', (code, source) => {
    const [error] = graphqlSync({ schema, source }).errors ?? [];
    const answer = answerError(formatted(error as GraphQLError, code), error, ID, log);
    expect(answer.extensions).toMatchObject({
      code,
      zh: expect.stringMatching(/\p{Script=Han}/u),
      reason: error?.message,
    });
    expect(answer.message).toContain(error?.message.slice(0, 40));
  });

  test.each([
    ['a required field without a value', executeSync({ schema, document: parse('{ b }') }).errors?.[0]],
    ['a text that was thrown', thrownIn('text')],
    ['nothing that was thrown', thrownIn(undefined)],
    [
      'an error of a library that names neither code nor cause',
      new GraphQLError('connect ECONNREFUSED 10.0.0.5:5432'),
    ],
  ])('MUST have a code and both sentences: %s', (_, error) => {
    const answer = answerError(formatted(error as GraphQLError), error, ID, log);
    expect(JSON.stringify(answer)).not.toMatch(TELLING);
    expect(answer.extensions).toMatchObject({
      code: 'INTERNAL_SERVER_ERROR',
      zh: expect.any(String),
      en: expect.any(String),
    });
  });
});

describe('what ends a request before it is GraphQL', () => {
  test('a bad token MUST be 401 with its code', () => {
    expect(refusalOf(TokenInvalid({ reason: alike('x') }), ID, log)).toMatchObject({
      status: 401,
      error: { extensions: { code: 'TOKEN_INVALID' } },
    });
  });

  test.each([400, 413, 415])(
    'a body that is refused with %i MUST keep its status, and be said in both languages',
    (statusCode) => {
      const { status, error } = refusalOf(
        Object.assign(new Error('Body is too large'), { statusCode }),
        ID,
        log,
      );
      expect(status).toBe(statusCode);
      expect(error.extensions).toMatchObject({
        code: 'BAD_REQUEST',
        zh: expect.stringContaining('Body is too large'),
      });
    },
  );

  test('anything else MUST be 500 and masked', () => {
    for (const error of [
      new Error('at /app/x.ts:1'),
      Object.assign(new Error('10.0.0.5'), { statusCode: 503 }),
    ]) {
      const { status, error: answer } = refusalOf(error, ID, log);
      expect(status).toBe(500);
      expect(answer.extensions?.code).toBe('INTERNAL_SERVER_ERROR');
      expect(JSON.stringify(answer)).not.toMatch(TELLING);
    }
  });
});
