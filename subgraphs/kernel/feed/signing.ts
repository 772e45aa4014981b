import { createPrivateKey, createPublicKey, hkdfSync, sign, type KeyObject } from 'node:crypto';
import { sm2 } from 'sm-crypto-v2';
import type { SubgraphSettings } from '../context';

/**
 * Signatures as detached JWS (RFC 7515, appendix F): the header and the signature, with nothing between the dots. Both
 * keys come from the setting SIGNING_KEY, so that there is one secret to keep.
 */
export interface Signer {
  sign(text: string): string;
  /** As it is published in the key set. */
  publicKey: Record<string, string>;
}

interface Signers {
  EDDSA: Signer;
  SM2: Signer;
}

const signers = new WeakMap<Uint8Array, Signers>();

export function signersOf(signingKey: Uint8Array): Signers {
  const known = signers.get(signingKey) ?? { EDDSA: ed25519(signingKey), SM2: sm2Signer(signingKey) };
  signers.set(signingKey, known);
  return known;
}

/** As published: those that sign now, and those that did until the last day that was stated. */
export function publishedKeys(
  { signingKey, oldSigningKeys }: Pick<SubgraphSettings, 'signingKey' | 'oldSigningKeys'>,
  today: string,
): Signer['publicKey'][] {
  const keysOf = (key: Uint8Array) => {
    const { EDDSA, SM2 } = signersOf(key);
    return [EDDSA.publicKey, SM2.publicKey];
  };
  const old = oldSigningKeys.filter(({ until }) => today <= until);
  return [
    ...(signingKey ? keysOf(signingKey) : []),
    ...old.flatMap(({ key, until }) => keysOf(key).map((each) => ({ ...each, until }))),
  ];
}

/** PKCS #8 around the 32 bytes of an Ed25519 key (RFC 8410). */
const PKCS8_HEAD = Buffer.from('302e020100300506032b657004220420', 'hex');

function ed25519(signingKey: Uint8Array): Signer {
  const key = createPrivateKey({
    key: Buffer.concat([PKCS8_HEAD, secretFor('ed25519', signingKey)]),
    format: 'der',
    type: 'pkcs8',
  });
  const { x = '' } = publicJwk(key);
  const kid = `ed25519-${x.slice(0, 8)}`;
  return {
    publicKey: { kty: 'OKP', crv: 'Ed25519', use: 'sig', alg: 'EdDSA', kid, x },
    sign: (text) => detached({ alg: 'EdDSA', kid }, text, (input) => sign(null, Buffer.from(input), key)),
  };
}

/** GB/T 32918.5: a private key is 1 to this − 2. */
const SM2_ORDER = 0xfffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123n;

/** SM2 with SM3 (GB/T 32918, user id 1234567812345678). Node's own crypto signs ECDSA with such a key, which is not SM2. */
function sm2Signer(signingKey: Uint8Array): Signer {
  const secret = BigInt(`0x${secretFor('sm2', signingKey).toString('hex')}`) % (SM2_ORDER - 2n);
  const privateKey = (secret + 1n).toString(16).padStart(64, '0');
  const publicKey = sm2.getPublicKeyFromPrivateKey(privateKey);
  const [x = '', y = ''] = [publicKey.slice(2, 66), publicKey.slice(66)].map((hex) =>
    Buffer.from(hex, 'hex').toString('base64url'),
  );
  const kid = `sm2-${x.slice(0, 8)}`;
  return {
    publicKey: { kty: 'EC', crv: 'SM2', use: 'sig', alg: 'SM2SM3', kid, x, y },
    sign: (text) =>
      detached({ alg: 'SM2SM3', kid }, text, (input) =>
        Buffer.from(sm2.doSignature(Buffer.from(input), privateKey, { hash: true, publicKey }), 'hex'),
      ),
  };
}

function detached(
  header: { alg: string; kid: string },
  text: string,
  make: (input: string) => Buffer,
): string {
  const head = Buffer.from(JSON.stringify(header)).toString('base64url');
  return `${head}..${make(`${head}.${Buffer.from(text).toString('base64url')}`).toString('base64url')}`;
}

function publicJwk(key: KeyObject): { x?: string } {
  return createPublicKey(key).export({ format: 'jwk' });
}

function secretFor(use: string, signingKey: Uint8Array): Buffer {
  return Buffer.from(hkdfSync('sha256', signingKey, '', `onematter signing ${use}`, 32));
}
