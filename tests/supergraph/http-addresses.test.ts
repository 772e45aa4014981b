import { METHODS } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { createLog, serveSubgraph, type Subgraph } from '../../subgraphs/kernel';
import { startPlatform, type Platform } from '../support/platform';
import { requestOf, sendRaw, type RawAnswer } from '../support/raw-http';
import { expectRefused } from '../support/refused';

const ORIGIN = 'https://portal.example';
const FEEDS = [
  '/feeds/dishonesty.ndjson',
  '/feeds/dishonesty.csv',
  '/feeds/dishonesty.schema.json',
  '/.well-known/jwks.json',
];
/** At a gateway on the port of the figures. */
const FIGURES = ['/metrics/feed'];
const HEALTH = ['/health/live', '/health/ready'];
const read = (paths: readonly string[]) => paths.map((path) => [path, 'GET, HEAD'] as const);
/** Each address, and how it may be asked. */
const TAKES = {
  gateway: new Map([
    ['/graphql', 'GET, POST'],
    ...read([...FEEDS, ...HEALTH, '/schema.graphql', '/', '/index.html', '/sandbox/personas']),
  ]),
  subgraph: new Map([['/graphql', 'POST'], ...read([...FEEDS, ...FIGURES, ...HEALTH])]),
};
/** CONNECT asks a proxy, at no address. */
const methods = METHODS.filter((method) => method !== 'CONNECT');

