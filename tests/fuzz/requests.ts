import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import type { OperationMaker } from '../support/random-operation';
import type { Dice } from './dice';
import { flood, mutated, wrongType, type Asked } from './documents';

/** A request as its bytes go over a connection of its own. */
export interface Hostile {
  kind: string;
  bytes: Buffer;
}
export interface Means {
  maker: OperationMaker;
  /** Of officers who may do much. */
  tokens: readonly string[];
}

const JSON_TYPE = 'content-type: application/json';

/** The same for the same dice. */
export function hostile(dice: Dice, { maker, tokens }: Means): Hostile {
  const officer = dice.chance(0.7)
    ? [`authorization: Bearer ${dice.pick(tokens)}`, 'x-access-purpose: fuzz']
    : [];
  const posted = (kind: string, asked: Asked): Hostile => ({
    kind,
    bytes: post(Buffer.from(JSON.stringify(asked)), [JSON_TYPE, ...officer]),
  });
  const share = dice.random();
  if (share < 0.45) return posted('mutated document', mutated(dice, maker));
  if (share < 0.7) return posted('wrong type', wrongType(dice));
  if (share < 0.76) return posted('flood', flood(dice));
  if (share < 0.9) return { kind: 'hostile body', bytes: post(bodyOf(dice, maker), headsOfBody(dice)) };
  return { kind: 'hostile head', bytes: headed(dice, tokens) };
}

function post(body: Buffer, headers: readonly string[], line = 'POST /graphql HTTP/1.1'): Buffer {
  const lines = [
    line,
    'host: fuzz',
    'connection: close',
    `content-length: ${body.length}`,
    ...headers,
    '',
    '',
  ];
  return Buffer.concat([Buffer.from(lines.join('\r\n'), 'latin1'), body]);
}

const GOOD = '{ region(code: "430682") { name } }';
const TEXTS: readonly string[] = [
  ...[
    '',
    ' ',
    '\ufeff',
    '5',
    '"x"',
    'null',
    'true',
    '[]',
    '[[]]',
    '{}',
    '{"query":',
    '{"query":null}',
    'NaN',
  ],
  ...['{"query":5}', '{"query":["{ a }"]}', '{"query":{"kind":"Document"}}', '{"query":""}', '{"query":" "}'],
  ...[
    '{"query":"{ viewer { subject } }","variables":[]}',
    '{"query":"{ viewer { subject } }","variables":"x"}',
  ],
  ...[
    '{"query":"{ viewer { subject } }","operationName":{}}',
    '{"query":"{ viewer { subject } }","extensions":5}',
  ],
  ...[
    '{"query":"{ a }","query":"{ viewer { subject } }"}',
    '{"__proto__":{"query":"{ a }"},"query":"{ a }"}',
  ],
  ...[
    '{"query":"{ a }","variables":{"__proto__":{"a":1}}}',
    '{"constructor":{"prototype":{}},"query":"{ a }"}',
  ],
  ...['{"extensions":{"persistedQuery":{"version":1,"sha256Hash":"x"}}}', '{"id":"x"}', '{"doc_id":1}'],
  ...[
    '{"query":"{ a }","variables":{"v":1e999}}',
    '{"query":"{ a }","variables":{"v":-0}}',
    '{"query":"\\ud800"}',
  ],
  ...['{"query":"subscription { x }"}', '{"query":"{ a } { b }"}', '{"query":"query A{a} query B{b}"}'],
  ...['{"query":"{ __proto__ }"}', '{"query":"{ a: constructor }"}', "{'query':'{ a }'}", '{query:"{ a }"}'],
  ...[
    '[{"query":"{ viewer { subject } }"}]',
    'query=%7B+a+%7D',
    '<query>{ a }</query>',
    '{"query":"{ a }"}}',
  ],
];

function bodyOf(dice: Dice, maker: OperationMaker): Buffer {
  const good = () => Buffer.from(JSON.stringify(maker.make()));
  return dice.pick<() => Buffer>([
    () => Buffer.from(dice.pick(TEXTS)),
    () => dice.bytes(dice.below(300)),
    () => Buffer.from(`${'['.repeat(dice.below(20_000))}${']'.repeat(dice.below(20_000))}`),
    () =>
      Buffer.from(
        `{"query":"${GOOD.replaceAll('"', '\\"')}","variables":${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}}`,
      ),
    () =>
      Buffer.from(JSON.stringify({ query: GOOD, variables: { filler: 'x'.repeat(dice.below(5_000_000)) } })),
    () => good().subarray(0, dice.below(200)),
    () => {
      const body = good();
      for (let left = 1 + dice.below(5); left > 0; left--) body[dice.below(body.length)] = dice.below(256);
      return body;
    },
    () => Buffer.from(JSON.stringify(maker.make()), 'utf16le'),
    () => dice.pick([gzipSync, deflateSync, brotliCompressSync])(good()),
    () => gzipSync(Buffer.alloc(dice.below(20_000_000), ' ')),
    () => Buffer.concat([good(), dice.bytes(20)]),
  ])();
}

const TYPES = [
  ...[
    'application/json',
    'application/json; charset=utf-8',
    'APPLICATION/JSON;CHARSET=UTF8',
    'application/json;',
  ],
  ...['application/json; charset=utf-16', 'application/json; charset=utf-7', 'application/json; charset=gbk'],
  ...[
    'application/json; charset=',
    'application/json; charset=utf-8; charset=gbk',
    'application/json; charset="',
  ],
  ...[
    `application/json; charset=${'x'.repeat(4_000)}`,
    'application/json; charset=utf\u00e9',
    'application/graphql',
  ],
  ...[
    'text/plain',
    'multipart/form-data; boundary=x',
    'application/x-www-form-urlencoded',
    '',
    '/',
    ';',
    '*/*',
  ],
];
const CODINGS = ['gzip', 'br', 'deflate', 'identity', 'zstd', 'gzip, gzip', '', 'x'.repeat(500)];

