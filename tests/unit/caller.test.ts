import {
  GATEWAY,
  PUBLIC_CALLER,
  coversRegion,
  pairsOf,
  publicKeyOf,
  requireRegion,
  requireScope,
  signCall,
  verifyCall,
  type Call,
} from '../../subgraphs/kernel';
import { as, callOf } from '../support/callers';
import { refusalOf } from '../support/refusal';

const BODY = '{"query":"{ viewer { subject } }"}';
const call: Call = callOf(as.officer('FIRE_RESCUE', '430682', 'share:conditional'), '检查');
const PARTS = [GATEWAY, 'registry', 'credit'] as const;
const keyOf = (part: string) => `the key of ${part} in this test, 32 characters or more`;
const published = new Map(PARTS.map((part) => [part as string, publicKeyOf(keyOf(part))]));
/** What a part knows: its own key, and the public ones. */
const at = (self: string) =>
  pairsOf({ shared: '', own: (part) => (part === self ? keyOf(part) : ''), published });
const fromGateway = at(GATEWAY)(GATEWAY, 'registry');

const verify = (header: unknown, body = BODY, self = 'registry') => verifyCall(header, body, self, at(self));
const reasonFor = (header: unknown, body = BODY, self = 'registry') =>
  refusalOf(() => verify(header, body, self)).toJSON();
const UNSIGNED = { extensions: { code: 'CALLER_UNSIGNED' } };

describe('the caller that a gateway passes on', () => {
  test('it MUST arrive whole for the body that it was signed for', () => {
    expect(verify(signCall(call, BODY, fromGateway)).call).toEqual(call);
  });

  test('it MUST be worth nothing after thirty seconds, nor before its time', () => {
    const signature = signCall(call, BODY, fromGateway);
    const now = Date.now();
    for (const away of [31_000, -31_000]) {
      const clock = jest.spyOn(Date, 'now').mockReturnValue(now + away);
      expect(reasonFor(signature)).toMatchObject({ extensions: { reason: 'the signature is too old' } });
      clock.mockRestore();
    }
    expect(verify(signature).call).toEqual(call);
  });

  test.each([[undefined], [''], ['rubbish'], ['a.b.c'], ['bnVsbA.x'], [null], [{}], [['x', 'y']]])(
    'a header %j MUST be refused',
    (header) => {
      expect(reasonFor(header)).toMatchObject(UNSIGNED);
    },
  );

  test('one signed for another body MUST be refused, and the reason said', () => {
    const { extensions } = reasonFor(signCall(call, BODY, fromGateway), `${BODY} `);
    expect(extensions).toMatchObject({ code: 'CALLER_UNSIGNED', reason: 'it was signed for another body' });
  });

  test('a changed caller MUST be refused', () => {
    const [payload = '', mac] = signCall(call, BODY, fromGateway).split('.');
    const changed = Buffer.from(payload, 'base64url').toString().replace('430682', '000000');
    expect(changed).toContain('000000');
    expect(reasonFor(`${Buffer.from(changed).toString('base64url')}.${mac}`)).toMatchObject(UNSIGNED);
  });
});

describe('what the keys of one part are worth', () => {
  test('one signed for a subgraph MUST be worth nothing at another', () => {
    expect(reasonFor(signCall(call, BODY, fromGateway), BODY, 'credit')).toMatchObject(UNSIGNED);
  });

  test('a subgraph MUST NOT speak as the gateway, or as another subgraph, by whatever it knows', () => {
    const credit = at('credit');
    for (const self of [GATEWAY, 'training'])
      for (const known of [credit('credit', 'registry'), credit('credit', GATEWAY)])
        expect(reasonFor(signCall(call, BODY, { ...known, self, other: 'registry' }))).toMatchObject(
          UNSIGNED,
        );
    expect(() => credit(GATEWAY, 'registry')).toThrow(
      'The setting GATEWAY_KEY must be 32 characters or more',
    );
  });

  test('what a subgraph signs MUST be its own call, with nobody’s scopes', () => {
    const { call: told } = verify(signCall(call, BODY, at('credit')('credit', 'registry')));
    expect(told.caller).toMatchObject({ subgraph: 'credit', scopes: [] });
  });

  test('the gateway MUST NOT be taken for a subgraph', () => {
    const caller = { ...call.caller, subgraph: 'credit' };
    expect(verify(signCall({ ...call, caller }, BODY, fromGateway)).call).toEqual(call);
  });

  test('with one key for all they MUST understand each other', () => {
    const shared = pairsOf({ shared: keyOf('all'), own: () => '', published: new Map() });
    const signature = signCall(call, BODY, shared(GATEWAY, 'credit'));
    expect(verifyCall(signature, BODY, 'credit', shared).call).toEqual(call);
  });

  test.each([
    ['PUBLIC_KEYS', 'credit', new Map([['credit', publicKeyOf(keyOf('credit'))]])],
    ['PUBLIC_KEYS', 'credit', new Map<string, string>()],
    ['CREDIT_KEY', 'credit', new Map([...published, ['credit', publicKeyOf(keyOf('another'))]])],
  ])('keys that do not go together MUST be refused by the name of %s', (setting, self, stated) => {
    const own = (part: string) => (part === self ? keyOf(part) : '');
    expect(() => pairsOf({ shared: keyOf('all'), own, published: stated })(self, 'registry')).toThrow(
      `The setting ${setting} must`,
    );
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
