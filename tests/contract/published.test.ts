import { buildSchemas } from '../../schema/build';
import { filesIn, read } from '../support/sources';
import { announced, breakingChanges, membersOf, readDeprecation, refusals, unannounced } from './published';

const PUBLISHED = 'schema/published.graphql';

describe('what clients were last promised', () => {
  test('it MUST be kept as schema/published.graphql', () => {
    expect(filesIn('schema', '.graphql')).toContain(PUBLISHED);
  });

  test('a breaking change MUST be listed under "Breaking" in CHANGELOG.md', async () => {
    expect(
      await unannounced(read(PUBLISHED), buildSchemas()['api.graphql'] ?? '', read('CHANGELOG.md')),
    ).toEqual([]);
  });
});

describe('the search for breaking changes', () => {
  const PROMISED = 'type Query { a(x: Int): Int b: E } enum E { ONE TWO } input I { f: Int }';
  const pathsOf = async (current: string) =>
    (await breakingChanges(PROMISED, current)).map(({ path }) => path);

  test('what was added MUST pass', async () => {
    expect(await pathsOf(`${PROMISED.replace('x: Int', 'x: Int, y: Int = 1')} type More { c: Int }`)).toEqual(
      [],
    );
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
    '# Changelog\n\n## 2.0\n\n### Added\n\n- `Query.b`\n\n### Breaking\n\n- `Query.a` is text now.\n\n## 1.0\n\n### Breaking\n\n- `E.TWO`\n';

  test('only what stands under "Breaking" of the newest version MUST count as announced', async () => {
    expect(announced(CHANGELOG)).toMatch(/Query\.a/);
    expect(announced(CHANGELOG)).not.toMatch(/Query\.b|E\.TWO/);
    const current = 'type Query { a(x: Int): String } enum E { ONE } input I { f: Int }';
    expect((await unannounced(PROMISED, current, CHANGELOG)).map(({ path }) => path).sort()).toEqual([
      'E.TWO',
      'Query.b',
    ]);
  });
});

describe('a deprecation', () => {
  test('it MUST name what stands in its place, which is there and not deprecated itself, and the last day', () => {
    const members = membersOf(buildSchemas()['api.graphql'] ?? '');
    expect(members.size).toBeGreaterThan(1_000);
    const deprecated = [...members].flatMap(([path, reason]) =>
      reason === null ? [] : [{ path, ...readDeprecation(reason) }],
    );
    expect(
      deprecated.filter(
        ({ replacement, until }) => members.get(replacement ?? '') !== null || until === null,
      ),
    ).toEqual([]);
  });

  test('it MUST be read wherever something can be deprecated', () => {
    const because = '@deprecated(reason: "改用 `Query.b`。Use `Query.b`; served until 2027-06-30.")';
    const sdl = `type Query { a(x: Int ${because}): Int ${because} b: E } enum E { ONE TWO ${because} } input I { f: Int ${because} }`;
    const read = [...membersOf(sdl)].map(([path, reason]) => [path, reason && readDeprecation(reason)]);
    const found = { replacement: 'Query.b', until: '2027-06-30' };
    expect(read).toEqual([
      ['Query.a', found],
      ['Query.a.x', found],
      ['Query.b', null],
      ['E.ONE', null],
      ['E.TWO', found],
      ['I.f', found],
    ]);
  });
});

describe('npm run publish-schema', () => {
  const until = (day: string) => `@deprecated(reason: "Use \`Query.b\`; served until ${day}.")`;
  const changelog = (...breaking: string[]) =>
    `## 0.2.0\n\n### Breaking\n\n${breaking.map((path) => `- \`${path}\` is gone.\n`).join('')}`;
  const of = (published: string, current: string, named: string[] = [], version = '0.2.0') =>
    refusals({ published, current, changelog: changelog(...named), version, today: '2027-01-31' });
  const BOTH = 'type Query { a: Int b: Int }';
  const ONE = 'type Query { b: Int }';
  const old = (day: string) => `type Query { a: Int ${until(day)} b: Int }`;

  test('what was only added MUST be published', async () => {
    expect(await of(ONE, BOTH)).toEqual([]);
  });

  test('a breaking change that is not announced MUST be refused by its name', async () => {
    expect(await of(BOTH, ONE)).toEqual([
      expect.stringMatching(/^CHANGELOG\.md does not name `Query\.a` under "Breaking": /),
    ]);
    expect(await of(BOTH, ONE, ['Query.a'])).toEqual([]);
  });

  test('what was promised until a day MUST NOT go before that day is over, announced or not', async () => {
    expect(await of(old('2027-01-31'), ONE, ['Query.a'])).toEqual([
      'Query.a is gone, and was promised until 2027-01-31',
    ]);
    expect(await of(old('2027-01-30'), ONE, ['Query.a'])).toEqual([]);
  });

  test('from version 1.0.0 on nothing MUST go that was never deprecated', async () => {
    expect(await of(BOTH, ONE, ['Query.a'], '1.0.0')).toEqual(['Query.a is gone, and was never deprecated']);
    expect(await of(old('2027-01-30'), ONE, ['Query.a'], '1.0.0')).toEqual([]);
  });

  test('a new deprecation MUST leave clients six months; an older one stands as it was published', async () => {
    expect(await of(BOTH, old('2027-07-30'))).toEqual([
      'Query.a is deprecated until 2027-07-30, which must be 2027-07-31 or later',
    ]);
    expect(await of(BOTH, old('2027-07-31'))).toEqual([]);
    expect(await of(BOTH, 'type Query { a: Int @deprecated b: Int }')).toEqual([
      expect.stringContaining('until no day'),
    ]);
    expect(await of(old('2027-02-28'), old('2027-02-28'))).toEqual([]);
  });
});
