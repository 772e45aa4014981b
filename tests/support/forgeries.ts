import { generateKeyPairSync, sign } from 'node:crypto';
import { dishonesty } from '../../subgraphs/credit/feed/line';
import { statementOf } from '../../subgraphs/kernel';
import { treeOf } from '../subgraphs/credit/feed-sample';
import { SNAPSHOT, type Change, type Passed } from './mirror';

interface Page {
  changes: { line: string | null }[];
  root: string;
}

const editPage =
  (edit: (page: Page) => void): Change =>
  (path, answer) => {
    if (path !== '/graphql') return answer;
    const body = JSON.parse(answer.body) as { data?: { dishonestyChanges?: Page } };
    const page = body.data?.dishonestyChanges;
    if (page?.changes?.[0]) edit(page);
    return { ...answer, body: JSON.stringify(body) };
  };
const editList =
  (edit: (answer: Passed) => Partial<Passed>): Change =>
  (path, answer) =>
    path === SNAPSHOT && answer.status === 200 ? { ...answer, ...edit(answer) } : answer;

export const FORGED = '伪造';
const forged = (text: string) => text.replace(/"cause":"[^"]*"/, `"cause":"${FORGED}"`);
const rootOf = (list: string) => treeOf(list.split('\n').filter(Boolean)).root;

/** What a mirror may do to the list (with --from-snapshot) or to a page, and what a consumer says of it. */
export const forgeries: [what: string, change: Change, says: RegExp][] = [
  ['a line of the list', editList(({ body }) => ({ body: forged(body) })), /not the list that was signed/],
  [
    'a list without a line',
    editList(({ body }) => ({ body: body.replace(/^.*\n/, '') })),
    /not the list that was signed/,
  ],
  [
    'a list and its root',
    editList(({ body, headers }) => ({
      body: forged(body),
      headers: { ...headers, 'x-feed-root': rootOf(forged(body)) },
    })),
    /signature of the snapshot is wrong/,
  ],
  [
    'a list without its proof',
    editList(({ headers: { 'x-feed-proof': _, ...headers } }) => ({ headers })),
    /snapshot is not signed/,
  ],
  ['a list signed by itself', editList(signed), /key that is not published/],
  [
    'a line of a page',
    editPage(({ changes }) => (changes[0]!.line = forged(changes[0]!.line ?? '{"cause":""}'))),
    /signature of the page is wrong/,
  ],
  [
    'a page without a change',
    editPage(({ changes }) => void changes.shift()),
    /signature of the page is wrong/,
  ],
  ['the root of a page', editPage((page) => (page.root = rootOf(''))), /signature of the page is wrong/],
];

const own = generateKeyPairSync('ed25519');

/** A list with all that it needs, but signed with a key of the mirror's own. */
function signed({ body, headers }: Passed): Partial<Passed> {
  const [list, root] = [forged(body), rootOf(forged(body))];
  const { 'x-feed-cursor': cursor = '', 'x-feed-sequence': sequence = '', 'x-feed-listed': listed } = headers;
  const statement = statementOf(dishonesty, { cursor, sequence, root, listed: Number(listed) });
  const head = Buffer.from(JSON.stringify({ alg: 'EdDSA', kid: 'own' })).toString('base64url');
  const input = `${head}.${Buffer.from(statement).toString('base64url')}`;
  const made = sign(null, Buffer.from(input), own.privateKey).toString('base64url');
  return { body: list, headers: { ...headers, 'x-feed-root': root, 'x-feed-proof': `${head}..${made}` } };
}

/** Publishes its own key as well. */
export const withOwnKeys: Change = (path, answer) => {
  if (!path.endsWith('jwks.json')) return editList(signed)(path, answer);
  const { x } = own.publicKey.export({ format: 'jwk' });
  const keys = [{ kty: 'OKP', crv: 'Ed25519', alg: 'EdDSA', kid: 'own', x }];
  return { ...answer, body: JSON.stringify({ keys }) };
};
