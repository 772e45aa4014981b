import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import type { FastifyInstance } from 'fastify';
import { PUBLIC_CALLER, createLog, serveSubgraph, signCall, type Subgraph } from '../../subgraphs/kernel';
import { startPlatform, type Platform } from '../support/platform';
import { requestOf, sendRaw } from '../support/raw-http';
import { expectRefused } from '../support/refused';

const QUERY = '{ region(code: "430682") { name } }';
const bodyOf = (more: object = {}) => Buffer.from(JSON.stringify({ query: QUERY, ...more }));
const BODY = bodyOf({ operationName: null, filler: '临湘' });
const GBK = Buffer.concat([
  Buffer.from('{"query":"{ a(x: \\"'),
  Buffer.from('d2bbb6fecffbb7c0', 'hex'),
  Buffer.from('\\") }"}'),
]);
const utf16 = (text: string) => Buffer.from(text, 'utf16le');
const MIB = 1024 * 1024;

let platform: Platform;
let registry: FastifyInstance;
let registryAddress = '';
beforeAll(async () => {
  platform = await startPlatform('local');
  const log = createLog('silent', 'registry');
  registry = await serveSubgraph(platform.subgraphs.get('registry') as Subgraph, platform.config, log);
  registryAddress = await registry.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(async () => {
  await registry?.close();
  await platform?.stop();
});

interface Answer {
  status: number;
  headers: Headers;
  text: string;
}
const call = { caller: PUBLIC_CALLER, purpose: null, requestId: 'test', client: 'test' };

/** A gateway’s door and a subgraph’s, which a gateway signs for. */
const doors = {
  gateway: async (body: Buffer, headers: Record<string, string> = {}) =>
    send(platform.address, body, headers),
  subgraph: async (body: Buffer, headers: Record<string, string> = {}) => {
    const signature = signCall(call, body, platform.config.pairOf('gateway', 'registry'));
    return send(registryAddress, body, { ...headers, 'x-onematter-caller': signature });
  },
};

async function send(address: string, body: Buffer, headers: Record<string, string>): Promise<Answer> {
  const answer = await fetch(`${address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });
  return { status: answer.status, headers: answer.headers, text: await answer.text() };
}

describe.each(['gateway', 'subgraph'] as const)('a body at the door of a %s', (name) => {
  const door = doors[name];
  const limit = name === 'gateway' ? 4 * MIB : 10 * MIB;
  const expectAnswered = ({ status, text }: Answer) =>
    expect({ status, data: JSON.parse(text).data }).toEqual({
      status: 200,
      data: { region: { name: '临湘市' } },
    });

  test.each<[string, Buffer, string]>([
    ['in UTF-8 without a word', BODY, 'application/json'],
    ['that says UTF-8', BODY, 'application/json; charset=utf-8'],
    ['that says it in another spelling', BODY, 'Application/JSON;Charset="UTF8"'],
    ['with a parameter that is none of ours', BODY, 'application/json; profile="x"'],
    ['after a byte order mark', Buffer.concat([Buffer.from('efbbbf', 'hex'), BODY]), 'application/json'],
  ])('%s MUST be read', async (_, body, type) => {
    expectAnswered(await door(body, { 'content-type': type }));
  });

  test.each<[string, string]>(
    [
      'gbk',
      'GB18030',
      'utf-16le',
      'utf-16',
      'iso-8859-1',
      'big5',
      'utf-7',
      'nonsense',
      'gbk; charset=utf-8',
    ].map((charset) => [charset, `application/json; charset=${charset}`]),
  )('one that says it is in %s MUST be refused, whatever it holds', async (_, type) => {
    for (const body of [BODY, GBK])
      expectRefused(await door(body, { 'content-type': type }), { status: 415, code: 'CHARSET_UNSUPPORTED' });
  });

  const hex = (bytes: string) =>
    Buffer.concat([Buffer.from('{"query":"{ a(x: \\"'), Buffer.from(bytes, 'hex'), Buffer.from('\\") }"}')]);
  test.each<[string, Buffer]>([
    ['GBK', GBK],
    ['a character that is cut', hex('e4b8')],
    ['an overlong form', hex('c0af')],
    ['a surrogate', hex('eda080')],
    ['what is above Unicode', hex('f4908080')],
    ['a byte that continues nothing', hex('80')],
    ['Latin-1', hex('e9')],
    ['UTF-16 with its mark', Buffer.concat([Buffer.from('fffe', 'hex'), utf16(BODY.toString())])],
    [
      'UTF-16, the other way round',
      Buffer.concat([Buffer.from('fffe', 'hex'), utf16(BODY.toString())]).swap16(),
    ],
    ['UTF-16 of Chinese text', utf16(`{"query":"${'检'.repeat(40)}"}`)],
  ])('%s MUST be refused, and nothing of it guessed', async (_, body) => {
    for (const type of ['application/json', 'application/json; charset=utf-8'])
      expectRefused(await door(body, { 'content-type': type }), { status: 400, code: 'TEXT_NOT_UTF8' });
  });

  test('whatever bytes it holds, they MUST be read as the UTF-8 that they are or be refused', async () => {
    const isUtf8 = (bytes: Uint8Array) => Buffer.from(Buffer.from(bytes).toString()).equals(bytes);
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 6, min: 0x80 }), async (bytes) => {
        const body = Buffer.concat([BODY.subarray(0, -2), bytes, Buffer.from('"}')]);
        const answer = await door(body);
        if (isUtf8(bytes)) expectAnswered(answer);
        else expectRefused(answer, { status: 400, code: 'TEXT_NOT_UTF8' });
      }),
      { numRuns: 200, examples: [[Buffer.from('检')], [Buffer.from('\u{2000b}')], [Buffer.from('é')]] },
    );
  });

  const packed: [string, (body: Buffer) => Buffer][] = [
    ['gzip', gzipSync],
    ['x-gzip', gzipSync],
    ['GZIP', gzipSync],
    ['deflate', deflateSync],
    ['br', brotliCompressSync],
    ['identity', (body) => body],
  ];
  test.each(packed)('one that is compressed by %s MUST be read', async (coding, pack) => {
    expectAnswered(await door(pack(BODY), { 'content-encoding': coding }));
  });

  test.each(packed.slice(0, 5))(
    'a few bytes that %s makes more than is allowed of MUST be refused before they are that many',
    async (coding, pack) => {
      const bomb = pack(Buffer.alloc(12 * limit, ' '));
      expect(bomb.length).toBeLessThan(limit / 10);
      const began = Date.now();
      expectRefused(await door(bomb, { 'content-encoding': coding }), { status: 413, code: 'BAD_REQUEST' });
      expect(Date.now() - began).toBeLessThan(2_000);
      const allowed = pack(Buffer.concat([BODY, Buffer.alloc(limit - BODY.length, ' ')]));
      expectAnswered(await door(allowed, { 'content-encoding': coding }));
    },
  );

  test.each(packed.slice(0, 5))(
    'one that is not what %s makes, or not all of it, MUST be refused',
    async (coding, pack) => {
      const whole = pack(BODY);
      for (const body of [whole.subarray(0, -3), Buffer.concat([whole, Buffer.from('more')]), BODY])
        expectRefused(await door(body, { 'content-encoding': coding }), { status: 400, code: 'BAD_REQUEST' });
    },
  );

  test('what is still compressed when it is inflated MUST be no text', async () => {
    const twice = gzipSync(gzipSync(BODY));
    expectRefused(await door(twice, { 'content-encoding': 'gzip' }), { status: 400, code: 'TEXT_NOT_UTF8' });
  });

  test.each(['zstd', 'compress', 'gzip, gzip', 'br, gzip', 'nonsense'])(
    'compression by %s MUST be refused, with what may be used',
    async (coding) => {
      const answer = await door(BODY, { 'content-encoding': coding });
      expectRefused(answer, { status: 415, code: 'CONTENT_ENCODING_UNSUPPORTED' });
      expect(answer.headers.get('accept-encoding')).toBe('gzip, deflate, br');
    },
  );

  test.each([
    'text/plain',
    'text/plain; charset=utf-8',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/graphql',
    'application/json-seq',
    'application/xml',
    'json',
    'application/json, text/plain',
  ])('the content type %s MUST be refused', async (type) => {
    expectRefused(await door(BODY, { 'content-type': type }), { status: 415, code: 'BAD_REQUEST' });
  });

  test.each<[string, string]>([
    ['nothing', ''],
    ['spaces', '  '],
    ['no JSON', 'hello'],
    ['half of a JSON', '{"query":'],
    ['a number', '5'],
    ['null', 'null'],
    ['a batch', `[${BODY.toString()}]`],
    ['no query', '{}'],
    ['a query that is no text', '{"query":{"kind":"Document"}}'],
    [
      'UTF-16 without a mark',
      BODY.toString()
        .replace(/./gs, '$&\0')
        .replace(/[^\x20-\x7e\0]/g, 'x'),
    ],
    ['a key that would change all objects', '{"query":"{ a }","variables":{"__proto__":{"a":1}}}'],
    ['another such key', '{"query":"{ a }","variables":{"constructor":{"prototype":{"a":1}}}}'],
  ])('%s MUST be refused', async (_, body) => {
    expectRefused(await door(Buffer.from(body)), { status: 400, code: 'BAD_REQUEST' });
  });

  test('a key that is not allowed MUST be named: the body is good JSON', async () => {
    const { text } = await door(Buffer.from('{"query":"{ a }","variables":{"__proto__":1}}'));
    expect(JSON.parse(text).errors[0].extensions.en).toContain('__proto__');
  });

  test('more than is allowed MUST be refused', async () => {
    const body = Buffer.concat([BODY, Buffer.alloc(limit, ' ')]);
    expectRefused(await door(body), { status: 413, code: 'BAD_REQUEST' });
  });
});

describe('a body that comes in pieces', () => {
  const headers = ['host: x', 'content-type: application/json', 'transfer-encoding: chunked'];
  const line = 'POST /graphql HTTP/1.1';

  test('none MUST be an empty body', async () => {
    const answer = await sendRaw(platform.address, requestOf(line, headers, '0\r\n\r\n'));
    expectRefused(answer, { status: 400, code: 'BAD_REQUEST' });
  });

  test('pieces that cut a character MUST be put together', async () => {
    const [at] = [BODY.indexOf(Buffer.from('临'))];
    const pieces = [BODY.subarray(0, at + 1), BODY.subarray(at + 1)].flatMap((piece) => [
      Buffer.from(`${piece.length.toString(16)}\r\n`),
      piece,
      Buffer.from('\r\n'),
    ]);
    const bytes = Buffer.concat([Buffer.from(requestOf(line, headers)), ...pieces, Buffer.from('0\r\n\r\n')]);
    const { text } = await sendRaw(platform.address, bytes);
    expect(text).toContain('{"data":{"region":{"name":"临湘市"}}');
  });

  test('more of them than is allowed MUST be refused, though nobody has said how many come', async () => {
    const piece = `${(4 * MIB + 1).toString(16)}\r\n${' '.repeat(4 * MIB + 1)}\r\n`;
    const answer = await sendRaw(platform.address, requestOf(line, headers, piece));
    expectRefused(answer, { status: 413, code: 'BAD_REQUEST' });
  });

  test('more than is read of a body MUST NOT cost whoever sends it the answer', async () => {
    const body = 'x'.repeat(6_000_000);
    const plain = requestOf(
      line,
      ['host: x', 'content-type: text/plain', `content-length: ${body.length}`],
      body,
    );
    for (let left = 5; left > 0; left--)
      expectRefused(await sendRaw(platform.address, plain), { status: 415, code: 'BAD_REQUEST' });
  });

  test('a length that is not held MUST be no request', async () => {
    const lying = requestOf(line, ['host: x', 'content-type: application/json', 'content-length: -1'], '{}');
    expectRefused(await sendRaw(platform.address, lying), { status: 400, code: 'BAD_REQUEST' });
  });
});

test.each(['application/json', 'application/graphql-response+json', '*/*', 'text/html', ''])(
  'a refusal MUST be of the type that an answer would be of: %s',
  async (accept) => {
    const refused = await doors.gateway(Buffer.from('hello'), { accept });
    expectRefused(refused, { status: 400, code: 'BAD_REQUEST' });
    const answered = await doors.gateway(BODY, { accept });
    if (accept === 'text/html') expectRefused(answered, { status: 406, code: 'BAD_REQUEST' });
    expect(refused.headers.get('content-type')).toBe(answered.headers.get('content-type'));
  },
);
