import { createHash } from 'node:crypto';
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

  test.each(['cross-site', 'same-site'])(
    'asked by a page of another site (%s) without a header of its own it MUST be refused, and told which',
    async (site) => {
      const answer = await get(asked(), { 'sec-fetch-site': site });
      expectRefused(answer, REFUSED);
      const { zh, en } = JSON.parse(answer.text).errors[0].extensions;
      for (const sentence of [zh, en])
        expect(sentence).toMatch(/Authorization.*apollo-require-preflight.*application\/json/);
    },
  );

  test.each([{}, { 'sec-fetch-site': 'none' }, { 'sec-fetch-site': 'same-origin' }])(
    'by whoever is no page of another site (%j) it MUST be answered',
    async (headers) => expectAnswered(await get(asked(), headers as Record<string, string>)),
  );

  test.each([OWN, { 'x-apollo-operation-name': 'Named' }, { 'content-type': 'application/json' }])(
    'with %j it MUST be answered',
    async (headers) =>
      expectAnswered(
        await get(asked(), { 'sec-fetch-site': 'cross-site', ...headers } as Record<string, string>),
      ),
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

describe('a text that is asked for by its hash', () => {
  const QUERIES = ['{ region(code: "430000") { name } }', '{ region(code: "430600") { name } }'] as const;
  const hashed = (text: string, hash = createHash('sha256').update(text).digest('hex')) => ({
    persistedQuery: { version: 1, sha256Hash: hash },
  });
  const byHash = (extensions: object) => post({ query: undefined, extensions });

  test('MUST be asked for with its text once, in the words that clients know, and be answered by its hash after that', async () => {
    const [query] = QUERIES;
    const unknown = JSON.parse((await byHash(hashed(query))).text).errors;
    expect(unknown).toMatchObject([
      { message: 'PersistedQueryNotFound', extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } },
    ]);
    const told = await post({ query, extensions: hashed(query) });
    const known = await byHash(hashed(query));
    const search = `extensions=${encodeURIComponent(JSON.stringify(hashed(query)))}`;
    for (const { text } of [told, known, await get(search)])
      expect(JSON.parse(text).data).toEqual({ region: { name: '湖南省' } });
  });

  test('what is no query MUST NOT be kept', async () => {
    const query = '{ nothing }';
    await post({ query, extensions: hashed(query) });
    expect((await byHash(hashed(query))).text).toContain('PERSISTED_QUERY_NOT_FOUND');
  });

  test.each([
    { persistedQuery: {} },
    { persistedQuery: 5 },
    { persistedQuery: { version: 2, sha256Hash: '0'.repeat(64) } },
    hashed('', 'A'.repeat(64)),
    hashed('', '0'.repeat(63)),
  ])('that is none MUST be refused: %j', async (extensions) => {
    expectRefused(await byHash(extensions), REFUSED);
  });

  test('a hash of another text MUST be refused, and say nothing of the text', async () => {
    const [query, other] = QUERIES;
    expectRefused(await post({ query, extensions: hashed(other) }), REFUSED);
  });
});

describe('an answer', () => {
  const LARGE = '{ __schema { types { name description } } }';
  const withCoding = (coding: string, query = LARGE) =>
    send('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'accept-encoding': coding },
      body: JSON.stringify({ query }),
    });

  test('asked by GET MUST have a tag, and be told to stand for whoever has it', async () => {
    const first = await get(asked());
    const etag = first.headers.get('etag') ?? '';
    expect(etag).toMatch(/^W\/".{43}"$/);
    expect(first.headers.get('cache-control')).toBe('no-cache');
    expect(first.headers.get('vary')).toMatch(/Authorization, X-Access-Purpose/);
    const again = await get(asked(), { ...OWN, 'if-none-match': etag });
    expect([again.status, again.text, again.headers.get('etag')]).toEqual([304, '', etag]);
    expectAnswered(await get(asked(), { ...OWN, 'if-none-match': '"another"' }));
  });

  test('that was read for a purpose, or was asked by POST, MUST be kept nowhere', async () => {
    const answers = [await get(asked(), { ...OWN, 'x-access-purpose': 'x' }), await post({})];
    for (const { headers } of answers)
      expect([headers.get('etag'), headers.get('cache-control')]).toEqual([null, 'no-store']);
  });

  test.each(['br', 'gzip'])('that is large MUST be sent as %s to whoever takes it', async (coding) => {
    const plain = await withCoding('identity');
    const answer = await withCoding(coding);
    expect(answer.headers.get('content-encoding')).toBe(coding);
    expect(Number(answer.headers.get('content-length'))).toBeLessThan(plain.text.length / 3);
    expect(JSON.parse(answer.text).data).toEqual(JSON.parse(plain.text).data);
  });

  test('that is small, or is for one who takes nothing else, MUST be sent as it is', async () => {
    for (const answer of [await withCoding('identity'), await withCoding('br', QUERY)])
      expect(answer.headers.get('content-encoding')).toBeNull();
  });
});
