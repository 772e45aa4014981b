import { renameSync, writeFileSync } from 'node:fs';
import { SignJWT, exportJWK, generateKeyPair, type GenerateKeyPairResult, type JWTPayload } from 'jose';

export const ISSUER = 'https://id.example';
export const AUDIENCE = 'onematter';
export const CLAIMS = {
  department: 'FIRE_RESCUE',
  departmentCode: '430682-FIRE_RESCUE',
  region: '430682',
  scope: 'write:hazards  share:conditional',
};

export type Keys = GenerateKeyPairResult & { kid: string; alg: string };
/** A pair of keys of an agency’s identity provider. */
export async function makeKeys(alg: string, kid: string): Promise<Keys> {
  return { ...(await generateKeyPair(alg, { extractable: true })), kid, alg };
}
/** Writes the public keys as a JWKS file; returns its path. */
export async function publish(path: string, ...keys: Keys[]): Promise<string> {
  const published = await Promise.all(
    keys.map(async ({ publicKey, kid, alg }) => ({ ...(await exportJWK(publicKey)), kid, alg })),
  );
  // put in place at once, as an operator should
  writeFileSync(`${path}.new`, JSON.stringify({ keys: published }));
  renameSync(`${path}.new`, path);
  return path;
}

export interface TokenChanges {
  claims?: JWTPayload & Record<string, unknown>;
  issuer?: string;
  audience?: string;
  expires?: string | number | null;
  notBefore?: string;
  kid?: string;
  subject?: string | null;
}
/** A good token, but for the changes. */
export function token({ privateKey, alg, kid: own }: Keys, changes: TokenChanges = {}): Promise<string> {
  const {
    claims = {},
    issuer = ISSUER,
    audience = AUDIENCE,
    expires = '1h',
    kid = own,
    subject = 'officer-7',
    notBefore,
  } = changes;
  const jwt = new SignJWT({ ...CLAIMS, ...claims })
    .setProtectedHeader({ alg, kid })
    .setIssuer(issuer)
    .setAudience(audience)
    .setIssuedAt();
  if (subject !== null) jwt.setSubject(subject);
  if (expires !== null) jwt.setExpirationTime(expires);
  if (notBefore) jwt.setNotBefore(notBefore);
  return jwt.sign(privateKey);
}
