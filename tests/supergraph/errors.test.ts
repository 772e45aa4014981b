import { generateKeyPairSync } from 'node:crypto';
import { hostname } from 'node:os';
import { SignJWT, decodeJwt, decodeProtectedHeader } from 'jose';
import { sendTo, type Asked, type Reply } from '../support/http';
import { startPlatform, type Platform } from '../support/platform';
import { ROOT, read } from '../support/sources';

const documented = read('docs/errors.md');
const NAME_OF_ALL = '{ enterprises { edges { node { name } } } }';
/** 19 levels. */
const DEEP = `{ region(code: "430682") { ${'parent { '.repeat(17)}name${' }'.repeat(18)} }`;

let platform: Platform;
let officer: string;
beforeAll(async () => {
  platform = await startPlatform('local');
  officer = await platform.token('MARKET_SUPERVISION', '430000');
});
afterAll(() => platform.stop());

interface Wanted {
  code: string;
  status: number;
  got?: unknown;
}

/** One error of the catalogue, said in full, and nothing of this machine. */
function expectRefusal({ status, text, errors = [] }: Reply, { code, status: wanted, got }: Wanted): void {
  expect(errors.map(({ extensions }) => extensions.code)).toEqual([code]);
  expect(status).toBe(wanted);
  expect(documented).toContain(`| \`${code}\` |`);
  const { message = '', extensions } = errors[0] ?? {};
  expect(extensions).toMatchObject({
    zh: expect.stringMatching(/\p{Script=Han}/u),
    en: expect.stringMatching(/^[\x20-\u2019…]+$/),
  });
  expect(message).toBe(`${extensions?.en} ${extensions?.zh}`);
  if (got !== undefined) {
    expect(extensions?.got).toEqual(got);
    for (const sentence of [extensions?.zh, extensions?.en])
      expect(sentence).toContain(String(got).slice(0, 100));
  }
  expectNothingOfThisMachine(text);
}

function expectNothingOfThisMachine(text: string): void {
  const secrets = [
    ROOT,
    hostname(),
    platform.address,
    platform.config.dataDir,
    String(platform.config.databaseUrl),
  ];
  expect(secrets.filter((secret) => text.includes(secret))).toEqual([]);
  expect(text).not.toMatch(
    /node_modules|\.[tj]s:\d+|"stack|\bat \S+ \(|\b(SELECT|INSERT|WHERE)\b|127\.0\.0\.1|localhost|postgres/i,
  );
}

describe('a value that is no good', () => {
  const dates = 'query ($at: Date) { equipmentItems(filter: { overdueOn: $at }) { totalCount } }';
  const states =
    'query ($status: EnterpriseStatus) { enterprises(filter: { status: $status }) { totalCount } }';
  const enterprise = 'query ($uscc: Uscc!) { enterprise(uscc: $uscc) { name } }';
  type Case = [name: string, query: string, wanted: Wanted, variables: Record<string, unknown>];
  const cases: Case[] = [
    ...[0, 101, -1].map((first): Case => [
      `first ${first}`,
      `{ enterprises(first: ${first}) { totalCount } }`,
      { code: 'PAGE_SIZE_INVALID', status: 200, got: first },
      {},
    ]),
    [
      'a broken cursor',
      '{ enterprises(after: "abc") { totalCount } }',
      { code: 'CURSOR_INVALID', status: 200, got: 'abc' },
      {},
    ],
    [
      'an enum literal',
      states.replace('($status: EnterpriseStatus)', '').replace('$status', 'CLOSED'),
      { code: 'ENUM_VALUE_UNKNOWN', status: 400, got: 'CLOSED' },
      {},
    ],
    [
      'an enum variable',
      states,
      { code: 'ENUM_VALUE_UNKNOWN', status: 400, got: 'CLOSED' },
      { status: 'CLOSED' },
    ],
    [
      'a date literal',
      dates.replace('($at: Date)', '').replace('$at', '"2026-02-30"'),
      { code: 'DATE_INVALID', status: 400, got: '2026-02-30' },
      {},
    ],
    [
      'a date variable',
      dates,
      { code: 'DATE_INVALID', status: 400, got: '2026-02-30' },
      { at: '2026-02-30' },
    ],
    [
      'a USCC',
      enterprise,
      { code: 'USCC_INVALID', status: 400, got: '91430682MA4L16JQ91' },
      { uscc: '91430682MA4L16JQ91' },
    ],
    [
      'a division',
      '{ region(code: "4306") { name } }',
      { code: 'REGION_CODE_INVALID', status: 400, got: '4306' },
      {},
    ],
    [
      'text to look for',
      '{ enterprises(filter: { nameContains: "a" }) { totalCount } }',
      { code: 'TEXT_TOO_SHORT', status: 200, got: 'a' },
      {},
    ],
    ['a missing variable', enterprise, { code: 'BAD_USER_INPUT', status: 400 }, {}],
  ];
  test.each(cases)(
    '%s MUST be refused with its code and what was sent',
    async (_, query, wanted, variables) => {
      expectRefusal(await platform.post(query, { token: officer, variables }), wanted);
    },
  );

  test('a cursor of another list MUST be refused instead of being walked from', async () => {
    const { data } = await platform.post('{ equipmentItems(first: 1) { pageInfo { endCursor } } }');
    const got: string = data.equipmentItems.pageInfo.endCursor;
    const query = 'query ($after: String) { enterprises(after: $after) { totalCount } }';
    expectRefusal(await platform.post(query, { variables: { after: got } }), {
      code: 'CURSOR_INVALID',
      status: 200,
      got,
    });
  });

  test('it MUST cost its own field only', async () => {
    const { data, errors } = await platform.post(
      '{ enterprises(first: 0) { totalCount } region(code: "430682") { name } }',
    );
    expect(data).toEqual({ enterprises: null, region: { name: '临湘市' } });
    expect(errors?.map(({ path }) => path)).toEqual([['enterprises']]);
  });
});

