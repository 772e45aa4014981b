import { execFileSync } from 'node:child_process';
import { ROOT, read, sources } from '../support/sources';

/** In a process of its own, as `npm run docs` runs it: in this one other tests may have declared errors of theirs. */
const PRINT = "process.stdout.write(JSON.stringify(require('./docs/build').buildDocs()))";
const docs = JSON.parse(
  execFileSync(process.execPath, ['-r', '@swc-node/register', '-e', PRINT], { cwd: ROOT, encoding: 'utf8' }),
) as Record<string, string>;

describe('what is printed from code', () => {
  test.each(Object.keys(docs))('docs/%s MUST equal what npm run docs prints', (name) => {
    expect(read(`docs/${name}`)).toBe(docs[name]);
  });

  test('docs/errors.md and docs/configuration.md MUST be among them', () => {
    expect(Object.keys(docs)).toEqual(expect.arrayContaining(['errors.md', 'configuration.md']));
  });

  const declared = sources().flatMap((path) =>
    [...read(path).matchAll(/declareError\(\s*'([A-Z_]+)'/g)].map(([, code]) => ({
      code: String(code),
      path,
    })),
  );

  test('every error that is declared anywhere MUST be in docs/errors.md', () => {
    expect(declared.length).toBeGreaterThan(30);
    expect(declared.filter(({ code }) => !docs['errors.md']?.includes(`| \`${code}\` |`))).toEqual([]);
  });

  test('an error MUST be declared once: a second one would take the place of the first in the catalogue', () => {
    const codes = declared.map(({ code }) => code);
    expect(codes.filter((code, at) => codes.indexOf(code) !== at)).toEqual([]);
  });

  test('every setting that readConfig reads MUST be in docs/configuration.md', () => {
    const names = [...read('subgraphs/kernel/config.ts').matchAll(/(?:read|list)\(\s*'([A-Z_]+)'/g)].map(
      ([, name]) => String(name),
    );
    expect(names.length).toBeGreaterThan(10);
    expect(names.filter((name) => !docs['configuration.md']?.includes(`| \`${name}\` |`))).toEqual([]);
  });
});

test('package-lock.json MUST hold no addresses: it installs from whichever registry npm is set to', () => {
  const { packages } = JSON.parse(read('package-lock.json')) as {
    packages: Record<string, { resolved?: string }>;
  };
  expect(Object.keys(packages).length).toBeGreaterThan(100);
  expect(Object.entries(packages).filter(([, { resolved }]) => resolved !== undefined)).toEqual([]);
});
