import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';
import { declareError, type Words } from './errors';

/**
 * Personal data at rest (个人信息保护法 第五十一条; 商用密码 GB/T 39786-2021): SM4-CBC, then HMAC-SM3 over what came out of it.
 * Node has no SM4-GCM, so the two are put together by hand, encrypt-then-MAC, each with a key of its own.
 */
const KEY_BYTES = 16;
const MAC_BYTES = 32;
const IV_BYTES = 16;
const ID_LENGTH = 8;

/** A key that seals, known by an id that tells nothing of it. */
export interface DataKey {
  id: string;
  bytes: Uint8Array;
}

/** The data keys of a subgraph. */
export interface DataKeys {
  /** Seals what is written. */
  current: DataKey;
  /** Open what was written: the current one, then those before it. */
  all: readonly DataKey[];
}

/** The data keys with what outlasts their rotation. */
export interface OpenedKeys extends DataKeys {
  /** What pseudonyms, digests of contents and cursors hang on: see data-keys.ts. */
  lasting: Uint8Array;
}

export function keyRing(current: Uint8Array, old: readonly Uint8Array[] = []): DataKeys {
  const all = [current, ...old].map((bytes) => ({ id: idOf(bytes), bytes }));
  return { current: all[0] as DataKey, all };
}

function idOf(key: Uint8Array): string {
  return createHmac('sm3', key).update('onematter key id').digest('base64url').slice(0, ID_LENGTH);
}

/** Seals a text with the current key, which it names: `<id>.<payload>`. The same text is sealed differently each time. */
export function seal(text: string, { current }: DataKeys): string {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('sm4-cbc', keyFor('seal', current.bytes), iv);
  const sealed = Buffer.concat([iv, cipher.update(text, 'utf8'), cipher.final()]);
  const payload = Buffer.concat([macOf(sealed, current.bytes), sealed]).toString('base64url');
  return `${sealedUnder(current)}${payload}`;
}

/** What a text that was sealed with this key begins with. */
export function sealedUnder({ id }: DataKey): string {
  return `${id}.`;
}

/** What stands where personal data were erased begins so: no key has such an id. */
export const ERASED = '[erased].';

/** Why personal data were erased. */
const REASONS = {
  PERIOD: { zh: '保存期限届满', en: 'the period for keeping it was over' },
  REQUEST: { zh: '个人请求删除', en: 'the person asked for it' },
} satisfies Record<string, Words>;
export type ErasedFor = keyof typeof REASONS;

const PersonalDataErased = declareError(
  'PERSONAL_DATA_ERASED',
  '该个人信息已于 {on} 删除：{why:words}（个人信息保护法第四十七条）。',
  'These personal data were erased on {on}: {why:words} (Personal Information Protection Law, Art. 47).',
);

export function erasedText(on: string, why: ErasedFor): string {
  return `${ERASED}${on}.${why}`;
}

/** @throws PERSONAL_DATA_ERASED with the day and the reason, where only that is left */
export function refuseErased(text: string): void {
  if (!text.startsWith(ERASED)) return;
  const [, on = '', why = 'PERIOD'] = text.split('.');
  throw PersonalDataErased({ on, why: REASONS[why as ErasedFor] });
}

/** @throws an Error if the text was not sealed with one of these keys, or was changed since; PERSONAL_DATA_ERASED */
export function unseal(sealed: string, keys: DataKeys): string {
  refuseErased(sealed);
  const key = sealingKey(sealed, keys);
  if (!key) throw new Error('a sealed text does not open with DATA_KEY or OLD_DATA_KEYS');
  const body = partsOf(sealed).bytes.subarray(MAC_BYTES);
  const decipher = createDecipheriv('sm4-cbc', keyFor('seal', key.bytes), body.subarray(0, IV_BYTES));
  return Buffer.concat([decipher.update(body.subarray(IV_BYTES)), decipher.final()]).toString('utf8');
}

/** The key that opens a text, if there is one among these. A text that names none was sealed before keys had ids. */
export function sealingKey(sealed: string, { all }: DataKeys): DataKey | undefined {
  const { id, bytes } = partsOf(sealed);
  const [mac, body] = [bytes.subarray(0, MAC_BYTES), bytes.subarray(MAC_BYTES)];
  if (mac.length !== MAC_BYTES) return undefined;
  return all
    .filter((key) => id === undefined || key.id === id)
    .find((key) => timingSafeEqual(mac, macOf(body, key.bytes)));
}

function partsOf(sealed: string): { id: string | undefined; bytes: Buffer } {
  const dot = sealed.indexOf('.');
  return {
    id: dot < 0 ? undefined : sealed.slice(0, dot),
    bytes: Buffer.from(sealed.slice(dot + 1), 'base64url'),
  };
}

/**
 * The opaque name of something personal: the same for the same text, whatever the data key is by now, and telling nothing of
 * it without the lasting one. `kind` keeps the pseudonyms of different things apart (a person's, a certificate's). 32
 * characters of base64url.
 */
export function pseudonym(kind: string, text: string, { lasting }: OpenedKeys): string {
  return createHmac('sm3', keyFor('pseudonym', lasting))
    .update(`${kind}\0${text}`)
    .digest('base64url')
    .slice(0, 32);
}

function macOf(sealed: Uint8Array, key: Uint8Array): Buffer {
  return createHmac('sm3', keyFor('mac', key)).update(sealed).digest();
}

/** Derived once: a page opens hundreds of texts. */
function keyFor(use: string, key: Uint8Array): Buffer {
  const known = derived.get(key) ?? new Map<string, Buffer>();
  derived.set(key, known);
  const made = known.get(use) ?? Buffer.from(hkdfSync('sha256', key, '', `onematter ${use}`, KEY_BYTES));
  known.set(use, made);
  return made;
}
const derived = new WeakMap<Uint8Array, Map<string, Buffer>>();
