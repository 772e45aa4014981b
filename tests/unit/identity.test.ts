import { once } from 'node:events';
import { renameSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { SignJWT, UnsecuredJWT, exportJWK, exportSPKI, generateKeyPair, type GenerateKeyPairResult, type JWTPayload } from 'jose';
import { createIdentify, developmentToken, usesDevelopmentKey } from '../../gateway/identity';
import { PUBLIC_CALLER } from '../../subgraphs/kernel';
import { testFolder } from '../support/folder';
import { refusalFrom } from '../support/refusal';

const folder = testFolder();
const DEVELOPMENT = {
  jwksUrl: null,
  jwksFile: null,
  tokenIssuer: 'https://id.example',
  tokenAudience: 'onematter',
  dataDir: folder,
  production: false,
};
const CLAIMS = {
  department: 'FIRE_RESCUE',
  departmentCode: '430682-FIRE_RESCUE',
  region: '430682',
  scope: 'write:hazards  share:conditional',
};

type Keys = GenerateKeyPairResult & { kid: string; alg: string };
async function makeKeys(alg: string, kid: string): Promise<Keys> {
  return { ...(await generateKeyPair(alg, { extractable: true })), kid, alg };
}
async function publish(file: string, ...keys: Keys[]): Promise<string> {
  const published = await Promise.all(keys.map(async ({ publicKey, kid, alg }) => ({ ...(await exportJWK(publicKey)), kid, alg })));
  const path = join(folder, file);
  // put in place at once, as an operator should
  writeFileSync(`${path}.new`, JSON.stringify({ keys: published }));
  renameSync(`${path}.new`, path);
  return path;
}

interface Changes {
  claims?: JWTPayload & Record<string, unknown>;
  issuer?: string;
  audience?: string;
  expires?: string | number | null;
  notBefore?: string;
  kid?: string;
  subject?: string | null;
}
function token({ privateKey, alg, kid: own }: Keys, changes: Changes = {}): Promise<string> {
  const {
    claims = {},
    issuer = 'https://id.example',
    audience = 'onematter',
    expires = '1h',
    kid = own,
    subject = 'officer-7',
    notBefore,
  } = changes;
  const jwt = new SignJWT({ ...CLAIMS, ...claims }).setProtectedHeader({ alg, kid }).setIssuer(issuer).setAudience(audience).setIssuedAt();
  if (subject !== null) jwt.setSubject(subject);
  if (expires !== null) jwt.setExpirationTime(expires);
  if (notBefore) jwt.setNotBefore(notBefore);
  return jwt.sign(privateKey);
}
const now = () => Math.floor(Date.now() / 1000);

describe('who is asking', () => {
  let keys: Keys;
  let identify: ReturnType<typeof createIdentify>;
  const refusalOf = async (authorization: string) => (await refusalFrom(identify(authorization))).toJSON();

  beforeAll(async () => {
    keys = await makeKeys('ES256', 'first');
    identify = createIdentify({ ...DEVELOPMENT, jwksFile: await publish('keys.json', keys) });
  });

  test('without a header it MUST be a member of the public', async () => {
    expect(await identify(undefined)).toEqual(PUBLIC_CALLER);
  });

  test('a good token MUST tell who, where and what for', async () => {
    expect(await identify(`Bearer ${await token(keys)}`)).toEqual({
      subject: 'officer-7',
      department: 'FIRE_RESCUE',
      departmentCode: '430682-FIRE_RESCUE',
      region: '430682',
      scopes: ['write:hazards', 'share:conditional'],
    });
    expect((await identify(`bearer ${await token(keys)}`)).subject).toBe('officer-7');
  });

  test.each(['', 'Bearer', 'Bearer ', 'Basic dTpw', 'Bearer a b', 'Bearer rubbish', 'Bearer a.b.c', 'Bearer  x'])(
    'the header %j MUST be refused, never taken for the public',
    async (header) => {
      expect(await refusalOf(header)).toMatchObject({ extensions: { code: 'TOKEN_INVALID' } });
    },
  );

  const bad: [title: string, changes: Changes, reason: RegExp][] = [
    ['of another issuer', { issuer: 'https://evil.example' }, /"iss"/],
    ['for another audience', { audience: 'elsewhere' }, /"aud"/],
    ['that has expired', { expires: now() - 60 }, /"exp"/],
    ['that does not end', { expires: null }, /"exp"/],
    ['that is not yet good', { notBefore: '10m' }, /"nbf"/],
    ['without a subject', { subject: null }, /"sub"/],
    ['of an unknown key', { kid: 'second' }, /key/],
    ['without a department', { claims: { department: undefined } }, /department/],
    ['of no known department', { claims: { department: 'fire_rescue' } }, /fire_rescue/],
    ['of a department by inheritance', { claims: { department: 'toString' } }, /toString/],
    ['without a region', { claims: { region: undefined } }, /region/],
    ['of no division', { claims: { region: '4306' } }, /4306/],
    ['of a division that is a number', { claims: { region: 430682 } }, /430682/],
  ];
  test.each(bad)('a token %s MUST be refused, and the reason said', async (_, changes, reason) => {
    const { message, extensions } = await refusalOf(`Bearer ${await token(keys, changes)}`);
    expect(extensions?.code).toBe('TOKEN_INVALID');
    expect(message).toMatch(reason);
    expect(message).not.toContain('undefined: undefined');
  });

  test('a clock that is a few seconds off MUST be forgiven, a minute MUST NOT', async () => {
    expect((await identify(`Bearer ${await token(keys, { expires: now() - 2 })}`)).subject).toBe('officer-7');
    expect(await refusalOf(`Bearer ${await token(keys, { expires: now() - 30 })}`)).toMatchObject({
      extensions: { code: 'TOKEN_INVALID' },
    });
  });

  test('a token that was good a moment ago MUST be refused once it has expired', async () => {
    jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate'], now: Date.now() });
    try {
      const short = `Bearer ${await token(keys, { expires: '2s' })}`;
      expect((await identify(short)).subject).toBe('officer-7');
      jest.setSystemTime(Date.now() + 8_000);
      expect(await refusalOf(short)).toMatchObject({ extensions: { code: 'TOKEN_INVALID' } });
    } finally {
      jest.useRealTimers();
    }
  });

  test('one signed with another key under the same name MUST be refused', async () => {
    const forged = await token({ ...(await makeKeys('ES256', 'first')) });
    expect(await refusalOf(`Bearer ${forged}`)).toMatchObject({ extensions: { code: 'TOKEN_INVALID' } });
  });

  test('one with a claim changed MUST be refused', async () => {
    const [head, payload = '', signature] = (await token(keys)).split('.');
    const changed = Buffer.from(payload, 'base64url').toString().replace('430682"', '000000"');
    const forged = [head, Buffer.from(changed).toString('base64url'), signature].join('.');
    expect(await refusalOf(`Bearer ${forged}`)).toMatchObject({ extensions: { code: 'TOKEN_INVALID' } });
  });

  test('an unsigned one MUST be refused', async () => {
    const unsigned = new UnsecuredJWT(CLAIMS)
      .setSubject('x')
      .setIssuer('https://id.example')
      .setAudience('onematter')
      .setExpirationTime('1h');
    expect(await refusalOf(`Bearer ${unsigned.encode()}`)).toMatchObject({ extensions: { code: 'TOKEN_INVALID' } });
  });

  test('one whose secret is the public key MUST be refused', async () => {
    for (const secret of [await exportSPKI(keys.publicKey), JSON.stringify(await exportJWK(keys.publicKey))]) {
      const forged = await new SignJWT(CLAIMS)
        .setProtectedHeader({ alg: 'HS256', kid: 'first' })
        .setSubject('x')
        .setIssuer('https://id.example')
        .setAudience('onematter')
        .setExpirationTime('1h')
        .sign(new TextEncoder().encode(secret));
      expect(await refusalOf(`Bearer ${forged}`)).toMatchObject({ extensions: { code: 'TOKEN_INVALID' } });
    }
  });

  test('a key of its own that a token brings along MUST NOT be believed', async () => {
    const own = await makeKeys('ES256', 'own');
    const forged = await new SignJWT(CLAIMS)
      .setProtectedHeader({ alg: 'ES256', kid: 'own', jwk: await exportJWK(own.publicKey) })
      .setSubject('x')
      .setIssuer('https://id.example')
      .setAudience('onematter')
      .setExpirationTime('1h')
      .sign(own.privateKey);
    expect(await refusalOf(`Bearer ${forged}`)).toMatchObject({ extensions: { code: 'TOKEN_INVALID' } });
  });
});

describe('keys', () => {
  test.each(['RS256', 'ES256', 'EdDSA'])('%s MUST be taken', async (alg) => {
    const keys = await makeKeys(alg, alg);
    const identify = createIdentify({ ...DEVELOPMENT, jwksFile: await publish(`${alg}.json`, keys) });
    expect((await identify(`Bearer ${await token(keys)}`)).subject).toBe('officer-7');
  });

  test.each(['RS512', 'ES384', 'PS256'])('%s MUST be refused, though its key is published', async (alg) => {
    const keys = await makeKeys(alg, alg);
    const identify = createIdentify({ ...DEVELOPMENT, jwksFile: await publish(`${alg}.json`, keys) });
    expect((await refusalFrom(identify(`Bearer ${await token(keys)}`))).code).toBe('TOKEN_INVALID');
  });

  test('while keys change, the old and the new one MUST be taken', async () => {
    const [old, fresh] = [await makeKeys('ES256', 'old'), await makeKeys('ES256', 'fresh')];
    const identify = createIdentify({ ...DEVELOPMENT, jwksFile: await publish('both.json', old, fresh) });
    for (const keys of [old, fresh]) expect((await identify(`Bearer ${await token(keys)}`)).subject).toBe('officer-7');
  });

  test('a key that is added to the file MUST be taken without a restart, and one that is removed refused within 5 s', async () => {
    const [old, fresh] = [await makeKeys('ES256', 'old'), await makeKeys('ES256', 'fresh')];
    const identify = createIdentify({ ...DEVELOPMENT, jwksFile: await publish('rotating.json', old) });
    await identify(`Bearer ${await token(old)}`);
    await publish('rotating.json', fresh);
    await new Promise((resolve) => setTimeout(resolve, 5_100));
    expect((await identify(`Bearer ${await token(fresh)}`)).subject).toBe('officer-7');
    expect((await refusalFrom(identify(`Bearer ${await token(old)}`))).code).toBe('TOKEN_INVALID');
  });

  test('an identity provider that does not answer MUST NOT make good tokens invalid, nor its address be told', async () => {
    const server = createServer((_, response) => response.writeHead(500).end()).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    try {
      const keys = await makeKeys('ES256', 'any');
      const identify = createIdentify({ ...DEVELOPMENT, jwksUrl: `http://127.0.0.1:${port}/jwks` });
      const thrown: unknown = await identify(`Bearer ${await token(keys)}`).catch((error: unknown) => error);
      expect(thrown).not.toMatchObject({ extensions: { code: 'TOKEN_INVALID' } });
      expect(String(thrown)).not.toContain(String(port));
    } finally {
      server.close();
    }
  });

  test('a JWKS_FILE that is not there, or holds no keys, MUST be refused at start by the setting’s name', () => {
    writeFileSync(join(folder, 'empty.json'), '{}');
    for (const file of ['none.json', 'empty.json']) {
      expect(() => createIdentify({ ...DEVELOPMENT, jwksFile: join(folder, file) })).toThrow(/JWKS_FILE/);
    }
  });
});

describe('development tokens', () => {
  const claims = { subject: 'developer', department: 'FIRE_RESCUE', region: '430682', scope: 'write:hazards' } as const;

  test('they MUST be good where the development key is in use', async () => {
    const identify = createIdentify(DEVELOPMENT);
    expect(await identify(`Bearer ${await developmentToken(DEVELOPMENT, claims)}`)).toMatchObject({
      subject: 'developer',
      departmentCode: '430682-FIRE_RESCUE',
      scopes: ['write:hazards'],
    });
  });

  test.each([[{ jwksUrl: 'https://id.example/jwks' }], [{ jwksFile: '/etc/jwks.json' }], [{ production: true }]])(
    'with %j they MUST NOT be made',
    async (settings) => {
      expect(usesDevelopmentKey({ ...DEVELOPMENT, ...settings })).toBe(false);
      await expect(developmentToken({ ...DEVELOPMENT, ...settings }, claims)).rejects.toThrow('Development tokens need');
    },
  );

  test('they MUST be worth nothing where agencies’ keys are in use', async () => {
    const identify = createIdentify({ ...DEVELOPMENT, jwksFile: await publish('agencies.json', await makeKeys('ES256', 'agency')) });
    expect((await refusalFrom(identify(`Bearer ${await developmentToken(DEVELOPMENT, claims)}`))).code).toBe('TOKEN_INVALID');
  });
});
