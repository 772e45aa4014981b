import {
  createHmac,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  hkdfSync,
  type KeyObject,
} from 'node:crypto';
import { SettingInvalid } from './setting-names';

/** The part that no subgraph is. */
export const GATEWAY = 'gateway';

/** Two parts that call each other, gateway or subgraphs, and the secret that they alone can make. */
export interface Pair {
  self: string;
  other: string;
  secret: Uint8Array;
}
export type PairOf = (self: string, other: string) => Pair;

/** Whoever signs gives a name, before anything of it is checked: names that nobody has are not kept. */
const MOST_PAIRS = 256;

export interface PartKeys {
  /** The key of all from which those are made that a part does not have of its own; empty: none. */
  shared: string;
  /** A part’s own key as it was set; empty: none. */
  own: (part: string) => string;
  /** The public keys by part; none: all keys are at hand. */
  published: ReadonlyMap<string, string>;
}

/**
 * The secrets of pairs (X25519, RFC 7748). Each part holds a private key of its own and knows the public ones of the others:
 * whoever gets hold of it can speak as that part, and as no other.
 * @throws SETTING_INVALID, once a pair is asked for whose keys are not set
 */
export function pairsOf({ shared, own, published }: PartKeys): PairOf {
  const known = new Map<string, Pair>();
  const keyOf = (part: string) => own(part) || (shared && derived(part, shared));
  const publicOf = (part: string) => {
    const stated = published.get(part);
    if (stated !== undefined) return stated;
    const isAtHand = published.size === 0 && (own(part) !== '' || shared !== '');
    if (isAtHand) return publicKeyOf(keyOf(part));
    throw SettingInvalid({ setting: 'PUBLIC_KEYS', must: NAMING(part), got: NOTHING });
  };
  const make = (self: string, other: string): Pair => {
    const key = keyOf(self);
    const setting = settingOfPart(self);
    if (key === '') throw SettingInvalid({ setting, must: A_KEY, got: NOTHING });
    // elsewhere they would take a key for it that is made from the shared one
    if (own(self) !== '' && own(other) === '' && published.size === 0 && self !== GATEWAY)
      throw SettingInvalid({ setting: 'PUBLIC_KEYS', must: NAMING(other), got: NOTHING });
    if (published.has(self) && published.get(self) !== publicKeyOf(key))
      throw SettingInvalid({ setting, must: FITTING, got: ANOTHER });
    const agreed = diffieHellman({ privateKey: privateKeyOf(key), publicKey: publicKey(publicOf(other)) });
    const between = [self, other].sort().join(' and ');
    return { self, other, secret: Buffer.from(hkdfSync('sha256', agreed, '', `onematter ${between}`, 32)) };
  };
  return (self, other) => {
    const name = `${self} ${other}`;
    const pair = known.get(name) ?? make(self, other);
    if (known.size < MOST_PAIRS) known.set(name, pair);
    return pair;
  };
}

export const settingOfPart = (part: string) => `${part.toUpperCase()}_KEY`;

/** The public key that goes with a key, in base64url. */
export function publicKeyOf(key: string): string {
  return String(createPublicKey(privateKeyOf(key)).export({ format: 'jwk' }).x);
}

/** PKCS #8 of an X25519 key (RFC 8410), up to its 32 bytes. */
const PKCS8 = Buffer.from('302e020100300506032b656e04220420', 'hex');

function privateKeyOf(key: string): KeyObject {
  const bytes = Buffer.from(hkdfSync('sha256', key, '', 'onematter part', 32));
  return createPrivateKey({ key: Buffer.concat([PKCS8, bytes]), format: 'der', type: 'pkcs8' });
}

function publicKey(x: string): KeyObject {
  return createPublicKey({ key: { kty: 'OKP', crv: 'X25519', x }, format: 'jwk' });
}

const derived = (part: string, shared: string) =>
  part === GATEWAY ? shared : createHmac('sha256', shared).update(`key of ${part}`).digest('base64url');

const NOTHING = { zh: '空', en: 'nothing' };
const ANOTHER = { zh: '另一密钥', en: 'another key' };
const A_KEY = { zh: '至少 32 个字符', en: '32 characters or more' };
const FITTING = { zh: '与 PUBLIC_KEYS 中其公钥相符', en: 'the key whose public one stands in PUBLIC_KEYS' };
const NAMING = (part: string) => ({
  zh: ` ${part}=公钥 等各部分的公钥（npm run keys 列出）`,
  en: `the public keys of all parts, among them ${part}=… (npm run keys prints them)`,
});
