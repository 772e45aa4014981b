import { buildSchemas } from '../../schema/build';
import { filesIn, read } from '../support/sources';
import { announced, breakingChanges, unannounced } from './published';

const PUBLISHED = 'schema/published.graphql';

describe('what clients were last promised', () => {
  test('it MUST be kept as schema/published.graphql', () => {
    expect(filesIn('schema', '.graphql')).toContain(PUBLISHED);
  });

  test('a breaking change MUST be listed under "Breaking" in CHANGELOG.md', async () => {
    expect(await unannounced(read(PUBLISHED), buildSchemas()['api.graphql'] ?? '', read('CHANGELOG.md'))).toEqual([]);
  });
});

describe('the search for breaking changes', () => {
  const PROMISED = 'type Query { a(x: Int): Int b: E } enum E { ONE TWO } input I { f: Int }';
  const pathsOf = async (current: string) => (await breakingChanges(PROMISED, current)).map(({ path }) => path);

  test('what was added MUST pass', async () => {
    expect(await pathsOf(`${PROMISED.replace('x: Int', 'x: Int, y: Int = 1')} type More { c: Int }`)).toEqual([]);
  });

  test.each([
    ['a field that is gone', 'b: E', '', 'Query.b'],
    ['a field of another type', 'a(x: Int): Int', 'a(x: Int): String', 'Query.a'],
    ['an argument that is gone', '(x: Int)', '', 'Query.a.x'],
    ['an argument that is required now', 'x: Int', 'x: Int!', 'Query.a.x'],
    ['a new required argument', 'x: Int', 'x: Int, y: Int!', 'Query.a.y'],
    ['a value that is gone', 'ONE TWO', 'ONE', 'E.TWO'],
    ['an input field that is required now', 'f: Int', 'f: Int!', 'I.f'],
    ['a type that is gone', 'input I { f: Int }', '', 'I'],
  ])('%s MUST be found', async (_, before, after, path) => {
    expect(await pathsOf(PROMISED.replace(before, after))).toContain(path);
  });

  const CHANGELOG =
    '# Changelog\n\n## 2.0\n\n### Added\n\n- `Query.b`\n\n### Breaking\n\n- `Query.a` is text now.\n\n## 1.0\n\n- `E.TWO`\n';

  test('only what stands under "Breaking" MUST count as announced', async () => {
    expect(announced(CHANGELOG)).toMatch(/Query\.a/);
    expect(announced(CHANGELOG)).not.toMatch(/Query\.b|E\.TWO/);
    const current = 'type Query { a(x: Int): String } enum E { ONE } input I { f: Int }';
    expect((await unannounced(PROMISED, current, CHANGELOG)).map(({ path }) => path).sort()).toEqual(['E.TWO', 'Query.b']);
  });
});