describe('a query that is no good', () => {
  const cases: [string, string, Wanted][] = [
    ['an unknown field', '{ viewer { nickname } }', { code: 'GRAPHQL_VALIDATION_FAILED', status: 400 }],
    ['a syntax error', '{ viewer { ', { code: 'GRAPHQL_PARSE_FAILED', status: 400 }],
    [
      'more tokens than allowed',
      `{ ${'viewer { subject } '.repeat(2_000)} }`,
      { code: 'GRAPHQL_PARSE_FAILED', status: 400 },
    ],
    ['nesting that is too deep', DEEP, { code: 'QUERY_TOO_DEEP', status: 400, got: 19 }],
    [
      'an alias that would poison a key',
      '{ enterprises { edges { node { uscc: name } } } }',
      { code: 'ALIAS_FORBIDDEN', status: 400, got: 'uscc' },
    ],
    [
      'an alias like introspection’s',
      '{ __me: viewer { subject } }',
      { code: 'ALIAS_FORBIDDEN', status: 400, got: '__me' },
    ],
    [
      'two operations without a choice',
      '{ viewer { subject } } query B { viewer { subject } }',
      { code: 'GRAPHQL_VALIDATION_FAILED', status: 400 },
    ],
    [
      'two named operations without a choice',
      'query A { viewer { subject } } query B { viewer { subject } }',
      { code: 'OPERATION_RESOLUTION_FAILURE', status: 400 },
    ],
    ['a subscription', 'subscription { enterprise }', { code: 'OPERATION_RESOLUTION_FAILURE', status: 400 }],
  ];
  test.each(cases)('%s MUST be refused with its own code', async (_, query, wanted) => {
    expectRefusal(await platform.post(query, { token: officer }), wanted);
  });
});

describe('a request that is no good', () => {
  const good = JSON.stringify({ query: NAME_OF_ALL });
  const cases: [string, string, Asked, number][] = [
    ['no JSON', 'hello', {}, 400],
    ['half of a JSON', '{"query":', {}, 400],
    ['nothing', '', {}, 400],
    ['no query', '{}', {}, 400],
    ['a batch', `[${good}]`, {}, 400],
    ['more than 4 MiB', JSON.stringify({ query: NAME_OF_ALL, filler: 'x'.repeat(4 * 1024 * 1024) }), {}, 413],
    [
      'a form’s content type',
      'query={viewer{subject}}',
      { headers: { 'content-type': 'application/x-www-form-urlencoded' } },
      415,
    ],
    ['text, which any page may send', good, { headers: { 'content-type': 'text/plain' } }, 415],
  ];
  test.each(cases)('%s MUST be refused before it is read', async (_, body, asked, status) => {
    expectRefusal(await sendTo(`${platform.address}/graphql`, body, asked), { code: 'BAD_REQUEST', status });
  });

  test('a purpose that is not percent-encoded MUST be refused', async () => {
    const answer = await platform.post(NAME_OF_ALL, { headers: { 'x-access-purpose': '%E0%A4%A' } });
    expectRefusal(answer, { code: 'PURPOSE_INVALID', status: 400, got: '%E0%A4%A' });
  });
});

describe('a bad token', () => {
  const claims = { subject: 'test', department: 'FIRE_RESCUE', region: '430682', scope: '' } as const;
  const forged = async () => {
    const real = await platform.tokenOf(claims);
    const { privateKey } = generateKeyPairSync('ed25519');
    return new SignJWT(decodeJwt(real))
      .setProtectedHeader({ ...decodeProtectedHeader(real), alg: 'EdDSA' })
      .sign(privateKey);
  };
  const unsigned = async () => {
    const [, payload] = (await platform.tokenOf(claims)).split('.');
    return `${Buffer.from('{"alg":"none"}').toString('base64url')}.${payload}.`;
  };
  const cases: [string, () => Promise<string>][] = [
    ['expired', () => platform.tokenOf(claims, '-1m')],
    ['signed with another key', forged],
    ['signed with none', unsigned],
    ['garbage', async () => 'garbage'],
    ['of no known kind of department', () => platform.tokenOf({ ...claims, department: 'POST' as never })],
    ['of no division', () => platform.tokenOf({ ...claims, region: 'somewhere' })],
    [
      'changed by one character',
      async () =>
        (await platform.tokenOf(claims)).replace(
          /\.(.)/,
          (_, first: string) => `.${first === 'e' ? 'f' : 'e'}`,
        ),
    ],
  ];
  test.each(cases)('%s MUST end the request, and never count as the public', async (_, make) => {
    const answer = await platform.post(NAME_OF_ALL, { token: await make() });
    expectRefusal(answer, { code: 'TOKEN_INVALID', status: 401 });
    expect(answer.data).toBeUndefined();
  });

  test('another scheme than Bearer MUST end it, too', async () => {
    const answer = await platform.post(NAME_OF_ALL, { headers: { authorization: 'Basic dGVzdDp0ZXN0' } });
    expectRefusal(answer, { code: 'TOKEN_INVALID', status: 401 });
  });

  test('the same token unspoilt MUST be taken: else all of this would prove nothing', async () => {
    const { data } = await platform.post('{ viewer { subject region { name } } }', {
      token: await platform.tokenOf(claims),
    });
    expect(data.viewer).toEqual({ subject: 'test', region: { name: '临湘市' } });
  });
});
