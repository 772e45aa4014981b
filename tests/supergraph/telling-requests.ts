import { requestOf } from '../support/raw-http';

/** Personal data and secrets as they might stand in a request: none of them is for a log. */
export const NAME = '张三丰';
export const ID_NUMBER = '430602198001011234';
export const PHONE = '13800138000';
const PASSWORD = 'opensesame';
const PURPOSE = '核对张三丰的证书';
export const FORBIDDEN = [
  NAME,
  ID_NUMBER,
  PHONE,
  PASSWORD,
  'Sanfeng',
  '证书',
  '127.0.0.1',
  '10.9.8.7',
  'eyJ',
].flatMap((text) => [
  text,
  encodeURIComponent(text),
  Buffer.from(text).toString('base64').replace(/=+$/, ''),
  Buffer.from(text).toString('latin1'),
  JSON.stringify(text)
    .replace(/[^ -~]/g, (c) => `\\u${c.charCodeAt(0).toString(16)}`)
    .slice(1, -1),
]);
const encoded = encodeURIComponent(NAME);
const ASKED = `?name=${encoded}&phone=${PHONE}&token=${PASSWORD}`;
export const JSON_TYPE = 'content-type: application/json';
/** What any request may come with. */
const HEADERS = [
  'host: x',
  `cookie: session=${PASSWORD}; phone=${PHONE}`,
  `user-agent: Sanfeng/${PHONE}`,
  `referer: http://sanfeng:${PASSWORD}@x/${encoded}`,
  `x-forwarded-for: 10.9.8.7`,
  `x-request-id: ${PHONE}`,
  `x-access-purpose: ${encodeURIComponent(PURPOSE)}`,
  `x-${PASSWORD}: ${PHONE}`,
];
export const post = (body: string, ...headers: string[]) =>
  requestOf(
    `POST /graphql${ASKED} HTTP/1.1`,
    [
      ...HEADERS,
      ...(headers.some((each) => each.startsWith('content-type')) ? [] : [JSON_TYPE]),
      ...headers,
      `content-length: ${Buffer.byteLength(body)}`,
    ],
    body,
  );
const graphql = (query: string, variables: object = {}, operationName?: string) =>
  JSON.stringify({ query, variables, operationName });
export const get = (path: string, ...headers: string[]) =>
  requestOf(`GET ${path} HTTP/1.1`, [...HEADERS, ...headers]);

export const FOUND = graphql(
  `# ${PHONE}\nquery Sanfeng($v: String!) { Sanfeng: enterprises(filter: { nameContains: $v }) { edges { node { name } } } other: enterprises(filter: { nameContains: "${NAME}" }) { edges { node { name } } } }`,
  { v: NAME, [PHONE]: ID_NUMBER },
  'Sanfeng',
);
export const SUBMITTED = graphql(
  'mutation ($records: [EnterpriseInput!]!) { submitEnterprises(source: "test", records: $records) { accepted } }',
  { records: [{ sourceId: '1', revision: 1, uscc: '91430111743169333P', name: NAME, status: 'OPERATING' }] },
);

interface Wanted {
  status: number;
  method?: string | null;
  path?: string | null;
  refused?: string;
  caller?: string | null;
}
const accepted = { status: 200, method: 'POST', path: '/graphql', caller: 'PUBLIC' };
const refusedPost = (status: number, refused: string, caller: string | null = null) => ({
  ...accepted,
  status,
  caller,
  refused,
});
const nothing = { method: null, path: null, caller: null };