function headsOfBody(dice: Dice): string[] {
  return [
    `content-type: ${dice.chance(0.6) ? 'application/json' : dice.pick(TYPES)}`,
    ...(dice.chance(0.3) ? [`content-encoding: ${dice.pick(CODINGS)}`] : []),
  ];
}

const LINES = [
  ...['GET / HTTP/1.1', 'GET /graphql HTTP/1.1', 'GET /graphql?query=%7Bviewer%7Bsubject%7D%7D HTTP/1.1'],
  ...[
    'GET /graphql?query=%FF HTTP/1.1',
    'GET /graphql?query=%7B&query=%7D HTTP/1.1',
    'GET /%2e%2e/%2e%2e HTTP/1.1',
  ],
  ...[
    'GET /graphql?variables=%7B%22__proto__%22%3A1%7D&query=%7Ba%7D HTTP/1.1',
    'GET /graphql?query= HTTP/1.1',
  ],
  ...[
    'GET /graphql?query=mutation%7Ba%7D HTTP/1.1',
    'GET /schema.graphql HTTP/1.1',
    'GET /health/ready HTTP/1.1',
  ],
  ...[
    'GET /feeds/dishonesty.ndjson?after=x HTTP/1.1',
    'GET /feeds/dishonesty.csv HTTP/1.1',
    'GET /% HTTP/1.1',
  ],
  ...[
    'GET /feeds/../../etc/passwd HTTP/1.1',
    'GET //evil.example/ HTTP/1.1',
    'GET http://x/graphql HTTP/1.1',
  ],
  ...[
    'PUT /graphql HTTP/1.1',
    'DELETE /graphql HTTP/1.1',
    'PATCH /graphql HTTP/1.1',
    'OPTIONS /graphql HTTP/1.1',
  ],
  ...[
    'OPTIONS * HTTP/1.1',
    'TRACE / HTTP/1.1',
    'HEAD /graphql HTTP/1.1',
    'CONNECT x:1 HTTP/1.1',
    'FUZZ / HTTP/1.1',
  ],
  ...[
    'POST /graphql HTTP/1.0',
    'POST /graphql HTTP/3',
    'POST /graphql',
    'POST /GraphQL HTTP/1.1',
    '',
    '\0\0\0',
  ],
  ...['POST /graphql/ HTTP/1.1', 'POST /graphql?query=x HTTP/1.1', 'POST /检 HTTP/1.1', 'PRI * HTTP/2.0'],
  ...[`GET /${'x'.repeat(20_000)} HTTP/1.1`, `GET /graphql?query=${'%7B'.repeat(4_000)} HTTP/1.1`],
];
const HEADS = [
  ...[
    'accept: */*',
    'accept: text/html',
    'accept: application/xml;q=9',
    'accept: ,',
    `accept: ${'a/b,'.repeat(900)}`,
  ],
  ...[
    'authorization: Bearer',
    'authorization: Bearer x',
    'authorization: Basic eDp4',
    'authorization: Bearer a.b.c',
  ],
  ...[
    'authorization: Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.',
    'authorization: \u00e9',
    'authorization: ',
  ],
  ...[
    'x-access-purpose: %',
    'x-access-purpose: %E4%B8',
    'x-access-purpose: \u00e6\u00a3\u0080',
    'x-access-purpose: ',
  ],
  ...[
    'host: ',
    'host: x, y',
    'host: [::',
    'cookie: \0',
    'bad header',
    ': x',
    'x y: z',
    `x: ${'y'.repeat(20_000)}`,
  ],
  ...['transfer-encoding: chunked', 'transfer-encoding: gzip', 'content-length: 5', 'content-length: -1'],
  ...[
    'content-length: 99999999999999999999',
    'expect: 100-continue',
    'expect: the unexpected',
    'upgrade: h2c',
  ],
  ...['connection: upgrade', 'connection: keep-alive, te', 'origin: null', 'origin: https://evil.example'],
  ...[
    'x-request-id: <script>',
    'x-request-id: a\u0001b',
    'x-forwarded-for: 1.2.3.4, evil',
    'range: bytes=-1',
  ],
  ...[
    'if-none-match: *',
    'if-none-match: "',
    'x-onematter-caller: x',
    'x-http-method-override: DELETE',
    'te: trailers',
  ],
  ...[
    'apollo-require-preflight: 1',
    'x-apollo-operation-name: x',
    'accept-encoding: *;q=0',
    JSON_TYPE,
    JSON_TYPE,
  ],
];

/** What is said before a body, a good one, that is all there: who is slow is another matter. */
function headed(dice: Dice, tokens: readonly string[]): Buffer {
  const isPost = dice.chance(0.5);
  const line = isPost ? 'POST /graphql HTTP/1.1' : dice.pick(LINES);
  const body = Buffer.from(isPost ? JSON.stringify({ query: GOOD }) : '');
  const headers = Array.from({ length: 1 + dice.below(4) }, () => dice.pick(HEADS));
  if (isPost && dice.chance(0.7)) headers.push(JSON_TYPE);
  if (dice.chance(0.2))
    headers.push(
      ...Array.from({ length: 1 + dice.below(2) }, () => `authorization: Bearer ${dice.pick(tokens)}`),
    );
  if (dice.chance(0.02)) headers.push(...Array.from({ length: 2_500 }, (_, at) => `x-${at}: y`));
  return post(body, headers, line);
}
