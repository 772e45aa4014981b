import {
  SignJWT,
  createLocalJWKSet,
  createRemoteJWKSet,
  errors,
  importJWK,
  jwtVerify,
  type JWK,
  type JWTPayload,
  type JWTVerifyGetKey,
} from 'jose';
import {
  asError,
  DepartmentKind,
  PUBLIC_CALLER,
  TokenInvalid,
  actsBesideAudit,
  alike,
  catalogued,
  declareError,
  developmentKeys,
  departmentCode as departments,
  readText,
  valuesOf,
  regionCode,
  uscc,
  type Caller,
  type Config,
  type Kind,
} from '../subgraphs/kernel';
import { refuseRevoked } from './revoked';
import { watchedFile } from './watched-file';

const ALGORITHMS = ['RS256', 'ES256', 'EdDSA'];
const CLOCK_SKEW_SECONDS = 5;
const LONGEST_LIFETIME_SECONDS = 24 * 60 * 60;
/** A verified token is believed for so long without checking its signature again: a key that is withdrawn ends within it. */
const KEPT_MS = 4_500;
const MOST_KEPT = 10_000;
/** As long as the columns that keep who has acted. */
const LONGEST_SUBJECT = 128;
const DEVELOPMENT_KEY_ID = 'development';

type TokenSettings = Pick<
  Config,
  'jwksUrl' | 'jwksFile' | 'revokedFile' | 'tokenIssuer' | 'tokenAudience' | 'dataDir' | 'production'
>;

/** Hears that a file that may be replaced cannot be read, and that what it said last counts. */
type Tell = ((error: Error) => void) | undefined;

/** Tells from the Authorization header who is asking. No header is a member of the public; a bad token is an error, never the public. */
export type Identify = (authorization: string | undefined) => Promise<Caller>;

export function createIdentify(settings: TokenSettings, tell?: Tell): Identify {
  const verify = createVerify(settings, tell);
  const checkRevoked = refuseRevoked(settings.revokedFile, tell);
  const verified = new Map<string, { caller: Caller; claims: JWTPayload; until: number }>();
  return async (authorization) => {
    if (authorization === undefined) return PUBLIC_CALLER;
    const token = /^Bearer (\S+)$/i.exec(authorization)?.[1];
    if (!token)
      throw TokenInvalid({
        reason: {
          zh: '请求头应为 “Authorization: Bearer <令牌>”',
          en: 'the header must be "Authorization: Bearer <token>"',
        },
      });
    const known = verified.get(token);
    if (known && known.until > Date.now()) {
      checkRevoked(known.claims);
      return known.caller;
    }
    const claims = await verify(token);
    checkRevoked(claims);
    checkLifetime(claims);
    const caller = callerOf(claims);
    if (verified.size >= MOST_KEPT) verified.clear();
    const until = Math.min(Date.now() + KEPT_MS, (claims.exp ?? 0) * 1000);
    verified.set(token, { caller, claims, until });
    return caller;
  };
}

function createVerify(settings: TokenSettings, tell: Tell): (token: string) => Promise<JWTPayload> {
  const keys = keySet(settings, tell);
  const { tokenIssuer: issuer, tokenAudience: audience } = settings;
  return async (token) => {
    const { payload } = await jwtVerify(token, keys, {
      issuer,
      audience,
      algorithms: ALGORITHMS,
      clockTolerance: CLOCK_SKEW_SECONDS,
      requiredClaims: ['sub', 'exp'],
    }).catch((error: unknown) => {
      throw catalogued(error) ?? TokenInvalid({ reason: alike(asError(error).message) });
    });
    return payload;
  };
}

/** One that is lost is worth something for a day at most. */
function checkLifetime({ exp = 0 }: JWTPayload): void {
  if (exp - Date.now() / 1000 > LONGEST_LIFETIME_SECONDS + CLOCK_SKEW_SECONDS)
    throw TokenInvalid({
      reason: {
        zh: '有效期不得超过 24 小时',
        en: 'it must not be valid for more than 24 hours',
      },
    });
}

/** 监督与经办分离: who audits what officers do neither writes nor decides. */
function checkDuties(scopes: readonly string[]): void {
  const acts = actsBesideAudit(scopes);
  if (acts.length > 0)
    throw TokenInvalid({
      reason: {
        zh: `audit:read 不得与 ${acts.join('、')} 同在一个令牌`,
        en: `audit:read must not stand in one token with ${acts.join(', ')}`,
      },
    });
}

function callerOf(claims: JWTPayload): Caller {
  const { sub, region, scope } = claims;
  const scopes = typeof scope === 'string' ? scope.split(' ').filter(Boolean) : [];
  checkDuties(scopes);
  return {
    subject: textIn('sub', sub, LONGEST_SUBJECT),
    ...actorIn(claims),
    region: codeIn('region', region, regionCode),
    scopes,
  };
}

