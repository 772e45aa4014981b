import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ROOT, read } from '../support/sources';

interface Cruise {
  summary: {
    violations: { rule: { name: string }; from: string; to: string }[];
    ruleSetUsed: { forbidden: { name: string }[] };
  };
  modules: { source: string; dependencies: Dependency[] }[];
}
interface Dependency {
  module: string;
  couldNotResolve: boolean;
  dependencyTypes: string[];
}

const FOLDERS = ['cli', 'gateway', 'subgraphs', 'schema', 'migrations', 'docs', 'tests'];

function isPackage({ module, dependencyTypes }: Dependency): boolean {
  return !module.startsWith('.') && !dependencyTypes.includes('core');
}

/** @apollo/server/plugin/disabled → @apollo/server */
function packageOf({ module }: Dependency): string {
  return module.split('/', module.startsWith('@') ? 2 : 1).join('/');
}

/** dependency-cruiser is an ES module, so it runs as a command of its own; violations are in its answer and in its exit code. */
function cruise(cwd: string, folders: readonly string[]): Cruise {
  const binary = join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const args = [binary, '--config', join(ROOT, '.dependency-cruiser.cjs'), '--output-type', 'json'];
  try {
    return JSON.parse(
      execFileSync(process.execPath, [...args, ...folders], { cwd, encoding: 'utf8', maxBuffer: 2 ** 26 }),
    ) as Cruise;
  } catch (error) {
    const { stdout } = error as { stdout?: string };
    if (!stdout?.startsWith('{')) throw error;
    return JSON.parse(stdout) as Cruise;
  }
}

/** Scripts that have written the files beside them with programs that the project does not need. */
const OF_OTHER_PROGRAMS = 'tests/files/';

