import { createPublicKey, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, parse, validate } from 'graphql';
import { sm2 } from 'sm-crypto-v2';
import { ROOT, read } from '../../support/sources';
import { treeOf } from '../../subgraphs/credit/feed-sample';

const pages = ['feed.md', 'feed.zh.md'].map((name) => readFileSync(join(ROOT, 'docs', name), 'utf8'));
const [english = ''] = pages;

/** What stands between lines of three backticks, of one language. */
const blocksOf = (page: string, language = '.*') =>
  [...page.matchAll(new RegExp(`^\`\`\`(${language})\\n([^]*?)^\`\`\`$`, 'gm'))].map(
    ([, , text = '']) => text,
  );

/** What a page is made of, without its words: headings, rows of tables, points of lists, bold beginnings, code. */
function structureOf(page: string): string[] {
  const lines = page
    .replace(/^```.*\n([^]*?)^```$/gm, (_, code: string) => `code ${JSON.stringify(code)}`)
    .split('\n');
  const kinds = [/^#+ /, /^\| ?`?[^|]/, /^- /, /^\*\*/, /^code .*/];
  return lines.flatMap((line) => {
    const kind = kinds.find((each) => each.test(line));
    return kind ? [line.startsWith('code ') ? line : kind.source] : [];
  });
}

/** Names of the API, of headers and of addresses. */
const namesIn = (page: string) =>
  [...new Set(page.match(/`[^`\n]+`/g))].filter((name) => !name.includes(' ')).sort();

describe('the page of the feed', () => {
  test('in Chinese it MUST have the parts, the code and the names that it has in English', () => {
    const [en, zh] = pages.map(structureOf);
    expect(en!.length).toBeGreaterThan(40);
    expect(zh).toEqual(en);
    const [inEnglish, inChinese] = pages.map(namesIn);
    expect(inChinese).toEqual(inEnglish);
  });

  const queries = blocksOf(english, 'graphql').map((query) => [query.slice(0, query.indexOf('{')), query]);

  test.each(queries)('the API MUST know what begins with %s', (_, query = '') => {
    expect(validate(buildSchema(read('schema/api.graphql')), parse(query))).toEqual([]);
  });

  const [trees = '[]', proofs = '{}'] = blocksOf(english, 'json');

  test.each(JSON.parse(trees) as { lines: string[]; buckets: Record<string, string>; root: string }[])(
    'the root of a list MUST be $root',
    ({ lines, buckets, root }) => {
      const tree = treeOf(lines);
      expect(tree.root).toBe(root);
      const told = Object.entries(buckets).map(([number, hash]) => [
        tree.bucketOf(idOf(lines, tree, Number(number))),
        hash,
      ]);
      expect(told).toEqual(
        Object.keys(buckets).map((number) => [Number(number), tree.buckets[Number(number)]]),
      );
      expect(told).toHaveLength(lines.length);
    },
  );

  test('the proofs MUST hold over the statement, and over no other', () => {
    const { statement, EDDSA, SM2 } = JSON.parse(proofs) as Record<'EDDSA' | 'SM2', Proof> & {
      statement: string;
    };
    const [lastTree] = (JSON.parse(trees) as { root: string }[]).slice(-1);
    expect(JSON.parse(statement)).toMatchObject({ root: lastTree!.root, listed: 3 });
    for (const [text, holds] of [
      [statement, true],
      [statement.replace('7', '8'), false],
    ] as const) {
      const [edwards, chinese] = [partsOf(EDDSA, text), partsOf(SM2, text)];
      const key = createPublicKey({ key: EDDSA.key, format: 'jwk' });
      expect(verify(null, edwards.input, key, edwards.signature)).toBe(holds);
      const hex = (name: 'x' | 'y') => Buffer.from(SM2.key[name] ?? '', 'base64url').toString('hex');
      const publicKey = `04${hex('x')}${hex('y')}`;
      expect(
        sm2.doVerifySignature(chinese.input, chinese.signature.toString('hex'), publicKey, { hash: true }),
      ).toBe(holds);
    }
  });
});

interface Proof {
  key: { kty: string; crv: string; x?: string; y?: string };
  proof: string;
}

function partsOf({ proof }: Proof, text: string): { input: Buffer; signature: Buffer } {
  const [head, , made = ''] = proof.split('.');
  const input = Buffer.from(`${head}.${Buffer.from(text).toString('base64url')}`);
  return { input, signature: Buffer.from(made, 'base64url') };
}

/** Of the line that lies in a bucket. */
function idOf(lines: string[], { bucketOf }: ReturnType<typeof treeOf>, bucket: number): string {
  const ids = lines.map((line) => (JSON.parse(line) as { id: string }).id);
  return ids.find((id) => bucketOf(id) === bucket) ?? '';
}
