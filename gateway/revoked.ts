import type { JWTPayload } from 'jose';
import { declareError } from '../subgraphs/kernel';
import { watchedFile } from './watched-file';

const TokenRevoked = declareError(
  'TOKEN_REVOKED',
  '令牌已被撤销（依据令牌的 {claim}），请向身份提供方重新申领。',
  'The token is revoked (by its {claim}); ask the identity provider for another.',
);

/** What is no longer taken, however well it is signed: clients, whoever acts, and single tokens. */
type Revoked = Record<(typeof LISTS)[number], ReadonlySet<string>>;
const LISTS = ['clients', 'subjects', 'tokens'] as const;

/**
 * Refuses what the file of the setting REVOKED_FILE names: `{ "clients": […], "subjects": […], "tokens": […] }`, by the
 * claims client_id (or azp), sub and jti. The file is looked at with each token, also one that was believed a moment ago.
 * @throws an Error at once, if there is no such file or it is of another form
 */
export function refuseRevoked(
  file: string | null,
  tell?: (error: Error) => void,
): (claims: JWTPayload) => void {
  if (file === null) return () => undefined;
  const revoked = watchedFile(
    file,
    'The setting REVOKED_FILE must name a file of what is revoked',
    readRevoked,
    tell,
  );
  return ({ sub, jti, client_id: client, azp }) => {
    const { clients, subjects, tokens } = revoked();
    const isIn = (list: ReadonlySet<string>, claim: unknown) => typeof claim === 'string' && list.has(claim);
    if (isIn(clients, client) || isIn(clients, azp)) throw TokenRevoked({ claim: 'client_id' });
    if (isIn(subjects, sub)) throw TokenRevoked({ claim: 'sub' });
    if (isIn(tokens, jti)) throw TokenRevoked({ claim: 'jti' });
  };
}

/** @throws an Error that says what is wrong with the text */
export function readRevoked(text: string): Revoked {
  const stated = JSON.parse(text) as unknown;
  if (typeof stated !== 'object' || stated === null || Array.isArray(stated))
    throw new Error('it is no object');
  const unknown = Object.keys(stated).filter((name) => !LISTS.includes(name as never));
  if (unknown.length > 0) throw new Error(`${unknown.join(', ')} is none of ${LISTS.join(', ')}`);
  const named = (name: string) => namesIn(name, (stated as Record<string, unknown>)[name] ?? []);
  return { clients: named('clients'), subjects: named('subjects'), tokens: named('tokens') };
}

function namesIn(name: string, list: unknown): ReadonlySet<string> {
  if (!Array.isArray(list) || list.some((each) => typeof each !== 'string' || each === ''))
    throw new Error(`${name} is no list of names`);
  return new Set(list as string[]);
}
