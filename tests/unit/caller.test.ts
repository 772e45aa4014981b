import { SignJWT, UnsecuredJWT, decodeJwt } from 'jose';
import {
  PUBLIC_CALLER,
  coversRegion,
  requireRegion,
  requireScope,
  signCall,
  verifyCall,
  type Call,
} from '../../subgraphs/kernel';
import { as, callOf } from '../support/callers';
import { refusalFrom, refusalOf } from '../support/refusal';

const KEY = new TextEncoder().encode('a key of the test, 32 characters or more');
const OTHER = new TextEncoder().encode('another key of the test, as long as the first');
const BODY = '{"query":"{ viewer { subject } }"}';
const call: Call = callOf(as.officer('FIRE_RESCUE', '430682', 'share:conditional'), '检查');

const reasonFor = async (header: unknown, body = BODY, key = KEY) =>
  (await refusalFrom(verifyCall(header, body, key))).toJSON();

describe('the caller that a gateway passes on', () => {
  test('it MUST arrive whole for the body that it was signed for', async () => {
    expect(await verifyCall(await signCall(call, BODY, KEY), BODY, KEY)).toEqual(call);
  });

  test('it MUST be worth nothing after thirty seconds', async () => {
    const { iat = 0, exp = 0 } = decodeJwt(await signCall(call, BODY, KEY));
    expect(exp - iat).toBeLessThanOrEqual(30);
    const claims = decodeJwt(await signCall(call, BODY, KEY));
    const old = await new SignJWT(claims)
      .setProtectedHeader({ alg: 'HS256' })
      .setExpirationTime(iat - 1)
      .sign(KEY);
    expect(await reasonFor(old)).toMatchObject({ extensions: { code: 'CALLER_UNSIGNED' } });
  });

  test.each([[undefined], [''], ['rubbish'], ['a.b.c'], [null], [{}], [['x', 'y']]])(
    'a header %j MUST be refused',
    async (header) => {
      expect(await reasonFor(header)).toMatchObject({ extensions: { code: 'CALLER_UNSIGNED' } });
    },
  );

  test('one signed with another key MUST be refused', async () => {
    expect(await reasonFor(await signCall(call, BODY, OTHER))).toMatchObject({
      extensions: { code: 'CALLER_UNSIGNED' },
    });
  });

  test('one signed for another body MUST be refused, and the reason said', async () => {
    const { extensions } = await reasonFor(await signCall(call, BODY, KEY), `${BODY} `);
    expect(extensions).toMatchObject({ code: 'CALLER_UNSIGNED', reason: 'it was signed for another body' });
  });

  test('a changed caller MUST be refused', async () => {
    const [head, payload = '', signature] = (await signCall(call, BODY, KEY)).split('.');
    const changed = Buffer.from(payload, 'base64url').toString().replace('430682', '000000');
    const forged = [head, Buffer.from(changed).toString('base64url'), signature].join('.');
    expect(changed).toContain('000000');
    expect(await reasonFor(forged)).toMatchObject({ extensions: { code: 'CALLER_UNSIGNED' } });
  });

  test('an unsigned token, or one of another algorithm, MUST be refused', async () => {
    const claims = decodeJwt(await signCall(call, BODY, KEY));
    const strong = await new SignJWT(claims).setProtectedHeader({ alg: 'HS512' }).sign(KEY);
    for (const token of [new UnsecuredJWT(claims).encode(), strong]) {
      expect(await reasonFor(token)).toMatchObject({ extensions: { code: 'CALLER_UNSIGNED' } });
    }
  });

  test('a token without an end, or without a body, MUST be refused', async () => {
    const { body, call: told } = decodeJwt(await signCall(call, BODY, KEY));
    const sign = (claims: object) =>
      new SignJWT(claims as Record<string, unknown>).setProtectedHeader({ alg: 'HS256' });
    expect(await reasonFor(await sign({ call: told }).setExpirationTime('30s').sign(KEY))).toMatchObject({
      extensions: { reason: 'it was signed for another body' },
    });
    expect(await reasonFor(await sign({ call: told, body }).sign(KEY))).toMatchObject({
      extensions: { code: 'CALLER_UNSIGNED' },
    });
  });
});

describe('what a caller may', () => {
  test('a member of the public MUST be told to bring a token, an officer without the scope which one is missing', () => {
    expect(refusalOf(() => requireScope(PUBLIC_CALLER, 'write:registry')).code).toBe(
      'AUTHENTICATION_REQUIRED',
    );
    const error = refusalOf(() =>
      requireScope(as.officer('WATER', '430000', 'write:registry2'), 'write:registry'),
    );
    expect(error.extensions).toMatchObject({ code: 'SCOPE_MISSING', scope: 'write:registry' });
    expect(() =>
      requireScope(as.officer('WATER', '430000', 'x', 'write:registry'), 'write:registry'),
    ).not.toThrow();
  });

  test('a region MUST be refused unless it is in the caller’s subtree', () => {
    expect(() => requireRegion(as.officer('WATER', '430600'), '430682', 'regionCode')).not.toThrow();
    const error = refusalOf(() => requireRegion(as.officer('WATER', '430600'), '430700', 'regionCode'));
    expect(error.extensions).toMatchObject({
      code: 'OUTSIDE_REGION',
      field: 'regionCode',
      region: '430600',
      got: '430700',
    });
  });

  test.each([[null], [undefined]])(
    'a row without a region (%j) MUST be covered by nobody, not even by an organ of the whole country',
    (region) => {
      for (const caller of [as.officer('WATER', '430000'), as.officer('WATER', '000000'), PUBLIC_CALLER]) {
        expect(coversRegion(caller, region)).toBe(false);
      }
      expect(coversRegion(PUBLIC_CALLER, '430000')).toBe(false);
      expect(coversRegion(as.officer('WATER', '000000'), '430000')).toBe(true);
    },
  );
});
