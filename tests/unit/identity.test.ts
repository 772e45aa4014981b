import { join } from 'node:path';
import { SignJWT, UnsecuredJWT, exportJWK, exportSPKI } from 'jose';
import { createIdentify } from '../../gateway/identity';
import { PUBLIC_CALLER, composeUscc } from '../../subgraphs/kernel';
import { testFolder } from '../support/folder';
import { refusalFrom } from '../support/refusal';
import {
  AUDIENCE,
  CLAIMS,
  ISSUER,
  makeKeys,
  publish,
  token,
  type Keys,
  type TokenChanges,
} from '../support/tokens';

const folder = testFolder();
const BODY = composeUscc('91110000', 'YY00000E');
const DEVELOPMENT = {
  jwksUrl: null,
  jwksFile: null,
  revokedFile: null,
  tokenIssuer: ISSUER,
  tokenAudience: AUDIENCE,
  dataDir: folder,
  production: false,
};
const now = () => Math.floor(Date.now() / 1000);

describe('who is asking', () => {
  let keys: Keys;
  let identify: ReturnType<typeof createIdentify>;
  const refusalOf = async (authorization: string) => (await refusalFrom(identify(authorization))).toJSON();

  beforeAll(async () => {
    keys = await makeKeys('ES256', 'first');
    identify = createIdentify({ ...DEVELOPMENT, jwksFile: await publish(join(folder, 'keys.json'), keys) });
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

  test.each([
    '',
    'Bearer',
    'Bearer ',
    'Basic dTpw',
    'Bearer a b',
    'Bearer rubbish',
    'Bearer a.b.c',
    'Bearer  x',
  ])('the header %j MUST be refused, never taken for the public', async (header) => {
    expect(await refusalOf(header)).toMatchObject({ extensions: { code: 'TOKEN_INVALID' } });
  });

  const bad: [title: string, changes: TokenChanges, reason: RegExp][] = [
    ['of another issuer', { issuer: 'https://evil.example' }, /"iss"/],
    ['for another audience', { audience: 'elsewhere' }, /"aud"/],
    ['that has expired', { expires: now() - 60 }, /"exp"/],
    ['that does not end', { expires: null }, /"exp"/],
    ['that lasts for more than a day', { expires: now() + 86_500 }, /24 hours/],
    ['of the year 9999', { expires: 253_370_764_800 }, /24 hours/],
    ['whose holder audits and writes', { claims: { scope: 'audit:read write:hazards' } }, /audit:read/],
    ['whose holder audits and decides', { claims: { scope: 'decide:credit audit:read' } }, /audit:read/],
    ['that is not yet good', { notBefore: '10m' }, /"nbf"/],
    ['without a subject', { subject: null }, /"sub"/],
    ['of an unknown key', { kid: 'second' }, /key/],
    ['without a department', { claims: { department: undefined } }, /department/],
    ['of no known department', { claims: { department: 'fire_rescue' } }, /fire_rescue/],
    ['of a department by inheritance', { claims: { department: 'toString' } }, /toString/],
    ['without a region', { claims: { region: undefined } }, /region/],
    ['of no division', { claims: { region: '4306' } }, /4306/],
    [
      'of a subject that holds what nobody sees',
      { subject: 'officer\u200b-7' },
      /sub character 8 is U\+200B/,
    ],
    ['of a subject that is blank', { subject: '\u3000' }, /sub is empty/],
    ['of a subject longer than what is kept of it', { subject: 'x'.repeat(129) }, /sub has 129 characters/],
    ['of a department code that is reversed', { claims: { departmentCode: '430682\u202e' } }, /U\+202E/],
    [
      'of a department code that is no text',
      { claims: { departmentCode: ['430682'] } },
      /departmentCode is no/,
    ],
    ['of a division that is a number', { claims: { region: 430682 } }, /430682/],
    ['of a division that never was', { claims: { region: '999999' } }, /region is no division that is known/],
    ['of a division that was divided', { claims: { region: '330104' } }, /330102, 330114/],
    ['of a department that acts as an institution', { claims: { body: BODY } }, /either department or body/],
    [
      'of an institution with a code of a department',
      { claims: { department: undefined, body: BODY } },
      /either department or body/,
    ],
    ...[
      ['of an institution whose code has a wrong check digit', `${BODY.slice(0, 17)}0`],
      ['of an institution by a code of two digits', '01'],
      ['of an institution by no text', 1],
      ['of an institution by nothing', ''],
    ].map(([title, body]): [string, TokenChanges, RegExp] => [
      String(title),
      { claims: { department: undefined, departmentCode: undefined, body } },
      /body/,
    ]),
    [
      'of a department of no division',
      { claims: { departmentCode: '999999-FIRE_RESCUE' } },
      /departmentCode is no division/,
    ],
  ];
  test.each(bad)('a token %s MUST be refused, and the reason said', async (_, changes, reason) => {
    const { message, extensions } = await refusalOf(`Bearer ${await token(keys, changes)}`);
    expect(extensions?.code).toBe('TOKEN_INVALID');
    expect(message).toMatch(reason);
    expect(message).not.toContain('undefined: undefined');
  });

  test('an institution that acts for itself MUST be no department, and be known by its code', async () => {
    const claims = { department: undefined, departmentCode: undefined, body: ` ${BODY.toLowerCase()}` };
    expect(await identify(`Bearer ${await token(keys, { claims })}`)).toMatchObject({
      ...{ department: null, departmentCode: null, body: BODY, region: '430682' },
    });
    expect((await identify(`Bearer ${await token(keys)}`)).body).toBeUndefined();
  });

  test('what a token says of who acts MUST be kept in NFC, without white space around it', async () => {
    const changes = { subject: ' Rene\u0301 ', claims: { departmentCode: ' 430682-FIRE_RESCUE ' } };
    expect(await identify(`Bearer ${await token(keys, changes)}`)).toMatchObject({
      subject: 'René',
      departmentCode: '430682-FIRE_RESCUE',
    });
  });

  test('a division that was abolished MUST be its successor, in the code of the department as well', async () => {
    const claims = { region: '４１１０２３', departmentCode: '411023-FIRE_RESCUE' };
    expect(await identify(`Bearer ${await token(keys, { claims })}`)).toMatchObject({
      region: '411003',
      departmentCode: '411003-FIRE_RESCUE',
    });
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
      .setIssuer(ISSUER)
      .setAudience(AUDIENCE)
      .setExpirationTime('1h');
    expect(await refusalOf(`Bearer ${unsigned.encode()}`)).toMatchObject({
      extensions: { code: 'TOKEN_INVALID' },
    });
  });

  test('one whose secret is the public key MUST be refused', async () => {
    for (const secret of [
      await exportSPKI(keys.publicKey),
      JSON.stringify(await exportJWK(keys.publicKey)),
    ]) {
      const forged = await new SignJWT(CLAIMS)
        .setProtectedHeader({ alg: 'HS256', kid: 'first' })
        .setSubject('x')
        .setIssuer(ISSUER)
        .setAudience(AUDIENCE)
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
      .setIssuer(ISSUER)
      .setAudience(AUDIENCE)
      .setExpirationTime('1h')
      .sign(own.privateKey);
    expect(await refusalOf(`Bearer ${forged}`)).toMatchObject({ extensions: { code: 'TOKEN_INVALID' } });
  });
});