/** A department, or an institution that acts for itself and is none. */
function actorIn({
  department,
  departmentCode,
  body,
}: JWTPayload): Pick<Caller, 'department' | 'departmentCode' | 'body'> {
  if ((body ?? null) !== null) {
    if ((department ?? departmentCode ?? null) !== null)
      throw TokenInvalid({
        reason: {
          zh: '令牌只能载明 department 或 body 之一：机构以自己的名义办理，不是部门',
          en: 'a token has either department or body: an institution that acts for itself is no department',
        },
      });
    return { department: null, departmentCode: null, body: codeIn('body', body, uscc) };
  }
  const kind = valuesOf(DepartmentKind).find((each) => each === department);
  if (!kind)
    throw TokenInvalid({
      reason: {
        zh: `department 不是 DepartmentKind 的值：${String(department)}`,
        en: `department is no DepartmentKind: ${String(department)}`,
      },
    });
  return {
    department: kind,
    departmentCode:
      (departmentCode ?? null) === null ? null : codeIn('departmentCode', departmentCode, departments),
  };
}

/** A claim in its normal form: a division that was abolished is its successor, one that never was is refused. */
function codeIn(claim: string, value: unknown, kind: Kind<string>): string {
  if (typeof value !== 'string') {
    const got = JSON.stringify(value);
    throw TokenInvalid({ reason: { zh: `${claim} 不是文本：${got}`, en: `${claim} is no text: ${got}` } });
  }
  try {
    return kind.parse(value, claim);
  } catch (error) {
    const known = catalogued(error);
    if (!known) throw error;
    const [zh, en] = [known.extensions.zh, known.extensions.en].map((sentence) =>
      String(sentence).replace(/[。.]$/, ''),
    );
    throw TokenInvalid({ reason: { zh: zh ?? '', en: en ?? '' } });
  }
}

/** A claim that is put on record, as text by the rule for all that comes in. */
function textIn(claim: string, value: unknown, max: number): string {
  return readText(value, { max }, ({ zh, en }) =>
    TokenInvalid({ reason: { zh: `${claim} ${zh}`, en: `${claim} ${en}` } }),
  );
}

const KeysUnavailable = declareError(
  'KEYS_UNAVAILABLE',
  '暂时无法取得身份提供方的公钥，令牌未能核验，请稍后重试。',
  'The keys of the identity provider cannot be had for now, so the token was not checked; please try again.',
);

function keySet({ jwksUrl, jwksFile, dataDir }: TokenSettings, tell: Tell): JWTVerifyGetKey {
  if (jwksUrl) return remoteKeys(jwksUrl);
  if (jwksFile) return fileKeys(jwksFile, tell);
  const { d: _, ...publicKey } = developmentKeys(dataDir).tokenKey;
  return createLocalJWKSet({ keys: [{ ...publicKey, kid: DEVELOPMENT_KEY_ID, alg: 'EdDSA' }] });
}

/** A provider that does not answer is no fault of the token. */
function remoteKeys(url: string): JWTVerifyGetKey {
  const keys = createRemoteJWKSet(new URL(url));
  return (header, token) =>
    keys(header, token).catch((error: unknown) => {
      if (error instanceof errors.JWKSNoMatchingKey || error instanceof errors.JWKSMultipleMatchingKeys)
        throw error;
      throw KeysUnavailable();
    });
}

/** Keys can be added and withdrawn without a restart. */
function fileKeys(file: string, tell: Tell): JWTVerifyGetKey {
  const keys = watchedFile(
    file,
    'The setting JWKS_FILE must name a file of public keys (JWKS)',
    (text) => createLocalJWKSet(JSON.parse(text) as { keys: JWK[] }),
    tell,
  );
  return (header, token) => keys()(header, token);
}

export function usesDevelopmentKey({ jwksUrl, jwksFile, production }: TokenSettings): boolean {
  return !jwksUrl && !jwksFile && !production;
}

/** Of a department, or of an institution that acts for itself (`body`, its unified social credit code). */
export type TokenClaims = { subject: string; region: string; scope: string } & (
  { department: DepartmentKind; departmentCode?: string } | { body: string }
);

/** Signs a token with the development key; refused when another key set is in use. */
export async function developmentToken(
  settings: TokenSettings,
  claims: TokenClaims,
  lifetime = '12h',
): Promise<string> {
  if (!usesDevelopmentKey(settings))
    throw new Error(
      'Development tokens need the development key: unset JWKS_URL and JWKS_FILE, and not in production.',
    );
  const key = await importJWK(developmentKeys(settings.dataDir).tokenKey as JWK, 'EdDSA');
  const { subject, region } = claims;
  const code = 'body' in claims ? {} : { departmentCode: `${region}-${claims.department}` };
  return new SignJWT({ ...code, ...claims })
    .setProtectedHeader({ alg: 'EdDSA', kid: DEVELOPMENT_KEY_ID })
    .setSubject(subject)
    .setIssuer(settings.tokenIssuer)
    .setAudience(settings.tokenAudience)
    .setIssuedAt()
    .setExpirationTime(lifetime)
    .sign(key);
}