describe('imports', () => {
  const { summary, modules } = cruise(ROOT, FOLDERS);

  test('imports MUST point the way that .dependency-cruiser.cjs says', () => {
    expect(summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`)).toEqual([]);
  });

  const ours = modules.filter(
    ({ source }) =>
      FOLDERS.some((folder) => source.startsWith(`${folder}/`)) && !source.startsWith(OF_OTHER_PROGRAMS),
  );
  const importsOf = (holds: (to: Dependency) => boolean) =>
    ours.flatMap(({ source, dependencies }) =>
      dependencies.filter(holds).map((to) => `${source} → ${to.module}`),
    );

  test('the rules MUST have seen every part of the code, and where every import of it leads', () => {
    expect(FOLDERS.filter((folder) => !ours.some(({ source }) => source.startsWith(`${folder}/`)))).toEqual(
      [],
    );
    expect(importsOf((to) => to.couldNotResolve && !isPackage(to))).toEqual([]);
  });

  const { dependencies = {}, devDependencies = {} } = JSON.parse(read('package.json')) as Record<
    string,
    Record<string, string>
  >;

  test('a package that is imported MUST be declared in package.json', () => {
    expect(
      importsOf((to) => isPackage(to) && !(packageOf(to) in { ...dependencies, ...devDependencies })),
    ).toEqual([]);
  });

  test('what runs in production MUST NOT need a package of development', () => {
    const borrowed = importsOf(
      (to) => isPackage(to) && !to.dependencyTypes.includes('type-only') && packageOf(to) in devDependencies,
    );
    expect(borrowed.filter((each) => !each.startsWith('tests/'))).toEqual([]);
  });
});

/** What each rule is there to refuse, in a subgraph that no rule names: which file must not import which. */
const FORBIDDEN: Record<string, [from: string, to: string][]> = {
  'no-circles': [['subgraphs/ninth/noun/back.ts', 'subgraphs/ninth/noun/circle.ts']],
  'kernel-imports-no-subgraph': [['subgraphs/kernel/plain.ts', 'subgraphs/ninth/index.ts']],
  'subgraphs-know-each-other-by-key-only': [
    ['subgraphs/ninth/index.ts', 'subgraphs/quality/index.ts'],
    ['subgraphs/ninth/noun/noun.ts', 'subgraphs/quality/noun/noun.ts'],
    ['subgraphs/importers/noun/noun.ts', 'subgraphs/ninth/noun/other.ts'],
    ['subgraphs/ninth/noun/part.ts', 'gateway/main.ts'],
  ],
  'one-door': [['subgraphs/ninth/noun/other.ts', 'subgraphs/kernel/page.ts']],
  'gateway-comes-through-the-list': [['gateway/main.ts', 'subgraphs/ninth/index.ts']],
  'migrations-are-typeorm-only': [['migrations/ninth/1-create.ts', 'subgraphs/index.ts']],
  'the-face-is-for-those-outside': [['subgraphs/ninth/noun/inner.ts', 'subgraphs/ninth/index.ts']],
  'only-a-face-imports-resolvers': [
    ['subgraphs/ninth/noun/noun.steps.ts', 'subgraphs/ninth/noun/noun.resolver.ts'],
    ['subgraphs/ninth/noun/noun.rules.ts', 'subgraphs/ninth/noun/noun.resolver.ts'],
  ],
  'reading-decides-and-changes-nothing': [
    ['subgraphs/ninth/noun/noun.lists.ts', 'subgraphs/ninth/noun/noun.steps.ts'],
    ['subgraphs/ninth/noun/noun.loaders.ts', 'subgraphs/ninth/noun/noun.service.ts'],
  ],
  'rules-know-only-nouns': [
    ['subgraphs/ninth/noun/noun.rules.ts', 'subgraphs/ninth/noun/noun.steps.ts'],
    ['subgraphs/ninth/noun/noun.rules.ts', 'subgraphs/ninth/noun/noun.lists.ts'],
  ],
  'a-noun-knows-nobody': [
    ['subgraphs/ninth/noun/noun.ts', 'subgraphs/ninth/noun/noun.lists.ts'],
    ['subgraphs/ninth/noun/noun.ts', 'subgraphs/ninth/noun/noun.submission.ts'],
  ],
  'rules-are-pure': [
    ['subgraphs/ninth/noun/noun.rules.ts', 'typeorm'],
    ['subgraphs/ninth/noun/noun.rules.ts', 'type-graphql'],
    ['subgraphs/ninth/noun/noun.rules.ts', 'sql-template-tag'],
  ],
  'services-know-no-graphql': [['subgraphs/ninth/noun/noun.service.ts', 'type-graphql']],
  'resolvers-know-no-tables': [['subgraphs/ninth/noun/noun.resolver.ts', 'typeorm']],
  'the-command-line-is-outermost': [['gateway/token.ts', 'cli/commands.ts']],
  'nothing-imports-tests': [['schema/build.ts', 'tests/support/database.ts']],
};

describe('a ninth subgraph, which no rule names', () => {
  const folder = mkdtempSync(join(tmpdir(), 'onematter-imports-'));
  const wrong = Object.entries(FORBIDDEN).flatMap(([rule, pairs]) =>
    pairs.map((pair) => [rule, ...pair] as const),
  );
  const isOurs = (to: string) => to.includes('/');
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text, { flag: 'a' });
  };
  let rules: string[];
  let refused: string[];
  beforeAll(() => {
    write('tsconfig.json', read('tsconfig.json'));
    for (const name of ['typeorm', 'type-graphql', 'sql-template-tag']) {
      write(`node_modules/${name}/package.json`, JSON.stringify({ name, main: 'index.js' }));
      write(`node_modules/${name}/index.js`, '');
    }
    for (const [, from, to] of wrong) {
      write(from, `import ${JSON.stringify(isOurs(to) ? up(from) + to.replace(/\.ts$/, '') : to)};\n`);
      if (isOurs(to)) write(to, '');
    }
    write('subgraphs/ninth/noun/circle.ts', "import './back';\n");
    // what is allowed: the face of the kernel, and down the order
    write('subgraphs/kernel/index.ts', '');
    write('subgraphs/ninth/index.ts', "import './noun/noun.resolver';\nimport './noun/index';\n");
    write('subgraphs/ninth/noun/index.ts', "import './noun.resolver';\n");
    write(
      'subgraphs/ninth/noun/noun.resolver.ts',
      "import './noun.steps';\nimport './noun.lists';\nimport '../../kernel/index';\n",
    );
    write('subgraphs/ninth/noun/noun.steps.ts', "import './noun.rules';\n");
    write('subgraphs/ninth/noun/noun.rules.ts', "import './noun';\n");
    const folders = ['gateway', 'subgraphs', 'schema', 'migrations', 'tests'];
    const { ruleSetUsed, violations } = cruise(folder, folders).summary;
    rules = ruleSetUsed.forbidden.map(({ name }) => name);
    refused = violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('every rule of .dependency-cruiser.cjs MUST be tried', () => {
    expect(Object.keys(FORBIDDEN).sort()).toEqual(rules.sort());
  });

  test.each(wrong)('%s: %s MUST NOT import %s', (rule, from, to) => {
    expect(refused).toContain(`${rule}: ${from} → ${isOurs(to) ? to : `node_modules/${to}/index.js`}`);
  });

  test('what goes down the order MUST pass', () => {
    const noun = 'subgraphs/ninth/noun/noun';
    const allowed = [
      `subgraphs/ninth/index.ts → ${noun}.resolver.ts`,
      'subgraphs/ninth/index.ts → subgraphs/ninth/noun/index.ts',
      `subgraphs/ninth/noun/index.ts → ${noun}.resolver.ts`,
      `${noun}.resolver.ts → ${noun}.steps.ts`,
      `${noun}.resolver.ts → ${noun}.lists.ts`,
      `${noun}.resolver.ts → subgraphs/kernel/index.ts`,
      `${noun}.steps.ts → ${noun}.rules.ts`,
      `${noun}.rules.ts → ${noun}.ts`,
    ];
    // a circle is told of at any of its imports, among them those that are well
    const toldOf = refused.filter((each) => !each.startsWith('no-circles: '));
    expect(toldOf.filter((each) => allowed.some((arrow) => each.endsWith(`: ${arrow}`)))).toEqual([]);
  });
});

/** From a file to the root: `../` for each folder that it lies in. */
function up(path: string): string {
  return '../'.repeat(path.split('/').length - 1);
}