let platform: Platform;
let credit: FastifyInstance;
const address = { gateway: '', subgraph: '' };
beforeAll(async () => {
  platform = await startPlatform('local', { SANDBOX: 'on', CORS_ORIGINS: ORIGIN });
  credit = await serveSubgraph(
    platform.subgraphs.get('credit') as Subgraph,
    platform.config,
    createLog('silent', 'credit'),
  );
  address.gateway = platform.address;
  address.subgraph = await credit.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(async () => {
  await credit?.close();
  await platform?.stop();
});

/** Without a body HEAD is all that an answer is told by. */
function expectRefusedBy(method: string, answer: RawAnswer, refused: { status: number; code: string }): void {
  if (method !== 'HEAD') return expectRefused(answer, refused);
  expect(answer).toMatchObject({ status: refused.status, text: '' });
  expect(answer.headers['content-type']).toMatch(/json/);
}

describe.each(['gateway', 'subgraph'] as const)('the door of a %s', (door) => {
  const ask = (method: string, path: string, headers: readonly string[] = ['host: x']) =>
    sendRaw(address[door], requestOf(`${method} ${path} HTTP/1.1`, headers));

  test.each([...TAKES[door]])(
    '%s MUST take %s, and say so to whoever asks otherwise',
    async (path, takes) => {
      for (const method of methods) {
        const answer = await ask(method, path);
        if (takes.split(', ').includes(method)) {
          expect({ method, refused: [404, 405].includes(answer.status) }).toEqual({ method, refused: false });
        } else {
          expectRefusedBy(method, answer, { status: 405, code: 'METHOD_NOT_ALLOWED' });
          expect(answer.headers.allow).toBe(takes);
        }
      }
    },
  );

  test.each([
    '/nothing',
    '/graphql/',
    '/GraphQL',
    '/graphql;x=1',
    '//graphql',
    '/graphql/../metrics',
    '/feeds/',
    '/feeds/dishonesty',
    '/.well-known/openid-configuration',
    '/%00',
    '/..%2f..%2fetc%2fpasswd',
    '/检'.replace('检', encodeURIComponent('检')),
  ])('%s MUST be told to be no address, however it is asked', async (path) => {
    for (const method of methods)
      expectRefusedBy(method, await ask(method, path), { status: 404, code: 'ADDRESS_UNKNOWN' });
  });

  test('whoever takes it for a proxy MUST be told that it is none', async () => {
    expectRefused(await ask('CONNECT', 'example.org:443'), { status: 405, code: 'BAD_REQUEST' });
  });

  test('what is sent to no address MUST NOT be read', async () => {
    const headers = ['host: x', 'content-type: application/json', 'content-length: 5'];
    const answer = await sendRaw(address[door], requestOf('POST /nothing HTTP/1.1', headers, 'hello'));
    expectRefused(answer, { status: 404, code: 'ADDRESS_UNKNOWN' });
  });

  test.each<[string, string, { status: number; code: string }]>([
    ['half of an encoded byte', '/%', { status: 400, code: 'BAD_REQUEST' }],
    ['what is no encoded byte', '/%zz', { status: 400, code: 'BAD_REQUEST' }],
    ['encoded bytes that are no UTF-8', '/%bc%ec', { status: 400, code: 'BAD_REQUEST' }],
    ['the same in what is asked', '/health/live?x=%bc%ec', { status: 400, code: 'TEXT_NOT_UTF8' }],
    ['half of an encoded byte in it', '/health/live?x=100%', { status: 400, code: 'TEXT_NOT_UTF8' }],
    ['bytes that are not encoded', '/health/live?x=检', { status: 400, code: 'BAD_REQUEST' }],
    ['more than 16 KiB', `/health/live?x=${'x'.repeat(17_000)}`, { status: 431, code: 'BAD_REQUEST' }],
    ['a space', '/health/live?a b', { status: 400, code: 'BAD_REQUEST' }],
  ])('an address with %s MUST be refused', async (_, path, refused) => {
    expectRefused(await ask('GET', path), refused);
  });

  test.each<[string, string[], number]>([
    ['no Host', [], 400],
    ['an empty Host', ['host: '], 400],
    ['a Host that is none', ['host: a b'], 400],
    ['a Host with a path', ['host: x/graphql'], 400],
    ['a Host with a user', ['host: me@x'], 400],
    ['two Hosts', ['host: x', 'host: y'], 400],
    ['two tokens', ['host: x', 'authorization: Bearer a', 'authorization: Bearer b'], 400],
    ['two purposes', ['host: x', 'x-access-purpose: a', 'x-access-purpose: b'], 400],
    ['two content types', ['host: x', 'content-type: text/plain', 'content-type: application/json'], 400],
    ['an expectation', ['host: x', 'expect: a miracle'], 417],
    ['more than 16 KiB', ['host: x', `x-long: ${'x'.repeat(17_000)}`], 431],
    ['a name that is none', ['host: x', 'a b: c'], 400],
    ['two lengths', ['host: x', 'content-length: 1', 'content-length: 2'], 400],
    ['a length and pieces', ['host: x', 'content-length: 1', 'transfer-encoding: chunked'], 400],
  ])('headers with %s MUST be refused', async (_, headers, status) => {
    for (const method of ['GET', 'POST'])
      expectRefused(await ask(method, method === 'GET' ? '/health/live' : '/graphql', headers), {
        status,
        code: 'BAD_REQUEST',
      });
  });

  test.each(['hello\r\n\r\n', 'FETCH / HTTP/1.1\r\n\r\n', 'GET / HTTP/3.0\r\n\r\n', '\x16\x03\x01\x02'])(
    'what is no HTTP MUST be refused: %j',
    async (bytes) => {
      expectRefused(await sendRaw(address[door], bytes), { status: 400, code: 'BAD_REQUEST' });
    },
  );

  test.each(['host: x', 'host: onematter.example:4000', 'host: [::1]:4000', 'host: 127.0.0.1'])(
    '%s MUST be good',
    async (host) => {
      expect((await ask('GET', '/health/live', [host])).status).toBe(200);
    },
  );

  test('HTTP/1.0, which knows no Host, MUST be answered', async () => {
    const live = await sendRaw(address[door], requestOf('GET /health/live HTTP/1.0'));
    expect([live.status, live.text]).toEqual([200, '{"status":"live"}']);
  });
});

describe('GraphQL at the gateway', () => {
  const body = '{"query":"{ __typename }"}';

  test.each([
    ['HTTP/1.0', []],
    ['HTTP/1.1', ['host: x', 'expect: 100-continue']],
  ])('it MUST be answered over %s', async (version, headers) => {
    const sent = requestOf(
      `POST /graphql ${version}`,
      [...headers, 'content-type: application/json', `content-length: ${body.length}`],
      body,
    );
    const { text } = await sendRaw(address.gateway, sent);
    expect(text).toContain('{"data":{"__typename":"Query"}');
  });

  test('a preflight MUST be answered to an origin of the list, and no other OPTIONS', async () => {
    const preflight = [`host: x`, `origin: ${ORIGIN}`, 'access-control-request-method: POST'];
    const answer = await sendRaw(address.gateway, requestOf('OPTIONS /graphql HTTP/1.1', preflight));
    expect([answer.status, answer.headers['access-control-allow-origin']]).toEqual([204, ORIGIN]);
    for (const headers of [preflight.slice(0, 2), [preflight[0]!, preflight[2]!]]) {
      const other = await sendRaw(address.gateway, requestOf('OPTIONS /graphql HTTP/1.1', headers));
      expectRefused(other, { status: 405, code: 'METHOD_NOT_ALLOWED' });
    }
  });

  test('a refusal MUST be for pages of the list to read, with its id', async () => {
    const refused = await fetch(`${address.gateway}/graphql`, { method: 'PUT', headers: { origin: ORIGIN } });
    expect(refused.status).toBe(405);
    expect(refused.headers.get('access-control-allow-origin')).toBe(ORIGIN);
    expect(refused.headers.get('access-control-expose-headers')).toContain('x-request-id');
  });
});

describe('a harvester of the lists', () => {
  const path = '/feeds/dishonesty.ndjson';
  const ask = (method: string, ...headers: string[]) =>
    sendRaw(address.gateway, requestOf(`${method} ${path} HTTP/1.1`, ['host: x', ...headers]));
  /** As curl -C -, wget -c and the like leave a broken download. */
  const rest = async (from: number, ...headers: string[]) => ask('GET', `range: bytes=${from}-`, ...headers);
  let whole: RawAnswer;
  let size: number;
  beforeAll(async () => {
    await platform.sql('UPDATE credit.dishonesty_feed SET alone = true');
    whole = await ask('GET');
    size = Buffer.byteLength(whole.text);
  });

  test('MUST learn length, tag, date and that parts are had before it downloads anything', async () => {
    const { status, headers, text } = await ask('HEAD');
    expect([status, text]).toEqual([200, '']);
    expect(headers).toMatchObject({
      'content-length': String(size),
      'accept-ranges': 'bytes',
      etag: whole.headers.etag,
      'last-modified': whole.headers['last-modified'],
      vary: 'Origin, accept-encoding',
    });
  });

  test('MUST get the rest of a broken download, told the same by tag, by date or not at all', async () => {
    for (const same of [
      [],
      [`if-range: ${whole.headers.etag}`],
      [`if-range: ${whole.headers['last-modified']}`],
    ]) {
      const { status, headers, text } = await rest(100, ...same);
      expect([status, headers['content-range']]).toEqual([206, `bytes 100-${size - 1}/${size}`]);
      expect(Buffer.from(text)).toEqual(Buffer.from(whole.text).subarray(100));
    }
  });

  test('MUST be told that it has all of it: nothing more is sent', async () => {
    const { status, headers, text } = await rest(size);
    expect([status, headers['content-range'], text]).toEqual([416, `bytes */${size}`, '']);
  });

  test('MUST get all of it where it has the beginning of another list, by tag or by date', async () => {
    for (const same of ['if-range: "of another list"', 'if-range: Mon, 15 Jun 2020 08:00:00 GMT']) {
      const { status, text } = await rest(100, same);
      expect([status, text === whole.text]).toEqual([200, true]);
    }
  });

  test('MUST get it in parts, one beside the other, that make the whole', async () => {
    const half = Math.floor(size / 2);
    const parts = await Promise.all(
      [`0-${half - 1}`, `${half}-`].map((each) => ask('GET', `range: bytes=${each}`)),
    );
    expect(parts.map(({ status }) => status)).toEqual([206, 206]);
    expect(parts.map(({ text }) => text).join('')).toBe(whole.text);
  });

  test('MUST NOT download again what it has: by tag, by date, or any', async () => {
    for (const known of [
      `if-none-match: ${whole.headers.etag}`,
      'if-none-match: *',
      `if-modified-since: ${whole.headers['last-modified']}`,
    ])
      expect(await ask('GET', known)).toMatchObject({ status: 304, text: '' });
  });

  test.each<[string, number]>([
    ['/feeds/dishonesty.csv?bom=1&proof=file', 200],
    ['/feeds/dishonesty.csv?version=1', 200],
    ['/feeds/dishonesty.schema.json?version=1', 200],
    ['/feeds/dishonesty.csv?version=0', 400],
    ['/feeds/dishonesty.csv?bom=yes', 400],
    ['/feeds/dishonesty.csv?bom=1&bom=0', 400],
    ['/feeds/dishonesty.ndjson?bom=1', 400],
    ['/.well-known/jwks.json?kid=x', 400],
  ])(
    'MUST be told of a parameter that is none, and not be given something else: %s',
    async (each, status) => {
      const answer = await sendRaw(address.gateway, requestOf(`GET ${each} HTTP/1.1`, ['host: x']));
      if (status === 400) expectRefused(answer, { status, code: 'BAD_REQUEST' });
      else expect(answer.status).toBe(200);
    },
  );

  test('in a browser MUST be able to read every header that the feed has of its own', async () => {
    const asked = requestOf(`GET ${path}?proof=file HTTP/1.1`, [
      'host: x',
      `origin: ${ORIGIN}`,
      'accept-encoding: br',
    ]);
    const { headers } = await sendRaw(address.gateway, asked);
    const exposed = headers['access-control-expose-headers']!.split(', ');
    // what any page may read (Fetch, CORS-safelisted response headers), and what is of the connection or of its guards
    const open = ['cache-control', 'content-length', 'content-type', 'last-modified', 'connection', 'date'];
    const guards =
      /^(access-control-|content-security-policy$|cross-origin-|x-(content-type|dns|download|frame|permitted|xss)|origin-agent|referrer-|vary$|transfer-encoding$)/;
    const own = Object.keys(headers).filter((name) => !open.includes(name) && !guards.test(name));
    expect(own).toEqual(
      expect.arrayContaining(['etag', 'x-feed-root', 'x-feed-file-proof', 'content-encoding']),
    );
    expect(own.filter((name) => !exposed.includes(name))).toEqual([]);
  });
});