export const REQUESTS: [string, string, Wanted][] = [
  ['that is answered', post(FOUND), accepted],
  ['without a word of GraphQL', post(graphql(`{ ${NAME}`)), { ...accepted, status: 400 }],
  ['for what there is not', post(graphql('{ Sanfeng }')), { ...accepted, status: 400 }],
  [
    'with variables that do not fit',
    post(graphql('query ($v: RegionCode!) { region(code: $v) { name } }', { v: { [PHONE]: NAME } })),
    { ...accepted, status: 400 },
  ],
  ['that nobody may make', post(SUBMITTED), accepted],
  [
    'with a token that is none',
    post(FOUND, `authorization: Bearer ${PASSWORD}`),
    refusedPost(401, 'TOKEN_INVALID'),
  ],
  [
    'with a user and a password',
    post(FOUND, `authorization: Basic ${Buffer.from(`${NAME}:${PASSWORD}`).toString('base64')}`),
    refusedPost(401, 'TOKEN_INVALID'),
  ],
  [
    'with both in its address',
    requestOf(`GET http://sanfeng:${PASSWORD}@x/health/live HTTP/1.1`, HEADERS),
    { status: 200, method: 'GET', path: '/health/live', caller: null },
  ],
  [
    'in another method',
    requestOf(`PUT /graphql${ASKED} HTTP/1.1`, HEADERS),
    { ...refusedPost(405, 'METHOD_NOT_ALLOWED'), method: 'PUT' },
  ],
  [
    'for no address',
    get(`/${encoded}/${PHONE}${ASKED}`),
    { status: 404, method: 'GET', path: null, refused: 'ADDRESS_UNKNOWN', caller: null },
  ],
  [
    'for an address that is none',
    get(`/%zz${PHONE}`),
    { status: 400, method: 'GET', path: null, refused: 'BAD_REQUEST', caller: null },
  ],
  [
    'for an address that is no UTF-8',
    get(`/health/live?${PHONE}=%bc%ec`),
    { status: 400, method: 'GET', path: '/health/live', refused: 'TEXT_NOT_UTF8', caller: null },
  ],
  ['that is too large', post(FOUND.padEnd(5 * 1024 * 1024)), refusedPost(413, 'BAD_REQUEST')],
  ['of another type', post(FOUND, `content-type: text/${PASSWORD}`), refusedPost(415, 'BAD_REQUEST')],
  [
    'in another charset',
    post(FOUND, `content-type: application/json; charset=${PASSWORD}`),
    refusedPost(415, 'CHARSET_UNSUPPORTED'),
  ],
  [
    'in another coding',
    post(FOUND, `content-encoding: ${PASSWORD}`),
    refusedPost(415, 'CONTENT_ENCODING_UNSUPPORTED'),
  ],
  ['that is no JSON', post(`{"query": ${PASSWORD} ${NAME} ${PHONE}`), refusedPost(400, 'BAD_REQUEST')],
  [
    'with headers that are too long',
    post(FOUND, `x-long: ${PHONE.repeat(2_000)}`),
    { ...nothing, status: 431, refused: 'BAD_REQUEST' },
  ],
  ['that is no HTTP', `${NAME} ${PHONE}\r\n\r\n`, { ...nothing, status: 400, refused: 'BAD_REQUEST' }],
  [
    'that breaks off in pieces that are none',
    requestOf(
      `POST /graphql${ASKED} HTTP/1.1`,
      [...HEADERS, JSON_TYPE, 'transfer-encoding: chunked'],
      `${PASSWORD}${NAME}`,
    ),
    refusedPost(400, 'BAD_REQUEST'),
  ],
  [
    'by GET',
    get(
      `/graphql?query=${encodeURIComponent(`{ enterprises(filter: { nameContains: "${NAME}" }) { edges { cursor } } }`)}`,
      'apollo-require-preflight: 1',
    ),
    { ...accepted, method: 'GET' },
  ],
  [
    'by GET from another page',
    get(`/graphql?query={__typename}&x=${PHONE}`, 'sec-fetch-site: cross-site'),
    { ...refusedPost(400, 'BAD_REQUEST'), method: 'GET' },
  ],
  [
    'for a list, with a parameter that it does not have',
    get(`/feeds/dishonesty.ndjson${ASKED}`),
    { ...accepted, status: 400, method: 'GET', path: '/feeds/dishonesty.ndjson' },
  ],
  [
    'for what is said of a list',
    requestOf('HEAD /feeds/dishonesty.csv?version=1 HTTP/1.1', HEADERS),
    { ...accepted, method: 'HEAD', path: '/feeds/dishonesty.csv' },
  ],
  [
    'for the state of health',
    get(`/health/live${ASKED}`),
    { status: 200, method: 'GET', path: '/health/live', caller: null },
  ],
];
