import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';

/**
 * Personal data at rest (个人信息保护法 第五十一条; 商用密码 GB/T 39786-2021): SM4-CBC, then HMAC-SM3 over what came out of it.
 * Node has no SM4-GCM, so the two are put together by hand, encrypt-then-MAC, each with a key of its own.
 */
const KEY_BYTES = 16;
const MAC_BYTES = 32;
const IV_BYTES = 16;

/** Seals a text with the data key; only `unseal` with the same key reads it. The same text is sealed differently each time. */
export function seal(text: string, dataKey: Uint8Array): string {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('sm4-cbc', keyFor('seal', dataKey), iv);
  const sealed = Buffer.concat([iv, cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([macOf(sealed, dataKey), sealed]).toString('base64url');
}

/** @throws an Error if the text was not sealed with this key, or was changed since */
export function unseal(sealed: string, dataKey: Uint8Array): string {
  const bytes = Buffer.from(sealed, 'base64url');
  const [mac, body] = [bytes.subarray(0, MAC_BYTES), bytes.subarray(MAC_BYTES)];
  if (mac.length !== MAC_BYTES || !timingSafeEqual(mac, macOf(body, dataKey)))
    throw new Error('a sealed text does not open with DATA_KEY');
  const decipher = createDecipheriv('sm4-cbc', keyFor('seal', dataKey), body.subarray(0, IV_BYTES));
  return Buffer.concat([decipher.update(body.subarray(IV_BYTES)), decipher.final()]).toString('utf8');
}

/**
 * The opaque name of something personal: the same for the same text, and telling nothing of it without the data key. `kind`
 * keeps the pseudonyms of different things apart (a person's, a certificate's). 32 characters of base64url.
 */
export function pseudonym(kind: string, text: string, dataKey: Uint8Array): string {
  return createHmac('sm3', keyFor('pseudonym', dataKey))
    .update(`${kind}\0${text}`)
    .digest('base64url')
    .slice(0, 32);
}

function macOf(sealed: Uint8Array, dataKey: Uint8Array): Buffer {
  return createHmac('sm3', keyFor('mac', dataKey)).update(sealed).digest();
}

function keyFor(use: string, dataKey: Uint8Array): Buffer {
  return Buffer.from(hkdfSync('sha256', dataKey, '', `onematter ${use}`, KEY_BYTES));
}
