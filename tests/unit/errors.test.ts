/** @jest-environment-options {"modules":"own"} */
import fc from 'fast-check';
import { GraphQLError, buildSchema, executeSync, parse } from 'graphql';
import '../../gateway/answer-error';
import '../../subgraphs';
import {
  CatalogueError,
  alike,
  catalogue,
  catalogued,
  createLog,
  declareError,
  toClientError,
} from '../../subgraphs/kernel';

const log = createLog('silent', 'test');
const entries = [...catalogue.values()];
const Sample = declareError(
  'SAMPLE_OF_THE_TEST',
  '{field} 有误，收到：{got}。',
  '{field} is wrong, but got: {got}.',
);
const SampleOfWords = declareError(
  'SAMPLE_OF_WORDS',
  '{kind:HazardDomain}：{reason:words}。',
  '{kind:HazardDomain}: {reason:words}.',
);
const placeholders = (sentence: string) => (sentence.match(/\{[\w:]+\}/g) ?? []).sort();

describe('the catalogue of errors', () => {
  test.each(entries.map((entry) => [entry.code, entry] as const))(
    '%s MUST be said in both languages, with the same values',
    (code, entry) => {
      expect(code).toMatch(/^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$/);
      expect(entry.zh).toMatch(/\p{Script=Han}/u);
      expect(entry.en).toMatch(/^[A-Z{a-z]/);
      expect(entry.en).not.toMatch(/\p{Script=Han}/u);
      expect(placeholders(entry.zh)).toEqual(placeholders(entry.en));
    },
  );

  test.each(entries.map((entry) => [entry.code, entry] as const))(
    '%s MUST NOT say undefined, whatever is left out',
    (_, entry) => {
      const { message } = new CatalogueError(entry, { got: undefined, field: undefined });
      expect(message).not.toMatch(/undefined|\{|\}|\[object/);
    },
  );
});

describe('an error', () => {
  test('its message MUST be both sentences with their values, and its extensions code, sentences and values', () => {
    const error = Sample({ field: 'first', got: 0 });
    expect(error.message).toBe('first is wrong, but got: 0. first 有误，收到：0。');
    expect(error.extensions).toEqual({
      code: 'SAMPLE_OF_THE_TEST',
      en: 'first is wrong, but got: 0.',
      zh: 'first 有误，收到：0。',
      field: 'first',
      got: 0,
    });
  });

  test('values MUST NOT be read as placeholders or patterns', () => {
    expect(Sample({ field: '{got}', got: '$& $1 {field}' }).extensions.en).toBe(
      '{got} is wrong, but got: $& $1 {field}.',
    );
  });

  test('a value MUST NOT change the code or the sentences', () => {
    const error = Sample({ field: 'f', got: 1, code: 'OTHER', zh: 'x', en: 'x' });
    expect(error.extensions).toMatchObject({ code: 'SAMPLE_OF_THE_TEST', zh: 'f 有误，收到：1。' });
  });

  test('a long value MUST be cut', () => {
    const error = Sample({ field: 'f', got: 'x'.repeat(100_000) });
    expect(error.message.length).toBeLessThan(400);
  });

  test('long words MUST be cut as well: a library may say what a client has sent', () => {
    expect(SampleOfWords({ reason: alike('x'.repeat(100_000)) }).message.length).toBeLessThan(400);
  });

  test('words MUST be said in the language of the sentence, and told to programs as their value or else in English', () => {
    expect(SampleOfWords({ reason: { zh: '原因', en: 'cause' }, kind: 'FIRE, OTHER' }).extensions).toEqual({
      code: 'SAMPLE_OF_WORDS',
      zh: '消防、其他：原因。',
      en: 'fire, other: cause.',
      reason: 'cause',
      kind: 'FIRE, OTHER',
    });
  });

  test('what was sent MUST stay as it is, even if it looks like words', () => {
    expect(Sample({ field: 'f', got: { zh: 'a', en: 'b' } }).extensions).toMatchObject({
      got: { zh: 'a', en: 'b' },
      en: 'f is wrong, but got: {"zh":"a","en":"b"}.',
    });
  });

  test('any value MUST be shown in some way', () => {
    const value = fc.anything({ withBigInt: false, withNullPrototype: false });
    fc.assert(fc.property(value, (got) => typeof Sample({ field: 'f', got }).message === 'string'));
  });

  test('at() MUST give it its place in the answer', () => {
    expect(Sample({ field: 'f' }).at(['a', 0, 'b']).toJSON()).toMatchObject({ path: ['a', 0, 'b'] });
  });
});

describe('errors that are wrapped', () => {
  const wrap = (error: Error, ...path: (string | number)[]) =>
    new GraphQLError(error.message, { originalError: error, path });

  test('one of the catalogue MUST be found however often it is wrapped', () => {
    const known = Sample({ field: 'f' });
    expect(catalogued(known)).toBe(known);
    expect(catalogued(wrap(wrap(known, 'a'), 'b'))).toBe(known);
  });

  test.each([[undefined], [null], ['text'], [{ originalError: Sample() }], [new Error('other')]])(
    '%p MUST NOT be taken for one',
    (error) => {
      expect(catalogued(error)).toBeUndefined();
    },
  );

  test('a circle of causes MUST come to an end', () => {
    const circle = Object.assign(new Error('a'), { originalError: {} });
    circle.originalError = circle;
    expect(catalogued(circle)).toBeUndefined();
  });

  test('its place MUST be kept for the client', () => {
    expect(toClientError(wrap(Sample({ field: 'f' }), 'a', 1), 'id', log).toJSON()).toMatchObject({
      path: ['a', 1],
      extensions: { code: 'SAMPLE_OF_THE_TEST' },
    });
  });

  test('one error that two fields ran into (a failed batch) MUST be answered at both places', () => {
    const shared = Sample({ field: 'f' });
    const answered = [wrap(shared, 'a'), wrap(shared, 'b')].map((error) => toClientError(error, 'id', log));
    expect(answered.map(({ path }) => path)).toEqual([['a'], ['b']]);
  });
});

describe('errors that are nobody’s', () => {
  const SECRET = 'SELECT phone FROM enterprise at 10.0.0.5:5432';

  test('they MUST be masked, with the request id to ask for', () => {
    const error = toClientError(
      new GraphQLError(SECRET, { originalError: new Error(SECRET), path: ['a'] }),
      'id-7',
      log,
    );
    expect(JSON.stringify(error)).not.toContain('SELECT');
    expect(error.toJSON()).toMatchObject({
      path: ['a'],
      extensions: { code: 'INTERNAL_SERVER_ERROR', requestId: 'id-7' },
    });
    expect(error.message).toContain('id-7');
  });

  test.each(['53300', '57014', '57P01', 'ECONNREFUSED', 'ECONNRESET'])(
    'a database that answers %s MUST be busy, with a hint to retry',
    (code) => {
      const error = toClientError(Object.assign(new Error(SECRET), { code }), 'id', log);
      expect(error.extensions).toMatchObject({ code: 'DATABASE_BUSY', retryAfterSeconds: 1 });
      expect(JSON.stringify(error)).not.toContain('10.0.0.5');
    },
  );

  test.each(['timeout exceeded when trying to connect', 'Connection terminated unexpectedly'])(
    '%s MUST be a busy database',
    (message) => {
      expect(toClientError(new Error(message), 'id', log).extensions.code).toBe('DATABASE_BUSY');
    },
  );

  test.each([[undefined], [null], ['text'], [{}], [Symbol('s')]])(
    'even %p that was thrown MUST be masked',
    (thrown) => {
      expect(toClientError(thrown, 'id', log).extensions.code).toBe('INTERNAL_SERVER_ERROR');
    },
  );

  test('a stored value that the schema does not know MUST be masked: it is no fault of the request', () => {
    const schema = buildSchema('enum Status { OPEN } type Query { status: Status count: Int }');
    const rootValue = { status: SECRET, count: SECRET };
    const { errors = [] } = executeSync({ schema, document: parse('{ status count }'), rootValue });
    const answered = errors.map((error) => toClientError(error, 'id', log));
    expect(JSON.stringify(answered)).not.toContain('SELECT');
    expect(answered.map(({ extensions, path }) => [extensions.code, path])).toEqual([
      ['INTERNAL_SERVER_ERROR', ['status']],
      ['INTERNAL_SERVER_ERROR', ['count']],
    ]);
  });

  test('what graphql-js says of the request itself MUST be left as it is', () => {
    const schema = buildSchema('type Query { count(first: Int): Int }');
    const [error] =
      executeSync({
        schema,
        document: parse('query ($n: Int) { count(first: $n) }'),
        variableValues: { n: 'x' },
      }).errors ?? [];
    expect(toClientError(error, 'id', log).message).toMatch(/Int cannot represent/);
  });
});
