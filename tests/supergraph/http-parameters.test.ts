import { startPlatform, type Platform } from '../support/platform';
import { expectRefused } from '../support/refused';

const QUERY = 'query Named($code: RegionCode = "430682") { region(code: $code) { name } }';
const LINXIANG = { region: { name: '临湘市' } };
const MUTATION = 'mutation { acknowledgeChanges(input: { cursor: "x", name: "x" }) { name } }';
const OWN = { 'apollo-require-preflight': '1' };

let platform: Platform;
beforeAll(async () => void (platform = await startPlatform('local')));
afterAll(() => platform?.stop());

interface Answer {
  status: number;
  headers: Headers;
  text: string;
}
async function send(path: string, init: RequestInit): Promise<Answer> {
  const answer = await fetch(platform.address + path, init);
  return { status: answer.status, headers: answer.headers, text: await answer.text() };
}
const get = (search: string, headers: Record<string, string> = OWN) =>
  send(`/graphql?${search}`, { headers });
const post = (body: object) =>
  send('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: QUERY, ...body }),
  });
const asked = (more = '') => `query=${encodeURIComponent(QUERY)}${more}`;
function expectAnswered({ status, text }: Answer): void {
  const { data, errors } = JSON.parse(text);
  expect({ status, data, errors }).toEqual({ status: 200, data: LINXIANG });
}
const REFUSED = { status: 400, code: 'BAD_REQUEST' };

describe('what is empty', () => {
  test.each([
    '',
    '&operationName=',
    '&variables=',
    '&extensions=',
    '&operationName=&variables=&extensions=',
    '&operationName',
    '&variables=null&extensions=null',
    '&operationName=Named&variables={}',
    '&unknown=1&unknown=2',
  ])('MUST be the same as left out in GET: %s', async (more) => expectAnswered(await get(asked(more))));

  test.each(
    [undefined, null, ''].flatMap((empty) => [
      { operationName: empty },
      { variables: empty },
      { extensions: empty },
      { operationName: empty, variables: empty, extensions: empty, id: empty },
    ]),
  )('MUST be the same as left out in POST: %j', async (more) => expectAnswered(await post(more)));

  test.each(['', 'query=', 'query', 'operationName=Named', 'query=&variables={}'])(
    'MUST NOT stand for a query: %s',
    async (search) => expectRefused(await get(search), REFUSED),
  );
});

describe('a parameter of the wrong kind', () => {
  const noObject = ['5', 'true', '"{}"', '[]', '[{}]', '"x"'];

  test.each(noObject.flatMap((value) => ['variables', 'extensions'].map((name) => [name, value] as const)))(
    '%s that is %s MUST be refused, in POST and in GET',
    async (name, value) => {
      for (const answer of [
        await post({ [name]: JSON.parse(value) }),
        await get(asked(`&${name}=${encodeURIComponent(value)}`)),
      ]) {
        expectRefused(answer, REFUSED);
        expect(JSON.parse(answer.text).errors[0].extensions.reason).toContain(name);
      }
    },
  );

  test.each(['{', 'code=430682', '{"code":', "{'code':1}", '{"__proto__":{"a":1}}'])(
    'variables %s MUST be refused in GET',
    async (value) => expectRefused(await get(asked(`&variables=${encodeURIComponent(value)}`)), REFUSED),
  );

  test.each([
    { operationName: 5 },
    { operationName: {} },
    { query: 5 },
    { query: ['{ a }'] },
    { query: true },
  ])('%j MUST be refused', async (more) => expectRefused(await post(more), REFUSED));

  test.each(['query', 'operationName', 'variables', 'extensions'])(
    '%s MUST NOT stand twice, even if it says the same or nothing',
    async (name) => {
      const values: Record<string, string> = { query: encodeURIComponent(QUERY), operationName: 'Named' };
      const more = `${name}=${values[name] ?? '{}'}`;
      expectRefused(await get(`${name === 'query' ? '' : asked('&')}${more}&${more}`), REFUSED);
      expectRefused(await get(`${asked()}&${name}=&${name}=`), REFUSED);
    },
  );
});

