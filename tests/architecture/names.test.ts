import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import semver from 'semver';
import { ROOT, filesIn, read } from '../support/sources';

/** Where files are named: documents, and source with its comments and messages. */
const NAMING = ['.md', '.ts', '.tsx', '.mts', '.cjs', '.mjs', '.yml'];
/** Files that are ours when they are named; data and what is served have names that come and go. */
const NAMED =
  /(?<![\w/.:@~*<>$}-])(?:\.{0,2}\/)?(?:[\w@.-]+\/)*[\w.-]+\.(?:tsx?|mts|[cm]js|md)\b(?![\w/(-])/g;
/** Names of files that are not there, or files that name such, each with its reason. */
const EXCEPT: Record<string, string> = {
  'tests/architecture/imports.test.ts': 'it makes a subgraph up, and runs a program of a package',
};

const all = filesIn('.', '');
const isThere = (name: string, from: string) =>
  [name, join(dirname(from), name)].some((path) => existsSync(join(ROOT, path))) ||
  all.some((path) => path.endsWith(`/${name.replace(/^(\.{0,2}\/)+/, '')}`));
/** `.rules.ts` is a role of files, /app/x.ts another machine's. */
const isOurs = (name: string) => !/^\.\w+\.\w+$/.test(name) && !name.startsWith('/');

const named = all
  .filter((path) => NAMING.some((extension) => path.endsWith(extension)))
  .flatMap((from) => [...read(from).matchAll(NAMED)].map(([name]) => ({ from, name })));
const gone = named.filter(({ from, name }) => isOurs(name) && !isThere(name, from));

describe('a file that is named', () => {
  test('it MUST be there', () => {
    expect(named.length).toBeGreaterThan(100);
    const wrong = gone.filter(({ from, name }) => !(from in EXCEPT) && !(name in EXCEPT));
    expect(wrong.map(({ from, name }) => `${from}: ${name}`)).toEqual([]);
  });

  test('a link of a document MUST lead to something', () => {
    const links = filesIn('.', '.md').flatMap((from) =>
      [...read(from).matchAll(/\]\((?!\w+:|#)([^)#\s]+)[^)]*\)/g)].map(([, to = '']) => ({ from, to })),
    );
    expect(links.length).toBeGreaterThan(5);
    const dead = links.filter(({ from, to }) => !existsSync(join(ROOT, dirname(from), to)));
    expect(dead.map(({ from, to }) => `${from}: ${to}`)).toEqual([]);
  });

  test('an exception MUST be needed', () => {
    expect(
      Object.keys(EXCEPT).filter(
        (exception) => !gone.some(({ from, name }) => from === exception || name === exception),
      ),
    ).toEqual([]);
  });
});

describe('a command that is named', () => {
  const { scripts, engines } = JSON.parse(read('package.json')) as {
    scripts: Record<string, string>;
    engines: { node: string };
  };

  test('it MUST be in package.json', () => {
    const named = filesIn('.', '.md').flatMap((from) =>
      [...read(from).matchAll(/npm run (?:--?\w+ )*([\w:-]+)/g)].map(([, name = '']) => ({ from, name })),
    );
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter(({ name }) => !(name in scripts))).toEqual([]);
  });

  test('.nvmrc MUST be the oldest Node that package.json takes', () => {
    expect(`${read('.nvmrc').trim()}.0`).toBe(semver.minVersion(engines.node)?.version);
  });
});