describe('GET', () => {
  test('a mutation MUST be refused by its method, and say which one takes it', async () => {
    const answer = await get(`query=${encodeURIComponent(MUTATION)}`);
    expectRefused(answer, { status: 405, code: 'BAD_REQUEST' });
    expect(answer.headers.get('allow')).toBe('POST');
  });

  test('without a header of its own it MUST be refused, and told which', async () => {
    const answer = await get(asked(), {});
    expectRefused(answer, REFUSED);
    const { zh, en } = JSON.parse(answer.text).errors[0].extensions;
    for (const sentence of [zh, en]) expect(sentence).toMatch(/apollo-require-preflight.*application\/json/);
  });

  test.each([OWN, { 'x-apollo-operation-name': 'Named' }, { 'content-type': 'application/json' }])(
    'with %j it MUST be answered',
    async (headers) => expectAnswered(await get(asked(), headers as Record<string, string>)),
  );

  test.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data'])(
    'as %s, which any page may send, it MUST be refused',
    async (type) =>
      expectRefused(await get(asked(), { 'content-type': type }), { status: 415, code: 'BAD_REQUEST' }),
  );

  test.each(['%bc%ec', '%c0%af', '%ed%a0%80', '%'])(
    'a query with %s MUST be refused: it is no UTF-8',
    async (bytes) => {
      const answer = await get(`query={region(code:"${bytes}"){name}}`);
      expectRefused(answer, { status: 400, code: 'TEXT_NOT_UTF8' });
    },
  );

  test('Chinese MUST arrive as it was sent', async () => {
    const name = encodeURIComponent('检\u{2000b}');
    const { text } = await get(
      `query={enterprises(filter:{nameContains:"${name}",region:"${name}"}){totalCount}}`,
    );
    expect(JSON.parse(text).errors[0].extensions.got).toBe('检\u{2000b}');
  });
});

test.each([{}, { query: undefined }])(
  'a persisted query MUST be refused by the code that clients know',
  async (more) => {
    const persistedQuery = { version: 1, sha256Hash: 'a'.repeat(64) };
    const { text } = await post({ ...more, extensions: { persistedQuery } });
    expect(JSON.parse(text).errors).toMatchObject([
      { extensions: { code: 'PERSISTED_QUERY_NOT_SUPPORTED' } },
    ]);
  },
);

describe('the purpose of a read', () => {
  const read = (purpose: string) =>
    send('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-access-purpose': purpose },
      body: JSON.stringify({ query: QUERY }),
    });
  const latin1 = (bytes: Buffer) => bytes.toString('latin1');

  test.each([
    '',
    'inspection of a site',
    '%E6%A3%80%E6%9F%A5',
    encodeURIComponent('检'.repeat(200)),
    latin1(Buffer.from('检查')),
  ])('%s MUST be taken', async (purpose) => expectAnswered(await read(purpose)));

  test.each([
    ['GBK as it is', latin1(Buffer.from('bcecb2e9', 'hex'))],
    ['GBK, percent-encoded', '%BC%EC%B2%E9'],
    ['half of an encoded byte', '100%'],
  ])('%s MUST be refused', async (_, purpose) => {
    expectRefused(await read(purpose), { status: 400, code: 'PURPOSE_INVALID' });
  });

  test.each([
    ['201 characters', encodeURIComponent('检'.repeat(201))],
    ['a control', '%07x'],
    ['what is not seen', '%E2%80%8B'],
    ['a sign for something lost', '%EF%BF%BD'],
  ])('%s MUST be refused, and not be cut or cleaned', async (_, purpose) => {
    expectRefused(await read(purpose), { status: 400, code: 'PURPOSE_INVALID' });
  });
});
